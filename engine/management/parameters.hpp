// How the company is led: how clear its goals are, how far executives stand behind change, whether results are
// measured and shared, whether roles outlive persons. The same levers describe the company today and as planned.
#pragma once

#include "core/parameter.hpp"

namespace goho::management {

template <class Real> struct Parameters {
    Real goal_clarity = 0.4;            // 0-1: what, by when, to which level, from which baseline
    Real goal_difficulty = 1.0;         // 0-2: 1 = demanding but attainable
    Real executive_sponsorship = 0.3;   // 0-1
    Real measurement = 0.2;             // 0-1: share of effects measured and reviewed monthly
    Real institutionalisation = 0.3;    // 0-1: roles, rules, deputies: work does not hang on one person
    Real information_sharing = 0.4;     // 0-1: share of figures that employees see; number literacy follows
    Real field_voice = 0.5;             // 0-1: how far the workplace has a say
    Real purpose_shared = 0.4;          // 0-1: share of people who were told why
    Real budget_ownership = 0.3;        // 0-1: managers own a budget
    Real cost_benefit_review = 0.3;     // 0-1: spending is reviewed against its effect
    Real project_responsibility = 0.3;  // 0-1: managers answer for projects
    Real segment_results_used = 0.3;    // 0-1: results by segment are known and used
    Real plan_linkage = 0.2;            // 0-1: yearly plans, appraisal and investment follow the long-term plan
    Real disclosure = 0.3;              // 0-1: share of what banks, partners and the public would like to know
};

}  // namespace goho::management
