// Trial balances of other programs. The first byte says how the text is encoded, the second which layout and unit the user
// names, the third the first month of the fiscal year; files are apart by the character U+001E. What is accepted becomes a
// company, whose file is read again and whose months are the books.
#include "fuzz/fuzz.hpp"
#include "import/company.hpp"
#include "import/later_months.hpp"
#include "import/output.hpp"
#include "io/csv.hpp"
#include "io/csv_reader.hpp"
#include "io/json_text.hpp"
#include "io/scenario_reader.hpp"

#include <unicode/ucnv.h>

namespace goho::fuzz {

namespace {

constexpr char between = '\x1e';
constexpr std::size_t most_files = 4;

std::string converted(std::string_view utf8, const char* to) {
    std::string out(utf8.size() * 2 + 8, '\0');
    UErrorCode status = U_ZERO_ERROR;
    const auto size = ucnv_convert(to, "UTF-8", out.data(), static_cast<std::int32_t>(out.size()), utf8.data(), static_cast<std::int32_t>(utf8.size()), &status);
    if (U_FAILURE(status)) return std::string(utf8);
    out.resize(static_cast<std::size_t>(size));
    return out;
}

std::string encoded(std::string_view text, unsigned how) {
    switch (how % 5) {
        case 1: return "\xEF\xBB\xBF" + std::string(text);
        case 2: return converted(text, "ibm-943_P15A-2003");
        case 3: return "\xFF\xFE" + converted(text, "UTF-16LE");
        case 4: return "\xFE\xFF" + converted(text, "UTF-16BE");
        default: return std::string(text);
    }
}

imports::ImportOptions options_of(unsigned layout, unsigned month) {
    imports::ImportOptions options;
    const auto all = imports::layouts();
    if (const std::size_t named = layout % 16; named > 0 && named <= all.size()) options.sheet.layout = std::string(all[named - 1].id);
    if (const unsigned unit = layout / 16 % 4; unit > 0) options.sheet.unit = unit == 1 ? MoneyUnit::yen : unit == 2 ? MoneyUnit::thousand : MoneyUnit::million;
    if (month % 16 > 0 && month % 16 <= 12) options.sheet.fiscal_year_start = Month::of(2026, static_cast<int>(month % 16));
    return options;
}

std::vector<imports::NamedBytes> files_of(std::string_view text, unsigned how) {
    std::vector<imports::NamedBytes> files;
    while (files.size() < most_files) {
        const std::size_t at = std::min(text.find(between), text.size());
        files.push_back({"file" + std::to_string(files.size() + 1) + ".csv", encoded(text.substr(0, at), how)});
        if (at == text.size()) break;
        text.remove_prefix(at + 1);
    }
    return files;
}

/// Fields that were read are written and read as the same.
void try_table(std::string_view text, char delimiter) {
    for (const auto& row : io::read_csv(text, delimiter).rows) {
        if (row.cells.empty()) continue;
        std::vector<std::string> fields;
        for (const auto& cell : row.cells) fields.push_back(io::csv_text(cell));
        const std::string line = io::csv_line(fields);
        const auto again = io::read_csv(line, ',');
        require(again.broken_line == 0, "a line that was written can be read", line);
        require(again.rows.size() == 1 && again.rows.front().cells == row.cells, "fields are read as they were written", line);
    }
}

void try_company(const imports::Import& imported) {
    imports::CompanyOptions options;
    options.plan_months = 12;
    const auto company = imports::company_of(imported, options);
    require_told(company);
    if (!company) return;
    for (const Text& sentence : company.value->assumed) require_readable(sentence);
    const auto differing = imports::differences_from_books(*company.value, imported);
    if (!differing.empty()) require(false, "the months of a company are the books", to_string(differing.front(), Language::english));
    const std::string text = imports::company_text(*company.value, imported);
    const auto read = io::read_scenario_text(text, "company.json");
    if (!read) require(false, "an imported company can be read", to_string(read.problems.front(), Language::english) + "\n" + text);
    require_round_trip(*read.value);
    require_sound_run(*read.value);
    require_told(imports::with_later_months(*read.value, imported));
}

void try_import(std::string_view input) {
    Bytes bytes(input);
    const unsigned how = bytes.take(), layout = bytes.take(), month = bytes.take();
    try_table(bytes.rest(), ",\t;"[month / 16 % 3]);
    const auto reading = imports::read_trial_balances(files_of(bytes.rest(), how), options_of(layout, month));
    require(reading || !reading.problems.empty(), "a refusal says why");
    require_readable(reading.problems);
    if (!reading) return;
    for (const Text& note : reading.value->notes) require_readable(note);
    for (const Language language : {Language::english, Language::japanese})
        require(io::parse_json(imports::to_json(*reading.value, language), "import.json").value.has_value(), "an import is told as JSON");
    const auto table = io::read_csv(imports::to_csv(*reading.value), ',');
    require(table.broken_line == 0 && table.rows.size() == reading.value->ledger.lines.size() + 1, "an import is told as CSV");
    try_company(*reading.value);
}

}  // namespace

}  // namespace goho::fuzz

GOHO_FUZZ_TARGET("csv_import", goho::fuzz::try_import)
