#include "import/company.hpp"

#include "import/company_parts.hpp"
#include "io/scenario_reader.hpp"
#include "io/scenario_writer.hpp"
#include "io/statutes.hpp"
#include "simulation/run.hpp"

#include <cmath>
#include <fmt/format.h>

namespace goho::imports {

namespace parts {

double mean(const std::vector<double>& values) {
    double sum = 0.0;
    for (const double value : values) sum += value;
    return values.empty() ? 0.0 : sum / static_cast<double>(values.size());
}

std::vector<double> divided(double whole, const std::vector<double>& weights) {
    std::vector<double> out(weights.size(), 0.0);
    double total = 0.0, driver = 0.0, before = 0.0;
    for (const double weight : weights) total += weight;
    if (weights.empty()) return out;
    if (total <= 0.0) {
        out.front() = whole;
        return out;
    }
    for (std::size_t i = 0; i < weights.size(); ++i) {
        driver += weights[i];
        const double until_here = whole_yen(whole * (driver / total));
        out[i] = until_here - before;
        before = until_here;
    }
    return out;
}

Text name_of(const LedgerLine& line) { return {line.account->name.en, line.name}; }

std::vector<double> amounts_of(const Import& in, const std::vector<std::size_t>& lines) {
    std::vector<double> out(in.ledger.months.size(), 0.0);
    for (const std::size_t line : lines) {
        for (std::size_t t = 0; t < out.size(); ++t) out[t] += static_cast<double>(in.ledger.lines[line].amounts[t]);
    }
    return out;
}

}  // namespace parts

namespace {

using parts::Books;

constexpr int longest_plan = 600;  // months

/// The balance sheet before the first month: as the files have it, else the first month's without what that month earned.
Books opening_of(const Import& in) {
    if (!in.ledger.has_opening) {
        Books b = in.books.front();
        b.cash -= b.net_income;
        b.retained_earnings -= b.net_income;
        return b;
    }
    Ledger before = in.ledger;
    before.months = {in.ledger.months.front() + -1};
    for (LedgerLine& line : before.lines) line.amounts = {statement_of(line.section) == Statement::balance ? line.opening.value_or(0) : Yen{0}};
    return monthly_books(before, in.classification).front();
}

std::string sources_of(const Import& in) {
    std::string files;
    for (const Source& source : in.sources) files += (files.empty() ? "" : ", ") + source.file;
    return files;
}

/// A year of some months only would be judged as if it were a whole one. None where the plan would grow too long.
int months_to_year_end(const accounting::company::Parameters<double>& company) {
    const int of_last_year = month_of_fiscal_year(company.start + company.months, company.fiscal_year_start);
    const int missing = (12 - of_last_year) % 12;
    return company.months + missing <= longest_plan ? missing : 0;
}

Problem without_balance(const Import& in) {
    return {"balance-needed", in.sources.empty() ? std::string() : in.sources.front().file, {}, 0, 0,
            {"a plan needs a balance sheet to start from, and these files hold none", "計画には出発点となる貸借対照表が必要ですが、ファイルにありません"},
            {"give the balance sheet of the same months, or the opening balances, as well", "同じ月の貸借対照表か、開始残高のファイルも指定してください"}};
}

}  // namespace

Result<Company> company_of(const Import& in, const CompanyOptions& options) {
    Result<Company> result;
    if (!in.ledger.has_balance && !in.ledger.has_opening) {
        result.problems.push_back(without_balance(in));
        return result;
    }
    Company out;
    auto& plan = out.scenario.plan;
    const Month first = in.ledger.months.front(), last = in.ledger.months.back();
    out.scenario.name = options.name.empty() ? Text{"Imported company", "取り込んだ会社"} : options.name;
    out.scenario.description = {fmt::format("As the books of {} to {} show it, going on as before.", to_string(first), to_string(last)),
                                fmt::format("{}から{}までの帳簿をもとに、今のまま続けた場合。", shown(first, Language::japanese), shown(last, Language::japanese))};
    plan.company.start = first;
    plan.company.fiscal_year_start = options.fiscal_year_start > 0 ? options.fiscal_year_start : first.month();
    plan.company.months = static_cast<int>(in.ledger.months.size()) + options.plan_months;
    out.months_added = months_to_year_end(plan.company);
    plan.company.months += out.months_added;
    if (!in.ledger.has_opening) {
        out.assumed.push_back({"the balance sheet before the first month: that of the first month without its profit; add opening balances to have it right",
                               "最初の月より前の貸借対照表は、初月末の残高から初月の利益を除いたものとしました。開始残高があれば正確になります"});
    }
    std::vector<simulation::ActualMonth> months(in.ledger.months.size());
    parts::Making making{in, opening_of(in), plan, months, out.assumed};
    parts::segments(making);
    parts::cost_lines(making);
    parts::job_groups(making);
    parts::assets(making);
    parts::loans(making);
    parts::balances(making);
    plan.actuals.months = std::move(months);
    result.value = std::move(out);
    return result;
}

std::string company_text(const Company& company, const Import& imported) {
    io::Json file = io::scenario_json(company.scenario, io::Defaults::leave_out);
    Text note{"Imported from " + sources_of(imported) + ".", sources_of(imported) + " から取り込み。"};
    for (const Text& sentence : company.assumed) {
        note.en += "\nAssumed: " + sentence.en + ".";
        note.ja += "\n仮定：" + sentence.ja + "。";
    }
    io::Json ordered = io::Json::object();
    for (const auto& [key, value] : file.get_ref<const io::Json::object_t&>()) {
        ordered[key] = value;
        if (key == "description") ordered["note"] = io::words_json(note);
    }
    return ordered.dump(2, ' ', false, io::Json::error_handler_t::replace) + "\n";
}

namespace {

/// Lines that depend on which costs count as variable; each account's whole amount is held by the lines around them.
bool depends_on_classification(const Variable<Books, double>& row) {
    constexpr std::string_view by_behaviour[] = {"PL-2", "PL-3", "PL-5", "PL-6"};
    return row.field != &Books::cost_of_goods && std::find(std::begin(by_behaviour), std::end(by_behaviour), row.equation) != std::end(by_behaviour);
}

}  // namespace

Problems differences_from_books(const Company& company, const Import& imported, Held held) {
    const auto statutes = io::load_statutes(company.scenario);
    if (!statutes) return statutes.problems;
    const auto run = simulation::run(company.scenario, *statutes.value);
    Problems out;
    const auto hold = [&](std::size_t t, std::string_view name, double found, double expected) {
        if (found == expected || out.size() >= 20) return;
        const std::string month = to_string(imported.ledger.months[t]);
        out.push_back({"books-differ", {}, {}, 0, 0,
                       {fmt::format("{}: {} is {} in the plan and {} in the books", month, name, group_thousands(found), group_thousands(expected)),
                        fmt::format("{}: {} が計画では {}、帳簿では {} です", month, name, group_thousands(found), group_thousands(expected))},
                       {}});
    };
    const int offset = imported.ledger.months.front() - company.scenario.plan.company.start;
    for (std::size_t t = 0; t < imported.books.size(); ++t) {
        const Books &is = run.months[t + static_cast<std::size_t>(offset)], &was = imported.books[t];
        for (const auto& row : accounting::variables<double>) {
            if (row.kind == Kind::stock) break;  // profit and loss stands first in the table
            if (held == Held::every_line || !depends_on_classification(row)) hold(t, row.name, is.*row.field, was.*row.field);
        }
        if (!imported.ledger.has_balance) continue;
        for (const auto line : {&Books::cash, &Books::notes_receivable, &Books::accounts_receivable, &Books::inventory, &Books::notes_payable,
                                &Books::accounts_payable, &Books::other_payables, &Books::bonus_allowance, &Books::other_liabilities,
                                &Books::paid_in_capital, &Books::retained_earnings, &Books::net_assets}) {
            const auto row = std::find_if(accounting::variables<double>.begin(), accounting::variables<double>.end(),
                                          [&](const auto& r) { return r.field == line; });
            hold(t, row->name, is.*line, was.*line);
        }
        // What is owed to and by the tax office stands as one balance in a plan.
        const double netted = (was.tax_receivable - is.tax_receivable);
        hold(t, "total_assets", is.total_assets + netted, was.total_assets);
        hold(t, "fixed_assets", is.fixed_assets, was.fixed_assets);
        hold(t, "interest_bearing_debt", is.overdraft + is.short_term_loans + is.long_term_loans + is.bonds,
             was.overdraft + was.short_term_loans + was.long_term_loans + was.bonds);
    }
    return out;
}

}  // namespace goho::imports
