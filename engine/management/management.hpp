// Leadership at work: the clarity that reaches people, the support that visible results win, and what leading
// differently costs. Leaves out who leads. Theory: docs/model/management.md, MG-1 to MG-4.
#pragma once

#include "core/number.hpp"
#include "core/variable.hpp"
#include "management/parameters.hpp"

#include <array>

namespace goho::management {

template <class Real> struct State {
    Real sponsorship_won = 0.0;  // share of the distance to full sponsorship that visible results have won
};
/// What is carried into the next month, by name, so that a result can be explained.
template <class Real>
inline constexpr auto state_variables = std::to_array<Variable<State<Real>, Real>>({
    stock("sponsorship_won", &State<Real>::sponsorship_won, "index", {"Executives won over by results", "成果で得た経営層の支持"}, "MG-3"),
});
static_assert(sizeof(State<double>) == state_variables<double>.size() * sizeof(double), "every balance has a name");

template <class Real> struct Inputs {
    Real visible_success = 0.0;  // 0-1, of last month
    Real headcount = 0.0;
};

template <class Real> struct Flows {
    Real goal_clarity, executive_sponsorship, management_cost;
};

template <class Real> struct Step {
    State<Real> next;
    Flows<Real> flows;
};

/// Goals work when they are clear and demanding but attainable; too easy or out of reach, they are no goals.    MG-1
template <class Real> Real effective_clarity(const Leadership<Real>& c, const Parameters<Real>& levers) {
    const Real off = (levers.goal_difficulty - 1.0) / c.difficulty_tolerance;
    return levers.goal_clarity * positive_part(1.0 - off * off);
}

template <class Real>
Step<Real> step(const Leadership<Real>& c, const Parameters<Real>& levers, const Parameters<Real>& today,
                const State<Real>& now, const Inputs<Real>& in) {
    State<Real> next;
    Flows<Real> f;
    f.goal_clarity = effective_clarity(c, levers);
    f.executive_sponsorship =
        levers.executive_sponsorship + (1.0 - levers.executive_sponsorship) * now.sponsorship_won;  // MG-2
    next.sponsorship_won = now.sponsorship_won + c.success_to_sponsorship * in.visible_success *
                                                     (1.0 - now.sponsorship_won) / 12.0 -
                           now.sponsorship_won / c.sponsorship_fading;                              // MG-3
    f.management_cost = whole_yen(                                                                  // MG-4
        in.headcount / 30.0 *
        (c.sponsorship_cost * positive_part(levers.executive_sponsorship - today.executive_sponsorship) +
         c.sharing_cost * positive_part(levers.information_sharing - today.information_sharing) +
         c.measurement_cost * positive_part(levers.measurement - today.measurement)));
    return {next, f};
}

}  // namespace goho::management
