// From the files of an accounting program to a scenario, or to the next actual months of one, step by step.
#pragma once

#include "runner/errand.hpp"
#include "window/import_steps.hpp"
#include "window/steps_dialog.hpp"

#include <memory>

namespace goho::gui {

class Workbook;

class ImportAssistant : public StepsDialog {
    Q_OBJECT

public:
    /// A new company.
    ImportAssistant(const Shown& shown, Workbook& book, QWidget* parent);
    /// Later months of a scenario that is open; taking them in is one step of undo.
    ImportAssistant(const Shown& shown, Workbook& book, int sheet, const simulation::Scenario& goes_on, QWidget* parent);

    void add_files(const std::vector<std::string>& files) { files_->add(files); }
    const Intake& intake() const { return intake_; }
    const IntakeReading& reading() const { return *reading_; }
    bool busy() const { return errand_.busy(); }
    /// Writes the scenario and, where it is wanted, the mapping; what is wrong is told and the dialog stays.
    bool save_to(const std::string& file);
    bool take_in();

Q_SIGNALS:
    void saved(const QString& file);

protected:
    void finish() override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build();
    void read();
    void show_reading();
    bool keep_mapping();
    bool told(const Problems& problems);

    Workbook& book_;
    int sheet_ = -1;
    std::shared_ptr<const simulation::Scenario> goes_on_;  // null: a new company
    Intake intake_;
    std::vector<AskedAccount> asked_;
    std::shared_ptr<const IntakeReading> reading_ = std::make_shared<const IntakeReading>();
    FilesStep* files_ = nullptr;
    AccountsStep* accounts_ = nullptr;
    CostsStep* costs_ = nullptr;
    SummaryStep* summary_ = nullptr;
    Errand errand_;
};

}  // namespace goho::gui
