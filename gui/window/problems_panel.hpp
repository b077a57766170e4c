// What is wrong with the scenario that is looked at, and the means to put it right: each problem with its address, its
// reason and a line to type the right value; what the hint proposes is one click. A text that is no JSON is edited here.
#pragma once

#include "document/fixes.hpp"
#include "window/session.hpp"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace goho::gui {

class ProblemsPanel : public QWidget {
    Q_OBJECT

public:
    explicit ProblemsPanel(Session& session, QWidget* parent = nullptr);
    const Problems& problems() const { return problems_; }
    /// Of the n-th problem; the button is null where nothing is proposed.
    QLineEdit* entry(std::size_t n) const { return n < rows_.size() ? rows_[n].entry : nullptr; }
    QPushButton* proposal(std::size_t n) const { return n < rows_.size() ? rows_[n].proposal : nullptr; }
    QPlainTextEdit* text() const { return text_; }
    void apply_text();
    void renew();

Q_SIGNALS:
    void count_changed(int problems);

private:
    struct Row {
        QLineEdit* entry;
        QPushButton* proposal;
    };
    void rebuild();
    QWidget* row_of(const Problem& problem);
    QWidget* text_editor();

    Session& session_;
    Problems problems_;
    SheetId sheet_ = no_sheet;
    std::vector<Row> rows_;
    QLabel* heading_;
    QVBoxLayout* list_;
    QPlainTextEdit* text_ = nullptr;
};

}  // namespace goho::gui
