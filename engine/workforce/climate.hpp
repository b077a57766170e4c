// How people feel and what they know: satisfaction, number literacy, skill, the standard of service, and the waste that
// creeps into routine work when nobody improves it. Leaves out who comes and goes. Theory: docs/model/workforce.md,
// WF-24 to WF-31.
#pragma once

#include "core/number.hpp"
#include "core/variable.hpp"
#include "workforce/parameters.hpp"

#include <array>

namespace goho::workforce {

template <class Real> struct Climate {
    Real satisfaction = 60.0;      // points, 0-100
    Real literacy = 0.4;           // 0-1
    Real skill = 1.0;              // human capital against today
    Real service_standard = 1.0;   // care per order that people hold to be normal
    Real waste = 0.35;             // share of indirect hours
    Real market_wage = 1.0;        // against today
};
/// What is carried into the next month, by name, so that a result can be explained.
template <class Real>
inline constexpr auto climate_variables = std::to_array<Variable<Climate<Real>, Real>>({
    stock("employee_satisfaction", &Climate<Real>::satisfaction, "points", {"Employee satisfaction", "従業員満足度"}, "WF-25"),
    stock("number_literacy", &Climate<Real>::literacy, "index", {"Number literacy", "数字理解"}, "WF-26"),
    stock("human_capital", &Climate<Real>::skill, "index", {"Human capital", "人的資本（現状=1）"}, "WF-27"),
    stock("service_standard", &Climate<Real>::service_standard, "index", {"Care held to be normal", "普通とされる丁寧さ"}, "WF-28"),
    stock("waste_share", &Climate<Real>::waste, "fraction", {"Waste in indirect work", "間接業務のムダ"}, "WF-29"),
    stock("market_wage", &Climate<Real>::market_wage, "index", {"Wages of the market", "市場の賃金水準（現状=1）"}, "WF-30"),
});
static_assert(sizeof(Climate<double>) == climate_variables<double>.size() * sizeof(double), "every balance has a name");

template <class Real> struct ClimateInputs {
    Real load = 1.0;
    Real improvement_ratio = 1.0, development_ratio = 1.0;  // hours against today
    Real goal_clarity = 0.0, goal_clarity_today = 0.0;
    Real literacy_today = 0.0, information_sharing = 0.0;
    Real confusion_share = 0.0;    // of indirect hours
    Real visible_success = 0.0;
    Real pay_index = 1.0;          // pay against today
    Real learning_ratio = 1.0;     // training money and development time against today
    Real service_standard_goal = 1.0;
    bool new_fiscal_year = false;
};

/// Satisfaction that today's conditions lead to.                                                     WF-24
template <class Real>
Real satisfaction_goal(const Parameters<Real>& c, const Climate<Real>& now, const ClimateInputs<Real>& in) {
    const auto log_of = [](Real ratio) { return log(clamp(ratio, Real(0.05), Real(20.0))); };
    return clamp(c.satisfaction_neutral - c.load_effect * clamp(in.load - 1.0, Real(-0.25), Real(1.0)) +
                     c.development_effect * log_of(in.development_ratio) + c.improvement_effect * log_of(in.improvement_ratio) +
                     c.literacy_effect * (now.literacy - in.literacy_today) +
                     c.clarity_effect * (in.goal_clarity - in.goal_clarity_today) - c.confusion_effect * in.confusion_share +
                     c.wage_effect * log_of(in.pay_index / now.market_wage) + c.success_effect * in.visible_success,
                 Real(0.0), Real(100.0));
}

template <class Real>
Climate<Real> step(const Parameters<Real>& c, const Climate<Real>& now, const ClimateInputs<Real>& in) {
    Climate<Real> next = now;
    next.satisfaction = now.satisfaction + (satisfaction_goal(c, now, in) - now.satisfaction) / c.satisfaction_time;  // WF-25
    next.literacy = now.literacy + (in.information_sharing - now.literacy) / c.literacy_time;                         // WF-26
    next.skill = now.skill + (in.learning_ratio - now.skill) * c.skill_depreciation / 12.0;                           // WF-27
    const Real gap = in.service_standard_goal - now.service_standard;
    next.service_standard = now.service_standard + gap / select(gap < 0.0, c.standard_erosion, c.standard_recovery);  // WF-28
    const Real effort = pow(in.improvement_ratio, c.improvement_exponent);
    const Real removal = divide_or(c.waste_growth * (c.waste_most - c.waste_today), c.waste_today - c.waste_least, Real(0.0));
    next.waste = now.waste + c.waste_growth * (c.waste_most - now.waste) -
                 min(Real(0.1), removal * effort) * (now.waste - c.waste_least);                                      // WF-29
    if (in.new_fiscal_year) next.market_wage = now.market_wage * (1.0 + c.market_wage_growth);                        // WF-30
    return next;
}

/// Output per hour against today: satisfied, skilled people with a clear direction achieve more.     WF-31
template <class Real>
Real productivity(const Parameters<Real>& c, const Climate<Real>& now, Real executive_capability_gained, Real progress) {
    return exp(c.productivity_of_satisfaction * (now.satisfaction - c.satisfaction_neutral) / 10.0) *
           pow(now.skill, c.skill_elasticity) * (1.0 + c.direction_effect * executive_capability_gained) * progress;
}

}  // namespace goho::workforce
