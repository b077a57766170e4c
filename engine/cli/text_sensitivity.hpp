// What moves an outcome, on a terminal: bars, effects or shares, and in words what they do not say.
#pragma once

#include "cli/text_views.hpp"
#include "uncertainty/sensitivity.hpp"

namespace goho::cli {

std::string sensitivity_text(const uncertainty::Sensitivity& result, const View& view);

}  // namespace goho::cli
