#include "import/sheet.hpp"

#include "import/months.hpp"
#include "io/report.hpp"

#include <algorithm>

namespace goho::imports {

namespace {

constexpr std::size_t most_rows = 5'000;

class Reader {
public:
    Reader(const Table& table, const SheetOptions& options)
        : table_(table), options_(options), columns_(columns_of(table)) {
        sheet_.file = table.file;
    }

    Result<Sheet> read() {
        sheet_.encoding = table_.encoding;
        if (!choose_layout()) return {{}, problems_.take(table_.file)};
        read_titles();
        read_months();
        if (table_.rows.size() - table_.header > most_rows) {
            report("too-many-items", 0, io::say("there are more than {} rows", "行数が{}を超えています", most_rows));
        }
        if (!problems_.empty()) return {{}, problems_.take(table_.file)};
        for (std::size_t i = table_.header + 1; i < table_.rows.size(); ++i) read_row(table_.rows[i]);
        if (sheet_.rows.empty())
            report("missing", 0, {"there are no rows below the head", "見出しの下に行がありません"});
        for (const std::size_t column : columns_.unread) sheet_.unread.emplace_back(cell_of(table_.head(), column));
        if (!problems_.empty()) return {{}, problems_.take(table_.file)};
        drop_unused_months();
        return {std::move(sheet_), {}};
    }

private:
    void report(std::string code, int line, Text message, Text hint = {}, std::size_t column = 0) {
        if (problems_.full()) return problems_.count_only();
        problems_.add(Problem{std::move(code),
                              table_.file,
                              {},
                              line,
                              line > 0 ? static_cast<int>(column) + 1 : 0,
                              std::move(message),
                              std::move(hint)});
    }

    bool choose_layout() {
        sheet_.layout = options_.layout ? layout_named(*options_.layout) : layout_of(table_, columns_);
        if (sheet_.layout == nullptr) {
            report("unknown-layout", table_.head().line,
                   {"the head of the table has neither months nor balances", "見出しに月も残高もありません"},
                   {"at least one month such as 2026/04, or a column 残高; saving in Excel can change how months look",
                    "2026/04 などの月、または「残高」の列が必要です。Excelで保存し直すと月の表記が変わることがあります"});
        } else if (options_.layout && !sheet_.layout->fits(table_, columns_)) {
            report("unknown-layout", table_.head().line,
                   {fmt::format("the head of the table is not that of {}", sheet_.layout->name.en),
                    fmt::format("見出しが「{}」のものではありません", sheet_.layout->name.ja)},
                   {"leave --layout away to have it found", "--layout を省略すると自動で判定します"});
            sheet_.layout = nullptr;
        }
        return sheet_.layout != nullptr;
    }

    /// What stands above the head: the kind of statement, the unit, the period.
    void read_titles() {
        for (std::size_t i = 0; i <= table_.header; ++i) {
            std::string line;
            for (const auto& cell : table_.rows[i].cells) line += cell + " ";
            if (const auto unit = unit_named_in(line)) sheet_.unit = *unit;
            if (i == table_.header) break;
            if (const auto period = period_in(line)) period_ = *period;
            const std::string key = key_of(line);
            if (key.find("貸借対照表") != std::string::npos || key.find("balancesheet") != std::string::npos)
                sheet_.statement = Statement::balance;
            if (key.find("損益計算書") != std::string::npos || key.find("製造原価") != std::string::npos ||
                key.find("profitandloss") != std::string::npos) {
                sheet_.statement = sheet_.statement ? std::nullopt : std::optional(Statement::profit);
            }
            const std::size_t tax = key.find("税抜/税込:");
            if (tax != std::string::npos &&
                key.compare(tax + std::string_view("税抜/税込:").size(), std::string_view("税込").size(), "税込") == 0)
                sheet_.tax_included = true;
        }
        if (options_.unit) sheet_.unit = *options_.unit;
    }

    void read_months() {
        if (sheet_.layout->opening_balances) return;
        if (columns_.months.empty()) return read_period();
        std::vector<MonthCell> cells;
        for (const std::size_t column : columns_.months) {
            sheet_.month_names.emplace_back(cell_of(table_.head(), column));
            cells.push_back(*month_cell(sheet_.month_names.back()));
        }
        const Month start = options_.fiscal_year_start.given() ? options_.fiscal_year_start
                            : period_                          ? period_->first
                                                               : Month{};
        const MonthRow row = months_of(cells, start);
        if (row.year_missing) {
            report("bad-month", table_.head().line,
                   io::say("the months have no year ({})", "月に年がありません（{}）", sheet_.month_names.front()),
                   {"give the first month of the fiscal year, for example --fiscal-year-start 2026-04",
                    "事業年度の最初の月を指定してください（例: --fiscal-year-start 2026-04）"},
                   columns_.months.front());
        } else if (row.months.empty()) {
            const std::string name = io::in_quotes(sheet_.month_names[row.out_of_order]);
            report("bad-month", table_.head().line,
                   io::say("the month {} does not follow the one before it", "月 {} が前の月に続いていません", name),
                   {"months must stand side by side without gaps", "月は連続している必要があります"},
                   columns_.months[row.out_of_order]);
        }
        sheet_.months = row.months;
    }

    /// A trial balance for one period: that must be a single month.
    void read_period() {
        sheet_.one_period = true;
        if (!period_ || period_->first != period_->last) {
            const Text found = period_ ? Text{to_string(period_->first) + " - " + to_string(period_->last),
                                              to_string(period_->first) + "～" + to_string(period_->last)}
                                       : Text{"not stated", "記載なし"};
            report("bad-month", table_.head().line,
                   {fmt::format("a trial balance must be that of one month (its period: {})", found.en),
                    fmt::format("残高試算表は1か月分が必要です（集計期間: {}）", found.ja)},
                   {"export the transition of the year, or one file a month",
                    "年間推移を出力するか、月ごとに出力してください"});
            return;
        }
        sheet_.months = {period_->first};
        sheet_.month_names = {std::string(cell_of(table_.head(), *columns_.closing))};
    }

    std::optional<Yen> read_cell(const io::CsvRow& row, const std::string& name, std::size_t column) {
        const auto text = cell_of(row, column);
        if (const auto amount = parse_amount(text, sheet_.unit)) return amount;
        const std::string where = io::printable(cell_of(table_.head(), column)), shown = io::in_quotes(text),
                          account = io::printable(name);
        report("bad-amount", row.line,
               io::say("{}, {}: {} is no amount", "{}（{}）: {} は金額として読めません", account, where, shown),
               {"amounts look like 1,234 or △1,234, in whole yen",
                "金額は 1,234 や △1,234 の形（円未満なし）で記入します"},
               column);
        return {};
    }

    /// A row has as many cells as the head; blank ones at its end may be missing.
    bool has_right_length(const io::CsvRow& row, const std::string& name) {
        std::size_t cells = row.cells.size();
        while (cells > 0 && row.cells[cells - 1].empty()) --cells;
        const std::size_t wanted = table_.head().cells.size();
        if (cells <= wanted && (row.cells.size() >= wanted || row.cells.size() <= columns_.account + 1)) return true;
        const std::string shown = io::in_quotes(name);
        report(
            "row-length", row.line,
            io::say("the row {} has {} cells where the head has {}", "行 {} のセル数は{}で、見出しの{}と合いません",
                    shown, row.cells.size(), wanted),
            {"columns may be shifted; export the file again", "列がずれている可能性があります。出力し直してください"});
        return false;
    }

    void read_row(const io::CsvRow& row) {
        const RowRole role = sheet_.layout->role(row, columns_);
        if (role.kind == RowKind::nothing) return;
        if (!has_right_length(row, role.name)) return;
        SheetRow out;
        out.line = row.line;
        out.name = role.name;
        out.kind = role.kind;
        out.sure = role.sure;
        if (columns_.statement) {
            const auto word = key_of(cell_of(row, *columns_.statement));
            if (word == "[貸借対照表]") out.statement = Statement::balance;
            if (word == "[損益計算書]" || word == "[製造原価報告書]") out.statement = Statement::profit;
        }
        if (role.kind != RowKind::heading) {
            if (role.name.empty() || parse_amount(role.name)) {
                const std::string shown = io::in_quotes(role.name);
                report(
                    "row-length", row.line,
                    io::say("amounts without the name of an account (found {})", "科目名のない金額です（{}）", shown),
                    {"columns may be shifted; export the file again",
                     "列がずれている可能性があります。出力し直してください"},
                    columns_.account);
                return;
            }
            read_amounts(row, out);
        }
        sheet_.rows.push_back(std::move(out));
    }

    void read_amounts(const io::CsvRow& row, SheetRow& out) {
        const auto optional_cell = [&](const std::optional<std::size_t>& column, std::optional<Yen>& to) {
            if (column) to = read_cell(row, out.name, *column);
        };
        for (const std::size_t column : columns_.months)
            out.amounts.push_back(read_cell(row, out.name, column).value_or(0));
        if (sheet_.one_period) out.amounts.push_back(read_cell(row, out.name, *columns_.closing).value_or(0));
        optional_cell(columns_.opening, out.opening);
        optional_cell(columns_.adjustment, out.adjustment);
        optional_cell(columns_.total, out.total);
        optional_cell(columns_.debit, out.debit);
        optional_cell(columns_.credit, out.credit);
    }

    /// Months at the end of a running year that hold nothing yet.
    void drop_unused_months() {
        while (sheet_.months.size() > 1 && std::all_of(sheet_.rows.begin(), sheet_.rows.end(), [](const SheetRow& row) {
                   return row.amounts.empty() || row.amounts.back() == 0;
               })) {
            sheet_.months.pop_back();
            for (auto& row : sheet_.rows) {
                if (!row.amounts.empty()) row.amounts.pop_back();
            }
        }
    }

    const Table& table_;
    const SheetOptions& options_;
    Columns columns_;
    Sheet sheet_;
    std::optional<Period> period_;
    io::Report problems_;
};

}  // namespace

Result<Sheet> read_sheet(const Table& table, const SheetOptions& options) { return Reader(table, options).read(); }

}  // namespace goho::imports
