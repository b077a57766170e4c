// A dialog that goes step by step: where one is stands above, Back, Next and the last word below. Everything in it can be
// reached by key; what takes time is done elsewhere, and Next waits for it.
#pragma once

#include "shown/shown.hpp"

#include <QDialog>
#include <functional>
#include <vector>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace goho::gui {

class StepsDialog : public QDialog {
    Q_OBJECT

public:
    StepsDialog(const Shown& shown, const QString& title, QWidget* parent);
    int step() const;
    QString step_name() const;
    bool can_go_on() const;
    bool at_end() const { return beside(step(), 1) < 0; }
    void go_on();
    void go_back();
    /// Short, beside the buttons: "Reading…".
    void set_note(const QString& note);

protected:
    struct Step {
        QString name;
        QWidget* page;
        std::function<bool()> ready = {};   // whether one may leave it; empty: always
        std::function<bool()> passed = {};  // whether it is left out; empty: never
    };
    void add_step(Step step);
    /// What the last button says.
    void set_last_word(const QString& word) { last_word_ = word; }
    /// After anything that `ready` or `passed` look at has changed.
    void renew_steps();
    virtual void entered(int /*step*/) {}
    /// Behind the last button; the dialog stays open unless accept() is called.
    virtual void finish() = 0;
    void showEvent(QShowEvent* event) override;

    const Shown shown_;
    const Words words_;

private:
    int beside(int step, int by) const;
    void enter(int step);
    void focus_page();

    std::vector<Step> steps_;
    QString last_word_;
    QLabel *where_, *note_;
    QStackedWidget* stack_;
    QPushButton *back_, *next_;
};

}  // namespace goho::gui
