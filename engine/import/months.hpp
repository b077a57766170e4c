// The months at the head of a transition table: with or without a year, in western years or eras, in the order of the
// fiscal year. And the period that a title line states.
#pragma once

#include "core/calendar.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace goho::imports {

/// A month as a cell states it; `year` is 0 when the cell leaves it open ("4月").
struct MonthCell {
    int year = 0;
    int month = 0;
    friend bool operator==(const MonthCell&, const MonthCell&) = default;
};

/// "2026/04", "2026-04", "2026年4月", "2026年04月度", "令和8年4月", "R8.4", "R08/04", "202604", "4月", "4月度"; and as Excel
/// rewrites them: "2026/4/1", "4月1日" (the first day only), "Apr-26", "April 2026". Nothing else.
std::optional<MonthCell> month_cell(std::string_view text);

struct Period {
    Month first, last;
};

/// The period that a line such as "自 令和8年4月1日 至 令和9年3月31日", "2026/04/01～2027/03/31" or "2026年4月" states. A line
/// that names more than two dates, or dates that run backwards, states none.
std::optional<Period> period_in(std::string_view line);

/// The months of a header. Cells without a year follow from the first month of the fiscal year (or from the start of a
/// stated period). Empty when a year is needed and not known, or when the months do not follow one another.
struct MonthRow {
    std::vector<Month> months;
    bool year_missing = false;
    std::size_t out_of_order = 0;  // the first cell that does not follow the one before it
};
MonthRow months_of(const std::vector<MonthCell>& cells, Month fiscal_year_start);

}  // namespace goho::imports
