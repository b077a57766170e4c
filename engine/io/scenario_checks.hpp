// Whether the parts of a scenario make sense together: the opening balance sheet balances, nothing ends before it
// begins, nothing is given that would have no effect. Ranges of single values are the tables' affair.
#pragma once

#include "io/value_reader.hpp"
#include "simulation/scenario.hpp"

namespace goho::io {

void check_scenario(const simulation::Scenario& scenario, std::span<const std::string_view> variables, Notes& notes);

}  // namespace goho::io
