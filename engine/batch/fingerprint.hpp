// Tells results by what they were made from: the plan with its timeline, the tables of law and the version of the
// engine. Titles, the story and the decision log are left out: a plan that is told otherwise is the same plan.
#pragma once

#include "accounting/statutes.hpp"
#include "simulation/scenario.hpp"

#include <string>

namespace goho::batch {

/// SHA-256 of the scenario as Goho itself would write it; equal files in another order or notation are equal here.
std::string fingerprint(const simulation::Scenario& scenario, const accounting::Statutes& statutes);

}  // namespace goho::batch
