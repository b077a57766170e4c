// Decide: the questions that the one who decides would ask, each with a short form, and the answer as sentences, tables,
// charts and proposals. Asking takes a while and is done beside the window; the page itself computes nothing.
#pragma once

#include "views/plain_page.hpp"  // first: moc stumbles over <compare> unless something else came before

#include "runner/inquirer.hpp"

class QListWidget;
class QProgressBar;
class QPushButton;

namespace goho::gui {

class InquiryForm;
class TellingView;

class DecidePage : public PlainPage {
    Q_OBJECT

public:
    explicit DecidePage(const Shown& shown, QWidget* parent = nullptr);
    using Page::use;
    void use(Inquirer& inquirer) override;
    /// The first part as it opens, then one for every other question.
    int part_count() const override;
    void show_part(int part) override;
    bool prepare() override;
    void choose(std::string_view inquiry);
    const Inquiry& chosen() const;
    TellingView& answer() { return *answer_; }

protected:
    void show_answer(const Scene& scene) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* build_list();
    void fit_list();
    QWidget* build_question();
    void show_question();
    void show_state();
    void show_progress();
    void show_result();
    QString notice(const Answered& answered) const;
    decision::Telling told(const Answered& answered) const;
    std::shared_ptr<const Answered> answered() const;
    void open_draft(int n);
    void save_draft(int n);
    void save_text(const QString& title, const QString& filter, const QString& suffix, const std::string& text);
    QString suggested(const QString& suffix) const;

    Scene scene_;
    Inquirer* inquirer_ = nullptr;
    QListWidget* list_;
    Panel* panel_;
    QLabel *meaning_, *hindrance_;
    QVBoxLayout* form_place_;
    InquiryForm* form_ = nullptr;
    SheetId form_sheet_ = no_sheet;
    QPushButton *run_, *cancel_;
    QProgressBar* progress_;
    TellingView* answer_;
    std::shared_ptr<const Answered> seen_;  // the answer that is on the screen
    MoneyUnit seen_unit_ = MoneyUnit::million;
    bool seen_hidden_ = false;
};

}  // namespace goho::gui
