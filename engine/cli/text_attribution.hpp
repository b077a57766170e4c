// Why a variant is better, on a terminal: what each change brings, what pairs do together, and one sentence.
#pragma once

#include "cli/text_views.hpp"
#include "decision/attribution.hpp"

namespace goho::cli {

/// `names`: of the figures to show.
std::string attribution_text(const decision::Attribution& result, const std::vector<std::string>& names, const View& view);

/// "Year 10: operating income +21,727 thousand yen; most of it from ...": true of the figures shown.
std::string attribution_sentence(const decision::Attribution& result, std::size_t year, std::size_t figure, const View& view);

}  // namespace goho::cli
