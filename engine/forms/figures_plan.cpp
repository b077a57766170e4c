#include "forms/early_improvement.hpp"
#include "forms/years.hpp"

#include <fmt/format.h>

namespace goho::forms {

using stakeholders::YearView;

namespace {

void profit(LineTable& table, const Years& years, const Setting& s) {
    table << heading(s.text("Profit and loss", "損益計画")) << years.months() << years.books("net_sales", true) << years.books("cost_of_sales")
          << years.total("gross_profit", "{net_sales}-{cost_of_sales}") << years.books("sga_expenses")
          << years.total("operating_income", "{gross_profit}-{sga_expenses}") << years.books("non_operating_income")
          << years.books("interest_expense") << years.books("non_operating_expenses")
          << years.total("ordinary_income", "{operating_income}+{non_operating_income}-{interest_expense}-{non_operating_expenses}")
          << years.books("extraordinary_income") << years.books("extraordinary_losses")
          << years.total("profit_before_tax", "{ordinary_income}+{extraordinary_income}-{extraordinary_losses}") << years.books("corporate_taxes")
          << years.total("net_income", "{profit_before_tax}-{corporate_taxes}");
    Line depreciation = years.books("depreciation"), personnel = years.books("personnel_cost");
    depreciation.label = s.text("of the cost above: depreciation", "（うち減価償却費）");
    personnel.label = s.text("of the cost above: personnel", "（うち人件費）");
    table << depreciation << personnel;
}

void balance_sheet(LineTable& table, const Years& years, const Setting& s) {
    using Books = accounting::Books<double>;
    table << heading(s.text("Balance sheet", "貸借対照表")) << years.books("cash") << years.books("notes_receivable") << years.books("accounts_receivable")
          << years.books("inventory")
          << money("other_current", s.text("Other current assets", "その他流動資産"),
                   years.balance([](const Books& b) { return b.tax_receivable + b.other_receivables + b.other_current_assets; }))
          << years.total("current_assets", "{cash}+{notes_receivable}+{accounts_receivable}+{inventory}+{other_current}")
          << years.books("fixed_assets") << years.total("total_assets", "{current_assets}+{fixed_assets}") << years.books("notes_payable")
          << years.books("accounts_payable")
          << money("other_owed", s.text("Accrued items, taxes owed, bonus allowance", "未払金・未払税金・賞与引当金"),
                   years.balance([](const Books& b) { return b.other_payables + b.accrued_corporate_tax + b.consumption_tax_payable + b.bonus_allowance; }))
          << years.books("overdraft") << years.books("short_term_loans") << years.books("long_term_loans") << years.books("bonds")
          << years.books("other_liabilities")
          << years.total("total_liabilities", "{notes_payable}+{accounts_payable}+{other_owed}+{overdraft}+{short_term_loans}+{long_term_loans}+{bonds}+{other_liabilities}")
          << years.books("paid_in_capital") << years.books("retained_earnings") << years.total("net_assets", "{paid_in_capital}+{retained_earnings}");
}

void cash_flow(LineTable& table, const Years& years, const Setting& s) {
    table << heading(s.text("Cash flow", "キャッシュフロー")) << years.books("operating_cash_flow") << years.books("investing_cash_flow")
          << years.total("free_cash_flow", "{operating_cash_flow}+{investing_cash_flow}") << years.books("financing_cash_flow")
          << years.total("cash_change", "{free_cash_flow}+{financing_cash_flow}");
}

/// Years of a cash flow to repay a debt: the definition stands beside the figure.
Line repayment(const Years& years, std::string_view name, const std::string& debt, const std::string& flow, const Setting& s) {
    const auto* indicator = stakeholders::find_indicator(name);
    const auto formula = [&years, debt, flow](int column) {
        const YearView* year = years.at(column);
        if (year != nullptr && !year->closes_year) return std::string();  // the year's taxes are not known
        return fmt::format("IF({0}<=0,0,IF({1}>0,({0})/({1}),\"{2}\"))", debt, flow, no_figure);
    };
    return {Line::Kind::plain, std::string(name), s.text(indicator->label), s.text(indicator->definition), Style::decimal, years.indicator(name), formula};
}

void debt(LineTable& table, const Years& years, const Setting& s) {
    const auto when_closed = [&years](std::string formula) {
        return [&years, formula](int column) { return years.at(column) == nullptr || years.at(column)->closes_year ? formula : std::string(); };
    };
    Line ordinary{Line::Kind::money, "cash_flow", s.text("Cash flow to repay from (ordinary)", "簡易CF（経常）"),
                  s.text("Ordinary income + depreciation − corporate taxes, of twelve months", "経常利益 + 減価償却費 − 法人税等（12か月換算）"), Style::yen,
                  years.reckoned([](const YearView& y) { return stakeholders::simple_cash_flow(y); }),
                  when_closed("({ordinary_income}+{depreciation})*12/{months}-{corporate_taxes}")};
    table << heading(s.text("Debt and its repayment", "借入金と返済能力"), true)
          << money_total("debt", s.text("Interest-bearing debt", "有利子負債（借入残高）"), years.balance([](const auto& b) { return stakeholders::interest_bearing_debt(b); }),
                         "{overdraft}+{short_term_loans}+{long_term_loans}+{bonds}")
          << money_total("working_capital", s.text("Normal working capital", "正常運転資金"),
                         years.balance([](const auto& b) { return stakeholders::normal_working_capital(b); }),
                         "{notes_receivable}+{accounts_receivable}+{inventory}-{notes_payable}-{accounts_payable}")
          << ordinary;
    const std::string operating = "(({operating_income}+{depreciation})*12/{months}-{corporate_taxes})";
    table << repayment(years, "debt_repayment_years_a", "({debt}-{working_capital})", "{cash_flow}", s)
          << repayment(years, "debt_repayment_years_b", "{debt}", operating, s)
          << repayment(years, "debt_repayment_years_c", "({debt}-{working_capital}-{cash})", "{cash_flow}", s)
          << ratio("equity_ratio", s.text("Equity ratio", "自己資本比率"), Style::percent,
                   years.balance_indicator("equity_ratio"),
                   fmt::format("IF({{total_assets}}>0,{{net_assets}}/{{total_assets}},\"{}\")", no_figure), s.text("Net assets ÷ total assets", "純資産 ÷ 総資産"));
}

std::string verdict_words(const stakeholders::GateResult& r, const Setting& s) {
    if (r.verdict == stakeholders::Verdict::missed && !r.due) return s.text("not yet due", "期限前");
    return s.text(label_of(r.verdict));
}

/// A verdict that follows its figure: `holds` is a condition over lines of the table.
Line verdict(const Years& years, std::string_view gate, const std::string& holds, const Setting& s) {
    const auto words = [&years, gate, &s](int column) -> std::optional<std::string> {
        const auto* result = years.gate(gate, column);
        return result == nullptr ? std::nullopt : std::optional(verdict_words(*result, s));
    };
    const auto formula = [&years, gate, holds, &s](int column) {
        const auto* result = years.gate(gate, column);
        if (result == nullptr || result->verdict == stakeholders::Verdict::not_computable) return std::string();
        return fmt::format("IF({},\"{}\",\"{}\")", holds, s.text(label_of(stakeholders::Verdict::met)),
                           result->due ? s.text(label_of(stakeholders::Verdict::missed)) : s.text("not yet due", "期限前"));
    };
    std::string label, definition;
    for (int c = 0; c < years.count() && label.empty(); ++c) {
        if (const auto* result = years.gate(gate, c)) {
            label = s.text(result->label);
            definition = s.text(result->definition);
        }
    }
    return {Line::Kind::words, std::string(gate), label, definition, Style::label, {}, formula, words};
}

void gates(LineTable& table, const Years& years, const Setting& s) {
    double limit = 0.0;
    for (int c = 0; c < years.count(); ++c) {
        if (const auto* result = years.gate("debt_to_cash_flow", c); result != nullptr && result->threshold) limit = *result->threshold;
    }
    Line multiple{Line::Kind::plain, "multiple", s.text("Debt ÷ cash flow (times)", "有利子負債 ÷ CF（倍）"),
                  s.text("Interest-bearing debt ÷ (ordinary income + depreciation − corporate taxes)", "有利子負債 ÷（経常利益 + 減価償却費 − 法人税等）"), Style::decimal,
                  [&years](int column) {
                      const auto* result = years.gate("debt_to_cash_flow", column);
                      return result == nullptr ? std::nullopt : result->figure;
                  },
                  [&years](int column) {
                      const YearView* year = years.at(column);
                      if (year != nullptr && !year->closes_year) return std::string();
                      return fmt::format("IF({{debt}}<=0,0,IF({{cash_flow}}>0,{{debt}}/{{cash_flow}},\"{}\"))", no_figure);
                  }};
    table << heading(s.text("What banks look at", "金融機関が見る3つの目安")) << verdict(years, "ordinary_income_positive", "{ordinary_income}>0", s)
          << verdict(years, "net_assets_positive", "{net_assets}>=0", s) << multiple
          << verdict(years, "debt_to_cash_flow", fmt::format("AND(ISNUMBER({{multiple}}),N({{multiple}})<={:g})", limit), s);
}

}  // namespace

Page figures_plan(const analysis::Study& study, const Setting& s) {
    const Years years(study, s, Years::Latest::shown);
    std::vector<double> widths{28.0, 32.0};
    widths.resize(2 + static_cast<std::size_t>(years.count()), 12.5);
    Page page(s, s.text("Figures by year", "数値計画"), std::move(widths));
    const int row = page.head(s.text("Figures by year", "数値計画"), study.scenario.name.in(s.language),
                              s.text("Arranged after the plan for early management improvement; not the official file. Of the year before the plan only net sales "
                                     "and closing balances are known: the pale cells are for its statements.",
                                     "早期経営改善計画の様式を参考に配置したもので、公式の様式ファイルではありません。計画開始前の直近期は売上高と期末残高だけが分かるため、"
                                     "淡色のセルに決算書の数値を記入してください。"));
    LineTable table(s, years.columns());
    profit(table, years, s);
    balance_sheet(table, years, s);
    cash_flow(table, years, s);
    debt(table, years, s);
    gates(table, years, s);
    const int end = table.write(page, row, s.text("Line", "科目"), true);
    page.repeat_heads(row, row, 2);
    page.note(end, s.text("Totals and ratios are formulas over the lines above them. Amounts are not rounded, so sums of what is shown may differ by one.",
                          "合計・比率は上の行を参照する計算式です。金額は端数処理していないため、表示上の合計が1ずれることがあります。"));
    return page;
}

}  // namespace goho::forms
