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

/// A value of a quantity with as many decimals as its error makes worth reading; a dash where it is not known.
std::string figure_text(const Calibrated& c, double value, Language language);
/// "B → A": its grade before and after.
std::string evidence_text(const Calibrated& c);

/// What a scenario takes over from a result: values of seven figures, and a line for the note of their item.
struct TakenOver {
    std::string pointer;
    double value = 0.0;
    std::string item;  // pointer of what holds the note
    Text note;
};
/// Without quantities that the history does not move.
std::vector<TakenOver> taken_over(const Calibration& result);

/// Why a quantity has its grade, with months and interval: what the note says.
Text note_of(const Calibrated& quantity, const Calibration& result);

}  // namespace goho::calibration
