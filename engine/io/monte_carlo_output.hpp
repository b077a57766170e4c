// The results of a Monte Carlo run as JSON and as CSV. Formats: docs/guide/uncertainty.md.
#pragma once

#include "uncertainty/monte_carlo.hpp"

#include <string>

namespace goho::io {

/// Everything. Nothing of the machine, its threads or its clock is in it, so equal runs give equal bytes.
std::string monte_carlo_json(const uncertainty::MonteCarlo& result);

/// One line for each scenario, figure and month of the fans: planned value and the five lines of the fan.
std::string monte_carlo_csv(const uncertainty::MonteCarlo& result, Language language);

}  // namespace goho::io
