#include "simulation/run.hpp"

#include "core/lanes.hpp"
#include "simulation/month_step.hpp"
#include "simulation/schedule.hpp"

#include <cassert>

namespace goho::simulation {

template <class Real>
Trajectory<Real> run(const Plan<Real>& starting_plan, const std::vector<TimelineEntry>& timeline, const accounting::Statutes& statutes) {
    Plan<Real> plan = without_names(starting_plan);
    const int months = plan.company.months;
    Trajectory<Real> out;
    out.start = plan.company.start;
    out.fiscal_year_start = plan.company.fiscal_year_start;
    out.months.resize(months);
    out.segments = {months, static_cast<int>(plan.segments.size())};
    out.loans = {months, static_cast<int>(plan.loans.size())};
    out.assets = {months, static_cast<int>(plan.assets.size())};
    out.investments = {months, static_cast<int>(plan.investments.size())};
    out.lines = {months, static_cast<int>(plan.cost_lines.size())};
    out.groups = {months, static_cast<int>(plan.job_groups.size())};
    out.transfers.resize(months);

    Schedule<Real> schedule(plan, timeline);
    State<Real> state = opening_state(plan, statutes);
    fill_balance_sheet(plan, state, plan.company.start + -1, out.opening);
    const accounting::Books<Real>* last = &out.opening;
    for (int t = 0; t < months; ++t) {
        schedule.apply(t);
        const Month month = plan.company.start + t;
        const int month_of_year = month_of_fiscal_year(month, plan.company.fiscal_year_start);
        const MonthInfo now{t, month, plan.company.start, month_of_year, t > 0 && month_of_year == 0,
                            &statutes.taxes_of(fiscal_year_start(month, plan.company.fiscal_year_start)), &statutes};
        month_step(plan, now, *last, state,
                   {out.months[t], out.segments.row(t), out.loans.row(t), out.assets.row(t), out.investments.row(t),
                    out.lines.row(t), out.groups.row(t), out.transfers[t]});
        last = &out.months[t];
    }
#ifdef GOHO_CHECK_EVERY_RUN
    if constexpr (std::is_same_v<Real, double>) assert(residuals(starting_plan, out).worst() <= 1e-6);
#endif
    return out;
}

template Trajectory<double> run(const Plan<double>&, const std::vector<TimelineEntry>&, const accounting::Statutes&);
template Trajectory<Lanes> run(const Plan<Lanes>&, const std::vector<TimelineEntry>&, const accounting::Statutes&);

}  // namespace goho::simulation
