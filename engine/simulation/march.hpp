// The months of a plan one after the other, over any number type: where each month writes its results is the caller's
// affair, and so is who looks on. Included only where it is instantiated, so that others do not compile it again.
#pragma once

#include "simulation/month_step.hpp"
#include "simulation/schedule.hpp"

namespace goho::simulation {

/// Steps through the plan. `opening`, all zero, receives the balance sheet before the first month; `rows(t)` gives the rows, all
/// zero, that month t fills, which must stay as they are until month t + 1 is done. `watch` is told before and after
/// the opening (t = -1) and every month.
template <class Real, class Rows, class Watch>
void march(Plan<Real>& plan, Schedule<Real>& schedule, const accounting::Statutes& statutes, accounting::Books<Real>& opening,
           Rows&& rows, Watch&& watch) {
    State<Real> state = opening_state(plan, statutes);
    watch.begins(-1, plan, state);
    fill_balance_sheet(plan, state, plan.company.start + -1, opening);
    watch.ended(-1, plan, state);
    const accounting::Books<Real>* last = &opening;
    for (int t = 0; t < plan.company.months; ++t) {
        schedule.apply(t);
        watch.begins(t, plan, state);
        const Month month = plan.company.start + t;
        const int month_of_year = month_of_fiscal_year(month, plan.company.fiscal_year_start);
        const MonthInfo now{t, month, plan.company.start, month_of_year, t > 0 && month_of_year == 0,
                            &statutes.taxes_of(fiscal_year_start(month, plan.company.fiscal_year_start)), &statutes,
                            plan.actuals.at(t)};
        const MonthResult<Real> out = rows(t);
        month_step(plan, now, *last, state, out);
        watch.ended(t, plan, state);
        last = &out.books;
    }
}

}  // namespace goho::simulation
