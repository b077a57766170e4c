#include "views/plain_page.hpp"

#include <QGridLayout>
#include <QHBoxLayout>

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
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(14, 10, 14, 10);
    all->setSpacing(8);
    all->addLayout(head_);
    all->addWidget(notice_, 1);
    all->addWidget(content_, 1);
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
    legend_->show_scene(scene);
    if (notice.isEmpty()) show_answer(scene);
}

QuantityPanel* PlainPage::add_panel(QGridLayout* grid, std::string_view quantity, int row, int column) {
    auto* panel = new QuantityPanel(quantity, shown_);
    grid->addWidget(panel, row, column);
    panels_.push_back(panel);
    connect(panel, &QuantityPanel::why, this, &Page::why);
    return panel;
}

KpiCard* PlainPage::add_card(QLayout* row, std::string_view quantity) {
    auto* card = new KpiCard(quantity, shown_);
    row->addWidget(card);
    cards_.push_back(card);
    connect(card, &KpiCard::why, this, &Page::why);
    return card;
}

}  // namespace goho::gui
