// Actuals against plan as tables of text and number. They reckon nothing: figures come from the engine.
#pragma once

#include "analysis/plan_actual.hpp"
#include "models/table_model.hpp"
#include "shown/shown.hpp"

namespace goho::gui {

/// Budget, actual, difference and ratio of each line of a statement; lines that are zero on both sides are left out.
/// `month` of the plan is what "why?" asks about.
Table span_table(const analysis::PlanActualSpan& span, const accounting::StatementLayout& layout, int month, const Shown& shown);

/// Two columns for each actual month: budget, and the actual figure with its difference below.
Table months_table(const analysis::PlanActual& result, const accounting::StatementLayout& layout, const Shown& shown);

/// The year that lands: what is actual, what is still planned, their sum, and the year as it was planned first.
Table landing_table(const analysis::PlanActual& result, const accounting::StatementLayout& layout, int month, const Shown& shown);

/// Why operating income differs: causes and their parts, one column for each span; the last line is their sum.
struct NamedSpan {
    QString name;
    const analysis::PlanActualSpan* span;
};
Table effects_table(const analysis::PlanActual& result, const std::vector<NamedSpan>& spans, const Shown& shown);

/// The causes of a span with their names, in the order in which they lead from the plan to the actual figure.
struct Effect {
    Label label;
    double value = 0.0;
};
std::vector<Effect> effects_of(const analysis::OperatingEffects& effects);

}  // namespace goho::gui
