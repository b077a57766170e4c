#include "views/segments_page.hpp"

#include <QGridLayout>

namespace goho::gui {

StackedData segments_data(const Scene& scene, std::string_view variable) {
    StackedData data;
    data.measure = Measure("yen", scene.shown);
    const auto* active = scene.active_study();
    if (!active) return data;
    for (const auto& year : active->fiscal_years)
        data.columns.push_back(fiscal_year_text(year.first, active->run.fiscal_year_start, scene.shown.language));
    for (const auto& row : accounting::segment_variables<double>) {
        if (row.name != variable) continue;
        for (int i = 0; i < active->run.segments.items; ++i) {
            const auto at = static_cast<std::size_t>(i);
            StackedPart part{
                QString::fromStdString(std::string(active->scenario.plan.segments[at].shown(scene.shown.language))),
                part_color(i, scene.shown.theme),
                {}};
            for (const auto& year : active->segment_years) part.values.push_back(year.segments[at].*row.field);
            data.parts.push_back(std::move(part));
        }
    }
    return data;
}

SegmentsPage::SegmentsPage(const Shown& shown, QWidget* parent)
    : PlainPage("segments", {"Segments", "部門"}, shown, parent) {
    without_legend();
    auto* grid = new QGridLayout;
    grid->setSpacing(10);
    int place = 0;
    for (const std::string_view variable : {"net_sales", "marginal_profit", "segment_profit", "operating_income"}) {
        auto* panel = new Panel(QString());
        auto* chart = new StackedChart(shown);
        panel->put(chart);
        grid->addWidget(panel, place / 2, place % 2);
        ++place;
        parts_.push_back({variable, panel, chart});
        connect(chart, &Chart::picked, this, [this, variable](int, int column) {
            const auto* active = scene_.active_study();
            if (!active || active->run.segments.items == 0 || column < 0 ||
                column >= static_cast<int>(active->fiscal_years.size()))
                return;
            Q_EMIT why(Figure{std::string(variable), std::string(active->scenario.plan.segments[0].id), "segments",
                              active->fiscal_years[static_cast<std::size_t>(column)].last - active->run.start});
        });
    }
    for (int i = 0; i < 2; ++i) {
        grid->setColumnStretch(i, 1);
        grid->setRowStretch(i, 1);
    }
    body()->addLayout(grid, 1);
}

void SegmentsPage::show_answer(const Scene& scene) {
    scene_ = scene;
    for (auto& part : parts_) {
        auto columns = segments_data(scene, part.variable);
        for (const auto& row : accounting::segment_variables<double>) {
            if (row.name == part.variable) part.panel->set_heading(labelled(words_(row.label), columns.measure));
        }
        part.chart->set_heading(part.panel->heading());
        part.chart->show_data(std::move(columns));
    }
}

}  // namespace goho::gui
