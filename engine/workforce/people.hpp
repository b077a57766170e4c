// The people of one job group: novices and experienced, who leaves, who is hired and when, and who is let go when
// the plan cuts posts. Leaves out pay, which the books reckon from the headcount. Theory: docs/model/workforce.md,
// WF-1 to WF-7.
#pragma once

#include "core/number.hpp"
#include "core/variable.hpp"
#include "workforce/parameters.hpp"

#include <array>

namespace goho::workforce {

template <class Real> struct People {
    Real headcount = 0.0;
    Real novices = 0.0;     // of them, still learning
    Real vacancies = 0.0;   // posts being filled
    Real planned = 0.0;     // posts of last month's plan
};
/// What is carried into the next month, by name, so that a result can be explained.
template <class Real>
inline constexpr auto people_state_variables = std::to_array<Variable<People<Real>, Real>>({
    stock("headcount", &People<Real>::headcount, "people", {"People", "在籍人員"}, "WF-6"),
    stock("novices", &People<Real>::novices, "people", {"Novices", "習熟途上の人員"}, "WF-6"),
    stock("vacancies", &People<Real>::vacancies, "people", {"Posts being filled", "採用活動中の人員"}, "WF-5"),
    stock("planned", &People<Real>::planned, "people", {"Posts planned", "計画人員"}, "WF-5"),
});
static_assert(sizeof(People<double>) == people_state_variables<double>.size() * sizeof(double), "every balance has a name");

template <class Real> struct PeopleInputs {
    Real planned = 0.0;              // posts as the plan has them
    Real posts_saved = 0.0;          // share of posts not filled again, because freed hours replace them
    Real attrition_rate = 0.0;       // 1/month at neutral satisfaction; zero for those who stay (officers)
    Real readiness_to_leave = 1.0;   // 1 = as at neutral satisfaction
    Real attractiveness = 1.0;       // 1 = as today
};

template <class Real> struct PeopleFlows {
    Real leavers{}, dismissed{}, hires{}, experienced{}, effective{};
};

template <class Real> struct PeopleStep {
    People<Real> next;
    PeopleFlows<Real> flows;
};

/// How much readier people are to leave than at neutral satisfaction.                               WF-1
template <class Real> Real readiness_to_leave(const Parameters<Real>& c, Real satisfaction) {
    return exp(-c.attrition_sensitivity * (satisfaction - c.satisfaction_neutral) / 10.0);
}

/// Leaving per month.                                                                               WF-1
template <class Real> Real attrition(Real at_neutral, Real readiness) { return min(Real(1.0), at_neutral * readiness); }

/// A group in balance: hires replace leavers.
template <class Real> People<Real> people_today(const Parameters<Real>& c, Real headcount, Real attrition_rate) {
    const Real leavers = attrition_rate * headcount;
    return {headcount, leavers / (1.0 / c.ramp_up_time + attrition_rate), leavers * c.hiring_delay, headcount};
}

template <class Real>
PeopleStep<Real> step(const Parameters<Real>& c, const People<Real>& now, const PeopleInputs<Real>& in) {
    PeopleFlows<Real> f;
    f.leavers = now.headcount * attrition(in.attrition_rate, in.readiness_to_leave);                  // WF-2
    const Real staying = now.headcount - f.leavers;
    f.dismissed = min(staying, positive_part(now.planned - in.planned));                           // WF-3
    const Real wanted = in.planned * (1.0 - in.posts_saved);
    const Real filled = now.vacancies / c.hiring_delay;
    f.hires = filled * min(Real(1.0), in.attractiveness);                                          // WF-4
    const Real asked = positive_part(f.leavers + (wanted - now.headcount + f.dismissed) / 6.0 +
                                     (c.hiring_delay * f.leavers - now.vacancies) / 6.0);          // WF-5
    const Real novice_share = divide_or(now.novices, now.headcount, Real(0.0));
    const Real gone = f.leavers + f.dismissed;
    f.experienced = now.novices / c.ramp_up_time;

    People<Real> next;
    next.planned = in.planned;
    next.headcount = now.headcount - gone + f.hires;                                               // WF-6
    next.novices = clamp(now.novices - f.experienced - gone * novice_share + f.hires, Real(0.0), next.headcount);
    next.vacancies = positive_part(now.vacancies + asked - filled);
    f.effective = next.headcount - (1.0 - c.novice_productivity) * next.novices;                   // WF-7
    return {next, f};
}

}  // namespace goho::workforce
