// Uncertainty on a terminal: where the years end up, how likely gates and a shortage are, what moves an outcome.
#pragma once

#include "cli/text_views.hpp"
#include "uncertainty/monte_carlo.hpp"

namespace goho::cli {

std::string monte_carlo_text(const uncertainty::MonteCarlo& result, const View& view);

}  // namespace goho::cli
