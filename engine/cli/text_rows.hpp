// Rows of a database on a terminal: a table where they fit side by side, one value a line where texts are long.
#pragma once

#include "core/label.hpp"
#include "io/rows.hpp"

namespace goho::cli {

std::string rows_text(const std::vector<std::string>& columns, const std::vector<std::vector<io::Cell>>& rows, Language language, int width);

}  // namespace goho::cli
