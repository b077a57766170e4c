// What a slider spans and how finely it steps: from the plausible range of the table where that says something, else,
// for a company's own figures of which anything is plausible, from where the company stands.
#pragma once

#include "document/levers.hpp"

namespace goho::gui {

/// Fills in usual, slider, step and decimals.
void set_ranges(Lever& lever);

/// A number with at most so many digits that count.
double rounded_digits(double value, int digits);

}  // namespace goho::gui
