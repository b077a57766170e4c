#include "views/figures_page.hpp"

#include <QGridLayout>
#include <QScrollArea>

namespace goho::gui {

FiguresLayout people_layout() {
    return {"people",
            {"Employees", "従業員"},
            {"employee_satisfaction", "headcount", "overtime_hours", "number_literacy", "real_wage_index",
             "labour_productivity_index"},
            {"employee_satisfaction", "attrition_rate", "headcount", "overtime_hours", "number_literacy",
             "labour_productivity_index"},
            3};
}

FiguresLayout customers_layout() {
    return {
        "customers",
        {"Customers", "顧客"},
        {"customer_satisfaction", "customer_index", "annual_retention", "complaint_rate", "lead_time",
         "willingness_to_pay"},
        {"customer_satisfaction", "customer_index", "churn_rate", "complaint_rate", "lead_time", "willingness_to_pay"},
        3};
}

FiguresLayout society_layout() {
    return {"society",
            {"Society", "世間・金融"},
            {"trust", "disclosure", "credit_score", "credit_spread", "equity_ratio", "dscr"},
            {"trust", "disclosure", "credit_score", "credit_spread", "interest_expense", "dismissed"},
            3};
}

FiguresLayout next_generation_layout() {
    return {"next_generation",
            {"Next generation", "次世代"},
            {"human_capital", "research_capital", "digital_capital", "executive_capability", "founder_dependence",
             "attractiveness", "institutionalisation", "plan_linkage"},
            {"human_capital", "research_capital", "digital_capital", "executive_capability", "founder_dependence",
             "attractiveness", "institutionalisation", "plan_linkage"},
            3,
            true,
            {"Next gen.", "次世代"}};
}

FiguresPage::FiguresPage(const FiguresLayout& layout, const Shown& shown, QWidget* parent)
    : PlainPage(layout.name, layout.title, shown, parent), tab_(layout.tab), years_(new YearButtons(shown)) {
    needs_behaviour();
    put_in_head(years_);
    add_cards(layout.cards);
    auto* grid = new QGridLayout;
    grid->setSpacing(10);
    int place = 0;
    const int most = layout.milestones ? 2 * layout.columns : static_cast<int>(layout.panels.size());
    for (const auto name : layout.panels) {
        const bool spare = place >= most;
        auto* panel = spare ? add_panel(grid, name, place - most, layout.columns)
                            : add_panel(grid, name, place / layout.columns, place % layout.columns);
        if (spare) spare_.push_back(panel), panel->hide();
        ++place;
    }
    for (int column = 0; column < layout.columns; ++column) grid->setColumnStretch(column, 1);
    for (int row = 0; row < (std::min(place, most) + layout.columns - 1) / layout.columns; ++row)
        grid->setRowStretch(row, 1);
    if (layout.milestones) add_milestones(grid, layout.columns + 1);
    body()->addLayout(grid, 1);
    connect(years_, &YearButtons::chosen, this, [this] { show_answer(scene_); });
}

void FiguresPage::add_milestones(QGridLayout* grid, int column) {
    auto* panel = new Panel(words_("Milestones: reached / target", "目標年次の見込み"));
    milestones_ = new MilestoneChart(shown_);
    milestones_->set_heading(panel->heading());
    auto* scroll = new QScrollArea;
    scroll->setWidget(milestones_);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    milestones_->setAutoFillBackground(false);
    panel->put(scroll);
    panel->setMinimumWidth(190);
    panel->setMaximumWidth(320);
    grid->addWidget(panel, 0, column, 2, 1);
    grid->setColumnStretch(column, 1);
    connect(milestones_, &Chart::picked, this, [this](int item, int month) {
        const auto& all = milestones_->data();
        if (item < 0 || item >= static_cast<int>(all.size()) || month < 0) return;
        const auto one = quantity(all[static_cast<std::size_t>(item)].variable);
        if (const auto figure = one ? figure_of(*one, month) : std::nullopt) Q_EMIT why(*figure);
    });
}

std::vector<Milestone> milestones(const Scene& scene) {
    std::vector<Milestone> out;
    const auto* active = scene.active_study();
    if (!active) return out;
    const Words words{scene.shown.language};
    for (const auto& target : active->targets) {
        const auto one = quantity(target.variable);
        const Measure measure(target.unit, scene.shown);
        const bool at_least = target.bound == stakeholders::Bound::at_least;
        const QString wanted = measure.with_unit(target.value);
        out.push_back({target.year, one ? title_of(*one, scene.shown.language) : words(target.name),
                       words("", "見込み ") + measure.value(target.figure),
                       at_least ? words("at least ", "目標 ") + wanted + words("", "以上")
                                : words("at most ", "目標 ") + wanted + words("", "以下"),
                       target.verdict, words(stakeholders::label_of(target.verdict)), words(target.reason),
                       12 * target.year - 1, target.variable});
    }
    return out;
}

/// Figures that seldom move have charts only where there is room for all; their cards are always there.
void FiguresPage::resizeEvent(QResizeEvent* event) {
    PlainPage::resizeEvent(event);
    for (auto* panel : spare_) panel->setVisible(width() >= 1300);
    if (!spare_.empty())
        if (auto* grid = qobject_cast<QGridLayout*>(body()->itemAt(1)->layout()))
            grid->setColumnStretch(grid->columnCount() - 2, width() >= 1300 ? 1 : 0);
}

void FiguresPage::show_answer(const Scene& scene) {
    scene_ = scene;
    years_->offer(years_of(*scene.active_study()));
    for (auto* card : cards_) card->show_scene(scene, years_->year());
    for (auto* panel : panels_) panel->show_scene(scene);
    if (milestones_) milestones_->show_data(milestones(scene));
}

}  // namespace goho::gui
