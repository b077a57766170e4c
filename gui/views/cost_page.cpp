#include "views/cost_page.hpp"

#include <QGridLayout>
#include <string_view>

namespace goho::gui {

namespace {

constexpr std::string_view kinds[] = {"personnel_cost",       "rent_and_lease",   "it_cost",
                                      "support_service_cost", "advertising_cost", "depreciation"};

}  // namespace

StackedData cost_data(const Scene& scene) {
    StackedData data;
    data.measure = Measure("yen", scene.shown);
    const auto* active = scene.active_study();
    if (!active) return data;
    const Words words{scene.shown.language};
    for (const auto& year : active->fiscal_years)
        data.columns.push_back(fiscal_year_text(year.first, active->run.fiscal_year_start, scene.shown.language));
    std::vector<double> rest;
    for (const auto& year : active->fiscal_years) rest.push_back(year.books.fixed_cost);
    int n = 0;
    for (const auto kind : kinds) {
        for (const auto& row : accounting::variables<double>) {
            if (row.name != kind) continue;
            StackedPart part{words(row.label), part_color(n++, scene.shown.theme), {}};
            for (std::size_t y = 0; y < active->fiscal_years.size(); ++y) {
                part.values.push_back(active->fiscal_years[y].books.*row.field);
                rest[y] -= part.values.back();
            }
            data.parts.push_back(std::move(part));
        }
    }
    data.parts.push_back(
        {words("Other fixed cost", "その他固定費"), part_color(n, scene.shown.theme), std::move(rest)});
    return data;
}

BreakEvenData break_even_data(const Scene& scene, int year) {
    BreakEvenData data;
    data.measure = Measure("yen", scene.shown);
    const auto color = scene.colors.find(scene.active);
    data.color = color != scene.colors.end() ? color->second : colors_of(scene.shown.theme).accent;
    const auto state = [&](const analysis::Study* study) -> std::optional<BreakEvenState> {
        const auto y = static_cast<std::size_t>(year - 1);
        if (!study || year < 1 || y >= study->plan_views.size()) return {};
        const auto& view = study->plan_views[y];
        return BreakEvenState{view.now.net_sales, view.now.fixed_cost, view.now.variable_cost,
                              stakeholders::figure(view, "break_even_sales")};
    };
    if (const auto now = state(scene.active_study())) data.now = *now;
    if (scene.active != scene.base) data.base = state(scene.base_study());
    return data;
}

CostPage::CostPage(const Shown& shown, QWidget* parent)
    : PlainPage("cost", {"Cost", "固定費・損益分岐点"}, shown, parent), years_(new YearButtons(shown)),
      cost_panel_(new Panel(QString())), break_even_panel_(new Panel(QString())), cost_(new StackedChart(shown)),
      break_even_(new BreakEvenChart(shown)) {
    put_in_head(years_);
    constexpr std::string_view cards[] = {"fixed_cost",       "fixed_cost_ratio", "marginal_profit_ratio", "gross_margin",
                                          "break_even_ratio", "margin_of_safety", "labour_share"};
    add_cards(cards);
    auto* grid = new QGridLayout;
    grid->setSpacing(10);
    cost_panel_->put(cost_);
    break_even_panel_->put(break_even_);
    grid->addWidget(break_even_panel_, 0, 0, 2, 1);
    grid->addWidget(cost_panel_, 0, 1);
    auto* row = new QGridLayout;
    row->setSpacing(10);
    add_panel(row, "gross_margin", 0, 0);
    add_panel(row, "break_even_ratio", 0, 1);
    grid->addLayout(row, 1, 1);
    for (int i = 0; i < 2; ++i) {
        grid->setColumnStretch(i, 1);
        grid->setRowStretch(i, 1);
        row->setColumnStretch(i, 1);
    }
    grid->setRowStretch(0, 6);
    grid->setRowStretch(1, 5);
    body()->addLayout(grid, 1);
    connect(years_, &YearButtons::chosen, this, [this] { show_answer(scene_); });
    connect(cost_, &Chart::picked, this, [this](int, int column) {
        const auto* active = scene_.active_study();
        if (!active || column < 0 || column >= static_cast<int>(active->fiscal_years.size())) return;
        Q_EMIT why(Figure{
            "fixed_cost", {}, {}, active->fiscal_years[static_cast<std::size_t>(column)].last - active->run.start});
    });
}

void CostPage::show_answer(const Scene& scene) {
    scene_ = scene;
    years_->offer(years_of(*scene.active_study()));
    for (auto* card : cards_) card->show_scene(scene, years_->year());
    for (auto* panel : panels_) panel->show_scene(scene);
    const Measure yen("yen", scene.shown);
    cost_panel_->set_heading(labelled(words_("Fixed cost by kind", "固定費の内訳"), yen));
    break_even_panel_->set_heading(labelled(words_("Sales against cost", "売上高と費用"), yen));
    break_even_panel_->set_note(words_("year ", "計画") + QString::number(years_->year()) + words_("", "年目"));
    cost_->set_heading(cost_panel_->heading());
    break_even_->set_heading(break_even_panel_->heading());
    cost_->show_data(cost_data(scene));
    break_even_->show_data(break_even_data(scene, years_->year()));
}

}  // namespace goho::gui
