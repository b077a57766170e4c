// The months of a plan one after the other, over any number type, with a place to look on: what `run_into` is made of.
// Included only where it is instantiated (run.cpp, analysis/recording.cpp), so that others do not compile it again.
#pragma once

#include "simulation/march.hpp"
#include "simulation/run.hpp"

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

/// Shows a watcher the results so far as well.
template <class Real, class Watch> struct Watched {
    Watch& watch;
    Trajectory<Real>& out;
    void begins(int t, Plan<Real>& plan, State<Real>& state) { watch.begins(t, plan, state, out); }
    void ended(int t, Plan<Real>& plan, State<Real>& state) { watch.ended(t, plan, state, out); }
};

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
    detail::clear(out, plan);
    Schedule<Real> schedule(plan, timeline);
    const auto rows = [&](int t) {
        return MonthResult<Real>{out.months[t], out.segments.row(t), out.loans.row(t), out.assets.row(t),
                                 out.investments.row(t), out.lines.row(t), out.groups.row(t), out.transfers[t],
                                 out.conduct[t], out.customers.row(t), out.initiatives.row(t), out.people.row(t)};
    };
    march(plan, schedule, statutes, out.opening, rows, detail::Watched<Real, std::remove_reference_t<Watch>>{watch, out});
#ifdef GOHO_CHECK_EVERY_RUN
    if constexpr (std::is_same_v<Real, double>) {
        const auto found = residuals(starting_plan, out);
        assert(found.worst() <= 1e-6 || !(found.largest_amount < exact_limit));
    }
#endif
}

}  // namespace goho::simulation
