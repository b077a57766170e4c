#include "import/placing.hpp"

#include "import/text_decoding.hpp"
#include "io/report.hpp"

#include <algorithm>
#include <array>

namespace goho::imports {

namespace {

constexpr std::string_view profit_of_year = "profit_of_year", goods_made = "cost_of_products";

/// Whether accounts of a section are listed anywhere in the sheets.
using Listed = std::array<bool, section_count>;

bool any_listed(const Total& total, const Listed& listed) {
    return std::any_of(total.plus.begin(), total.plus.end(),
                       [&](Section section) { return listed[static_cast<std::size_t>(section)]; });
}

Statement likely_statement(const Sheet& sheet) {
    if (sheet.statement) return *sheet.statement;
    int balance = 0;
    for (const SheetRow& row : sheet.rows) {
        const Account* account = account_named(row.name, {}, Statement::profit);
        if (account != nullptr && row.kind == RowKind::account)
            balance += statement_of(account->section) == Statement::balance ? 1 : -1;
    }
    return balance > 0 ? Statement::balance : Statement::profit;
}

/// Whether a sheet is a manufacturing statement and nothing else, which a list without headings does not say.
bool is_manufacturing_statement(const Sheet& sheet) {
    bool made = false;
    for (const SheetRow& row : sheet.rows) {
        const Total* total = total_named(row.name, Statement::profit);
        if (total == nullptr || row.kind == RowKind::heading) continue;
        if (total->own != Section::manufacturing) return false;
        made = true;
    }
    return made;
}

int gross_profit_line(const Sheet& sheet) {
    int line = 0;
    for (const SheetRow& row : sheet.rows) {
        const Total* total = total_named(row.name, Statement::profit);
        if (total != nullptr && total->next == Section::sga && row.kind != RowKind::heading) line = row.line;
    }
    return line;
}

class Placer {
public:
    Placer(const Sheet& sheet, const Mapping& mapping, const Listed& listed)
        : sheet_(sheet), mapping_(mapping), listed_(listed), statement_(likely_statement(sheet)),
          gross_profit_line_(gross_profit_line(sheet)) {
        if (statement_ == Statement::profit && is_manufacturing_statement(sheet))
            region_ = {Section::manufacturing, true};
    }

    void place(Placement& to) {
        PlacedSheet out{&sheet_, {}};
        for (const SheetRow& row : sheet_.rows) {
            if (row.statement && *row.statement != statement_) {
                statement_ = *row.statement;
                region_ = {};
            }
            if (row.kind == RowKind::heading) open_section(row);
            else out.rows.push_back(placed(row, to));
            if (!out.rows.empty() && out.rows.back().kind == RowKind::account) last_section_ = out.rows.back().section;
        }
        to.sheets.push_back(std::move(out));
    }

private:
    void open_section(const SheetRow& row) {
        const auto section = section_of_heading(row.name);
        if (!section || (row.statement && statement_of(*section) != *row.statement)) return;
        statement_ = statement_of(*section);
        region_ = {*section, true};
    }

    PlacedRow placed(const SheetRow& row, Placement& to) {
        if (row.kind == RowKind::part) return {&row, RowKind::part, statement_, region_.section};
        if (const Total* total = total_of(row)) {
            PlacedRow out{&row, RowKind::total, statement_, total->own, nullptr, total};
            leave_section(*total);
            return out;
        }
        if (is_unknown_total(row))
            return {&row, RowKind::total, statement_,
                    region_.section == Section::unknown ? last_section_ : region_.section};
        return placed_account(row, to);
    }

    /// A name such as 売上原価 is a subtotal where its accounts are listed, and an account where they are not.
    const Total* total_of(const SheetRow& row) const {
        if (row.sure && row.kind != RowKind::total && !is_manufactured(row)) return nullptr;
        const Total* total = total_named(row.name, statement_);
        if (total == nullptr && row.sure) total = total_named(row.name + "計", statement_);
        if (total == nullptr || total->own == Section::unknown || any_listed(*total, listed_)) return total;
        return account_named(row.name, region_, statement_) != nullptr ? nullptr : total;
    }

    /// 当期製品製造原価 in the profit and loss statement repeats the manufacturing statement where that is given.
    bool is_manufactured(const SheetRow& row) const {
        const Total* total = total_named(row.name, statement_);
        return total != nullptr && total->own == Section::manufacturing && region_.section != Section::manufacturing &&
               listed_[static_cast<std::size_t>(Section::manufacturing)];
    }

    bool is_unknown_total(const SheetRow& row) const {
        const Account* account = account_named(row.name, region_, statement_);
        if (row.sure)
            return row.kind == RowKind::total &&
                   (account == nullptr || (account->id != profit_of_year && !nothing_listed(*account)));
        return reads_like_total(row.name) && account == nullptr &&
               mapped_account(mapping_, row.name, region_.section) == nullptr;
    }

    bool nothing_listed(const Account& account) const { return !listed_[static_cast<std::size_t>(account.section)]; }

    void leave_section(const Total& total) {
        if (total.next != Section::unknown) region_ = {total.next, false};
        else if (std::find(total.plus.begin(), total.plus.end(), region_.section) != total.plus.end()) region_ = {};
    }

    PlacedRow placed_account(const SheetRow& row, Placement& to) {
        PlacedRow out{&row, RowKind::account, statement_, region_.section};
        out.account = mapped_account(mapping_, row.name, region_.section);
        if (out.account != nullptr && region_.sure && !exchangeable(out.account->section, region_.section)) {
            refuse_mapping(row, *out.account, to);
        }
        if (out.account == nullptr) out.account = account_named(row.name, region_, statement_);
        if (out.account == nullptr) {
            to.open.push_back({sheet_.file, row.line, row.name, region_, statement_});
            return out;
        }
        if (region_.section == Section::unknown || !exchangeable(out.account->section, region_.section))
            out.section = out.account->section;
        if (region_.section == Section::unknown && out.section == Section::sga && row.line < gross_profit_line_)
            out.section = Section::cost_of_sales;
        if (statement_of(out.section) != statement_) region_ = {};
        statement_ = statement_of(out.section);
        out.statement = statement_;
        return out;
    }

    void refuse_mapping(const SheetRow& row, const Account& account, Placement& to) const {
        const Label section = label_of(region_.section);
        to.problems.push_back({"unknown-reference",
                               sheet_.file,
                               {},
                               row.line,
                               1,
                               {fmt::format("{} stands under {} and cannot be mapped to {}", io::in_quotes(row.name),
                                            section.en, account.name.en),
                                fmt::format("{} は「{}」にあるため、「{}」には対応づけられません",
                                            io::in_quotes(row.name), section.ja, account.name.ja)},
                               {}});
    }

    const Sheet& sheet_;
    const Mapping& mapping_;
    const Listed& listed_;
    Statement statement_;
    Region region_;
    Section last_section_ = Section::unknown;
    int gross_profit_line_;  // what stands above it in a list without headings is cost of sales
};

Listed listed_in(const Placement& placement) {
    Listed out{};
    for (const auto& sheet : placement.sheets) {
        for (const auto& row : sheet.rows) {
            if (row.kind == RowKind::account) out[static_cast<std::size_t>(row.section)] = true;
        }
    }
    return out;
}

Problem without_statement(const std::string& file, const SheetRow& row) {
    const std::string name = io::in_quotes(row.name);
    Mapping known;
    known.accounts[row.name] = std::string(goods_made);
    const std::string json = mapping_line(known);
    return {"statement-missing",
            file,
            {},
            row.line,
            1,
            io::say("{} has an amount, but the manufacturing statement is missing: all pay, energy and depreciation of "
                    "the factory would count as materials and so as variable",
                    "{} に金額がありますが、製造原価報告書がありません。このままでは労務費・経費・減価償却費もすべて材料費（変動費）になります",
                    name),
            io::say("export the manufacturing statement (製造原価報告書) of the same months as well; where there is none, "
                    "say so in a mapping file: {}",
                    "同じ月の製造原価報告書も出力してください。作成していない場合は、対応表で指定すれば材料費として取り込みます: {}",
                    json)};
}

Placement place_with(const std::vector<Sheet>& sheets, const Mapping& mapping, const Listed& listed) {
    Placement out;
    for (const Sheet& sheet : sheets) Placer(sheet, mapping, listed).place(out);
    return out;
}

}  // namespace

Placement place(const std::vector<Sheet>& sheets, const Mapping& mapping) {
    Listed all;
    all.fill(true);
    return place_with(sheets, mapping, listed_in(place_with(sheets, mapping, all)));
}

Problems lacking_manufacturing(const Placement& placement, const Mapping& mapping) {
    Problems out;
    if (listed_in(placement)[static_cast<std::size_t>(Section::manufacturing)]) return out;
    for (const PlacedSheet& placed : placement.sheets) {
        for (const PlacedRow& row : placed.rows) {
            if (row.kind != RowKind::account || row.account == nullptr || row.account->id != goods_made) continue;
            const auto& amounts = row.row->amounts;
            if (std::all_of(amounts.begin(), amounts.end(), [](Yen amount) { return amount == 0; })) continue;
            if (mapped_account(mapping, row.row->name, row.section) != nullptr) continue;
            out.push_back(without_statement(placed.sheet->file, *row.row));
        }
    }
    return out;
}

Problems problems_of(const std::vector<OpenAccount>& open, const Mapping& mapping) {
    if (open.empty()) return {};
    io::Report out;
    for (const OpenAccount& account : open) {
        if (out.full()) {
            out.count_only();
            continue;
        }
        std::string en, ja;
        for (const Account* near : nearest_accounts(account.name, account.region, account.statement, 3)) {
            en += fmt::format("{}{} ({})", en.empty() ? "" : ", ", near->id, near->name.ja);
            ja += fmt::format("{}{}", ja.empty() ? "" : "、", near->name.ja);
        }
        const std::string name = io::in_quotes(account.name);
        const Label section = label_of(account.region.section);
        const bool placed = account.region.section != Section::unknown;
        out.add(Problem{
            "unknown-account",
            account.file,
            {},
            account.line,
            1,
            {fmt::format("the account {}{} is not known", name, placed ? fmt::format(" under {}", section.en) : ""),
             fmt::format("{}科目 {} は未登録です", placed ? fmt::format("「{}」の", section.ja) : "", name)},
            en.empty() ? Text{} : Text{"near: " + en, "近い科目: " + ja}});
    }
    Mapping asked;
    for (const auto& [name, account] : to_fill_in(open, mapping).accounts) {
        if (account.empty()) asked.accounts[name] = {};
    }
    const std::string json = mapping_line(asked);
    out.add(Problem{
        "unknown-account",
        {},
        {},
        0,
        0,
        io::say("say in a mapping file which standard account each is, and give it with --mapping: {}",
                "対応する標準科目を対応表ファイルに記入し、--mapping で指定してください: {}", json),
        {"--save-mapping FILE writes this file to be filled in", "--save-mapping FILE でこのひな形を書き出せます"}});
    return out.take("");
}

Mapping to_fill_in(const std::vector<OpenAccount>& open, Mapping mapping) {
    for (const OpenAccount& account : open) mapping.accounts.try_emplace(account.name, std::string());
    return mapping;
}

}  // namespace goho::imports
