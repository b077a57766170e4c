// Explanations for programs: the same tree that `goho explain` prints, with values in plain yen and fractions.
#pragma once

#include "analysis/explanation.hpp"

#include <string>

namespace goho::io {

std::string explanation_json(const analysis::Recording& recording, const analysis::Explanation& explanation);
std::string feeds_json(const analysis::Recording& recording, const analysis::Explanation& asked,
                       const std::vector<analysis::Explanation>& feeds);
std::string series_list_json(const analysis::Recording& recording);

}  // namespace goho::io
