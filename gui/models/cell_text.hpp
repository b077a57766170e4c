// A figure as a cell of a table shows it: money in the unit chosen, shares as percentages, the rest as numbers with few
// decimals; below zero △ in Japanese. What cannot be reckoned is a dash.
#pragma once

#include "shown/shown.hpp"

#include <optional>

namespace goho::gui {

QString cell_text(std::optional<double> value, std::string_view unit, const Shown& shown);

/// The difference to a base as `shown` wants it: "+12", "△3.4%", "+1.2pt" for shares; empty when it is off, nothing is
/// known, or there is none.
QString difference_text(std::optional<double> value, std::optional<double> base, std::string_view unit,
                        const Shown& shown);

/// The same for a cell of a table: "±0" wherever a base stands behind an equal figure.
QString difference_or_same(std::optional<double> value, std::optional<double> base, std::string_view unit,
                           const Shown& shown);
/// The unit as a heading names it: "million yen", "百万円", "%".
QString unit_text(std::string_view unit, const Shown& shown);

}  // namespace goho::gui
