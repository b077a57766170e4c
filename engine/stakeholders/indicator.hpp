// The indicators a planner reads, one row each: name, unit, definition in words, and the function that reckons it
// from the books of a year. A figure that cannot be reckoned is nothing, never a zero or an infinity; every row says
// when. Theory and sources: docs/model/indicators.md, KP equations.
#pragma once

#include "core/variable.hpp"
#include "simulation/period.hpp"
#include "simulation/plan.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace goho::stakeholders {

/// What an indicator is reckoned from: the books of a year and the balance sheet on which the year began.
struct YearView {
    Month first, last;
    int months = 12;
    bool closes_year = true;                // the year's taxes are booked in it
    accounting::Books<double> now, before;  // of `before` only the balance sheet counts
    std::optional<double> previous_sales;   // of the year before, as twelve months
    Text label;
    bool behaves = false;                   // otherwise conduct holds zeros, and indicators of it are nothing
    simulation::Conduct<double> conduct, conduct_before;  // of the year before; in the first year its own first month
    double attrition_rate_today = 0.0, complaint_rate_today = 0.0, lead_time_today = 0.0, error_rate_today = 0.0;

    /// A flow as twelve months would have it; the same in a whole year.
    double annual(double flow) const { return months == 12 ? flow : flow * 12.0 / months; }
};

/// `previous_net_sales` is the year before the plan (opening.previous_net_sales); zero when not known.
/// `plan` says what behaviour is measured against; without it such ratios are nothing.
std::vector<YearView> year_views(const simulation::Trajectory<double>& run, const std::vector<simulation::Period>& years,
                                 double previous_net_sales, const simulation::Plan<double>* plan = nullptr);

/// Fills in what each year takes from the one before it; `now` and `conduct` of every year stand already.
void link_years(std::vector<YearView>& years, const accounting::Books<double>& opening,
                const simulation::Conduct<double>& first_month, double previous_net_sales,
                const simulation::Plan<double>* plan = nullptr);

struct Indicator {
    std::string_view name, unit;
    Label label;
    Label definition;  // printed beside the figure
    Better better;
    std::string_view equation;
    std::string_view source;  // key of docs/sources.md
    std::optional<double> (*compute)(const YearView&);
    Stakeholder stakeholder = Stakeholder::company;
};

std::span<const Indicator> indicators();
/// Those of conduct (KP-41 to KP-55), already among indicators().
std::span<const Indicator> conduct_indicators();
const Indicator* find_indicator(std::string_view name);

/// A result or an indicator by its name, whichever it is; used by targets and comparisons.
struct Quantity {
    std::string_view name, unit;
    Label label;
    Label definition;  // empty for a line of the books
    Better better;
};
std::optional<Quantity> find_quantity(std::string_view name);
std::optional<double> figure(const YearView& year, std::string_view name);

// A ratio carries the binary error of its division, so that +4.5% of whole yen may come out a hair below 0.045: a figure
// on a threshold counts as having reached it. The slack is far below one yen for any amount the books hold exactly.
bool at_least(double figure, double threshold);
bool at_most(double figure, double threshold);

// Sums that several indicators and gates share.
double interest_bearing_debt(const accounting::Books<double>& b);   // loans, bonds and the overdraft drawn
double normal_working_capital(const accounting::Books<double>& b);  // receivables + inventory - trade payables
double current_liabilities(const accounting::Books<double>& b);
double value_added(const accounting::Books<double>& b);             // operating income + personnel + depreciation
double total_pay(const accounting::Books<double>& b);               // 給与支給総額: pay and bonus, officers included
/// Ordinary income + depreciation - corporate taxes, of twelve months; nothing when the year's taxes are not known.
std::optional<double> simple_cash_flow(const YearView& year);

}  // namespace goho::stakeholders
