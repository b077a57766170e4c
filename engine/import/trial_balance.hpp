// The door of the import: files in, checked and classified monthly books out, or every reason why not.
#pragma once

#include "import/checks.hpp"
#include "import/monthly_books.hpp"

namespace goho::imports {

struct ImportOptions {
    SheetOptions sheet;
    Mapping mapping;
    std::string mapping_file;  // as the user named it
};

/// What a file turned out to be.
struct Source {
    std::string file;
    const Layout* layout = nullptr;
    Encoding encoding = Encoding::utf8;
    MoneyUnit unit = MoneyUnit::yen;
    std::vector<Month> months;  // empty for opening balances
    int rows = 0;
};

struct Import {
    std::vector<Source> sources;
    Ledger ledger;
    Checked checked;
    std::vector<Classified> classification;
    std::vector<accounting::Books<double>> books;  // by month of the ledger
    std::vector<Text> notes;
};

struct ImportReading {
    std::optional<Import> value;
    Problems problems;
    std::vector<OpenAccount> open;  // accounts to be mapped before anything else
    std::vector<Source> sources;    // what each readable file turned out to be, also where there is no import
    explicit operator bool() const { return value.has_value(); }
};

ImportReading read_trial_balances(const std::vector<std::string>& files, const ImportOptions& options);

/// Files that are in memory: the same with the bytes of each beside its name.
struct NamedBytes {
    std::string file, bytes;
};
ImportReading read_trial_balances(const std::vector<NamedBytes>& files, const ImportOptions& options);

}  // namespace goho::imports
