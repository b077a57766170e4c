// How `goho explain` looks on a terminal: a figure, its equation, and the figures in it, indented by level.
#pragma once

#include "analysis/explanation.hpp"

#include <string>

namespace goho::cli {

std::string explanation_text(const analysis::Explanation& explanation, Language language, int width);
std::string feeds_text(const analysis::Explanation& asked, const std::vector<analysis::Explanation>& feeds, Language language, int width);
/// The names that can be asked for, by section.
std::string series_list_text(const analysis::Recording& recording, Language language, int width);

}  // namespace goho::cli
