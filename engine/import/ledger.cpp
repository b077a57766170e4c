#include "import/ledger.hpp"

#include "import/text_decoding.hpp"
#include "io/report.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace goho::imports {

namespace {

/// Sheets of one kind may not share a month: the manufacturing statement stands beside the profit and loss statement.
enum class Part { profit, manufacturing, balance };
constexpr Part part_of(Section section) {
    return section == Section::manufacturing             ? Part::manufacturing
           : statement_of(section) == Statement::balance ? Part::balance
                                                         : Part::profit;
}

std::string month_list(const std::vector<Month>& months) {
    std::string out;
    for (const Month month : months) out += (out.empty() ? "" : ", ") + to_string(month);
    return out;
}

class Builder {
public:
    explicit Builder(const Placement& placement) : placement_(placement) {}

    Result<Ledger> build() {
        for (const PlacedSheet& sheet : placement_.sheets) gather_months(sheet);
        settle_months();
        if (!problems_.empty()) return {{}, problems_.take("")};
        for (const bool opening : {false, true}) {  // opening balances find the accounts of the months
            for (const PlacedSheet& sheet : placement_.sheets) {
                if (sheet.sheet->layout->opening_balances == opening) add(sheet);
            }
        }
        if (!problems_.empty()) return {{}, problems_.take("")};
        turn_deductions();
        return {std::move(ledger_), {}};
    }

private:
    void report(std::string code, const std::string& file, int line, Text message, Text hint = {}) {
        problems_.add(Problem{std::move(code), file, {}, line, line > 0 ? 1 : 0, std::move(message), std::move(hint)});
    }

    void gather_months(const PlacedSheet& sheet) {
        std::set<Part> parts;
        for (const PlacedRow& row : sheet.rows) {
            if (row.kind == RowKind::account && row.account != nullptr) parts.insert(part_of(row.section));
        }
        for (const Part part : parts) {
            for (const Month month : sheet.sheet->months) {
                const auto [before, added] = months_[part].try_emplace(month, sheet.sheet->file);
                if (added) continue;
                const std::string name = to_string(month), other = before->second;
                report("month-twice", sheet.sheet->file, 0,
                       io::say("the month {} is also in {}", "{} は {} にもあります", name, other),
                       {"give each month of a statement once", "同じ帳票の同じ月は1回だけ指定してください"});
                break;
            }
        }
    }

    void settle_months() {
        const auto& profit = months_[Part::profit];
        if (profit.empty()) {
            return report("missing", {}, 0,
                          {"no file holds a profit and loss statement by month", "月次の損益計算書がありません"},
                          {"export the monthly transition of the profit and loss statement",
                           "損益計算書の月次推移を出力してください"});
        }
        const Month first = profit.begin()->first, last = profit.rbegin()->first;
        for (Month month = first; month <= last; month = month + 1) ledger_.months.push_back(month);
        require_all(Part::profit, {"profit and loss statement", "損益計算書"});
        if (!months_[Part::manufacturing].empty())
            require_all(Part::manufacturing, {"manufacturing statement", "製造原価報告書"});
        ledger_.has_balance = !months_[Part::balance].empty();
        if (ledger_.has_balance) {
            require_all(Part::balance, {"balance sheet", "貸借対照表"});
            note_unused();
        } else
            ledger_.notes.push_back(
                {"There is no balance sheet, so that assets = liabilities + net assets was not checked.",
                 "貸借対照表がないため、資産＝負債＋純資産は確認していません。"});
    }

    void note_unused() {
        std::vector<Month> unused;
        for (const auto& [month, file] : months_[Part::balance]) {
            if (!holds(month)) unused.push_back(month);
        }
        if (unused.empty()) return;
        const std::string list = month_list(unused);
        ledger_.notes.push_back(io::say("The balance sheets of {} have no profit and loss statement and are not used.",
                                        "{} の貸借対照表は、対応する損益計算書がないため使いません。", list));
    }

    void require_all(Part part, Label name) {
        std::vector<Month> missing;
        for (const Month month : ledger_.months) {
            if (!months_[part].contains(month)) missing.push_back(month);
        }
        if (missing.empty()) return;
        const std::string list = month_list(missing);
        report("months-missing", months_[part].begin()->second, 0,
               {fmt::format("the {} lacks {}", name.en, list), fmt::format("{}に {} がありません", name.ja, list)},
               {"every statement must hold the same months", "どの帳票も同じ月をすべて含む必要があります"});
    }

    std::size_t place_of(Month month) const { return static_cast<std::size_t>(month - ledger_.months.front()); }
    bool holds(Month month) const { return ledger_.months.front() <= month && month <= ledger_.months.back(); }

    void add(const PlacedSheet& placed) {
        std::map<std::string, int> seen;
        int adjusted = 0;
        for (const PlacedRow& row : placed.rows) {
            if (row.kind != RowKind::account) continue;
            const std::string key = std::string(id_of(row.section)) + "/" + key_of(row.row->name);
            if (const auto [before, added] = seen.try_emplace(key, row.row->line); !added) {
                const std::string name = io::in_quotes(row.row->name);
                report("duplicate-account", placed.sheet->file, row.row->line,
                       io::say("the account {} also stands in line {}", "科目 {} は{}行目にもあります", name,
                               before->second),
                       {"give each account of a section once", "同じ区分の同じ科目は1行にまとめてください"});
                continue;
            }
            add_row(row, *placed.sheet, key);
            adjusted += is_adjusted(row) ? 1 : 0;
        }
        if (adjusted > 0) note_adjustment(placed.sheet->months.back(), adjusted);
    }

    void add_row(const PlacedRow& row, const Sheet& sheet, const std::string& key) {
        const auto [place, added] =
            places_.try_emplace(key, sheet.layout->opening_balances ? same_name(row) : ledger_.lines.size());
        if (added && place->second == ledger_.lines.size()) {
            ledger_.lines.push_back({row.row->name,
                                     row.section,
                                     row.account,
                                     std::vector<Yen>(ledger_.months.size()),
                                     {},
                                     sheet.file,
                                     row.row->line});
        }
        LedgerLine& line = ledger_.lines[place->second];
        const bool balance = statement_of(row.section) == Statement::balance;
        if (sheet.layout->opening_balances) {
            const Yen debit = row.row->debit.value_or(0), credit = row.row->credit.value_or(0);
            line.opening = is_credit(row.section) != line.account->deducted ? credit - debit : debit - credit;
            ledger_.has_opening = true;
            return;
        }
        const auto amounts = counted(*row.row, sheet, statement_of(row.section));
        for (std::size_t i = 0; i < amounts.size(); ++i) {
            if (holds(sheet.months[i])) line.amounts[place_of(sheet.months[i])] = amounts[i];
        }
        if (balance && row.row->opening && !sheet.months.empty() && sheet.months.front() == ledger_.months.front()) {
            line.opening = row.row->opening;
            ledger_.has_opening = true;
        }
    }

    /// Closing entries of a flow are an amount, those of a balance lead to another balance.
    static bool is_adjusted(const PlacedRow& row) {
        if (!row.row->adjustment) return false;
        const bool balance = statement_of(row.section) == Statement::balance;
        return *row.row->adjustment != (balance ? row.row->amounts.back() : 0);
    }

    void note_adjustment(Month month, int accounts) {
        auto& all = ledger_.adjustments;
        const auto same = std::find_if(all.begin(), all.end(), [&](const Adjustment& a) { return a.month == month; });
        if (same == all.end()) all.push_back({month, accounts});
        else same->accounts += accounts;
    }

    /// A list of opening balances has no headings, so an account may stand elsewhere in the months.
    std::size_t same_name(const PlacedRow& row) const {
        const std::string key = key_of(row.row->name);
        const auto found = std::find_if(ledger_.lines.begin(), ledger_.lines.end(), [&](const LedgerLine& line) {
            return exchangeable(line.section, row.section) && key_of(line.name) == key;
        });
        return static_cast<std::size_t>(found - ledger_.lines.begin());
    }

    /// Closing stock and allowances are shown positive and taken off, or shown negative and added: either is taken off.
    void turn_deductions() {
        for (LedgerLine& line : ledger_.lines) {
            if (!line.account->deducted) continue;
            const Yen sum = std::accumulate(line.amounts.begin(), line.amounts.end(), line.opening.value_or(0));
            if (sum < 0) continue;
            for (Yen& amount : line.amounts) amount = -amount;
            if (line.opening) line.opening = -*line.opening;
        }
    }

    const Placement& placement_;
    Ledger ledger_;
    std::map<Part, std::map<Month, std::string>> months_;
    std::map<std::string, std::size_t> places_;
    io::Report problems_;
};

}  // namespace

Yen Ledger::sum(Section section, std::size_t month) const {
    Yen out = 0;
    for (const LedgerLine& line : lines) {
        if (line.section == section) out += line.amounts[month];
    }
    return out;
}

Result<Ledger> build_ledger(const Placement& placement) { return Builder(placement).build(); }

std::vector<Yen> counted(const SheetRow& row, const Sheet& sheet, Statement statement) {
    std::vector<Yen> out = row.amounts;
    if (out.empty()) return out;
    if (sheet.one_period && statement == Statement::profit) out.back() -= row.opening.value_or(0);
    if (row.adjustment) out.back() = statement == Statement::balance ? *row.adjustment : out.back() + *row.adjustment;
    return out;
}

}  // namespace goho::imports
