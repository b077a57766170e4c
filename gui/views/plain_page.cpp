#include "views/plain_page.hpp"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <algorithm>

namespace goho::gui {

PlainPage::PlainPage(std::string_view name, const Label& title, const Shown& shown, QWidget* parent)
    : Page(parent), shown_(shown), words_{shown.language}, name_(name), title_(title), legend_(new Legend(shown)),
      notice_(new QLabel), content_(new QWidget), head_(new QHBoxLayout), body_(new QVBoxLayout(content_)) {
    setObjectName(qt(name));
    setAccessibleName(words_(title));
    auto* heading = new QLabel(words_(title));
    heading->setObjectName(QStringLiteral("pageHeading"));
    head_->setSpacing(16);
    head_->addWidget(heading);
    head_->addWidget(legend_, 1);
    notice_->setObjectName(QStringLiteral("notice"));
    notice_->setAlignment(Qt::AlignCenter);
    notice_->setWordWrap(true);
    notice_->hide();
    body_->setContentsMargins(0, 0, 0, 0);
    body_->setSpacing(10);
    all_ = new QVBoxLayout(this);
    all_->setContentsMargins(14, 10, 14, 10);
    all_->setSpacing(8);
    all_->addLayout(head_);
    all_->addWidget(notice_, 1);
    all_->addWidget(content_, 1);
}

void PlainPage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    arrange_cards();
    place_legend();
}

/// Controls in the head take their room only after they were shown.
bool PlainPage::event(QEvent* event) {
    if (event->type() == QEvent::LayoutRequest) place_legend();
    return Page::event(event);
}

/// The width of a page says nothing before it is seen.
void PlainPage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    arrange_cards();
    place_legend();
}

/// Beside the title, or in a row of its own where its names would be cut there.
void PlainPage::place_legend() {
    if (!has_legend_) return;
    int taken = 28;  // margins of the page
    for (int i = 0; i < head_->count(); ++i) {
        auto* widget = head_->itemAt(i)->widget();
        // Before a page is first shown all of its parts are hidden; only those that were put away count as such.
        const bool away = widget && widget->isHidden() && widget->testAttribute(Qt::WA_WState_ExplicitShowHide);
        if (widget && widget != legend_ && !away) taken += widget->sizeHint().width() + head_->spacing();
    }
    const bool beside = legend_->fits(width() - taken), is_beside = head_->indexOf(legend_) >= 0;
    if (beside == is_beside) return;
    if (beside) {
        all_->removeWidget(legend_);
        if (auto* stretch = head_->takeAt(head_->count() - 1)) delete stretch;
        head_->addWidget(legend_, 1);
    } else {
        head_->removeWidget(legend_);
        head_->addStretch(1);
        all_->insertWidget(1, legend_);
    }
}

void PlainPage::arrange_cards() {
    if (!card_grid_) return;
    constexpr int least = 106;
    const int count = static_cast<int>(cards_.size()), room = width() - 28;
    const int columns = !isVisible() || room >= count * least ? count : (count + 1) / 2;
    if (columns == card_columns_) return;
    card_columns_ = columns;
    for (auto* card : cards_) card->setFixedHeight(columns < count ? 76 : card->sizeHint().height());
    for (int i = 0; i < count; ++i)
        card_grid_->addWidget(cards_[static_cast<std::size_t>(i)], i / columns, i % columns);
    for (int column = 0; column < count; ++column) card_grid_->setColumnStretch(column, column < columns ? 1 : 0);
}

/// Figures of all cards are as large as the longest of them may be.
void PlainPage::level_cards() {
    KpiCard::Level level;
    for (const auto* card : cards_) {
        const auto one = card->natural();
        level = {std::min(level.figure, one.figure), std::max(level.title_lines, one.title_lines)};
    }
    for (auto* card : cards_) card->set_level(level);
}

QString PlainPage::problems_text(const Scene& scene) const {
    const auto* computed = scene.answer ? scene.answer->find(scene.active) : nullptr;
    if (!computed || computed->problems.empty())
        return words_("No scenario is computed yet.", "計算済みのシナリオはまだありません。");
    QStringList lines{words_("This scenario cannot be computed:", "このシナリオは計算できません：")};
    for (const auto& problem : computed->problems) {
        if (lines.size() > 12) break;
        lines << QString::fromStdString(to_string(problem, shown_.language));
    }
    if (computed->problems.size() > 12)
        lines << QStringLiteral("… +") + QString::number(computed->problems.size() - 12);
    return lines.join(QLatin1Char('\n'));
}

void PlainPage::without_legend() {
    has_legend_ = false;
    legend_->hide();
    head_->addStretch(1);
}

void PlainPage::put_in_head(QWidget* widget) { head_->insertWidget(1, widget); }

void PlainPage::show_scene(const Scene& scene) {
    const auto* active = scene.active_study();
    QString notice;
    if (!active) notice = problems_text(scene);
    else if (needs_behaviour_ && !active->run.behaves) {
        notice = words_("Behaviour is switched off in this plan (company.behaviour): nothing to show here.",
                        "この計画では行動の計算を行っていません（company.behaviour）。");
    }
    if (notice_->text() != notice) notice_->setText(notice);
    notice_->setVisible(!notice.isEmpty());
    content_->setVisible(notice.isEmpty());
    if (has_legend_) legend_->show_scene(scene);
    if (notice.isEmpty()) show_answer(scene);
    level_cards();
    place_legend();
}

QuantityPanel* PlainPage::add_panel(QGridLayout* grid, std::string_view quantity, int row, int column) {
    auto* panel = new QuantityPanel(quantity, shown_);
    grid->addWidget(panel, row, column);
    panels_.push_back(panel);
    connect(panel, &QuantityPanel::why, this, &Page::why);
    return panel;
}

void PlainPage::add_cards(std::span<const std::string_view> quantities) {
    card_grid_ = new QGridLayout;
    card_grid_->setSpacing(8);
    for (const auto quantity : quantities) {
        auto* card = new KpiCard(quantity, shown_);
        cards_.push_back(card);
        connect(card, &KpiCard::why, this, &Page::why);
        connect(card, &KpiCard::resized, this, &PlainPage::level_cards);
    }
    arrange_cards();
    body_->addLayout(card_grid_);
}

}  // namespace goho::gui
