// The layouts in which accounting programs write trial balances and transition tables. A layout is a row of one table: how
// its head is told from others, and how its rows say what they are. Tested with the samples in scenarios/import_samples.
#pragma once

#include "import/sections.hpp"
#include "import/table_reading.hpp"

#include <optional>
#include <span>

namespace goho::imports {

enum class RowKind { heading, account, part, total, nothing };

/// Which column of the table holds what; columns are counted from 0.
struct Columns {
    std::size_t account = 0;
    std::vector<std::size_t> months;
    std::optional<std::size_t> outer, part;                 // names of a level above or below the account
    std::optional<std::size_t> kind, statement;             // what a row is, in words of the program
    std::optional<std::size_t> opening, adjustment, total;  // beside months
    std::optional<std::size_t> debit, credit, closing;      // of a trial balance for one period
    std::vector<std::size_t> unread;                        // headed, but not read: ratios and the like
};

/// What a row says of itself. `sure` where the layout marks it; else its name decides.
struct RowRole {
    RowKind kind = RowKind::nothing;
    bool sure = false;
    std::string name;
};

struct Layout {
    std::string_view id;  // for --layout
    Label name;
    bool (*fits)(const Table& table, const Columns& columns);
    RowRole (*role)(const io::CsvRow& row, const Columns& columns);
    bool opening_balances = false;  // balances before the first month, in debit and credit
};

std::span<const Layout> layouts();
const Layout* layout_named(std::string_view id);

/// What each column of the head holds, by its heading alone.
Columns columns_of(const Table& table);

/// The layout that the head belongs to; null when it has neither months nor balances.
const Layout* layout_of(const Table& table, const Columns& columns);

/// The cell, or nothing behind the end of the row.
std::string_view cell_of(const io::CsvRow& row, std::size_t column);

}  // namespace goho::imports
