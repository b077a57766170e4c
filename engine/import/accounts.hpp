// The standard accounts: how small Japanese companies name the lines of their statements, and which line of our books
// each belongs to. The chart itself is data (engine/data/accounts).
#pragma once

#include "accounting/books.hpp"
#include "accounting/ledger_options.hpp"
#include "import/sections.hpp"

#include <string>
#include <vector>

namespace goho::imports {

using BookLine = double accounting::Books<double>::*;

struct Account {
    std::string id;
    Text name;
    Section section = Section::unknown;  // where it usually stands
    BookLine line = nullptr;             // null: a cost line, whose category and behaviour say where it goes
    accounting::Category category = accounting::Category::other;
    accounting::Behaviour behaviour = accounting::Behaviour::fixed;  // usual behaviour of a cost line
    bool deducted = false;           // shown positive, but taken off: closing stock, allowances
    std::vector<std::string> names;  // all of them, as key_of writes them

    bool is_cost_line() const { return line == nullptr; }
};

/// All standard accounts, read once. Throws std::runtime_error when the data inside the binary is wrong.
const std::vector<Account>& standard_accounts();

/// The standard account of that id or of any of its names; null when there is none.
const Account* standard_account(std::string_view id_or_name);

/// Where a row stands, as far as the file says it.
struct Region {
    Section section = Section::unknown;
    bool sure = false;  // a heading said so; otherwise it follows from the subtotal before it
};

/// The account that a name means in a region: the one that usually stands there, else one that may stand there, else
/// (where the region is not sure) any. A remark behind the name such as (販) or (製) is passed over.
const Account* account_named(std::string_view name, Region region, Statement statement);

/// Every standard account that may stand in a region, in the order of the chart.
std::vector<const Account*> accounts_for(Region region, Statement statement);

/// Names of standard accounts that resemble a name and may stand in the region, best first.
std::vector<const Account*> nearest_accounts(std::string_view name, Region region, Statement statement,
                                             std::size_t most);

}  // namespace goho::imports
