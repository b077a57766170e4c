// Where each row of a sheet stands in the statements, and which standard account it is: by the headings above it, by the
// subtotals before it, and by its name. An account that nobody knows is reported, never dropped.
#pragma once

#include "import/mapping.hpp"
#include "import/sheet.hpp"

namespace goho::imports {

struct PlacedRow {
    const SheetRow* row = nullptr;
    RowKind kind = RowKind::account;
    Statement statement = Statement::profit;
    Section section = Section::unknown;
    const Account* account = nullptr;  // of an account
    const Total* total = nullptr;      // of a subtotal that every statement has
};

struct PlacedSheet {
    const Sheet* sheet = nullptr;
    std::vector<PlacedRow> rows;  // without headings
};

/// An account that no standard account fits.
struct OpenAccount {
    std::string file;
    int line = 0;
    std::string name;
    Region region;
    Statement statement = Statement::profit;
};

struct Placement {
    std::vector<PlacedSheet> sheets;  // they point into the sheets that were placed
    std::vector<OpenAccount> open;
    Problems problems;  // mapped to an account that cannot stand there
};

Placement place(const std::vector<Sheet>& sheets, const Mapping& mapping);

/// A cost of goods made without the statement that says what making them cost: pay, energy and depreciation would all count
/// as materials. A mapping that names the account says that this is known.
Problems lacking_manufacturing(const Placement& placement, const Mapping& mapping);

/// What is said of accounts that nobody knows: one problem each with the nearest names, and the mapping to fill in.
Problems problems_of(const std::vector<OpenAccount>& open, const Mapping& mapping);
/// The mapping with those accounts added, still open.
Mapping to_fill_in(const std::vector<OpenAccount>& open, Mapping mapping);

}  // namespace goho::imports
