// Writes a scenario as a file of its own: all bases merged in, money as plain numbers. Reading the text gives the
// same scenario. Leaves out notes, which the engine does not keep.
#pragma once

#include "io/wording.hpp"
#include "simulation/scenario.hpp"

namespace goho::io {

enum class Defaults { leave_out, write };

Json scenario_json(const simulation::Scenario& scenario, Defaults defaults);
std::string scenario_text(const simulation::Scenario& scenario, Defaults defaults = Defaults::leave_out);

/// A text of a file: one where both languages agree.
Json words_json(const Text& text);

/// A number as it is written in a file: whole numbers without a point.
Json json_number(double number);

}  // namespace goho::io
