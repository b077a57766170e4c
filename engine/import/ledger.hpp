// All sheets of a client put together: one line for each account over the same months, in the sense of its section (sales,
// costs, assets and debts are positive). Amounts are what the files say, to the yen.
#pragma once

#include "import/placing.hpp"

namespace goho::imports {

struct LedgerLine {
    std::string name;  // as the client's books have it
    Section section = Section::unknown;
    const Account* account = nullptr;
    std::vector<Yen> amounts;    // by month of the ledger: flows of the month, or the balance at its end
    std::optional<Yen> opening;  // balance before the first month
    std::string file;            // where it was first met
    int line = 0;
};

/// Amounts that were booked after the last month (決算整理) and counted to it.
struct Adjustment {
    Month month;
    int accounts = 0;
};

struct Ledger {
    std::vector<Month> months;
    std::vector<LedgerLine> lines;
    bool has_balance = false;
    bool has_opening = false;
    std::vector<Adjustment> adjustments;
    std::vector<Text> notes;

    /// A section's amounts in a month, added up.
    Yen sum(Section section, std::size_t month) const;
};

/// Puts the sheets together. Every profit and loss month is needed, and where there is a balance sheet, every month of it;
/// months that come twice, months that are missing and accounts that come twice are reported.
Result<Ledger> build_ledger(const Placement& placement);

/// Amounts of a row as the ledger counts them: closing entries in the last month, a trial balance as its movement.
std::vector<Yen> counted(const SheetRow& row, const Sheet& sheet, Statement statement);

}  // namespace goho::imports
