// Actuals against plan (予実): months as they happened beside the same plan without them, why operating income differs, and
// where the fiscal year under way lands. Every part is in whole yen, and the parts add up to the difference.
// Theory: docs/model/plan_actual.md, PA-1 to PA-11.
#pragma once

#include "accounting/statement_layout.hpp"
#include "accounting/statutes.hpp"
#include "simulation/scenario.hpp"
#include "simulation/trajectory.hpp"

#include <optional>

namespace goho::analysis {

/// The balances that are held against the plan beside both forms of profit and loss.
inline constexpr auto compared_balances = std::to_array<accounting::StatementRow>({
    {"cash", 0, accounting::Emphasis::total},
    {"notes_receivable", 1}, {"accounts_receivable", 1}, {"inventory", 1}, {"fixed_assets", 1},
    {"total_assets", 0, accounting::Emphasis::total},
    {"notes_payable", 1}, {"accounts_payable", 1}, {"other_payables", 1}, {"overdraft", 1}, {"short_term_loans", 1},
    {"long_term_loans", 1}, {"bonds", 1}, {"total_liabilities"},
    {"net_assets", 0, accounting::Emphasis::total},
});
inline constexpr auto compared_statements = std::to_array<accounting::StatementLayout>({
    {"profit", {"Profit and loss (managerial)", "変動損益計算書"}, accounting::layout::managerial},
    {"statutory", {"Profit and loss (statutory)", "損益計算書"}, accounting::layout::statutory},
    {"balance", {"Cash and main balances", "現金預金と主な残高"}, compared_balances},
});

/// What a segment adds to operating income beyond the plan, in yen; below zero it takes away.
struct SegmentEffects {
    double price = 0.0, volume = 0.0, mix = 0.0, unit_cost = 0.0;
};

/// An operating cost in yen: as planned, as the plan allows for what was sold, and as it was.
struct CostEffects {
    double plan = 0.0, allowed = 0.0, actual = 0.0;
    double spending = 0.0, timing = 0.0;  // together allowed - actual
};

/// The difference of operating income by cause.
struct OperatingEffects {
    std::vector<SegmentEffects> segments;  // in the order of the plan
    std::vector<CostEffects> costs;        // in the order of PlanActual::costs
    double step_cost = 0.0;                // part of volume: steps of capacity that the volume began or spared

    SegmentEffects of_segments() const;
    double volume() const { return of_segments().volume + step_cost; }
    double spending() const;
    double timing() const;
    double sum() const;
};

/// A span of months, plan and actual side by side. Flows are sums, balances stand at its end.
struct PlanActualSpan {
    Month first, last;
    Text label;
    accounting::Books<double> plan, actual;
    OperatingEffects effects;  // empty in a landing, which holds months still to come
};

struct PlanActual {
    std::vector<Text> segments, costs;  // names; costs are cost lines, job groups, depreciation and the rest
    bool volumes_known = false;         // whether the books give any volume; if not, price stands as planned
    std::vector<PlanActualSpan> months;
    std::vector<PlanActualSpan> ahead;  // months still to come of the year that lands: as planned first, and from the actual balances
    PlanActualSpan year_to_date, cumulative, landing;
};

/// Precondition: the scenario has at least one month as it happened.
PlanActual plan_actual(const simulation::Scenario& scenario, const accounting::Statutes& statutes);

/// Actual against plan, 1 when it is met; nothing where the plan is not above zero.                       PA-2
std::optional<double> achievement(double plan, double actual);

/// A cause by its size, said in words.
struct Cause {
    double effect = 0.0;  // on operating income, yen
    Text sentence;
};

/// The causes of a span, the largest first; causes without effect are left out.
std::vector<Cause> causes(const PlanActual& result, const PlanActualSpan& span, std::size_t most = 3);

}  // namespace goho::analysis
