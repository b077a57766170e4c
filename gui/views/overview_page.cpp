#include "views/overview_page.hpp"

#include <QGridLayout>
#include <QStackedWidget>
#include <array>

namespace goho::gui {

namespace {

/// One figure for each direction but the company, whose cash stands beside them; and what stands there in a plan without.
constexpr std::array<std::string_view, 4> with_behaviour{"employee_satisfaction", "customer_satisfaction", "trust",
                                                         "index_next_generation"};
constexpr std::array<std::string_view, 4> without_behaviour{"net_sales", "net_assets", "free_cash_flow",
                                                            "marginal_profit"};

}  // namespace

PolarData polar_data(const Scene& scene, int year) {
    PolarData data;
    const Words words{scene.shown.language};
    for (std::size_t i = 0; i < data.axes.size(); ++i)
        data.axes[i] = words(stakeholders::label_of(static_cast<Stakeholder>(i)));
    if (!scene.answer) return data;
    for (const auto& computed : scene.answer->scenarios) {
        if (!computed->study || !computed->study->run.behaves) continue;
        PolarOutline outline;
        outline.name = name_of(scene, computed->sheet);
        const auto color = scene.colors.find(computed->sheet);
        outline.color = color != scene.colors.end() ? color->second : QColor();
        outline.strong = computed->sheet == scene.active;
        outline.ghost = computed->sheet == scene.base;
        const auto figures = stakeholders::direction_figures();
        for (std::size_t i = 0; i < outline.values.size(); ++i) {
            if (const auto one = quantity(figures[i].name)) outline.values[i] = at_year(*computed->study, *one, year);
        }
        data.outlines.push_back(std::move(outline));
    }
    return data;
}

OverviewPage::OverviewPage(const Shown& shown, QWidget* parent)
    : PlainPage("overview", {"Overview", "全体像"}, shown, parent), years_(new YearButtons(shown)),
      polar_panel_(new Panel(words_("The five directions (0–100)", "五方の指数（0〜100）"))),
      polar_(new PolarChart(shown)), first_(new QStackedWidget) {
    put_in_head(years_);
    constexpr std::string_view cards[] = {"net_sales", "operating_income", "ordinary_income",
                                          "cash",      "equity_ratio",     "debt_repayment_years_b"};
    add_cards(cards);
    auto* grid = new QGridLayout;
    grid->setSpacing(10);
    polar_->set_heading(polar_panel_->heading());
    polar_panel_->put(polar_);
    auto* income = new QuantityPanel("operating_income", shown_);
    panels_.push_back(income);
    connect(income, &QuantityPanel::why, this, &Page::why);
    first_->addWidget(polar_panel_);
    first_->addWidget(income);
    grid->addWidget(first_, 0, 0);
    add_panel(grid, "cash", 0, 1)->reach(0.0, 0.0);
    for (int place = 2; place < 6; ++place)
        add_panel(grid, with_behaviour[static_cast<std::size_t>(place - 2)], place / 3, place % 3);
    for (int column = 0; column < 3; ++column) grid->setColumnStretch(column, 1);
    for (int row = 0; row < 2; ++row) grid->setRowStretch(row, 1);
    body()->addLayout(grid, 1);
    connect(years_, &YearButtons::chosen, this, [this] { show_answer(scene_); });
}

void OverviewPage::show_answer(const Scene& scene) {
    scene_ = scene;
    const auto& active = *scene.active_study();
    years_->offer(years_of(active));
    for (auto* card : cards_) card->show_scene(scene, years_->year());
    const bool behaves = active.run.behaves;
    first_->setCurrentIndex(behaves ? 0 : 1);
    for (std::size_t i = 0; i < with_behaviour.size(); ++i)
        panels_[i + 2]->set_quantity(behaves ? with_behaviour[i] : without_behaviour[i]);
    for (std::size_t i = behaves ? 1 : 0; i < panels_.size(); ++i) panels_[i]->show_scene(scene);
    if (behaves) {
        polar_panel_->set_note(words_("year ", "計画") + QString::number(years_->year()) + words_("", "年目"));
        polar_->show_data(polar_data(scene, years_->year()));
    }
}

}  // namespace goho::gui
