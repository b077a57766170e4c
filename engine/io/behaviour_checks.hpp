// Checks of the parts of a scenario that describe behaviour: groups that add up to a whole, references and dates of
// initiatives and events. Checks of the books stand in scenario_checks.hpp.
#pragma once

#include "io/value_reader.hpp"
#include "simulation/scenario.hpp"

namespace goho::io {

void check_behaviour(const simulation::Scenario& scenario, Notes& notes);

}  // namespace goho::io
