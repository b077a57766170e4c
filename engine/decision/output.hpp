// An attribution as files: for programs and for spreadsheets. Money is in whole yen that add up.
#pragma once

#include "decision/attribution.hpp"

#include <string>

namespace goho::decision {

std::string attribution_json(const Attribution& result);
/// One line for each year, figure and change.
std::string attribution_csv(const Attribution& result, Language language);

}  // namespace goho::decision
