// The sample files of scenarios/import_samples, and small tables that are put together in a test.
#pragma once

#include "import/trial_balance.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace goho::imports {

inline std::string bytes_of(const std::filesystem::path& file) {
    std::ostringstream out;
    out << std::ifstream(file, std::ios::binary).rdbuf();
    return out.str();
}

/// All files of one folder of the samples, in alphabetical order.
inline std::vector<NamedBytes> sample(const std::string& folder) {
    std::vector<NamedBytes> out;
    const auto place = std::filesystem::path(GOHO_SOURCE_DIR) / "scenarios/import_samples" / folder;
    for (const auto& entry : std::filesystem::directory_iterator(place)) out.push_back({entry.path().filename().string(), bytes_of(entry.path())});
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.file < b.file; });
    return out;
}

inline ImportOptions options_from(Month fiscal_year_start) {
    ImportOptions out;
    out.sheet.fiscal_year_start = fiscal_year_start;
    return out;
}

inline ImportReading read(const std::vector<NamedBytes>& files, const ImportOptions& options = {}) { return read_trial_balances(files, options); }

/// A profit and loss statement in our own template: rows of a name and one amount for each month from 2026-04.
struct SmallRow {
    std::string name;
    std::vector<Yen> amounts;
};
inline std::string small_table(const std::vector<SmallRow>& rows, std::size_t months) {
    std::string out = "勘定科目";
    for (std::size_t m = 0; m < months; ++m) out += "," + to_string(Month::of(2026, 4) + static_cast<int>(m));
    out += "\n";
    for (const auto& row : rows) {
        out += row.name;
        for (const Yen amount : row.amounts) out += "," + std::to_string(amount);
        out += "\n";
    }
    return out;
}

/// Everything that is said, one problem a line.
inline std::string said(const Problems& problems, Language language = Language::english) {
    std::string out;
    for (const Problem& problem : problems) out += to_string(problem, language) + "\n";
    return out;
}

}  // namespace goho::imports
