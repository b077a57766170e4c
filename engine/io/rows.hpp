// Rows of a query as text: one line of CSV or one object of JSON each, so that any number of them can be written.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace goho::io {

/// Nothing, a whole number, a number, or a text.
using Cell = std::variant<std::monostate, std::int64_t, double, std::string>;

std::string csv_row(const std::vector<Cell>& cells);
/// {"run":1,"cash":null}, members in the order of the columns.
std::string json_row(const std::vector<std::string>& columns, const std::vector<Cell>& cells);

}  // namespace goho::io
