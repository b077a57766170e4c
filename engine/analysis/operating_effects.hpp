// The parts of the difference of operating income, month by month. Shared by plan_actual.cpp and the file of the parts.
#pragma once

#include "analysis/plan_actual.hpp"

namespace goho::analysis::detail {

/// What operating costs are called, in the order of OperatingEffects::costs.
std::vector<Text> cost_names(const simulation::Scenario& scenario);

/// The effects of the first `months` months.
std::vector<OperatingEffects> operating_effects(const simulation::Scenario& scenario, const simulation::Trajectory<double>& plan,
                                                const simulation::Trajectory<double>& actual, int months);

void add(OperatingEffects& to, const OperatingEffects& more);

}  // namespace goho::analysis::detail
