#include "cli/text_rows.hpp"

#include "batch/computed.hpp"
#include "core/format.hpp"
#include "io/text_table.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace goho::cli {

namespace {

struct Heading {
    std::string_view column;
    Label label;
    std::string_view unit = "";
};
/// Columns that are no figures of a run.
constexpr auto headings = std::to_array<Heading>({
    {"run", {"Run", "番号"}}, {"file", {"File", "ファイル"}}, {"point", {"Point", "点"}}, {"status", {"Status", "状態"}},
    {"year", {"Year", "年次"}}, {"runs", {"Runs", "計算"}}, {"ok", {"Computed", "成功"}}, {"failed", {"Failed", "失敗"}},
    {"results", {"Different", "異なる結果"}}, {"short_of_cash", {"Short of cash", "資金不足"}},
    {"missing_targets", {"Missing a target", "目標未達あり"}}, {"missing_gates", {"Missing a gate", "判定未達あり"}},
    {"first_short", {"Cash short from", "資金不足開始"}}, {"months_short", {"Months short", "不足月数"}}, {"needed", {"Needed", "必要額"}, "yen"},
    {"gates_missed", {"Gates missed", "未達の判定"}}, {"targets_missed", {"Targets missed", "未達の目標"}}, {"gate", {"Gate", "判定"}},
    {"verdict", {"Verdict", "結果"}}, {"met", {"Met", "達成"}}, {"missed", {"Missed", "未達"}}, {"not_computable", {"Not computable", "計算不可"}},
    {"fiscal_year", {"Fiscal year", "年度"}}, {"threshold", {"Threshold", "基準"}}, {"years_missed", {"Years missed", "未達年数"}},
    {"figure", {"Figure", "数値"}}, {"target", {"Target", "目標"}}, {"variable", {"Variable", "指標"}}, {"value", {"Value", "値"}},
    {"quantity", {"Quantity", "数量"}}, {"swept", {"Value", "値"}}, {"average", {"Average", "平均"}, "yen"}, {"lowest", {"Lowest", "最小"}, "yen"},
    {"highest", {"Highest", "最大"}, "yen"}, {"pointer", {"Address", "アドレス"}}, {"message", {"Message", "内容"}}, {"hint", {"Hint", "対処"}},
    {"kind", {"Kind", "種類"}}, {"code", {"Code", "コード"}}, {"line", {"Line", "行"}}, {"same_as", {"Same as run", "同じ内容の番号"}},
    {"name", {"Name", "名称"}},
});

struct Column {
    std::size_t place;
    std::string heading, unit;
    bool is_file;
};

/// What a person sees: the columns of the other language are left out.
std::vector<Column> shown_columns(const std::vector<std::string>& columns, Language language) {
    std::vector<Column> shown;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        std::string name = columns[i];
        if (name.ends_with("_en") || name.ends_with("_ja")) {
            if (name.ends_with(language == Language::japanese ? "_en" : "_ja")) continue;
            name.resize(name.size() - 3);
        }
        const auto known = std::find_if(headings.begin(), headings.end(), [&](const Heading& h) { return h.column == name; });
        if (known != headings.end()) shown.push_back({i, std::string(known->label.in(language)), std::string(known->unit), name == "file"});
        else if (const auto* figure = batch::find_figure(name)) shown.push_back({i, std::string(figure->label.in(language)), std::string(figure->unit), false});
        else shown.push_back({i, name, "", false});
    }
    return shown;
}

/// The end of a path tells more than its beginning.
std::string end_of(const std::string& path, int width) {
    std::string_view rest = path;
    while (io::display_width(rest) > width - 1) {
        do rest.remove_prefix(1);
        while (!rest.empty() && (static_cast<unsigned char>(rest.front()) & 0xC0) == 0x80);
    }
    return rest.size() == path.size() ? path : "…" + std::string(rest);
}

std::string cell_text(const io::Cell& cell, const Column& column, Language language) {
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) return std::to_string(*whole);
    if (const auto* text = std::get_if<std::string>(&cell)) return io::printable(*text);
    const auto* number = std::get_if<double>(&cell);
    if (number == nullptr) return "–";
    if (shown_as_percent(column.unit)) return table_percent(*number, language);
    if (column.unit == "yen") return table_number(*number, language);
    return plain_number(*number);
}

}  // namespace

std::string rows_text(const std::vector<std::string>& columns, const std::vector<std::vector<io::Cell>>& rows, Language language, int width) {
    constexpr int widest_file = 32, widest_text = 40;
    const auto shown = shown_columns(columns, language);
    std::vector<std::vector<std::string>> cells;
    int widest = 0;
    for (const auto& row : rows) {
        auto& texts = cells.emplace_back();
        for (const Column& column : shown) {
            texts.push_back(cell_text(row[column.place], column, language));
            if (!column.is_file) widest = std::max(widest, io::display_width(texts.back()));
        }
    }
    std::string out;
    if (widest > widest_text || shown.size() > 24) {
        int names = 0;
        for (const Column& column : shown) names = std::max(names, std::min(io::display_width(column.heading), width / 2));
        for (const auto& row : cells) {
            for (std::size_t i = 0; i < shown.size(); ++i) {
                if (row[i].empty()) continue;
                std::string left = io::padded_right(io::fitted(shown[i].heading, names), names + 2);
                for (const std::string& line : io::wrapped(row[i], width - names - 2)) {
                    out += left + io::fitted(line, width - names - 2) + "\n";
                    left = std::string(static_cast<std::size_t>(names) + 2, ' ');
                }
            }
            out += "\n";
        }
        return out;
    }
    io::TextTable table;
    if (shown.empty()) return out;
    table.label_heading = shown.front().heading;
    for (std::size_t i = 1; i < shown.size(); ++i) table.headings.push_back(shown[i].heading);
    for (auto& row : cells) {
        for (std::size_t i = 0; i < shown.size(); ++i) {
            if (shown[i].is_file) row[i] = end_of(row[i], widest_file);
        }
        table.rows.push_back({row.front(), std::vector<std::string>(row.begin() + 1, row.end())});
    }
    return io::to_text(table, width);
}

}  // namespace goho::cli
