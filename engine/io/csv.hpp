// Tables as CSV for spreadsheets and programs: encoded by libcsv, UTF-8, and safe to open in a spreadsheet.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace goho::io {

/// One line with its line end. A text that a spreadsheet would take for a formula (it begins with = + - @ or a
/// control character) gets an apostrophe in front; numbers are passed through `csv_number`.
std::string csv_line(const std::vector<std::string>& fields);

/// A field that is a number: written as it is, never taken for a formula.
std::string csv_number(double value);

/// Text field made harmless; `csv_line` does not touch numbers, so texts go through here.
std::string csv_text(std::string_view text);

}  // namespace goho::io
