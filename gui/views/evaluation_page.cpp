#include "views/evaluation_page.hpp"

#include <QGridLayout>
#include <string_view>

namespace goho::gui {

namespace {

using simulation::Conduct;

/// A part of a whole that the heading names already: said without it.
struct Part {
    std::string_view name;
    Label label;
};

StackedData stacked(const Scene& scene, std::string_view unit, std::initializer_list<Part> parts) {
    StackedData data;
    data.measure = Measure(unit, scene.shown);
    const auto* active = scene.active_study();
    if (!active) return data;
    for (const auto& year : active->fiscal_years)
        data.columns.push_back(fiscal_year_text(year.first, active->run.fiscal_year_start, scene.shown.language));
    int n = 0;
    for (const auto& one : parts) {
        for (const auto& row : simulation::conduct_variables<double>) {
            if (row.name != one.name) continue;
            StackedPart part{Words{scene.shown.language}(one.label), part_color(n++, scene.shown.theme), {}};
            for (const auto& year : active->fiscal_years) part.values.push_back(year.conduct.*row.field);
            data.parts.push_back(std::move(part));
        }
    }
    return data;
}

}  // namespace

StackedData hours_data(const Scene& scene) {
    return stacked(scene, "hours",
                   {{"hours_to_customers", {"To customers", "顧客対応"}},
                    {"hours_to_sales", {"To selling", "営業"}},
                    {"hours_to_improvement", {"To improvement", "改善"}},
                    {"hours_to_development", {"To development", "育成・開発"}},
                    {"overtime_cut_hours", {"Less overtime", "残業削減"}},
                    {"headcount_cut_hours", {"Posts not refilled", "人員減"}},
                    {"idle_hours", {"Idle", "未使用"}}});
}

StackedData effort_data(const Scene& scene) {
    auto data = stacked(
        scene, "fraction",
        {{"selling_effort", {"Selling", "営業"}},
         {"customer_value_effort", {"Customer value", "顧客価値"}},
         {"improvement_effort", {"Improvement", "改善"}},
         {"development_effort", {"Development", "育成・開発"}},
         {"other_effort", {"Other tasks", "その他"}}});
    data.whole = 1.0;
    return data;
}

BarData weights_data(const Scene& scene) {
    BarData data;
    const auto* active = scene.active_study();
    if (!active) return data;
    const Words words{scene.shown.language};
    const auto& plan = active->scenario.plan;
    data.high = 1.0;
    data.marks = {0.25, 0.5, 0.75, 1.0};
    int n = 0;
    const auto add = [&](const QString& name, double weight, double today) {
        data.bars.push_back({name, weight, today,
                             qt(percent(weight, 0)) + (percent(weight, 0) == percent(today, 0)
                                                           ? QString()
                                                           : words(", today ", "（現状") + qt(percent(today, 0)) +
                                                                 words("", "）")),
                             part_color(n++, scene.shown.theme)});
    };
    /// As the timeline leaves a weight: a change without an end holds for good.
    const auto at_end = [&](const std::string& pointer, double weight) {
        for (const auto& entry : active->scenario.timeline) {
            for (const auto& edit : entry.edits) {
                if (edit.pointer == pointer && edit.operation == simulation::Operation::set && !entry.to.given())
                    weight = edit.amount;
            }
        }
        return weight;
    };
    const double weights[] = {plan.evaluation.selling_weight, plan.evaluation.customer_value_weight,
                              plan.evaluation.improvement_weight, plan.evaluation.development_weight};
    const double today[] = {plan.evaluation_today.selling_weight, plan.evaluation_today.customer_value_weight,
                            plan.evaluation_today.improvement_weight, plan.evaluation_today.development_weight};
    for (std::size_t i = 0; i < 4; ++i) {
        const auto& option = evaluation::serves_options[i + 1];
        add(words(option.label), at_end("/evaluation/" + std::string(option.key) + "_weight", weights[i]), today[i]);
    }
    for (std::size_t i = 0; i < plan.tasks.size(); ++i) {
        const auto& task = plan.tasks[i];
        add(QString::fromStdString(std::string(task.shown(scene.shown.language))), task.parameters.weight,
            task.parameters.weight_today);
    }
    return data;
}

EvaluationPage::EvaluationPage(const Shown& shown, QWidget* parent)
    : PlainPage("evaluation", {"Appraisal", "評価と努力"}, shown, parent), hours_panel_(new Panel(QString())),
      weights_(new BarChart(shown)), effort_(new StackedChart(shown)), hours_(new StackedChart(shown)) {
    needs_behaviour();
    auto* weights = new Panel(words_("What counts in appraisal", "評価ウェイト"));
    weights->set_note(words_("mark: today", "印：現状"));
    weights->put(weights_);
    auto* effort = new Panel(words_("Where effort goes", "努力の配分"));
    effort->put(effort_);
    hours_panel_->put(hours_);
    weights_->set_heading(weights->heading());
    effort_->set_heading(effort->heading());
    auto* grid = new QGridLayout;
    grid->setSpacing(10);
    grid->addWidget(weights, 0, 0);
    grid->addWidget(effort, 0, 1);
    grid->addWidget(hours_panel_, 0, 2);
    add_panel(grid, "customer_satisfaction", 1, 0);
    add_panel(grid, "waste_share", 1, 1);
    add_panel(grid, "human_capital", 1, 2);
    for (int column = 0; column < 3; ++column) grid->setColumnStretch(column, 1);
    grid->setRowStretch(0, 6);
    grid->setRowStretch(1, 5);
    body()->addLayout(grid, 1);
    connect(effort_, &Chart::picked, this, [this](int, int column) {
        Q_EMIT why(Figure{"selling_effort", {}, {}, 12 * column + 11});
    });
    connect(hours_, &Chart::picked, this, [this](int, int column) {
        Q_EMIT why(Figure{"freed_hours", {}, {}, 12 * column + 11});
    });
}

void EvaluationPage::show_answer(const Scene& scene) {
    hours_panel_->set_heading(
        labelled(words_("Where freed hours go", "生み出した時間の使い道"), Measure("hours", scene.shown)));
    hours_->set_heading(hours_panel_->heading());
    weights_->show_data(weights_data(scene));
    effort_->show_data(effort_data(scene));
    hours_->show_data(hours_data(scene));
    for (auto* panel : panels_) panel->show_scene(scene);
}

}  // namespace goho::gui
