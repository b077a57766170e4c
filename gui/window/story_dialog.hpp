// The story of a plan, written: its steps in order, what each says in both languages, and what it shows. Every change is
// one step of undo and is saved with the file that tells the story.
#pragma once

#include "document/levers.hpp"
#include "document/narrative.hpp"
#include "window/session.hpp"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace goho::gui {

class StoryDialog : public QDialog {
    Q_OBJECT

public:
    explicit StoryDialog(Session& session, QWidget* parent = nullptr);
    void choose(const std::string& id);
    QListWidget& list() { return *list_; }
    QLineEdit& title(Language language) { return *title_[language == Language::japanese ? 1 : 0]; }
    QPlainTextEdit& text(Language language) { return *text_[language == Language::japanese ? 1 : 0]; }

Q_SIGNALS:
    void present(int step);
    void add_view();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    QWidget* build_list();
    QWidget* build_form();
    void renew();
    void show_chosen();
    void fill_checks(const StoryStep& step);
    void take();
    const StoryStep* chosen() const;

    Session& session_;
    SheetId home_ = no_sheet;
    std::vector<StoryStep> story_;
    std::string id_;  // of the step shown
    QListWidget *list_, *scenarios_, *levers_;
    QWidget* form_ = nullptr;
    QLineEdit* title_[2];
    QPlainTextEdit* text_[2];
    QComboBox *page_, *year_, *highlight_;
    std::vector<QPushButton*> for_step_;
    bool showing_ = false;
};

/// What a view is as a step: its page, its year, and the scenario in front.
StoryStep step_of_view(const Session& session, Workbook& book, std::string_view page, int year);

}  // namespace goho::gui
