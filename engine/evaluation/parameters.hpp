// What people are appraised for: the weight of each task and how well it is measured. The same levers describe the
// company today and as planned. Weights are a group that adds up to 1, together with any further task.
#pragma once

#include "core/parameter.hpp"

namespace goho::evaluation {

template <class Real> struct Parameters {
    Real selling_weight = 0.55;
    Real customer_value_weight = 0.25;
    Real improvement_weight = 0.10;
    Real development_weight = 0.10;
    Real selling_measurability = 1.0;
    Real customer_value_measurability = 0.3;
    Real improvement_measurability = 0.3;
    Real development_measurability = 0.3;
};

/// What a further task of the scenario counts for.
enum class Serves { nothing, selling, customer_value, improvement, development };
inline constexpr auto serves_options = std::to_array<Option>({
    {"nothing", {"None of the four", "いずれでもない"}},
    {"selling", {"Selling", "営業"}},
    {"customer_value", {"Customer value", "顧客価値"}},
    {"improvement", {"Improvement", "改善"}},
    {"development", {"Development", "育成・開発"}},
});
constexpr std::span<const Option> options(Serves) { return serves_options; }

/// A task beside the four: reports, events, audits.
template <class Real> struct Task {
    Serves serves = Serves::nothing;
    Real weight = 0.0;               // as planned
    Real weight_today = 0.0;
    Real measurability = 0.3;        // as planned
    Real measurability_today = 0.3;
    Real base_effort = 0.05;         // share of discretionary effort it takes today, beside the four
};

/// A change of effort by hand, in shares of discretionary time.
template <class Real> struct Nudge {
    Real selling{}, customer_value{}, improvement{}, development{};
};

/// Coefficients: how effort answers to appraisal (section "effort").
template <class Real> struct Response {
    Real incentive_response = 1.2;   // kappa: share of effort moved by a full difference of reward
    Real literacy_floor = 0.5;       // part of the response that does not need number literacy
    Real clarity_response = 0.4;     // further response per unit of goal clarity gained since today
    Real task_conflict = 0.0;        // how far effort on one task makes another harder, 0-0.5
    Real norm_persistence = 0.5;     // rho: how far habit follows what is done
    Real norm_time = 18.0;           // months until habit has followed
    Real selling_base = 0.40;        // shares of discretionary effort by habit today
    Real customer_value_base = 0.30;
    Real improvement_base = 0.15;
    Real development_base = 0.15;
};

}  // namespace goho::evaluation
