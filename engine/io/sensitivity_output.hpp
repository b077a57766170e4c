// The results of a sensitivity analysis as JSON and as CSV. Formats: docs/guide/sensitivity.md.
#pragma once

#include "uncertainty/sensitivity.hpp"

#include <string>

namespace goho::io {

/// Everything. Nothing of the machine, its threads or its clock is in it, so equal runs give equal bytes.
std::string sensitivity_json(const uncertainty::Sensitivity& result);

/// One line for each outcome and quantity, those that matter most first.
std::string sensitivity_csv(const uncertainty::Sensitivity& result, Language language);

}  // namespace goho::io
