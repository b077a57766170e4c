// The hours of the company: what routine work and orders take, what is left for selling, customers, improvement and
// development, what overload does, and where freed hours go. Hours are of a month. Leaves out who does the work.
// Theory: docs/model/workforce.md, WF-8 to WF-23.
#pragma once

#include "core/number.hpp"
#include "workforce/parameters.hpp"

namespace goho::workforce {

template <class Real> struct TimeInputs {
    Real hours_today = 0.0;        // when the plan started
    Real contracted_today = 0.0;   // hours of all posts when the plan started, and as planned now
    Real contracted_planned = 0.0;
    Real effective = 0.0;          // hours of those who are there, novices counted by what they achieve
    Real already_cut = 0.0;        // hours of posts that freed hours have replaced
    Real weekly_hours = 40.0;      // average, with planned overtime
    Real volume_index = 1.0;       // orders against today, season taken out
    Real productivity = 1.0;       // against today
    Real error_index = 1.0;        // against today
    Real waste = 0.0;              // share of indirect hours
    Real hours_saved = 0.0, confusion_hours = 0.0, dual_running_hours = 0.0;  // of all initiatives
    Real selling = 0.0, customer_value = 0.0, improvement = 0.0, development = 0.0;  // effort, shares
};

template <class Real> struct TimeFlows {
    Real available_hours{}, indirect_hours{}, fulfilment_hours{}, discretionary_hours{};
    Real overload{}, load{}, overtime_share{}, deliverable_share{}, service_standard_goal{};
    Real freed_hours{}, idle_hours{}, overtime_cut_hours{}, headcount_cut_hours{};
    Real to_customers{}, to_sales{}, to_improvement{}, to_development{};
    Real selling_hours{}, customer_hours{}, improvement_hours{}, development_hours{};
};

/// Output of a working week: nothing is lost up to 49 hours, nothing is gained beyond 63.                 WF-8
template <class Real> Real useful_week(Real hours) {
    const Real counted = min(hours, Real(63.0));
    const Real beyond = positive_part(counted - 49.0);
    return counted - beyond * beyond / 28.0;
}

template <class Real>
TimeFlows<Real> time_budget(const Parameters<Real>& c, const FreedHours<Real>& to, const TimeInputs<Real>& in) {
    TimeFlows<Real> f;
    const Real discretionary_share = 1.0 - c.indirect_share - c.fulfilment_share;
    const Real indirect_today = c.indirect_share * in.hours_today;
    const Real fulfilment_today = c.fulfilment_share * in.hours_today;
    const Real size = divide_or(in.contracted_planned, in.contracted_today, Real(1.0));

    const Real fatigue = divide_or(useful_week(in.weekly_hours), in.weekly_hours, Real(1.0));
    const Real regular = (1.0 - c.absence_rate) * in.effective * fatigue;                                // WF-9
    f.indirect_hours = positive_part(indirect_today * ((1.0 - c.waste_today) + in.waste) - in.hours_saved) +
                       in.confusion_hours + in.dual_running_hours;                                       // WF-10
    const Real careful = fulfilment_today * in.volume_index / in.productivity *
                         (1.0 + c.rework_share * (in.error_index - 1.0));                                // WF-11
    const Real added = (size - 1.0) * in.hours_today;
    const Real desired = discretionary_share * size * in.hours_today +
                         positive_part((1.0 - discretionary_share) * positive_part(added) -
                                       positive_part(careful - fulfilment_today));                       // WF-12

    const Real asked = f.indirect_hours + careful + desired;
    f.overload = positive_part(divide_or(asked, regular, Real(1.0)) - 1.0);                              // WF-13
    const Real bounded = min(f.overload, Real(2.0));
    f.overtime_share = min(c.overtime_limit, c.overtime_response * bounded);                             // WF-14
    const Real longer_week = in.weekly_hours * (1.0 + f.overtime_share);
    const Real longer = divide_or(useful_week(longer_week), useful_week(in.weekly_hours), Real(1.0));
    f.available_hours = regular * longer;                                                                // WF-15
    f.service_standard_goal = exp(-c.corner_cutting * bounded);                                          // WF-16
    f.fulfilment_hours = careful * f.service_standard_goal;
    const Real for_orders = positive_part(f.available_hours - f.indirect_hours);
    f.deliverable_share = min(Real(1.0), divide_or(for_orders, f.fulfilment_hours, Real(1.0)));          // WF-17
    f.fulfilment_hours = f.fulfilment_hours * f.deliverable_share;

    const Real left = positive_part(for_orders - f.fulfilment_hours);
    const Real surplus = positive_part(left - desired);
    f.freed_hours = surplus + in.already_cut;                                                            // WF-18
    // Hours of posts that are gone already cannot be used once more.
    const Real elsewhere = (to.customers + to.sales + to.improvement + to.development + to.overtime_cut) * f.freed_hours;
    const Real usable = f.freed_hours * min(Real(1.0), divide_or(surplus, elsewhere, Real(1.0)));
    f.to_customers = to.customers * usable;                                                              // WF-19
    f.to_sales = to.sales * usable;
    f.to_improvement = to.improvement * usable;
    f.to_development = to.development * usable;
    f.overtime_cut_hours = to.overtime_cut * usable;
    f.headcount_cut_hours = to.headcount_cut * f.freed_hours;
    const Real directed = f.to_customers + f.to_sales + f.to_improvement + f.to_development;
    f.idle_hours = positive_part(surplus - directed - f.overtime_cut_hours);                             // WF-20
    f.load = divide_or(asked, regular, Real(1.0));                                                       // WF-21

    f.discretionary_hours = min(left, desired);                                                          // WF-22
    f.selling_hours = in.selling * f.discretionary_hours + f.to_sales;                                   // WF-23
    f.customer_hours = in.customer_value * f.discretionary_hours + f.to_customers;
    f.improvement_hours = in.improvement * f.discretionary_hours + f.to_improvement;
    f.development_hours = in.development * f.discretionary_hours + f.to_development;
    return f;
}

}  // namespace goho::workforce
