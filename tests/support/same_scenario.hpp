// Whether two scenarios say the same, parameter by parameter.
#pragma once

#include "simulation/scenario.hpp"

namespace goho::test {

/// Names, parameters of every section and the timeline; of what else a scenario holds, nothing.
bool same_scenario(const simulation::Scenario& a, const simulation::Scenario& b);

}  // namespace goho::test
