// Reads the section "uncertainty" of a scenario: which quantities are spread how, which waver, what goes together.
// Format: docs/scenario-format.md, "Uncertainty".
#pragma once

#include "io/parameter_reader.hpp"
#include "simulation/scenario.hpp"

namespace goho::io {

simulation::Uncertainty read_uncertainty(const Json& section, const simulation::Plan<double>& plan, const AllIds& ids, Notes& notes);

/// Reports what cannot be drawn in a scenario that is in order otherwise: distributions outside of what is allowed,
/// correlations that contradict one another.
void check_draws(const simulation::Scenario& scenario, Notes& notes);

/// What a pointer stands for, a * being every item of a collection; reported where it names nothing.
std::vector<simulation::Address> read_addresses(std::string_view pointer, const std::string& at,
                                                const AllIds& ids, bool monthly, Notes& notes);

/// Spreads a quantity of a scenario by plus or minus `spread` ("10%"), in place of what the file says about it.
Problems vary(simulation::Scenario& scenario, std::string_view pointer, std::string_view spread);

/// The section as it would be written; null when there is nothing to say.
Json uncertainty_json(const simulation::Uncertainty& uncertainty);

/// Its part of the schema.
Json uncertainty_schema();

}  // namespace goho::io
