// A recorded run as a workbook whose formulas are the model's own equations: what is an input, what is reckoned, and how.
#pragma once

#include "analysis/recording.hpp"
#include "workbook/book.hpp"

namespace goho::workbook {

/// Every statement line of every month, the years and the indicators, live down to the inputs; in front of them how to read
/// it, with charts, then the gates and the checks.
Book book_of(const analysis::Recording& run, Language language);

}  // namespace goho::workbook
