#include "import/trial_balance.hpp"

#include "io/json_text.hpp"
#include "io/report.hpp"

#include <algorithm>

namespace goho::imports {

namespace {

Source source_of(const Sheet& sheet) {
    return {sheet.file, sheet.layout, sheet.encoding, sheet.unit, sheet.months, static_cast<int>(sheet.rows.size())};
}

void note_source(const Sheet& sheet, Import& to) {
    to.sources.push_back(source_of(sheet));
    if (sheet.tax_included) {
        to.notes.push_back(io::say("{}: amounts include consumption tax; a plan is reckoned without it.",
                                   "{}: 税込の金額です。計画は税抜で計算します。", sheet.file));
    }
    if (!sheet.unread.empty()) {
        std::string names;
        for (const std::string& name : sheet.unread) names += (names.empty() ? "" : ", ") + io::in_quotes(name);
        to.notes.push_back(
            io::say("{}: these columns are not read: {}.", "{}: 次の列は読み込みません: {}", sheet.file, names));
    }
}

void note_adjustments(Import& to) {
    for (const Adjustment& adjustment : to.ledger.adjustments) {
        to.notes.push_back({fmt::format("Closing entries (決算整理) of {} accounts are counted to {}.",
                                        adjustment.accounts, to_string(adjustment.month)),
                            fmt::format("決算整理は{}に含めました（{}科目）。",
                                        shown(adjustment.month, Language::japanese), adjustment.accounts)});
    }
}

/// A classification may be kept for months in which its account does not occur, but it may also be misspelt.
void note_unused_classification(const Mapping& mapping, Import& to) {
    for (const auto& [name, behaviour] : mapping.classification) {
        const Mapping alone{{}, {{name, behaviour}}};
        const bool used = std::any_of(to.ledger.lines.begin(), to.ledger.lines.end(), [&](const LedgerLine& line) {
            return mapped_behaviour(alone, line.name, line.section).has_value();
        });
        if (used) continue;
        const std::string quoted = io::in_quotes(name);
        to.notes.push_back(io::say("The mapping file classifies {}, which these files do not have.",
                                   "対応表で区分を指定した {} は、これらのファイルにありません。", quoted));
    }
}

/// Net assets move by the profit of the month; other movements are dividends or capital, and worth a look.
void note_equity(Import& to) {
    if (!to.ledger.has_balance) return;
    for (std::size_t m = 1; m < to.books.size(); ++m) {
        const double rest = to.books[m].net_assets - to.books[m - 1].net_assets - to.books[m].net_income;
        if (rest == 0.0) continue;
        const Month month = to.ledger.months[m];
        to.notes.push_back(
            {fmt::format(
                 "{}: net assets moved by {} yen besides the profit of the month (dividends, capital or corrections).",
                 to_string(month), table_number(rest, Language::english)),
             fmt::format("{}: 当月の利益以外に純資産が{}円動いています（配当・増資・修正など）。",
                         shown(month, Language::japanese), table_number(rest, Language::japanese))});
    }
}

}  // namespace

ImportReading read_trial_balances(const std::vector<NamedBytes>& files, const ImportOptions& options) {
    ImportReading out;
    io::Report problems;
    std::vector<Sheet> sheets;
    for (const NamedBytes& file : files) {
        const auto text = decode(file.bytes, file.file);
        const auto table = text ? read_table(*text.value, file.file) : Result<Table>{{}, text.problems};
        auto sheet = table ? read_sheet(*table.value, options.sheet) : Result<Sheet>{{}, table.problems};
        problems.add(sheet.problems);
        if (sheet) sheets.push_back(std::move(*sheet.value));
    }
    for (const Sheet& sheet : sheets) out.sources.push_back(source_of(sheet));
    const auto refused = [&out](Problems why) {
        out.problems = std::move(why);
        return std::move(out);
    };
    if (!problems.empty()) return refused(problems.take(""));

    const Placement placement = place(sheets, options.mapping);
    out.open = placement.open;
    const Problems lacking = lacking_manufacturing(placement, options.mapping);
    if (!placement.open.empty() || !placement.problems.empty() || !lacking.empty()) {
        problems.add(lacking);
        problems.add(placement.problems);
        problems.add(problems_of(placement.open, options.mapping));
        return refused(problems.take(""));
    }
    if (Problems cut = check_ends(placement); !cut.empty()) return refused(std::move(cut));
    auto ledger = build_ledger(placement);
    if (!ledger) return refused(ledger.problems);
    Import imported{{}, std::move(*ledger.value), {}, {}, {}, {}};
    problems.add(check(placement, imported.ledger, imported.checked));
    problems.add(misplaced_overrides(imported.ledger, options.mapping, options.mapping_file));
    if (!problems.empty()) return refused(problems.take(""));
    imported.classification = classify(imported.ledger, options.mapping);
    imported.books = monthly_books(imported.ledger, imported.classification);
    imported.notes = imported.ledger.notes;
    for (const Sheet& sheet : sheets) note_source(sheet, imported);
    note_adjustments(imported);
    note_unused_classification(options.mapping, imported);
    note_equity(imported);
    out.value = std::move(imported);
    return out;
}

ImportReading read_trial_balances(const std::vector<std::string>& files, const ImportOptions& options) {
    io::Report problems;
    std::vector<NamedBytes> read;
    for (const std::string& file : files) {
        auto bytes = io::read_text(file, file);
        problems.add(bytes.problems);
        if (bytes) read.push_back({file, std::move(*bytes.value)});
    }
    if (!problems.empty()) return {{}, problems.take(""), {}, {}};
    return read_trial_balances(read, options);
}

}  // namespace goho::imports
