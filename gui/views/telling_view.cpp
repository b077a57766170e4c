#include "views/telling_view.hpp"

#include "views/parts.hpp"
#include "views/telling_charts.hpp"
#include "views/telling_table_view.hpp"

#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <algorithm>

namespace goho::gui {

namespace {

/// A paragraph that a person may have written parts of: shown as it is, and can be marked and copied.
QLabel* paragraph(const QString& text, const char* kind) {
    auto* label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setObjectName(QLatin1String(kind));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

}  // namespace

TellingView::TellingView(const Shown& shown, QWidget* parent) : QScrollArea(parent), shown_(shown), words_{shown.language} {
    setObjectName(QStringLiteral("answer"));
    setAccessibleName(words_("Answer", "回答"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalScrollBar()->setSingleStep(24);
    start();
}

void TellingView::start() {
    pairs_.clear();
    auto* inside = new QWidget;
    inside->setObjectName(QStringLiteral("answerInside"));
    all_ = new QVBoxLayout(inside);
    all_->setContentsMargins(0, 0, 8, 4);
    all_->setSpacing(10);
    notice_ = paragraph({}, "answerNotice");
    notice_->hide();
    all_->addWidget(notice_);
    setWidget(inside);  // the one before goes with all that it holds
}

void TellingView::set_notice(const QString& notice) {
    auto* label = static_cast<QLabel*>(notice_);
    if (label->text() != notice) label->setText(notice);
    label->setVisible(!notice.isEmpty());
}

void TellingView::show_words(const QString& words) {
    telling_ = {};
    start();
    auto* label = paragraph(words, "notice");
    label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    all_->addSpacing(24);
    all_->addWidget(label);
    all_->addStretch(1);
}

void TellingView::show_telling(const decision::Telling& telling, const QString& notice) {
    telling_ = telling;
    start();
    set_notice(notice);
    add_head();
    add_sentences();
    add_drafts();
    add_pictures();
    add_notes();
    all_->addStretch(1);
    arrange();
    verticalScrollBar()->setValue(0);
}

void TellingView::add_head() {
    auto* row = new QHBoxLayout;
    row->addWidget(paragraph(words_(telling_.title), "section"), 1);
    auto* give = new QPushButton(words_("Export", "書き出し"));
    give->setObjectName(QStringLiteral("exportAnswer"));
    auto* menu = new QMenu(give);
    menu->addAction(words_("Copy text", "文章をコピー"), this, &TellingView::copy_wanted);
    if (!telling_.tables.empty()) menu->addAction(words_("First table as CSV…", "最初の表をCSVに書き出す…"), this, &TellingView::csv_wanted);
    menu->addAction(words_("Everything as JSON…", "全体をJSONに書き出す…"), this, &TellingView::json_wanted);
    give->setMenu(menu);
    row->addWidget(give, 0, Qt::AlignTop);
    all_->addLayout(row);
}

void TellingView::add_sentences() {
    for (std::size_t i = 0; i < telling_.sentences.size(); ++i) all_->addWidget(paragraph(words_(telling_.sentences[i]), i == 0 ? "answerFirst" : "answerMore"));
}

QWidget* TellingView::draft_row(int n) {
    const auto& draft = telling_.drafts[static_cast<std::size_t>(n)];
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 2, 0, 2);
    auto* text = new QVBoxLayout;
    text->setSpacing(0);
    text->addWidget(paragraph(words_(draft.name), "draftName"));
    if (!draft.description.empty()) text->addWidget(paragraph(words_(draft.description), "note"));
    row->addLayout(text, 1);
    auto* open = new QPushButton(words_("Open as scenario", "シナリオとして開く"));
    open->setObjectName(QStringLiteral("openDraft"));
    open->setAccessibleName(open->text() + words_(": ", "：") + words_(draft.name));
    connect(open, &QPushButton::clicked, this, [this, n] { Q_EMIT open_draft(n); });
    auto* save = new QPushButton(words_("Save…", "保存…"));
    save->setAccessibleName(words_("Save", "保存") + words_(": ", "：") + words_(draft.name));
    connect(save, &QPushButton::clicked, this, [this, n] { Q_EMIT save_draft(n); });
    row->addWidget(open, 0, Qt::AlignTop);
    row->addWidget(save, 0, Qt::AlignTop);
    return box;
}

void TellingView::add_drafts() {
    if (telling_.drafts.empty()) return;
    auto* panel = new gui::Panel(words_("Proposed scenarios", "提案するシナリオ"));
    for (int n = 0; n < static_cast<int>(telling_.drafts.size()); ++n) panel->put(draft_row(n), 0);
    all_->addWidget(panel);
}

QWidget* TellingView::table_panel(const decision::TellingTable& table) {
    const ShownTable shown = shown_table(table, shown_);
    auto* panel = new gui::Panel(shown.title);
    auto* view = new TellingTableView(shown, shown_);
    panel->put(view, 0);
    if (!shown.note.isEmpty()) panel->put(paragraph(shown.note, "note"), 0);
    auto* rest = new QWidget;  // beside a higher chart the table stays at the top
    panel->put(rest, 1);
    Q_EMIT table_added(view);
    return panel;
}

QWidget* TellingView::chart_panel(const decision::TellingChart& chart) {
    auto* drawn = make_chart(chart, shown_);
    if (!drawn) return nullptr;
    auto* panel = new gui::Panel(drawn->heading());
    if (chart.kind == decision::TellingChart::Kind::bars && chart.series.size() > 1)
        panel->set_note(words_("bar: ", "棒：") + words_(chart.series[0].name) + words_(" · mark: ", "　印：") + words_(chart.series[1].name));
    panel->put(drawn, 0);
    panel->put(new QWidget, 1);
    return panel;
}

/// Charts that stand for themselves first; the others beside the table that bears their name.
void TellingView::add_pictures() {
    const auto& tables = telling_.tables;
    const auto has_table = [&](const decision::TellingChart& chart) {
        return std::any_of(tables.begin(), tables.end(), [&](const auto& table) { return table.id == chart.id; });
    };
    for (const auto& chart : telling_.charts) {
        if (has_table(chart)) continue;
        if (auto* panel = chart_panel(chart)) all_->addWidget(panel);
    }
    for (const auto& table : tables) {
        if (table.columns.empty()) continue;
        auto* pair = new QBoxLayout(QBoxLayout::TopToBottom);
        pair->setSpacing(10);
        pair->addWidget(table_panel(table), 1);
        for (const auto& chart : telling_.charts) {
            if (chart.id != table.id) continue;
            if (auto* panel = chart_panel(chart)) pair->addWidget(panel, 1);
        }
        pairs_.push_back(pair);
        all_->addLayout(pair);
    }
}

void TellingView::add_notes() {
    if (telling_.notes.empty()) return;
    all_->addWidget(paragraph(words_("What this rests on", "前提と限界"), "section"));
    for (const auto& note : telling_.notes) all_->addWidget(paragraph(words_("• ", "・") + words_(note), "note"));
}

void TellingView::arrange() {
    const auto direction = viewport()->width() >= 900 ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    for (auto* pair : pairs_) {
        if (pair->direction() != direction) pair->setDirection(direction);
    }
}

void TellingView::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    arrange();
}

}  // namespace goho::gui
