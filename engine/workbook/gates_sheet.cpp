#include "core/format.hpp"
#include "simulation/period.hpp"
#include "workbook/added_sheets.hpp"
#include "workbook/formula_writer.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace goho::workbook {

using stakeholders::Bound;
using stakeholders::GateResult;
using stakeholders::Verdict;
using stakeholders::YearView;

namespace {

constexpr Label sheet_label{"Gates", "判定基準"};
constexpr std::string_view no_figure = "—";

/// How a gate is reckoned from the yearly statements: {cash} is a line of the year, {cash!} of the base year, @ makes a flow
/// one of twelve months, ~ stands for the years since the base year. Without a figure the gate says `otherwise`.
struct Rule {
    std::string_view gate;
    std::string formula;
    Verdict otherwise = Verdict::not_computable;
    bool above = false;  // the threshold itself is not enough
};

/// Nothing to repay takes no time, and without a cash flow there is no number of years.
std::string years_to_repay(const std::string& debt, const std::string& flow) {
    return fmt::format("IF({0}<=0,0,IF({1}>0,{0}/{1},\"{2}\"))", debt, flow, no_figure);
}
std::string when(const std::string& condition, const std::string& formula) { return fmt::format("IF({},{},\"{}\")", condition, formula, no_figure); }

std::vector<Rule> rules() {
    const std::string debt = "({overdraft}+{short_term_loans}+{long_term_loans}+{bonds})";
    const std::string ordinary_flow = "(({ordinary_income}+{depreciation})@-{corporate_taxes})";
    const std::string operating_flow = "(({operating_income}+{depreciation})@-{corporate_taxes})";
    const std::string service = "({loans_repaid}+{interest_expense})";
    const std::string value_added = "({operating_income}+{personnel_cost}+{depreciation})";
    const std::string base_value_added = "({operating_income!}+{personnel_cost!}+{depreciation!})";
    const std::string pay = "({officer_pay}+{employee_pay}+{part_time_pay}+{bonus_cost})";
    const std::string base_pay = "({officer_pay!}+{employee_pay!}+{part_time_pay!}+{bonus_cost!})";
    const std::string average_growth = "IF(" + value_added + ">0,(" + value_added + "/" + base_value_added + ")^(1/~)-1,-1)";
    const auto growth = [](const std::string& now, const std::string& base, const std::string& by) {
        return by.empty() ? now + "/" + base + "-1" : "(" + now + "/{" + by + "})/(" + base + "/{" + by + "!})-1";
    };
    return {
        {"net_assets_positive", "{net_assets}"},
        {"ordinary_income_positive", "{ordinary_income}", Verdict::not_computable, true},
        {"debt_to_cash_flow", years_to_repay(debt, ordinary_flow), Verdict::missed},
        {"debt_repayment_years", years_to_repay(debt, operating_flow), Verdict::missed},
        {"equity_ratio", when("{total_assets}>0", "{net_assets}/{total_assets}"), Verdict::missed},
        {"break_even_ratio", when("AND({net_sales}>0,{marginal_profit}>0)", "{fixed_cost}/{marginal_profit}"), Verdict::missed},
        {"liquidity_months", when("{net_sales}>0", "{cash}*12/({net_sales}@)")},
        {"dscr", when(service + ">0", operating_flow + "/(" + service + "@)")},
        {"interest_coverage", when("{interest_expense}>0", "{operating_income}/{interest_expense}")},
        {"labour_share", when("{marginal_profit}>0", "{personnel_cost}/{marginal_profit}"), Verdict::missed},
        {"innovation_plan_value_added", "MAX(" + growth(value_added, base_value_added, "") + "," + growth(value_added, base_value_added, "employees") + ")"},
        {"innovation_plan_total_pay", growth(pay, base_pay, "")},
        {"improvement_plan_productivity", growth(value_added, base_value_added, "labour_hours")},
        {"manufacturing_subsidy", average_growth},
        {"new_business_subsidy", average_growth},
    };
}

class Writer {
public:
    Writer(const ModelSheets& model, Language language, Sheet& sheet, Book& counted) : model_(model), language_(language), sheet_(sheet), counted_(counted) {
        while (base_ + 1 < static_cast<int>(model.years.size()) && months(base_) != 12) ++base_;
    }

    /// Three rows of a gate: figure, threshold, verdict. Returns the next free row.
    int write(const Rule& rule, const std::vector<const GateResult*>& results, int row) {
        const GateResult& any = *results.front();
        put(row, 0, any.label, Style::heading);
        put(row, 1, std::string(unit_name(any.unit, language_)), Style::note);
        put(row, 2, any.definition, Style::remark);
        put(row + 1, 0, any.bound == Bound::at_most ? Label{"  at most", "  基準（以下）"} : rule.above ? Label{"  more than", "  基準（超）"} : Label{"  at least", "  基準（以上）"}, Style::label);
        put(row + 1, 2, fmt::format("{} {}", any.source, any.dated), Style::note);
        put(row + 2, 0, Label{"  verdict", "  判定"}, Style::label);
        put(row + 2, 2, reason_of(results), Style::remark);
        for (const GateResult* result : results) year(rule, *result, row);
        return row + 4;
    }
    void put(int row, int column, Label label, Style style) { put(row, column, std::string(label.in(language_)), style); }
    void put(int row, int column, std::string words, Style style) { sheet_.cells.push_back({row, column, Written::Kind::text, std::move(words), 0.0, style}); }

private:
    const ModelSheets& model_;
    Language language_;
    Sheet& sheet_;
    Book& counted_;
    int base_ = 0;  // the first whole year

    int months(int year) const { return model_.years[static_cast<std::size_t>(year)].second - model_.years[static_cast<std::size_t>(year)].first + 1; }
    std::string word(Verdict verdict) const { return std::string(label_of(verdict).in(language_)); }
    static Style style_of(std::string_view unit) { return unit == "yen" ? Style::yen : unit.starts_with("fraction") ? Style::percent : Style::decimal; }

    std::string reason_of(const std::vector<const GateResult*>& results) const {
        for (const GateResult* result : results) {
            if (!result->due && !result->reason.empty()) return std::string(result->reason.in(language_));
        }
        return {};
    }

    std::string filled(std::string_view formula, int year) const {
        std::string out;
        for (std::size_t at = 0; at < formula.size(); ++at) {
            const char c = formula[at];
            if (c == '@') {
                if (months(year) != 12) out += fmt::format("*12/{}", months(year));
            } else if (c == '~') {
                out += std::to_string(year - base_);
            } else if (c == '{') {
                const std::size_t close = formula.find('}', at);
                std::string_view line = formula.substr(at + 1, close - at - 1);
                const bool of_base = line.ends_with('!');
                if (of_base) line.remove_suffix(1);
                out += model_.cell(yearly, line, first_month_column + (of_base ? base_ : year));
                at = close;
            } else {
                out += c;
            }
        }
        return out;
    }

    void live(int row, int column, std::string formula, double value, Style style, std::optional<std::string> words = {}) {
        sheet_.cells.push_back({row, column, Written::Kind::formula, std::move(formula), value, style, false, std::move(words)});
        ++counted_.live;
    }

    void year(const Rule& rule, const GateResult& r, int row) {
        const int column = first_month_column + r.year;
        const std::string figure = address(row, column), threshold = address(row + 1, column);
        if (r.threshold) {
            sheet_.cells.push_back({row + 1, column, Written::Kind::number, {}, *r.threshold, style_of(r.unit)});
            ++counted_.fixed;
        }
        const bool judged = r.verdict != Verdict::not_computable;
        if (!r.figure && !judged) {  // taxes not known, nothing to divide by
            put(row, column, std::string(no_figure), Style::word);
            put(row + 2, column, word(r.verdict), Style::word);
            return;
        }
        if (r.figure) live(row, column, filled(rule.formula, r.year), *r.figure, style_of(r.unit));
        else live(row, column, filled(rule.formula, r.year), 0.0, Style::word, std::string(no_figure));
        if (!r.threshold || !judged) return put(row + 2, column, word(r.verdict), Style::word);
        live(row + 2, column,
             fmt::format("IF(ISNUMBER({0}),IF({0}{1}{2},\"{3}\",\"{4}\"),\"{5}\")", figure, r.bound == Bound::at_most ? "<=" : rule.above ? ">" : ">=", threshold,
                         word(Verdict::met), word(Verdict::missed), word(rule.otherwise)),
             0.0, Style::word, word(r.verdict));
    }
};

}  // namespace

std::vector<GateResult> gates_of(const analysis::Recording& run) {
    std::vector<YearView> years;
    const auto plain = [](const accounting::Books<Traced>& books) {
        accounting::Books<double> out;
        for (std::size_t i = 0; i < accounting::variables<double>.size(); ++i) {
            out.*accounting::variables<double>[i].field = (books.*accounting::variables<Traced>[i].field).value();
        }
        return out;
    };
    for (const auto& p : simulation::fiscal_years(run.run)) years.push_back({p.first, p.last, p.months, p.closes_year, plain(p.books), {}, {}, p.label});
    const auto& plan = run.scenario.plan;
    stakeholders::link_years(years, plain(run.run.opening), simulation::Conduct<double>{}, plan.opening.previous_net_sales, &plan);
    return stakeholders::gates(years, {stakeholders::RepaymentDefinition::b, plan.company.industry.view()});
}

Sheet gates_sheet(const ModelSheets& model, const std::vector<GateResult>& gates, Language language, Book& counted) {
    Sheet sheet{std::string(sheet_label.in(language)), {}, head_row + 1, first_month_column, false};
    sheet.columns = {36.0, 10.0, 50.0, 14.0};
    Writer writer(model, language, sheet, counted);
    writer.put(0, 0, sheet.name, Style::title);
    writer.put(1, 0, Label{"A gate decides nothing; it says where the plan stands. Thresholds are dated and may be outdated.", "判定は目安であり、可否を決めるものではありません。基準値は確認時点のものです。"},
               Style::note);
    writer.put(head_row, 2, Label{"Definition, source", "定義・出典"}, Style::heading);
    int row = head_row + 1;
    for (const Rule& rule : rules()) {
        std::vector<const GateResult*> results;
        for (const GateResult& result : gates) {
            if (result.gate == rule.gate) results.push_back(&result);
        }
        if (!results.empty()) row = writer.write(rule, results, row);
    }
    for (const GateResult& result : gates) {
        if (result.gate != gates.front().gate) continue;
        const auto [year, ends] = year_in_lines(result.year_label.in(language));
        writer.put(year_row, first_month_column + result.year, year, Style::period);
        writer.put(head_row, first_month_column + result.year, ends, Style::period);
    }
    return sheet;
}

}  // namespace goho::workbook
