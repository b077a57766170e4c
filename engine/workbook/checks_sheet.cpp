#include "workbook/added_sheets.hpp"
#include "workbook/formula_writer.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <functional>

namespace goho::workbook {

namespace {

using Months = accounting::Books<Traced>;

/// A difference that must be zero: over the monthly sheet, where {cash<} is the month before, and over the books.
struct Check {
    Label label, definition;
    std::string_view formula;
    double (*difference)(const Months& now, const Months& before);
};

double sum(std::initializer_list<Traced> parts) {
    double total = 0.0;
    for (const Traced& part : parts) total += part.value();
    return total;
}

constexpr Check checks[] = {
    {{"Balance sheet balances", "貸借の一致"}, {"Assets − liabilities − net assets", "資産 − 負債 − 純資産"}, "{total_assets}-{total_liabilities}-{net_assets}",
     [](const Months& b, const Months&) { return sum({b.total_assets, -b.total_liabilities, -b.net_assets}); }},
    {{"Assets add up", "資産の合計"}, {"Total assets − current − fixed assets", "資産合計 − 流動資産 − 固定資産"}, "{total_assets}-{current_assets}-{fixed_assets}",
     [](const Months& b, const Months&) { return sum({b.total_assets, -b.current_assets, -b.fixed_assets}); }},
    {{"Cash goes on from the month before", "現金の繰越"}, {"Cash − cash of the month before − change in cash", "現金預金 − 前月末 − 現金の増減"}, "{cash}-{cash<}-{cash_change}",
     [](const Months& b, const Months& before) { return sum({b.cash, -before.cash, -b.cash_change}); }},
    {{"Cash flow statement gives the change in cash", "CF計算書と現金の増減"}, {"Change in cash − operating − investing − financing cash flow", "現金の増減 − 営業CF − 投資CF − 財務CF"},
     "{cash_change}-{operating_cash_flow}-{investing_cash_flow}-{financing_cash_flow}",
     [](const Months& b, const Months&) { return sum({b.cash_change, -b.operating_cash_flow, -b.investing_cash_flow, -b.financing_cash_flow}); }},
    {{"Cash table gives the change in cash", "資金繰り表と現金の増減"}, {"Change in cash − ordinary − non-ordinary − financing balance", "現金の増減 − 経常収支 − 経常外収支 − 財務収支"},
     "{cash_change}-{ordinary_balance}-{other_balance}-{financing_balance}",
     [](const Months& b, const Months&) { return sum({b.cash_change, -b.ordinary_balance, -b.other_balance, -b.financing_balance}); }},
    {{"Both profit statements agree", "2つの損益計算書の一致"}, {"Operating income: marginal profit − fixed cost less gross profit − SG&A", "営業利益：（限界利益 − 固定費）−（売上総利益 − 販管費）"},
     "({marginal_profit}-{fixed_cost})-({gross_profit}-{sga_expenses})",
     [](const Months& b, const Months&) { return sum({b.marginal_profit, -b.fixed_cost, -b.gross_profit, b.sga_expenses}); }},
    {{"Net assets go on from the month before", "純資産の繰越"}, {"Net assets − those of the month before − net income + dividends − capital paid in", "純資産 − 前月末 − 当期純利益 + 配当 − 増資"},
     "{net_assets}-{net_assets<}-({net_income}-{dividends_paid}+{capital_paid_in})",
     [](const Months& b, const Months& before) { return sum({b.net_assets, -before.net_assets, -b.net_income, b.dividends_paid, -b.capital_paid_in}); }},
};

constexpr int worst_column = 2, first_column = first_month_column;
constexpr Label sheet_label{"Checks", "検算"};
constexpr Label all_well{"OK", "OK"}, amiss{"DIFFERENCES", "差異あり"};

std::string filled(const ModelSheets& model, std::string_view formula, int column) {
    std::string out;
    for (std::size_t at = 0; at < formula.size();) {
        const std::size_t open = formula.find('{', at);
        out += formula.substr(at, open - at);
        if (open == std::string_view::npos) break;
        const std::size_t close = formula.find('}', open);
        std::string_view line = formula.substr(open + 1, close - open - 1);
        const bool before = line.ends_with('<');
        if (before) line.remove_suffix(1);
        out += model.cell(monthly, line, column - (before ? 1 : 0));
        at = close + 1;
    }
    return out;
}

}  // namespace

std::string verdict_cell(Language language) {
    return "'" + std::string(sheet_label.in(language)) + "'!" + address(head_row - 1, worst_column);
}

std::string verdict_of_checks(const Sheet& sheet) { return sheet.cells.back().words.value_or(std::string()); }

Sheet checks_sheet(const ModelSheets& model, const analysis::Recording& run, Language language, Book& counted) {
    const auto text = [language](Label label) { return std::string(label.in(language)); };
    Sheet sheet{text(sheet_label), {}, head_row + 1, first_column, false};
    sheet.columns = {46.0, 64.0, 14.0, 12.0, 12};
    const auto put = [&](int row, int column, std::string words, Style style) { sheet.cells.push_back({row, column, Written::Kind::text, std::move(words), 0.0, style}); };
    put(0, 0, run.scenario.name.in(language) + " - " + sheet.name, Style::title);
    put(head_row - 1, 0, text({"All checks together: every difference below one yen", "総合判定：すべての差額が1円未満"}), Style::heading);
    put(head_row, 1, text({"What must be zero", "ゼロになるべき差額"}), Style::heading);
    put(head_row, worst_column, text({"Largest", "最大の差額"}), Style::period);
    const int months = run.months();
    for (int t = 0; t < months; ++t) put(head_row, first_column + t, to_string(run.run.start + t), Style::period);
    double worst_of_all = 0.0;
    int row = head_row;
    for (const Check& check : checks) {
        ++row;
        put(row, 0, text(check.label), Style::label);
        put(row, 1, text(check.definition), Style::note);
        double worst = 0.0;
        const Months* before = &run.run.opening;
        for (int t = 0; t < months; ++t) {
            const Months& now = run.run.months[static_cast<std::size_t>(t)];
            const double difference = check.difference(now, *before);
            worst = std::max(worst, std::abs(difference));
            before = &now;
            // The sheet of months has the opening in front of the first month.
            sheet.cells.push_back({row, first_column + t, Written::Kind::formula, filled(model, check.formula, first_month_column + t + 1), difference, Style::yen});
            ++counted.live;
        }
        const std::string all = address(row, first_column) + ":" + address(row, first_column + months - 1);
        sheet.cells.push_back({row, worst_column, Written::Kind::formula, fmt::format("MAX(MAX({0}),-MIN({0}))", all), worst, Style::yen});
        ++counted.live;
        worst_of_all = std::max(worst_of_all, worst);
    }
    const std::string all = address(head_row + 1, worst_column) + ":" + address(row, worst_column);
    sheet.cells.push_back({head_row - 1, worst_column, Written::Kind::formula, fmt::format("IF(MAX({})<1,\"{}\",\"{}\")", all, text(all_well), text(amiss)), 0.0,
                           Style::head, false, text(worst_of_all < 1.0 ? all_well : amiss)});
    ++counted.live;
    return sheet;
}

}  // namespace goho::workbook
