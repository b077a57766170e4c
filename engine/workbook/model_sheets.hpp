// The sheets that hold the model itself, and where in them stands what other sheets point to.
#pragma once

#include "analysis/recording.hpp"
#include "workbook/book.hpp"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace goho::workbook {

enum SheetNumber { inputs, timeline, monthly, yearly, indicators, details, workings, sheet_count };

inline constexpr int year_row = 1;             // the short names of fiscal years
inline constexpr int head_row = 2;             // months, and when a year ends
inline constexpr int input_column = 3;         // of values on the sheet of inputs
inline constexpr int first_month_column = 3;   // the opening; months follow. On the yearly sheet the first year

struct ModelSheets {
    Book book;
    std::vector<std::string> sheets;                        // names, by SheetNumber
    std::map<std::string, int, std::less<>> rows;           // of a line of the books, on the monthly and the yearly sheet
    std::vector<std::pair<int, int>> years;                 // first and last month of each fiscal year, from the plan's first
    std::vector<std::pair<std::string, int>> inputs;        // addresses in the scenario file, and their rows

    /// "'Yearly'!E7" of a line; the column as it is on that sheet.
    std::string cell(SheetNumber sheet, std::string_view line, int column) const;
    /// "='Monthly'!$D$3:$M$3".
    std::string range(SheetNumber sheet, int row, int first_column, int last_column) const;
};

/// A fiscal year over the lines of a narrow column: "2027年度" and "2028年3月期"; the second may be empty.
std::pair<std::string, std::string> year_in_lines(const std::string& label);

ModelSheets model_sheets(const analysis::Recording& run, Language language);

}  // namespace goho::workbook
