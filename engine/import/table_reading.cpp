#include "import/table_reading.hpp"

#include "import/months.hpp"

#include <algorithm>
#include <array>

namespace goho::imports {

namespace {

constexpr std::size_t lines_before_head = 30, fewest_months = 6;

bool is_head(const io::CsvRow& row) {
    if (row.cells.size() < 2) return false;
    const auto months = std::count_if(row.cells.begin(), row.cells.end(),
                                      [](const auto& cell) { return month_cell(cell).has_value(); });
    return static_cast<std::size_t>(months) >= fewest_months ||
           std::any_of(row.cells.begin(), row.cells.end(), is_account_heading);
}

Problem at(std::string code, const std::string& file, int line, Text message, Text hint = {}) {
    return {std::move(code), file, {}, line, line > 0 ? 1 : 0, std::move(message), std::move(hint)};
}

/// Where the head is, or the number of rows.
std::size_t head_of(const std::vector<io::CsvRow>& rows) {
    const std::size_t most = std::min(rows.size(), lines_before_head);
    for (std::size_t i = 0; i < most; ++i) {
        if (is_head(rows[i])) return i;
    }
    return rows.size();
}

io::CsvRows normalised_rows(io::CsvRows read) {
    for (auto& row : read.rows) {
        for (auto& cell : row.cells) cell = normalised(cell);
    }
    return read;
}

/// Enough lines to find the head in, so that a large file is read once.
std::string_view beginning_of(std::string_view text) {
    constexpr std::size_t enough = 1 << 16;
    if (text.size() <= enough) return text;
    return text.substr(0, text.find('\n', enough));
}

}  // namespace

bool is_account_heading(std::string_view cell) {
    constexpr auto names =
        std::to_array<std::string_view>({"勘定科目", "科目", "勘定科目名", "科目名", "account", "accounts"});
    const std::string key = key_of(cell);
    return std::find(names.begin(), names.end(), key) != names.end();
}

Result<Table> read_table(const Decoded& text, const std::string& shown) {
    char delimiter = '\0';
    std::size_t widest = 0;
    for (const char candidate : {',', '\t', ';'}) {
        const auto rows = normalised_rows(io::read_csv(beginning_of(text.text), candidate)).rows;
        if (const std::size_t head = head_of(rows); head < rows.size() && rows[head].cells.size() > widest) {
            widest = rows[head].cells.size();
            delimiter = candidate;
        }
    }
    io::CsvRows read = normalised_rows(io::read_csv(text.text, delimiter == '\0' ? ',' : delimiter));
    if (read.broken_line > 0) {
        return {{},
                {at("broken-quotes", shown, read.broken_line,
                    {"a quotation mark is open or out of place", "引用符が閉じていないか、位置が正しくありません"},
                    {"the file may be cut off; export it again",
                     "ファイルが途中で切れている可能性があります。出力し直してください"})}};
    }
    if (widest == 0) {
        return {{},
                {at("not-a-table", shown, 0,
                    {"no row names the accounts (勘定科目, account) or at least six months",
                     "見出し行（勘定科目、または6つ以上の月）が見つかりません"},
                    {"is it a trial balance or transition table, and its encoding right? Saving in Excel can also change how "
                     "months look",
                     "試算表・推移表か、文字コードが正しいかを確認してください。Excelで保存し直すと月の表記が変わることもあります"})}};
    }
    const std::size_t head = head_of(read.rows);
    return {Table{shown, text.encoding, delimiter, std::move(read.rows), head}, {}};
}

}  // namespace goho::imports
