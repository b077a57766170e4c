// A calibration as files: for programs, and as a scenario that builds on the one it was made from.
#pragma once

#include "calibration/calibration.hpp"

#include <filesystem>
#include <string>

namespace goho::calibration {

std::string calibration_json(const Calibration& result);
/// One line for each quantity.
std::string calibration_csv(const Calibration& result, Language language);

/// A scenario that extends `base` with the fitted values alone, each with a note that says where it comes from; `file`
/// is where it will stand. Quantities that the history does not move are left out.
std::string fitted_text(const Calibration& result, const std::filesystem::path& base, const std::filesystem::path& file);

/// Why a quantity has its grade, with months and interval: what the note says.
Text note_of(const Calibrated& quantity, const Calibration& result);

}  // namespace goho::calibration
