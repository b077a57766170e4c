// From text to rows and cells: which sign parts the cells, and which row is the head of the table. What the columns and
// rows mean is the affair of the layouts.
#pragma once

#include "import/text_decoding.hpp"
#include "io/csv_reader.hpp"

namespace goho::imports {

struct Table {
    std::string file;  // as the user named it
    Encoding encoding = Encoding::utf8;
    char delimiter = ',';
    std::vector<io::CsvRow> rows;  // cells normalised
    std::size_t header = 0;        // which of the rows

    const io::CsvRow& head() const { return rows[header]; }
};

/// A cell that names the column of accounts: 勘定科目, 科目, account.
bool is_account_heading(std::string_view cell);

/// Comma, tab or semicolon, whichever gives the widest head; the head is the first row that names the column of accounts
/// or holds at least six months.
Result<Table> read_table(const Decoded& text, const std::string& shown);

}  // namespace goho::imports
