#include "views/figures_page.hpp"

#include <QGridLayout>

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
             "attractiveness"},
            {"human_capital", "research_capital", "digital_capital", "executive_capability", "founder_dependence",
             "attractiveness", "institutionalisation", "plan_linkage"},
            4};
}

FiguresPage::FiguresPage(const FiguresLayout& layout, const Shown& shown, QWidget* parent)
    : PlainPage(layout.name, layout.title, shown, parent), years_(new YearButtons(shown)) {
    needs_behaviour();
    put_in_head(years_);
    auto* cards = new QHBoxLayout;
    cards->setSpacing(8);
    for (const auto name : layout.cards) add_card(cards, name);
    body()->addLayout(cards);
    auto* grid = new QGridLayout;
    grid->setSpacing(10);
    int place = 0;
    for (const auto name : layout.panels) {
        add_panel(grid, name, place / layout.columns, place % layout.columns);
        ++place;
    }
    for (int column = 0; column < layout.columns; ++column) grid->setColumnStretch(column, 1);
    for (int row = 0; row < (place + layout.columns - 1) / layout.columns; ++row) grid->setRowStretch(row, 1);
    body()->addLayout(grid, 1);
    connect(years_, &YearButtons::chosen, this, [this] { show_answer(scene_); });
}

void FiguresPage::show_answer(const Scene& scene) {
    scene_ = scene;
    years_->offer(years_of(*scene.active_study()));
    for (auto* card : cards_) card->show_scene(scene, years_->year());
    for (auto* panel : panels_) panel->show_scene(scene);
}

}  // namespace goho::gui
