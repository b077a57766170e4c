// The customers of one segment: satisfaction against a market that catches up, leaving, recommending, coming, and what
// they pay. One lead in satisfaction does not last by itself. Leaves out the season and the planned growth, which the
// segment's own parameters give. Theory: docs/model/customers.md, CU-1 to CU-13.
#pragma once

#include "core/number.hpp"
#include "core/variable.hpp"
#include "customers/parameters.hpp"

#include <array>

namespace goho::customers {

template <class Real> struct State {
    Real customers = 1.0;       // against today
    Real satisfaction = 70.0;   // points, 0-100
    Real market = 70.0;         // what customers are used to elsewhere
    Real deliverable = 1.0;     // share of orders that the company can fill, last month
};
/// What is carried into the next month, by name, so that a result can be explained.
template <class Real>
inline constexpr auto state_variables = std::to_array<Variable<State<Real>, Real>>({
    stock("customers", &State<Real>::customers, "index", {"Customers", "顧客数（現状=1）"}, "CU-8"),
    stock("satisfaction", &State<Real>::satisfaction, "points", {"Customer satisfaction", "顧客満足度"}, "CU-9"),
    stock("market", &State<Real>::market, "points", {"What customers are used to elsewhere", "他社で慣れている水準"}, "CU-10"),
    stock("deliverable", &State<Real>::deliverable, "fraction", {"Orders that could be filled last", "直近で捌けた受注の割合"}, "CU-11"),
});
static_assert(sizeof(State<double>) == state_variables<double>.size() * sizeof(double), "every balance has a name");

template <class Real> struct Inputs {
    Real care_ratio = 1.0;            // customer hours per unit against today, times the standard of service
    Real selling_ratio = 1.0;         // selling hours against today
    Real lead_time_ratio = 1.0, error_ratio = 1.0;
    Real employee_satisfaction = 60.0, employee_satisfaction_today = 60.0;
    Real trust_ratio = 1.0;
    Real innovation_ratio = 1.0;      // R&D capital against today
    Real price_premium = 0.0;         // own price above the market's, fraction
    Real customers_lost = 0.0;        // share lost in an event
    Real deliverable = 1.0;
};

template <class Real> struct Flows {
    Real volume_factor{};             // orders against the plan
    Real satisfaction_goal{}, churn_rate{}, referral_rate{}, acquisition_rate{}, willingness_to_pay{}, complaint_rate{};
};

template <class Real> struct Step {
    State<Real> next;
    Flows<Real> flows;
};

template <class Real> State<Real> customers_today(const Parameters<Real>& c) {
    return {Real(1.0), c.satisfaction_today, c.satisfaction_today, Real(1.0)};
}

/// What customers would pay above the market: little in the middle, more at the extremes.                CU-1
template <class Real> Real willingness_to_pay(const Parameters<Real>& c, Real lead) {
    const Real y = lead / 10.0;
    return clamp(c.pay_more_linear * y + c.pay_more_cubic * y * y * y, -c.pay_more_limit, c.pay_more_limit);
}

/// Orders against the plan, by customers, price against willingness, innovation and capacity.            CU-2
template <class Real>
Real volume_factor(const Parameters<Real>& c, const State<Real>& now, Real price_premium, Real innovation_ratio) {
    const Real dearer = (1.0 + price_premium) / (1.0 + willingness_to_pay(c, now.satisfaction - now.market));
    return now.customers * pow(dearer, c.price_elasticity) * pow(innovation_ratio, c.innovation_elasticity) * now.deliverable;
}

template <class Real> Step<Real> step(const Parameters<Real>& c, const State<Real>& now, const Inputs<Real>& in) {
    const auto log_of = [](Real ratio) { return log(clamp(ratio, Real(0.05), Real(20.0))); };
    Flows<Real> f;
    f.volume_factor = volume_factor(c, now, in.price_premium, in.innovation_ratio);
    f.willingness_to_pay = willingness_to_pay(c, now.satisfaction - now.market);
    f.satisfaction_goal = clamp(c.satisfaction_today + c.care_effect * log_of(in.care_ratio) -
                                    c.lead_time_effect * log_of(in.lead_time_ratio) - c.error_effect * log_of(in.error_ratio) +
                                    c.employee_effect * (in.employee_satisfaction - in.employee_satisfaction_today),
                                Real(0.0), Real(100.0));                                                   // CU-3
    const Real lead = (now.satisfaction - now.market) / 10.0;
    f.churn_rate = min(Real(1.0), c.churn_rate * exp(-c.churn_sensitivity * lead));                       // CU-4
    f.referral_rate = c.referral_rate * exp(c.referral_sensitivity * lead) *
                      positive_part(1.0 - c.referral_saturation * (now.customers - 1.0));                 // CU-5
    f.acquisition_rate = positive_part(c.churn_rate - c.referral_rate) * pow(in.selling_ratio, c.acquisition_elasticity) *
                         pow(in.trust_ratio, c.trust_elasticity) *
                         positive_part(1.0 - c.acquisition_saturation * (now.customers - 1.0));           // CU-6
    f.complaint_rate = c.complaint_rate * pow(in.error_ratio, c.complaint_error) *
                       pow(max(in.care_ratio, Real(0.05)), -c.complaint_care);                            // CU-7
    State<Real> next;
    next.customers = (now.customers * (1.0 - f.churn_rate + f.referral_rate) + f.acquisition_rate) *
                     (1.0 - in.customers_lost);                                                           // CU-8
    next.satisfaction = now.satisfaction + (f.satisfaction_goal - now.satisfaction) / c.satisfaction_time;  // CU-9
    const Real caught_up = c.satisfaction_today + c.market_follows * (now.satisfaction - c.satisfaction_today);
    next.market = now.market + (caught_up - now.market) / c.market_time;                                  // CU-10
    next.deliverable = in.deliverable;                                                                    // CU-11
    return {next, f};
}

}  // namespace goho::customers
