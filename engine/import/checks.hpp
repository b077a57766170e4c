// Whether the files agree with themselves: subtotals are checksums and never data. Whatever does not add up to the yen is
// reported with row, month, expected and found.
#pragma once

#include "import/ledger.hpp"

namespace goho::imports {

/// How much was checked, so that a reader can see what the word "checked" is worth.
struct Checked {
    int subtotals = 0;  // rows that add others up, each in all its months
    int sums = 0;       // rows whose months were compared with their sum
    int movements = 0;  // rows where opening + movements = closing
    int balances = 0;   // months in which assets = liabilities + net assets
};

/// Statements end with totals; a file in which one is missing was cut off.
Problems check_ends(const Placement& placement);

/// Empty when everything adds up.
Problems check(const Placement& placement, const Ledger& ledger, Checked& checked);

}  // namespace goho::imports
