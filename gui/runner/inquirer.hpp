// Asks one question of the table at a time, on a thread of its own, and keeps the last answer to each together with the
// scenarios as they were when it was asked. Pages come and go; answers and what was typed stay.
#pragma once

#include "document/workbook.hpp"  // first: moc stumbles over <compare> unless something else came before

#include "runner/errand.hpp"
#include "runner/inquiries.hpp"

#include <QElapsedTimer>
#include <QTimer>

namespace goho::gui {

struct Answered {
    Asked asked;
    Teller tell;        // empty where problems say why there is no answer
    Problems problems;
};

class Inquirer : public QObject {
    Q_OBJECT

public:
    explicit Inquirer(Workbook& book, QObject* parent = nullptr);

    /// Why it cannot be asked of the scenarios as they are; nothing when it can.
    std::optional<Text> hindered(const Inquiry& inquiry) const;
    /// What is under way is overtaken; its answer will not be heard.
    void ask(const Inquiry& inquiry);
    void cancel();
    bool busy() const { return errand_.busy(); }
    /// What is being asked; null when nothing is.
    const Inquiry* under_way() const { return busy() ? under_way_ : nullptr; }
    /// How far it is, from 0 to 1, and since when.
    double done() const { return busy() && done_ ? done_->load() : 0.0; }
    double seconds() const { return busy() ? static_cast<double>(since_.elapsed()) / 1000.0 : 0.0; }

    /// Null when it was never asked.
    std::shared_ptr<const Answered> answer(const Inquiry& inquiry) const;
    /// Whether a scenario is otherwise now than it was when the answer was asked for, or is gone.
    bool edited_since(const Answered& answered) const;

    /// What the scenario that is looked at has to move.
    std::vector<LeverChoice> levers() const;

    Inputs& inputs(const Inquiry& inquiry) { return inputs_[inquiry.id]; }

    /// What an answer proposes as a variant of what it was about: one step of undo. `no_sheet` when that is gone.
    SheetId open(const Answered& answered, const decision::Draft& draft);
    /// The text of its file; problems when what it builds on has no file, or was not saved.
    Result<std::string> text_of(const Answered& answered, const decision::Draft& draft, const std::filesystem::path& output) const;

    Workbook& book() const { return book_; }

Q_SIGNALS:
    void changed();     // an answer came, or asking began or ended
    void progressed();  // several times a second while something is under way

private:
    Subject subject(SheetId sheet) const;
    std::vector<Subject> subjects(const Inquiry& inquiry) const;

    Workbook& book_;
    std::map<std::string_view, Inputs> inputs_;
    std::map<std::string_view, std::shared_ptr<const Answered>> answers_;
    const Inquiry* under_way_ = nullptr;
    std::shared_ptr<std::atomic<double>> done_;
    QElapsedTimer since_;
    QTimer tick_;
    mutable std::map<std::pair<const Json*, const Json*>, std::pair<bool, std::pair<Content, Content>>> compared_;
    Errand errand_;  // last, so that it ends first
};

}  // namespace goho::gui
