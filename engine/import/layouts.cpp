#include "import/layouts.hpp"

#include "import/months.hpp"

#include <algorithm>
#include <array>

namespace goho::imports {

namespace {

using Column = std::optional<std::size_t> Columns::*;

struct ColumnName {
    std::string_view name;  // as key_of writes it
    Column column;
};
constexpr auto column_names = std::to_array<ColumnName>({
    {"補助科目", &Columns::part},
    {"補助科目名", &Columns::part},
    {"sub-account", &Columns::part},
    {"subaccount", &Columns::part},
    {"期首", &Columns::opening},
    {"期首残高", &Columns::opening},
    {"前期繰越", &Columns::opening},
    {"前月繰越", &Columns::opening},
    {"前期末", &Columns::opening},
    {"前期残高", &Columns::opening},
    {"繰越残高", &Columns::opening},
    {"前月残高", &Columns::opening},
    {"opening", &Columns::opening},
    {"openingbalance", &Columns::opening},
    {"決算整理", &Columns::adjustment},
    {"決算", &Columns::adjustment},
    {"決算調整", &Columns::adjustment},
    {"決算仕訳", &Columns::adjustment},
    {"決算月", &Columns::adjustment},
    {"adjustments", &Columns::adjustment},
    {"closingentries", &Columns::adjustment},
    {"期間累計", &Columns::total},
    {"合計", &Columns::total},
    {"累計", &Columns::total},
    {"年間合計", &Columns::total},
    {"計", &Columns::total},
    {"期間残高", &Columns::total},
    {"total", &Columns::total},
    {"借方", &Columns::debit},
    {"借方金額", &Columns::debit},
    {"借方残高", &Columns::debit},
    {"借方合計", &Columns::debit},
    {"debit", &Columns::debit},
    {"貸方", &Columns::credit},
    {"貸方金額", &Columns::credit},
    {"貸方残高", &Columns::credit},
    {"貸方合計", &Columns::credit},
    {"credit", &Columns::credit},
    {"残高", &Columns::closing},
    {"当月残高", &Columns::closing},
    {"期末残高", &Columns::closing},
    {"当期残高", &Columns::closing},
    {"closing", &Columns::closing},
    {"closingbalance", &Columns::closing},
    {"balance", &Columns::closing},
});

bool all_blank(const io::CsvRow& row, const Columns& columns) {
    const auto blank = [&](std::size_t column) { return cell_of(row, column).empty(); };
    if (!std::all_of(columns.months.begin(), columns.months.end(), blank)) return false;
    for (const auto& column :
         {columns.opening, columns.adjustment, columns.total, columns.debit, columns.credit, columns.closing}) {
        if (column && !blank(*column)) return false;
    }
    return true;
}

RowRole named_role(const io::CsvRow& row, const Columns& columns, bool blank) {
    const std::string name(cell_of(row, columns.account));
    if (blank) return {name.empty() ? RowKind::nothing : RowKind::heading, false, name};
    return {RowKind::account, false, name};
}

/// One column of names: a row without amounts is a heading.
RowRole list_role(const io::CsvRow& row, const Columns& columns) {
    return named_role(row, columns, all_blank(row, columns));
}

/// The same where a blank cumulative sum alone makes the heading.
RowRole total_blank_role(const io::CsvRow& row, const Columns& columns) {
    return named_role(row, columns, all_blank(row, columns) || (columns.total && cell_of(row, *columns.total).empty()));
}

/// Three columns of names: group, account, sub-account. The first that is not blank is the level.
RowRole level_role(const io::CsvRow& row, const Columns& columns) {
    if (const auto outer = cell_of(row, *columns.outer); !outer.empty()) {
        return {all_blank(row, columns) ? RowKind::heading : RowKind::total, true, std::string(outer)};
    }
    if (const auto account = cell_of(row, columns.account); !account.empty())
        return {RowKind::account, true, std::string(account)};
    const auto part = cell_of(row, *columns.part);
    if (part.empty()) return {all_blank(row, columns) ? RowKind::nothing : RowKind::account, true, {}};
    return {RowKind::part, true, std::string(part)};
}

/// The first column names the kind of row.
RowRole tagged_role(const io::CsvRow& row, const Columns& columns) {
    const auto tag = cell_of(row, *columns.kind);
    const std::string name(cell_of(row, columns.account));
    if (tag == "[明細行]") return {RowKind::account, true, name};
    if (tag == "[合計行]") return {RowKind::total, true, name};
    if (tag == "[区分行]") return {RowKind::heading, true, name};
    return {};
}

bool is_yayoi(const Table&, const Columns& c) { return c.kind && c.statement && (!c.months.empty() || c.closing); }
bool is_opening(const Table&, const Columns& c) {
    return c.months.empty() && c.debit && c.credit && !c.closing && !c.opening;
}
bool is_money_forward(const Table&, const Columns& c) { return !c.months.empty() && c.outer && c.part; }
bool is_freee_1(const Table& table, const Columns& c) {
    return !c.months.empty() && cell_of(table.head(), 0).empty() && !c.part;
}
bool is_freee_2(const Table& table, const Columns& c) {
    return !c.months.empty() && c.account == 0 && c.total && key_of(cell_of(table.head(), *c.total)) == "期間累計";
}
bool is_own(const Table&, const Columns& c) { return !c.months.empty() || c.closing.has_value(); }

constexpr auto layout_rows = std::to_array<Layout>({
    {"yayoi", {"Yayoi text export", "弥生会計 テキスト出力"}, is_yayoi, tagged_role},
    {"freee-opening", {"freee opening balances", "freee 開始残高"}, is_opening, list_role, true},
    {"money-forward", {"Money Forward transition table", "マネーフォワード 推移試算表"}, is_money_forward, level_role},
    {"freee-1", {"freee monthly transition, form 1", "freee 月次推移（形式1）"}, is_freee_1, total_blank_role},
    {"freee-2", {"freee monthly transition, form 2", "freee 月次推移（形式2）"}, is_freee_2, list_role},
    {"goho", {"Goho CSV template", "Goho CSV ひな形"}, is_own, list_role},
});

}  // namespace

std::span<const Layout> layouts() { return layout_rows; }

const Layout* layout_named(std::string_view id) {
    const auto found =
        std::find_if(layout_rows.begin(), layout_rows.end(), [&](const Layout& layout) { return layout.id == id; });
    return found == layout_rows.end() ? nullptr : &*found;
}

Columns columns_of(const Table& table) {
    Columns out;
    const auto& cells = table.head().cells;
    bool named = false;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string key = key_of(cells[i]);
        const auto found = std::find_if(column_names.begin(), column_names.end(),
                                        [&](const ColumnName& row) { return row.name == key; });
        if (!named && is_account_heading(cells[i])) {
            out.account = i;
            named = true;
        } else if (i == 0 && key == "[表題行]") {
            out.kind = i;
        } else if (month_cell(cells[i])) {
            out.months.push_back(i);
        } else if (found != column_names.end() && !(out.*(found->column))) {
            out.*(found->column) = i;
        } else if (!key.empty()) {
            out.unread.push_back(i);
        }
    }
    if (!out.months.empty() && out.closing && !out.total)
        std::swap(out.closing, out.total);  // the balance that months end with
    if (out.kind && named && out.account > 0) {
        out.statement = out.account - 1;
        std::erase_if(out.unread, [&](std::size_t column) { return column < out.account; });
    } else if (named && out.account > 0 && cells[out.account - 1].empty()) {
        out.outer = out.account - 1;
    }
    return out;
}

const Layout* layout_of(const Table& table, const Columns& columns) {
    const auto found = std::find_if(layout_rows.begin(), layout_rows.end(),
                                    [&](const Layout& layout) { return layout.fits(table, columns); });
    return found == layout_rows.end() ? nullptr : &*found;
}

std::string_view cell_of(const io::CsvRow& row, std::size_t column) {
    return column < row.cells.size() ? std::string_view(row.cells[column]) : std::string_view();
}

}  // namespace goho::imports
