#include "window/problems_panel.hpp"

#include "document/words.hpp"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTextBlock>
#include <QVBoxLayout>

namespace goho::gui {

namespace {

constexpr std::size_t most_rows = 60;  // beyond that, mending the first ones comes first

}  // namespace

ProblemsPanel::ProblemsPanel(Session& session, QWidget* parent)
    : QWidget(parent), session_(session), heading_(new QLabel), list_(nullptr) {
    setAccessibleName(session.words()("Problems", "問題"));
    heading_->setObjectName(QStringLiteral("panelHeading"));
    heading_->setWordWrap(true);
    auto* scroll = new QScrollArea;
    auto* inside = new QWidget;
    list_ = new QVBoxLayout(inside);
    list_->setContentsMargins(0, 0, 8, 0);
    list_->setSpacing(8);
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(14, 6, 8, 8);
    all->addWidget(heading_);
    all->addWidget(scroll, 1);
    connect(&session.book(), &Workbook::changed, this, &ProblemsPanel::renew);
    connect(&session.book(), &Workbook::active_changed, this, &ProblemsPanel::renew);
    connect(&session.book(), &Workbook::sheets_changed, this, &ProblemsPanel::renew);
    renew();
}

void ProblemsPanel::renew() {
    auto& book = session_.book();
    const SheetId sheet = book.active();
    // While all is well, the engine's answer says so anyway; reading twice for each step of a lever would cost.
    const auto* computed = session_.scene().answer ? session_.scene().answer->find(sheet) : nullptr;
    const bool sound = book.in_gesture() && problems_.empty() && computed && computed->study;
    Problems found = sound || !book.has(sheet) ? Problems{} : problems_of(book, sheet);
    if (found == problems_ && sheet == sheet_) return;
    problems_ = std::move(found);
    sheet_ = sheet;
    rebuild();
    Q_EMIT count_changed(static_cast<int>(problems_.size()));
}

void ProblemsPanel::rebuild() {
    rows_.clear();
    text_ = nullptr;
    while (auto* item = list_->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();  // a click inside of it may be what leads here
        }
        delete item;
    }
    const auto words = session_.words();
    const bool readable = session_.book().has(sheet_) && session_.book().sheet(sheet_).content != nullptr;
    heading_->setText(readable ? words("Put these right and the results appear. Left to mend: ",
                                       "次の点を直すと結果が表示されます。残り ") +
                                     QString::number(problems_.size()) + words("", "件")
                               : words("The text of this file is not readable as JSON. Mend it below.",
                                       "このファイルはJSONとして読めません。下で記述を直してください。"));
    if (session_.book().has(sheet_) && !readable) {
        list_->addWidget(text_editor(), 1);
        return;
    }
    for (const Problem& problem : problems_) {
        if (rows_.size() >= most_rows) break;
        list_->addWidget(row_of(problem));
    }
    list_->addStretch(1);
}

QWidget* ProblemsPanel::row_of(const Problem& problem) {
    const auto words = session_.words();
    auto& book = session_.book();
    const Content all = book.merged(sheet_);
    auto* row = new QWidget;
    auto* lines = new QVBoxLayout(row);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(2);
    const QString where = words(name_of_pointer(all.get(), problem.pointer));
    auto* what = new QLabel(QStringLiteral("⚠ <b>") + where.toHtmlEscaped() + QStringLiteral("</b>　") +
                            words(problem.message).toHtmlEscaped());
    what->setTextFormat(Qt::RichText);
    what->setWordWrap(true);
    what->setToolTip(QString::fromStdString(problem.file));
    lines->addWidget(what);
    QString detail = QString::fromStdString(problem.pointer);
    if (!problem.hint.empty()) detail += QStringLiteral("  —  ") + words(problem.hint);
    auto* note = new QLabel(detail);
    note->setObjectName(QStringLiteral("note"));
    note->setWordWrap(true);
    lines->addWidget(note);
    auto* edit = new QHBoxLayout;
    auto* entry = new QLineEdit(QString::fromStdString(standing(book, sheet_, problem.pointer)));
    entry->setAccessibleName(where);
    entry->setPlaceholderText(words("12百万円, 5%, 2027-04 …", "12百万円、5%、2027-04 など"));
    entry->setMaximumWidth(360);
    entry->setEnabled(!problem.pointer.empty());
    edit->addWidget(entry, 1);
    connect(entry, &QLineEdit::returnPressed, this, [this, entry, problem] {
        Problems problems = mend(session_.book(), sheet_, problem, entry->text().toStdString());
        if (!problems.empty()) entry->setToolTip(session_.words()(problems.front().message));
    });
    QPushButton* proposal = nullptr;
    if (const auto fix = fix_of(problem)) {
        proposal = new QPushButton(fix->kind == Fix::Kind::remove ? words(fix->label)
                                                                  : words("Use ", "採用：") + words(fix->label));
        proposal->setAutoDefault(false);
        connect(proposal, &QPushButton::clicked, this, [this, f = *fix] { apply(session_.book(), sheet_, f); });
        edit->addWidget(proposal);
    }
    edit->addStretch(1);
    lines->addLayout(edit);
    rows_.push_back({entry, proposal});
    return row;
}

QWidget* ProblemsPanel::text_editor() {
    const auto words = session_.words();
    const auto& sheet = session_.book().sheet(sheet_);
    auto* box = new QWidget;
    auto* all = new QVBoxLayout(box);
    all->setContentsMargins(0, 0, 0, 0);
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    text_ = new QPlainTextEdit(QString::fromStdString(sheet.broken_text));
    text_->setFont(fixed);
    text_->setAccessibleName(words("Text of the file", "ファイルの記述"));
    text_->setMinimumHeight(120);
    for (const Problem& problem : problems_) {
        QString line = words(problem.message);
        if (!problem.hint.empty()) line += QStringLiteral(" (") + words(problem.hint) + QLatin1Char(')');
        if (problem.line > 0)
            line = words("Line ", "行 ") + QString::number(problem.line) + words(", column ", "、列 ") +
                   QString::number(problem.column) + QStringLiteral(": ") + line;
        auto* label = new QLabel(QStringLiteral("⚠ ") + line);
        label->setWordWrap(true);
        all->addWidget(label);
        if (problem.line <= 0) continue;
        auto* around = new QLabel;
        around->setFont(fixed);
        around->setTextFormat(Qt::PlainText);
        around->setTextInteractionFlags(Qt::TextSelectableByMouse);
        around->setText(QString::fromStdString(text_around(sheet.broken_text, problem.line, problem.column)));
        all->addWidget(around);
        QTextCursor cursor(text_->document()->findBlockByNumber(problem.line - 1));
        cursor.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor, problem.column - 1);
        text_->setTextCursor(cursor);
    }
    all->addWidget(text_, 1);
    auto* done = new QPushButton(words("Read again", "読み込み直す"));
    connect(done, &QPushButton::clicked, this, &ProblemsPanel::apply_text);
    all->addWidget(done, 0, Qt::AlignLeft);
    return box;
}

void ProblemsPanel::apply_text() {
    if (text_) session_.book().set_text(sheet_, text_->toPlainText().toStdString());
}

}  // namespace goho::gui
