// The months of a plan one after the other, over any number type, with a place to look on: what `run_into` is made of.
// Included only where it is instantiated (run.cpp, analysis/recording.cpp), so that others do not compile it again.
#pragma once

#include "simulation/month_step.hpp"
#include "simulation/run.hpp"
#include "simulation/schedule.hpp"

#include <cassert>

namespace goho::simulation {

namespace detail {

template <class T> void clear(Grid<T>& grid, int months, std::size_t items) {
    grid.items = static_cast<int>(items);
    grid.cells.assign(static_cast<std::size_t>(months) * items, T{});
}

/// Empty results in the shape of the plan.
template <class Real> void clear(Trajectory<Real>& out, const Plan<Real>& plan) {
    const int months = plan.company.months;
    out.start = plan.company.start;
    out.fiscal_year_start = plan.company.fiscal_year_start;
    out.opening = {};
    out.months.assign(static_cast<std::size_t>(months), {});
    clear(out.segments, months, plan.segments.size());
    clear(out.loans, months, plan.loans.size());
    clear(out.assets, months, plan.assets.size());
    clear(out.investments, months, plan.investments.size());
    clear(out.lines, months, plan.cost_lines.size());
    clear(out.groups, months, plan.job_groups.size());
    out.transfers.assign(static_cast<std::size_t>(months), {});
    out.behaves = plan.behaves();
    out.conduct.assign(static_cast<std::size_t>(months), {});
    clear(out.customers, months, plan.segments.size());
    clear(out.initiatives, months, plan.initiatives.size());
    clear(out.people, months, plan.job_groups.size());
}

}  // namespace detail

/// Looks on and does nothing. A watcher is told before and after the opening (t = -1) and every month.
struct NoWatch {
    template <class Real> void begins(int, Plan<Real>&, State<Real>&, Trajectory<Real>&) {}
    template <class Real> void ended(int, Plan<Real>&, State<Real>&, Trajectory<Real>&) {}
};

template <class Real, class Watch>
void run_watched(Trajectory<Real>& out, const Plan<Real>& starting_plan, const std::vector<TimelineEntry>& timeline,
                 const accounting::Statutes& statutes, Watch&& watch) {
    Plan<Real> plan = without_names(starting_plan);
    const int months = plan.company.months;
    detail::clear(out, plan);
    Schedule<Real> schedule(plan, timeline);
    State<Real> state = opening_state(plan, statutes);
    watch.begins(-1, plan, state, out);
    fill_balance_sheet(plan, state, plan.company.start + -1, out.opening);
    watch.ended(-1, plan, state, out);
    const accounting::Books<Real>* last = &out.opening;
    for (int t = 0; t < months; ++t) {
        schedule.apply(t);
        watch.begins(t, plan, state, out);
        const Month month = plan.company.start + t;
        const int month_of_year = month_of_fiscal_year(month, plan.company.fiscal_year_start);
        const MonthInfo now{t, month, plan.company.start, month_of_year, t > 0 && month_of_year == 0,
                            &statutes.taxes_of(fiscal_year_start(month, plan.company.fiscal_year_start)), &statutes};
        month_step(plan, now, *last, state,
                   {out.months[t], out.segments.row(t), out.loans.row(t), out.assets.row(t), out.investments.row(t),
                    out.lines.row(t), out.groups.row(t), out.transfers[t], out.conduct[t], out.customers.row(t),
                    out.initiatives.row(t), out.people.row(t)});
        watch.ended(t, plan, state, out);
        last = &out.months[t];
    }
#ifdef GOHO_CHECK_EVERY_RUN
    if constexpr (std::is_same_v<Real, double>) assert(residuals(starting_plan, out).worst() <= 1e-6);
#endif
}

}  // namespace goho::simulation
