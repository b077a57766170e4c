// What a fit is worth, in words: which quantities may be called known, and what the history cannot tell.
#pragma once

#include "calibration/calibration.hpp"

namespace goho::calibration {

/// The size by which a change of a quantity is called small or large: its value; for rates at least 10 points.
double size_of(const Quantity& quantity);

/// Fills the quantities and the findings of a result from its fit.
void judge(const std::vector<Quantity>& quantities, int months_needed, Calibration& result);

}  // namespace goho::calibration
