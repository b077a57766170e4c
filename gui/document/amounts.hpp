// Figures of a file as numbers, and numbers in the manner of the figure they replace: 260000 in place of "25万円" is
// "26万円".
#pragma once

#include "document/json_path.hpp"

#include <optional>

namespace goho::gui {

/// A number, an amount such as "12百万円", or a percentage such as "5%"; nothing for anything else.
std::optional<double> number_of(const Json& value);

/// The number as the author of `before` would write it; a plain number when his unit does not fit it exactly.
Json written_like(const Json* before, double number);

}  // namespace goho::gui
