// Fits quantities of the active scenario to its actual months: which of them, how sure each is, and what the history cannot
// tell. Taking the values over is one step of undo.
#pragma once

#include "document/calibration_choice.hpp"
#include "runner/errand.hpp"
#include "window/steps_dialog.hpp"

#include <memory>

class QCheckBox;
class QLabel;
class QSpinBox;
class QTextBrowser;

namespace goho::gui {

class ChoiceTable;

class CalibrateDialog : public StepsDialog {
    Q_OBJECT

public:
    CalibrateDialog(const Shown& shown, Workbook& book, SheetId sheet, const simulation::Scenario& scenario, QWidget* parent);
    void tick(const std::string& pointer, bool on);
    std::vector<std::string> ticked() const;
    bool busy() const { return errand_.busy(); }
    const calibration::Calibration* result() const { return result_.get(); }
    QString told() const;
    void stop();
    bool take();

protected:
    void entered(int step) override;
    void finish() override { take(); }

private:
    QWidget* choice();
    QWidget* answer();
    void calculate();
    void show_result();
    void show_fit();
    void say(const Problems& problems);
    void set_ticks(const std::function<bool(const Fittable&)>& on);

    Workbook& book_;
    SheetId sheet_;
    std::shared_ptr<const simulation::Scenario> scenario_;
    std::vector<Fittable> fittables_;
    std::shared_ptr<const calibration::Calibration> result_;
    ChoiceTable *quantities_ = nullptr, *values_ = nullptr, *fit_ = nullptr;
    QSpinBox* months_ = nullptr;
    QTextBrowser* text_ = nullptr;
    Errand errand_;
};

}  // namespace goho::gui
