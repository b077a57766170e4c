// Tables as CSV for spreadsheets and programs: encoded by libcsv, UTF-8, and safe to open in a spreadsheet.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace goho::io {

/// One line with its line end, of fields that `csv_text` and `csv_number` have made.
std::string csv_line(const std::vector<std::string>& fields);

/// A field that is a number: written as it is, never taken for a formula.
std::string csv_number(double value);

/// A field that is a text. One that a spreadsheet would take for a formula (it begins with = + - @, half or full width, or
/// a control character) gets an apostrophe in front.
std::string csv_text(std::string_view text);
/// The text that `csv_text` was given.
std::string text_of_csv(std::string_view field);

}  // namespace goho::io
