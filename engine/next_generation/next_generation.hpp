// What the company builds for its next generation: research and digital capital, executives with experience in
// deciding, and how attractive it is to those it wants to hire. Leaves out which projects succeed. Theory:
// docs/model/next_generation.md, NG-1 to NG-8.
#pragma once

#include "core/number.hpp"
#include "core/variable.hpp"
#include "next_generation/parameters.hpp"

#include <array>

namespace goho::next_generation {

template <class Real> struct State {
    Real research = 1.0;            // research capital in place, against today
    Real research_in_use = 1.0;     // of it, what serves sales
    Real digital = 1.0;             // digital capital against today
    Real capability = 0.0;          // executives' experience in deciding, 0-1
};
/// What is carried into the next month, by name, so that a result can be explained.
template <class Real>
inline constexpr auto state_variables = std::to_array<Variable<State<Real>, Real>>({
    stock("research", &State<Real>::research, "index", {"Research capital in place", "研究開発の蓄積（現状=1）"}, "NG-2"),
    stock("research_in_use", &State<Real>::research_in_use, "index", {"Research capital that serves sales", "売上に効く研究開発の蓄積"}, "NG-3"),
    stock("digital", &State<Real>::digital, "index", {"Digital capital", "デジタル資本（現状=1）"}, "NG-4"),
    stock("capability", &State<Real>::capability, "index", {"Executives' experience in deciding", "経営幹部の意思決定経験"}, "NG-5"),
});
static_assert(sizeof(State<double>) == state_variables<double>.size() * sizeof(double), "every balance has a name");

template <class Real> struct Inputs {
    Real research_ratio = 1.0, digital_ratio = 1.0;  // spending and time against today
    Real executive_sponsorship = 0.0, institutionalisation = 0.0;
    Real satisfaction = 60.0, satisfaction_neutral = 60.0, trust_ratio = 1.0;
    Real plan_linkage = 0.0, plan_linkage_today = 0.0;
};

/// Experience that delegation leads to: sponsorship that lets go, roles that outlive persons.          NG-1
template <class Real> Real capability_goal(const Parameters<Real>& c, Real sponsorship, Real institutionalisation) {
    return min(Real(1.0), c.capability_floor + c.delegation_effect * sponsorship * sqrt(institutionalisation));
}

template <class Real> State<Real> step(const Parameters<Real>& c, const State<Real>& now, const Inputs<Real>& in) {
    State<Real> next;
    next.research = now.research + (in.research_ratio - now.research) * c.research_depreciation / 12.0;      // NG-2
    next.research_in_use = now.research_in_use + (now.research - now.research_in_use) / c.research_lag;      // NG-3
    next.digital = now.digital + (in.digital_ratio - now.digital) * c.digital_depreciation / 12.0;           // NG-4
    next.capability = now.capability + (capability_goal(c, in.executive_sponsorship, in.institutionalisation) - now.capability) /
                                           c.capability_time;                                                // NG-5
    return next;
}

/// How readily posts are filled, 1 = as today.                                                          NG-6
template <class Real> Real attractiveness(const Parameters<Real>& c, const State<Real>& now, const Inputs<Real>& in) {
    return exp(c.attraction_satisfaction * (in.satisfaction - in.satisfaction_neutral) / 10.0) *
           pow(in.trust_ratio, c.attraction_trust) *
           positive_part(1.0 + c.attraction_linkage * (in.plan_linkage - in.plan_linkage_today)) *
           pow(now.research_in_use, c.attraction_research);
}

/// The company's dependence on its head: what executives cannot decide yet.                             NG-7
template <class Real> Real founder_dependence(const State<Real>& now) { return 1.0 - now.capability; }

/// Spending and time against today; without either today, all counts as the same.                       NG-8
template <class Real> Real intensity(Real money, Real hours_value, Real money_today, Real hours_value_today) {
    return min(Real(20.0), divide_or(money + hours_value, money_today + hours_value_today, Real(1.0)));
}

}  // namespace goho::next_generation
