// The imported months as our books have them: every account in the line that it belongs to, statements in both forms. To the
// yen: net sales, ordinary income, net income and the balance sheet are those of the files.
#pragma once

#include "import/classification.hpp"

namespace goho::imports {

/// One set of books for each month of the ledger. Cash flow lines stay empty: they need two balance sheets and are derived
/// where the plan begins. An accumulated depreciation that the files do not divide is taken off buildings, machinery,
/// vehicles and tools in proportion to their cost, in whole yen.
std::vector<accounting::Books<double>> monthly_books(const Ledger& ledger,
                                                     const std::vector<Classified>& classification);

}  // namespace goho::imports
