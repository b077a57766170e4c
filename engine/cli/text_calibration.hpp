// A calibration on a terminal: what was fitted, how sure it is, how well the history is met, what stays open.
#pragma once

#include "calibration/calibration.hpp"
#include "core/format.hpp"

#include <string>

namespace goho::cli {

std::string calibration_text(const calibration::Calibration& result, Language language, int width);

}  // namespace goho::cli
