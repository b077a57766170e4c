// One month of the company: the only place that knows every module and the order in which they act.
// Leadership, effort, initiatives and people come first, then trade, the hours it takes, cost, pay, assets and loans,
// then profit, taxes and cash; customers, lenders and staff make up their minds last, for the month that follows.
// Theory: docs/model/behaviour.md and docs/model/accounting.md, "The order of a month".
#pragma once

#include "simulation/behaviour_after.hpp"
#include "simulation/month_closing.hpp"

namespace goho::simulation {

/// Moves the company by one month. `last` is the month before, or the opening balance sheet.
template <class Real>
void month_step(const Plan<Real>& plan, const MonthInfo& now, const accounting::Books<Real>& last, State<Real>& s,
                MonthResult<Real> out) {
    BehaviourResult<Real> seen{out.conduct, out.customers, out.initiatives, out.people};
    const bool behaves = plan.behaves();
    if (behaves) behaviour_before_trade(plan, now, last, s.behaviour, seen);
    Real shared = 0.0;  // operating cost that belongs to no segment
    const Real workload = detail::trade(plan, now, s, out);
    if (behaves) behaviour_after_trade(plan, workload, s.behaviour, seen);
    detail::cost_lines(plan, now, s, out, shared);
    detail::payroll(plan, now, s, out, shared);
    detail::assets(plan, now, s, out, shared);
    if (behaves) detail::initiatives(plan, out, shared);
    detail::loans(plan, now, s, out);
    detail::grants(plan, now, s, out);
    detail::allocate(plan, s, out, shared);
    detail::profit_and_taxes(plan, now, s, out);
    detail::cash(plan, now, s, out);
    fill_balance_sheet(plan, s, now.month, out.books);
    detail::cash_flow(last, out.transfers, out.books);
    if (behaves) behaviour_at_end(plan, now, s, out.books, s.behaviour, seen);
}

}  // namespace goho::simulation
