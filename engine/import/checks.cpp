#include "import/checks.hpp"

#include "import/text_decoding.hpp"
#include "io/report.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <numeric>

namespace goho::imports {

namespace {

std::string shown(Yen amount, Language language) { return table_number(static_cast<double>(amount), language); }

class Checker {
public:
    Checker(const Placement& placement, const Ledger& ledger, Checked& checked)
        : placement_(placement), ledger_(ledger), checked_(checked), unit_(largest_unit(placement)) {}

    Problems check() {
        sum_sections();
        for (const PlacedSheet& sheet : placement_.sheets) {
            for (const PlacedRow& row : sheet.rows) check_row(row, *sheet.sheet);
            check_totals(sheet);
        }
        check_balance();
        check_carried_over();
        Problems out = problems_.take("");
        if (looks_rounded()) tell_rounding(out);
        return out;
    }

private:
    /// A single small difference may be an error of typing; many of them are what rounding leaves behind.
    bool looks_rounded() const { return near_misses_ >= 3 && 2 * near_misses_ > mismatches_; }

    void tell_rounding(Problems& problems) const {
        for (Problem& problem : problems) {
            if (problem.hint.en == shifted_columns().en || problem.hint.en == export_in_yen().en) problem.hint = {};
        }
        problems.insert(problems.begin(),
                        Problem{"rounded-amounts", {}, {}, 0, 0,
                                io::say("this looks like rounded thousands: {} of {} differences are no larger than rounding leaves",
                                        "千円単位などに端数処理した金額のようです（不一致{1}件のうち{0}件が端数の範囲）", near_misses_, mismatches_),
                                {"export the files in yen", "円単位で出力し直してください"}});
    }

    /// Differences are counted in the unit of the files, in which they were rounded.
    void count_mismatch(Yen expected, Yen found) {
        constexpr Yen most = 3;  // units: about what a sum of some ten rounded amounts is off by
        ++mismatches_;
        if (std::abs(expected - found) <= most * unit_) ++near_misses_;
    }

    static Yen largest_unit(const Placement& placement) {
        double size = 1.0;
        for (const PlacedSheet& placed : placement.sheets) size = std::max(size, size_of(placed.sheet->unit));
        return static_cast<Yen>(size);
    }

    static Text shifted_columns() { return {"columns of this row may be shifted", "この行の列がずれている可能性があります"}; }
    static Text export_in_yen() {
        return {"rounded amounts do not add up; export the file in yen", "端数処理した金額は合計と一致しません。円単位で出力してください"};
    }

    /// `what` is the row as the file has it.
    void mismatch(std::string code, const std::string& file, int line, const std::string& what, Text where,
                  Yen expected, Yen found, Text hint = {}) {
        const std::string name = io::in_quotes(what);
        mismatch(std::move(code), file, line, Text{name, name}, std::move(where), expected, found, std::move(hint));
    }

    void mismatch(std::string code, const std::string& file, int line, const Text& what, Text where, Yen expected,
                  Yen found, Text hint = {}) {
        count_mismatch(expected, found);
        if (problems_.full()) return problems_.count_only();
        problems_.add(Problem{std::move(code),
                              file,
                              {},
                              line,
                              line > 0 ? 1 : 0,
                              {fmt::format("{}, {}: expected {} yen, found {}", what.en, where.en,
                                           shown(expected, Language::english), shown(found, Language::english)),
                               fmt::format("{}（{}）: 計算上は{}円、ファイルでは{}円です", what.ja, where.ja,
                                           shown(expected, Language::japanese), shown(found, Language::japanese))},
                              std::move(hint)});
    }

    const LedgerLine* line_of(const PlacedRow& row) const {
        const auto found = lines_.find({row.section, key_of(row.row->name)});
        return found == lines_.end() ? nullptr : found->second;
    }

    void sum_sections() {
        for (const LedgerLine& line : ledger_.lines) lines_[{line.section, key_of(line.name)}] = &line;
        for (int s = 0; s < section_count; ++s) {
            for (std::size_t m = 0; m < ledger_.months.size(); ++m)
                sums_[static_cast<std::size_t>(s)].push_back(ledger_.sum(static_cast<Section>(s), m));
        }
    }

    Yen sum(const Total& total, std::size_t month) const {
        Yen out = 0;
        for (const Section section : total.plus) out += sums_[static_cast<std::size_t>(section)][month];
        for (const Section section : total.minus) out -= sums_[static_cast<std::size_t>(section)][month];
        return out;
    }

    Text month_text(const Sheet& sheet, std::size_t month) const {
        return {to_string(sheet.months[month]), goho::shown(sheet.months[month], Language::japanese)};
    }

    Text rounding_hint(const Sheet& sheet) const {
        return sheet.unit == MoneyUnit::yen ? Text{} : export_in_yen();
    }

    /// Within a row: the sum of the months, and opening + movement = closing.
    void check_row(const PlacedRow& placed, const Sheet& sheet) {
        const SheetRow& row = *placed.row;
        if (sheet.one_period) return check_movement(row, sheet);
        if (!row.total || row.amounts.empty()) return;
        const auto amounts = counted(row, sheet, placed.statement);
        const Yen expected = placed.statement == Statement::balance
                                 ? amounts.back()
                                 : std::accumulate(amounts.begin(), amounts.end(), Yen{0});
        ++checked_.sums;
        if (expected == *row.total) return;
        mismatch("sum-mismatch", sheet.file, row.line, row.name, {"sum of the months", "月の合計"}, expected,
                 *row.total, sheet.unit == MoneyUnit::yen ? shifted_columns() : export_in_yen());
    }

    void check_movement(const SheetRow& row, const Sheet& sheet) {
        if (!row.opening || !row.debit || !row.credit) return;
        const Yen change = row.amounts.back() - *row.opening, movement = *row.debit - *row.credit;
        ++checked_.movements;
        if (change == movement || change == -movement) return;
        mismatch("sum-mismatch", sheet.file, row.line, row.name, {"opening, debit and credit", "繰越＋借方−貸方"},
                 *row.opening + (change < 0 ? -std::abs(movement) : std::abs(movement)), row.amounts.back());
    }

    void check_totals(const PlacedSheet& placed) {
        const Sheet& sheet = *placed.sheet;
        for (std::size_t i = 0; i < placed.rows.size(); ++i) {
            const PlacedRow& row = placed.rows[i];
            if (row.kind != RowKind::total) {
                if (row.kind == RowKind::account) check_parts(placed, i);
                continue;
            }
            if (sheet.layout->opening_balances) continue;
            ++checked_.subtotals;
            if (row.total != nullptr) check_total(row, sheet);
            else check_unnamed_total(placed, i);
        }
    }

    void check_total(const PlacedRow& row, const Sheet& sheet) {
        const auto found = counted(*row.row, sheet, statement_of(row.total->plus.front()));
        for (std::size_t m = 0; m < found.size(); ++m) {
            if (sheet.months[m] < ledger_.months.front() || ledger_.months.back() < sheet.months[m]) continue;
            const Yen expected = sum(*row.total, static_cast<std::size_t>(sheet.months[m] - ledger_.months.front()));
            if (expected == found[m]) continue;
            return mismatch("subtotal-mismatch", sheet.file, row.row->line, row.row->name, month_text(sheet, m),
                            expected, found[m], rounding_hint(sheet));
        }
    }

    /// Amounts of an account of this sheet in the sense of its section.
    std::vector<Yen> in_its_sense(const PlacedRow& row, const Sheet& sheet) const {
        auto amounts = counted(*row.row, sheet, row.statement);
        if (const LedgerLine* line = line_of(row)) {
            for (std::size_t m = 0; m < amounts.size(); ++m) {
                if (ledger_.months.front() <= sheet.months[m] && sheet.months[m] <= ledger_.months.back()) {
                    amounts[m] = line->amounts[static_cast<std::size_t>(sheet.months[m] - ledger_.months.front())];
                }
            }
        }
        return amounts;
    }

    /// A subtotal within a section adds up the accounts just above it, however many those are.
    void check_unnamed_total(const PlacedSheet& placed, std::size_t at) {
        const Sheet& sheet = *placed.sheet;
        const PlacedRow& row = placed.rows[at];
        const auto found = counted(*row.row, sheet, row.statement);
        std::vector<Yen> sum(found.size(), 0), since_last(found.size(), 0);
        if (sum == found) return;
        bool last = true;
        for (std::size_t i = at; i-- > 0;) {
            const PlacedRow& above = placed.rows[i];
            if (above.kind == RowKind::total) last = last && i + 1 == at;
            if (above.kind != RowKind::account || above.section != row.section) {
                if (above.kind == RowKind::account) break;
                continue;
            }
            const auto amounts = in_its_sense(above, sheet);
            for (std::size_t m = 0; m < sum.size(); ++m) sum[m] += amounts[m];
            if (sum == found) return;
            if (last) since_last = sum;
        }
        for (std::size_t m = 0; m < found.size(); ++m) {
            if (since_last[m] == found[m]) continue;
            return mismatch("subtotal-mismatch", sheet.file, row.row->line, row.row->name, month_text(sheet, m),
                            since_last[m], found[m], rounding_hint(sheet));
        }
    }

    /// Sub-accounts below an account add up to it.
    void check_parts(const PlacedSheet& placed, std::size_t at) {
        const Sheet& sheet = *placed.sheet;
        std::vector<Yen> sum(placed.rows[at].row->amounts.size(), 0);
        std::size_t parts = 0;
        for (std::size_t i = at + 1; i < placed.rows.size() && placed.rows[i].kind == RowKind::part; ++i, ++parts) {
            for (std::size_t m = 0; m < sum.size(); ++m) sum[m] += placed.rows[i].row->amounts[m];
        }
        if (parts == 0) return;
        ++checked_.subtotals;
        const SheetRow& row = *placed.rows[at].row;
        for (std::size_t m = 0; m < sum.size(); ++m) {
            if (sum[m] == row.amounts[m]) continue;
            return mismatch("subtotal-mismatch", sheet.file, row.line, row.name, month_text(sheet, m), sum[m],
                            row.amounts[m], rounding_hint(sheet));
        }
    }

    /// What the balance sheet carries forward into its first month balances as well.
    void check_opening_column() {
        Yen assets = 0, others = 0;
        const LedgerLine* first = nullptr;
        for (const LedgerLine& line : ledger_.lines) {
            if (!line.opening || statement_of(line.section) != Statement::balance) continue;
            if (first == nullptr) first = &line;
            (line.section <= Section::deferred_assets ? assets : others) += *line.opening;
        }
        if (first == nullptr || assets == others) return;
        mismatch("unbalanced", first->file, 0, Text{"total assets", "資産合計"}, {"opening balances", "期首残高"}, others,
                 assets,
                 {"liabilities and net assets were expected to equal assets",
                  "負債・純資産の合計と資産の合計が一致しません"});
    }

    void check_balance() {
        if (!ledger_.has_balance) return;
        check_opening_column();
        const auto sums = [&](std::size_t month, Section first, Section last) {
            Yen out = 0;
            for (auto s = static_cast<std::size_t>(first); s <= static_cast<std::size_t>(last); ++s)
                out += sums_[s][month];
            return out;
        };
        for (std::size_t m = 0; m < ledger_.months.size(); ++m) {
            const Yen assets = sums(m, Section::current_assets, Section::deferred_assets);
            const Yen others = sums(m, Section::current_liabilities, Section::net_assets);
            ++checked_.balances;
            if (assets == others) continue;
            const Month month = ledger_.months[m];
            const auto first = std::find_if(ledger_.lines.begin(), ledger_.lines.end(), [](const LedgerLine& line) {
                return statement_of(line.section) == Statement::balance;
            });
            mismatch("unbalanced", first->file, 0, Text{"total assets", "資産合計"},
                     {to_string(month), goho::shown(month, Language::japanese)}, others, assets,
                     {"liabilities and net assets were expected to equal assets",
                      "負債・純資産の合計と資産の合計が一致しません"});
            return;
        }
    }

    /// A trial balance carries over what the month before closed with; opening balances balance.
    void check_carried_over() {
        for (const PlacedSheet& placed : placement_.sheets) {
            if (placed.sheet->layout->opening_balances) check_opening(placed);
            if (!placed.sheet->one_period || placed.sheet->months.front() == ledger_.months.front()) continue;
            const auto before = static_cast<std::size_t>(placed.sheet->months.front() - ledger_.months.front()) - 1;
            for (const PlacedRow& row : placed.rows) {
                if (row.kind != RowKind::account || row.statement != Statement::balance || !row.row->opening) continue;
                check_carried(row, *placed.sheet, before);
            }
        }
    }

    void check_carried(const PlacedRow& row, const Sheet& sheet, std::size_t before) {
        const LedgerLine* line = line_of(row);
        if (line == nullptr) return;
        const Yen closed = line->amounts[before], opened = *row.row->opening;
        ++checked_.movements;
        if (closed == opened || (line->account->deducted && closed == -opened)) return;
        mismatch("sum-mismatch", sheet.file, row.row->line, row.row->name, {"brought forward", "繰越"}, closed, opened);
    }

    void check_opening(const PlacedSheet& placed) {
        Yen debit = 0, credit = 0;
        for (const PlacedRow& row : placed.rows) {
            if (row.kind != RowKind::account) continue;
            debit += row.row->debit.value_or(0);
            credit += row.row->credit.value_or(0);
        }
        if (debit == credit) return;
        mismatch("unbalanced", placed.sheet->file, 0, Text{"debit", "借方"}, {"opening balances", "開始残高"}, credit, debit,
                 {"debit and credit must be equal", "借方と貸方の合計は一致する必要があります"});
    }

    const Placement& placement_;
    const Ledger& ledger_;
    Checked& checked_;
    Yen unit_;
    int mismatches_ = 0, near_misses_ = 0;
    std::array<std::vector<Yen>, section_count> sums_;
    std::map<std::pair<Section, std::string>, const LedgerLine*> lines_;
    io::Report problems_;
};

bool adds_up(const Total& total, Section section) {
    return std::find(total.plus.begin(), total.plus.end(), section) != total.plus.end() ||
           std::find(total.minus.begin(), total.minus.end(), section) != total.minus.end();
}

/// Whether a statement that a total closes is listed in a sheet and goes on behind the last such total.
bool is_open(const Total& total, const PlacedSheet& placed) {
    bool open = false, any_total = true;
    for (const PlacedRow& row : placed.rows) {
        if (row.kind == RowKind::account && adds_up(total, row.section) &&
            (total.closes ? row.section != Section::manufacturing : true)) {
            open = true;
            any_total = false;
        }
        if (row.total != nullptr) any_total = true;
        if (row.total == &total) open = false;
    }
    // Manufacturing accounts may be part of a profit and loss statement, which then ends with a total of its own.
    return open && (total.closes || !any_total);
}

}  // namespace

Problems check_ends(const Placement& placement) {
    Problems out;
    for (const PlacedSheet& placed : placement.sheets) {
        if (placed.sheet->layout->opening_balances) continue;
        for (const Total& total : totals()) {
            if ((!total.closes && total.own != Section::manufacturing) || !is_open(total, placed)) continue;
            out.push_back({"truncated",
                           placed.sheet->file,
                           {},
                           0,
                           0,
                           {fmt::format("the row of {} is missing", total.name.en),
                            fmt::format("「{}」の行がありません", total.name.ja)},
                           {"the file may be cut off; export it again",
                            "ファイルが途中で切れている可能性があります。出力し直してください"}});
        }
    }
    return out;
}

Problems check(const Placement& placement, const Ledger& ledger, Checked& checked) {
    return Checker(placement, ledger, checked).check();
}

}  // namespace goho::imports
