// Uncertainty on a terminal: where the years end up, how likely gates and a shortage are, what moves an outcome.
#pragma once

#include "cli/text_views.hpp"
#include "uncertainty/monte_carlo.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace goho::cli {

// What pages about uncertainty share.
std::string pick(const View& view, std::string_view en, std::string_view ja);
std::string lines(std::string_view text, const View& view);
/// Nothing in place of NaN.
std::optional<double> sound(double x);
/// "Ordinary income, year 3", and the unit where it is neither money nor a percentage.
std::string figure_label(Label label, int year, std::string_view unit, const View& view);

std::string monte_carlo_text(const uncertainty::MonteCarlo& result, const View& view);

}  // namespace goho::cli
