// One file, read: its months, and its rows with amounts in yen, each of which knows where it stands in the file. Which
// accounts they are and whether they add up is not looked at here.
#pragma once

#include "core/calendar.hpp"
#include "import/amounts.hpp"
#include "import/layouts.hpp"

#include <map>
#include <optional>

namespace goho::imports {

struct SheetRow {
    int line = 0;
    std::string name;
    RowKind kind = RowKind::account;
    bool sure = false;                   // the file says what the row is; otherwise its name does
    std::optional<Statement> statement;  // where the file says it row by row
    std::vector<Yen> amounts;  // by month of the sheet; a trial balance for one period has its closing balance
    std::optional<Yen> opening, adjustment, total, debit, credit;
};

struct Sheet {
    std::string file;
    Encoding encoding = Encoding::utf8;
    const Layout* layout = nullptr;
    MoneyUnit unit = MoneyUnit::yen;
    std::vector<Month> months;
    std::vector<std::string> month_names;  // as the head has them
    bool one_period = false;               // a trial balance: opening, debit, credit, closing
    std::optional<Statement> statement;    // as the title says
    bool tax_included = false;             // the title says that amounts hold consumption tax
    std::vector<SheetRow> rows;
    std::vector<std::string> unread;  // headings of columns that are not read
};

struct SheetOptions {
    std::optional<std::string> layout;  // id; found by the head when not given
    std::optional<MoneyUnit> unit;      // from a line such as "単位：千円", else yen
    Month fiscal_year_start;            // for months without a year
};

/// The sheet of a table, or every reason why there is none.
Result<Sheet> read_sheet(const Table& table, const SheetOptions& options);

}  // namespace goho::imports
