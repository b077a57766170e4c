// The indicators a planner reads, one row each: name, unit, definition in words, and the function that reckons it
// from the books of a year. A figure that cannot be reckoned is nothing, never a zero or an infinity; every row says
// when. Theory and sources: docs/model/indicators.md, KP equations.
#pragma once

#include "core/traced.hpp"
#include "core/variable.hpp"
#include "simulation/period.hpp"
#include "simulation/plan.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace goho::stakeholders {

/// What an indicator is reckoned from: the books of a year and the balance sheet on which the year began.
template <class Real> struct YearOf {
    Month first, last;
    int months = 12;
    bool closes_year = true;              // the year's taxes are booked in it
    accounting::Books<Real> now, before;  // of `before` only the balance sheet counts
    std::optional<Real> previous_sales;   // of the year before, as twelve months
    Text label;
    bool behaves = false;                 // otherwise conduct holds zeros, and indicators of it are nothing
    simulation::Conduct<Real> conduct, conduct_before;  // of the year before; in the first year its own first month
    Real attrition_rate_today = 0.0, complaint_rate_today = 0.0, lead_time_today = 0.0, error_rate_today = 0.0;

    /// A flow as twelve months would have it; the same in a whole year.
    Real annual(Real flow) const { return months == 12 ? flow : flow * 12.0 / months; }
};
using YearView = YearOf<double>;

/// `previous_net_sales` is the year before the plan (opening.previous_net_sales); zero when not known.
/// `plan` says what behaviour is measured against; without it such ratios are nothing.
template <class Real>
std::vector<YearOf<Real>> year_views(const simulation::Trajectory<Real>& run, const std::vector<simulation::PeriodOf<Real>>& years,
                                     std::type_identity_t<Real> previous_net_sales,
                                     const std::type_identity_t<simulation::Plan<Real>>* plan = nullptr);

/// Fills in what each year takes from the one before it; `now` and `conduct` of every year stand already.
template <class Real>
void link_years(std::vector<YearOf<Real>>& years, const accounting::Books<Real>& opening,
                const simulation::Conduct<Real>& first_month, std::type_identity_t<Real> previous_net_sales,
                const std::type_identity_t<simulation::Plan<Real>>* plan = nullptr);

/// How an indicator is reckoned. One function serves both: over plain numbers, and over numbers that remember how they
/// came about, from which `explain` reads what the indicator is made of.
struct Reckoning {
    std::optional<double> (*plain)(const YearView&);
    std::optional<Traced> (*traced)(const YearOf<Traced>&);
    std::optional<double> operator()(const YearView& year) const { return plain(year); }
    std::optional<Traced> operator()(const YearOf<Traced>& year) const { return traced(year); }
};

template <auto F>
inline constexpr Reckoning by{[](const YearView& y) -> std::optional<double> { return F(y); },
                              [](const YearOf<Traced>& y) -> std::optional<Traced> { return F(y); }};

struct Indicator {
    std::string_view name, unit;
    Label label;
    Label definition;  // printed beside the figure
    Better better;
    std::string_view equation;
    std::string_view source;  // key of docs/sources.md
    Reckoning compute;
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
/// A sum that stands in comparisons, too.
inline constexpr Quantity debt_quantity{"interest_bearing_debt", "yen", {"Interest-bearing debt", "有利子負債"},
                                        {"Loans, bonds and the overdraft drawn", "借入金 + 社債 + 当座貸越"}, Better::lower};
std::optional<double> figure(const YearView& year, std::string_view name);

// A ratio carries the binary error of its division, so that +4.5% of whole yen may come out a hair below 0.045: a figure
// on a threshold counts as having reached it. The slack is far below one yen for any amount the books hold exactly.
bool at_least(double figure, double threshold);
bool at_most(double figure, double threshold);

// Sums that several indicators and gates share.

/// Loans, bonds and the overdraft drawn.
template <class Real> Real interest_bearing_debt(const accounting::Books<Real>& b) {
    return b.overdraft + b.short_term_loans + b.long_term_loans + b.bonds;
}
/// Receivables + inventory - trade payables.
template <class Real> Real normal_working_capital(const accounting::Books<Real>& b) {
    return b.notes_receivable + b.accounts_receivable + b.inventory - (b.notes_payable + b.accounts_payable);
}
template <class Real> Real current_liabilities(const accounting::Books<Real>& b) {
    return b.total_liabilities - b.long_term_loans - b.bonds - b.other_liabilities;
}
/// Operating income + personnel + depreciation.
template <class Real> Real value_added(const accounting::Books<Real>& b) {
    return b.operating_income + b.personnel_cost + b.depreciation;
}
/// 給与支給総額: pay and bonus, officers included.
template <class Real> Real total_pay(const accounting::Books<Real>& b) {
    return b.officer_pay + b.employee_pay + b.part_time_pay + b.bonus_cost;
}
/// Ordinary income + depreciation - corporate taxes, of twelve months; nothing when the year's taxes are not known.
template <class Real> std::optional<Real> simple_cash_flow(const YearOf<Real>& y) {
    if (!y.closes_year) return {};
    return y.annual(y.now.ordinary_income + y.now.depreciation) - y.now.corporate_taxes;
}

}  // namespace goho::stakeholders
