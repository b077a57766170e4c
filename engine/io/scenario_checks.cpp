#include "io/scenario_checks.hpp"

namespace goho::io {

void check_scenario(const simulation::Scenario&, std::span<const std::string_view>, Notes&) {}

}  // namespace goho::io
