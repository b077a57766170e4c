#include "stakeholders/gate_rules.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace goho::stakeholders {

namespace {

constexpr std::array thresholds{
    GateThreshold{"net_assets_horizon_years", 5.0, "chusho-saisei", "2026-11"},
    GateThreshold{"ordinary_income_horizon_years", 3.0, "chusho-saisei", "2026-11"},
    GateThreshold{"debt_to_cash_flow", 10.0, "chusho-saisei", "2026-11"},
    GateThreshold{"debt_repayment_years_good", 10.0, "sun-tax-37156", "2026-11"},
    GateThreshold{"debt_repayment_years_excellent", 5.0, "sun-tax-37156", "2026-11"},
    GateThreshold{"equity_ratio", 0.30, "general-knowledge", "2026-11"},
    GateThreshold{"break_even_ratio", 0.80, "general-knowledge", "2026-11"},
    GateThreshold{"liquidity_months", 1.0, "general-knowledge", "2026-11"},
    GateThreshold{"dscr", 1.0, "general-knowledge", "2026-11"},
    GateThreshold{"interest_coverage", 1.0, "general-knowledge", "2026-11"},
    GateThreshold{"labour_share_manufacturing", 0.58, "tkc-bast", "2026-11"},
    GateThreshold{"labour_share_construction", 0.60, "tkc-bast", "2026-11"},
    GateThreshold{"labour_share_wholesale", 0.50, "tkc-bast", "2026-11"},
    GateThreshold{"labour_share_retail", 0.51, "tkc-bast", "2026-11"},
    GateThreshold{"innovation_value_added_3", 0.09, "hokkaido-keiei-kakushin", "2026-11"},
    GateThreshold{"innovation_value_added_4", 0.12, "hokkaido-keiei-kakushin", "2026-11"},
    GateThreshold{"innovation_value_added_5", 0.15, "hokkaido-keiei-kakushin", "2026-11"},
    GateThreshold{"innovation_total_pay_3", 0.045, "hokkaido-keiei-kakushin", "2026-11"},
    GateThreshold{"innovation_total_pay_4", 0.060, "hokkaido-keiei-kakushin", "2026-11"},
    GateThreshold{"innovation_total_pay_5", 0.075, "hokkaido-keiei-kakushin", "2026-11"},
    GateThreshold{"improvement_productivity_3", 0.010, "general-knowledge", "2026-11"},
    GateThreshold{"improvement_productivity_4", 0.015, "general-knowledge", "2026-11"},
    GateThreshold{"improvement_productivity_5", 0.020, "general-knowledge", "2026-11"},
    GateThreshold{"manufacturing_subsidy_growth", 0.030, "kokopelli-fukakachi", "2025-09"},
    GateThreshold{"new_business_subsidy_growth", 0.040, "kokopelli-fukakachi", "2025-09"},
};

/// A year is the last that ends within so many years of the plan's start, or a later one.
bool within_horizon_over(const std::vector<YearView>& years, std::size_t year, double horizon_years) {
    const int months_gone = years[year].last - years.front().first + 1;
    return months_gone + 12 > static_cast<int>(horizon_years * 12.0);
}

/// Words with a number in them, made once: gates are judged in every trial.
Label label_in(const Text& text) { return {text.en, text.ja}; }

struct Horizon {
    const GateThreshold& rule;
    Text words{fmt::format("to be reached within {:.0f} years", rule.value), fmt::format("{:.0f}年以内に達成すればよい", rule.value)};
};

void not_due_before(GateResult& r, const std::vector<YearView>& years, std::size_t year, const Horizon& horizon) {
    r.due = within_horizon_over(years, year, horizon.rule.value);
    if (!r.due && r.verdict != Verdict::met) r.reason = label_in(horizon.words);
}

GateResult net_assets(const std::vector<YearView>& years, std::size_t i) {
    GateResult r = result_of("net_assets_positive", {"No excess of debt", "債務超過の解消"},
                             {"Net assets of zero or more within about 5 years; book values, without revaluation of assets",
                              "純資産がおおむね5年以内にゼロ以上（帳簿価額による。資産の時価評価は含まない）"},
                             "yen", Bound::at_least);
    static const Horizon horizon{threshold_of("net_assets_horizon_years")};
    hold_against(r, horizon.rule);
    r.threshold = 0.0;
    r.figure = years[i].now.net_assets;
    judge(r);
    not_due_before(r, years, i, horizon);
    return r;
}

GateResult ordinary_income(const std::vector<YearView>& years, std::size_t i) {
    GateResult r = result_of("ordinary_income_positive", {"Ordinary income above zero", "経常黒字化"},
                             {"Ordinary income above zero within about 3 years", "経常利益がおおむね3年以内に黒字"}, "yen", Bound::at_least);
    static const Horizon horizon{threshold_of("ordinary_income_horizon_years")};
    hold_against(r, horizon.rule);
    r.threshold = 0.0;
    r.figure = years[i].now.ordinary_income;
    r.verdict = *r.figure > 0.0 ? Verdict::met : Verdict::missed;  // zero is not yet a profit
    not_due_before(r, years, i, horizon);
    return r;
}

constexpr Label taxes_unknown{"the year's taxes are not known before its end", "期末前のため年税額が確定していない"};

/// Debt in years of a cash flow: a debt that no cash flow serves misses every limit, though it has no figure.
void judge_years_of_cash_flow(GateResult& r, const YearView& year) {
    judge(r);
    if (r.figure) return;
    if (!year.closes_year) {
        r.reason = taxes_unknown;
    } else {
        r.verdict = Verdict::missed;
        r.reason = {"no cash flow to repay from", "返済原資となるキャッシュフローがない"};
    }
}

GateResult debt_to_cash_flow(const std::vector<YearView>& years, std::size_t i) {
    GateResult r = result_of("debt_to_cash_flow", {"Debt ÷ cash flow", "有利子負債 ÷ キャッシュフロー"},
                             {"Interest-bearing debt ÷ (ordinary income + depreciation − corporate taxes), about 10 or less at the end of the plan",
                              "有利子負債 ÷（経常利益 + 減価償却費 − 法人税等）が計画終了時におおむね10倍以下"},
                             "times", Bound::at_most);
    const YearView& y = years[i];
    static const GateThreshold& rule = threshold_of("debt_to_cash_flow");
    hold_against(r, rule);
    const double debt = interest_bearing_debt(y.now);
    const auto cash_flow = simple_cash_flow(y);
    if (debt <= 0.0) r.figure = 0.0;
    else if (cash_flow && *cash_flow > 0.0) r.figure = debt / *cash_flow;
    judge_years_of_cash_flow(r, y);
    std::size_t end = years.size() - 1;
    while (end > 0 && !years[end].closes_year) --end;
    r.due = i >= end;
    if (!r.due && r.verdict == Verdict::missed) r.reason = {"to be reached by the end of the plan", "計画終了時までに達成すればよい"};
    return r;
}

GateResult debt_repayment(const YearView& y, RepaymentDefinition definition) {
    static const std::array<const Indicator*, 3> by_definition{find_indicator("debt_repayment_years_a"), find_indicator("debt_repayment_years_b"),
                                                               find_indicator("debt_repayment_years_c")};
    static const GateThreshold& good = threshold_of("debt_repayment_years_good");
    static const double excellent = threshold_of("debt_repayment_years_excellent").value;
    static const Text excellent_words{fmt::format("excellent: {:.0f} years or less", excellent), fmt::format("優良（{:.0f}年以下）", excellent)};
    const Indicator& indicator = *by_definition[static_cast<std::size_t>(definition)];
    GateResult r = result_of("debt_repayment_years", indicator.label, indicator.definition, indicator.unit, Bound::at_most);
    hold_against(r, good);
    r.figure = indicator.compute(y);
    judge_years_of_cash_flow(r, y);
    if (r.figure && *r.figure <= excellent) r.reason = label_in(excellent_words);
    return r;
}

/// A gate that holds one indicator of the same name against one threshold.
struct Simple {
    std::string_view gate;
    Bound bound;
    Label reason;  // why there may be no figure
    const Indicator& indicator = *find_indicator(gate);
    const GateThreshold* rule = threshold_named(gate);
};

GateResult simple(const YearView& y, const Simple& row, const GateThreshold* rule) {
    GateResult r = result_of(row.gate, row.indicator.label, row.indicator.definition, row.indicator.unit, row.bound);
    r.figure = row.indicator.compute(y);
    if (rule) hold_against(r, *rule);
    judge(r);
    if (!r.figure) r.reason = row.reason;
    return r;
}

constexpr Label no_marginal_profit{"no marginal profit", "限界利益がない"};
constexpr Label no_sales{"no sales", "売上がない"};
const std::array<Simple, 5>& simple_gates() {
    static const std::array<Simple, 5> rows{{
        {"equity_ratio", Bound::at_least, {"no assets", "資産がない"}},
        {"break_even_ratio", Bound::at_most, no_marginal_profit},
        {"liquidity_months", Bound::at_least, no_sales},
        {"dscr", Bound::at_least, {"no repayments or interest", "元利払いがない"}},
        {"interest_coverage", Bound::at_least, {"no interest", "支払利息がない"}},
    }};
    return rows;
}

GateResult simple_gate(const YearView& y, const Simple& row) {
    GateResult r = simple(y, row, row.rule);
    if (row.gate == "dscr" && !r.figure && !y.closes_year) r.reason = taxes_unknown;
    if (row.gate == "equity_ratio" && !r.figure) r.verdict = Verdict::missed;  // debts beyond all that there is
    if (row.gate == "break_even_ratio" && !r.figure && y.now.net_sales > 0.0) r.verdict = Verdict::missed;  // no volume would do
    return r;
}

/// `rule`: what the industry is compared with, or null.
GateResult labour_share(const YearView& y, const GateThreshold* rule) {
    static const Simple row{"labour_share", Bound::at_most, no_marginal_profit};
    GateResult r = simple(y, row, rule);
    r.definition = {"Personnel cost ÷ marginal profit, against profitable companies of the industry (TKC); they lie better than the average",
                    "人件費 ÷ 限界利益。同業の黒字企業（TKC）との比較で、平均より良い水準"};
    if (rule && !r.figure && y.now.net_sales > 0.0) r.verdict = Verdict::missed;  // personnel cost is more than any share of nothing
    if (!rule && r.figure) r.reason = {"no comparison figure for this industry", "この業種の比較値がない"};
    return r;
}

}  // namespace

Label label_of(Verdict verdict) {
    constexpr std::array<Label, 3> labels{{{"met", "達成"}, {"missed", "未達"}, {"not computable", "計算不能"}}};
    return labels[static_cast<std::size_t>(verdict)];
}

std::span<const GateThreshold> gate_thresholds() { return thresholds; }

const GateThreshold* threshold_named(std::string_view name) {
    const auto found = std::find_if(thresholds.begin(), thresholds.end(), [&](const auto& row) { return row.name == name; });
    return found == thresholds.end() ? nullptr : &*found;
}

void gates_into(std::vector<GateResult>& results, const std::vector<YearView>& years, const GateOptions& options) {
    results.clear();
    const auto every_year = [&](auto&& gate) {
        for (std::size_t i = 0; i < years.size(); ++i) {
            results.push_back(gate(i));
            place(results.back(), years, i);
        }
    };
    every_year([&](std::size_t i) { return net_assets(years, i); });
    every_year([&](std::size_t i) { return ordinary_income(years, i); });
    every_year([&](std::size_t i) { return debt_to_cash_flow(years, i); });
    every_year([&](std::size_t i) { return debt_repayment(years[i], options.repayment); });
    for (const Simple& row : simple_gates()) every_year([&](std::size_t i) { return simple_gate(years[i], row); });
    const GateThreshold* const of_industry = threshold_named("labour_share_" + std::string(options.industry));
    every_year([&](std::size_t i) { return labour_share(years[i], of_industry); });
    add_programmes(results, years);
}

std::vector<GateResult> gates(const std::vector<YearView>& years, const GateOptions& options) {
    std::vector<GateResult> results;
    gates_into(results, years, options);
    return results;
}

void gate_summary_into(std::vector<GateSummary>& summary, const std::vector<GateResult>& results) {
    summary.clear();
    for (int i = 0; i < static_cast<int>(results.size()); ++i) {
        const GateResult& r = results[i];
        if (summary.empty() || summary.back().gate != r.gate) summary.push_back({r.gate, r.label, r.verdict, i});
        GateSummary& s = summary.back();
        // A year in which the taxes are not known says nothing about the plan when an earlier one does.
        const bool silent = r.verdict == Verdict::not_computable && results[s.last].verdict != Verdict::not_computable;
        const bool less_due = results[s.last].due && !r.due;
        if (silent || less_due) continue;
        s.verdict = r.verdict;
        s.last = i;
    }
}

std::vector<GateSummary> gate_summary(const std::vector<GateResult>& results) {
    std::vector<GateSummary> summary;
    gate_summary_into(summary, results);
    return summary;
}

Verdict verdict_of(const simulation::target::Parameters<double>& target, std::optional<double> figure) {
    if (!figure) return Verdict::not_computable;
    const bool met = target.bound == Bound::at_least ? at_least(*figure, target.value) : at_most(*figure, target.value);
    return met ? Verdict::met : Verdict::missed;
}

std::vector<TargetResult> target_results(const simulation::Plan<double>& plan, const std::vector<YearView>& plan_years) {
    std::vector<TargetResult> results;
    for (const auto& item : plan.targets) {
        const auto& p = item.parameters;
        TargetResult r;
        r.id = item.id;
        r.year = p.year;
        r.variable = std::string(p.variable.view());
        r.bound = p.bound;
        r.value = p.value;
        const auto quantity = find_quantity(r.variable);
        r.name = !item.name.empty() ? item.name
                 : quantity         ? Text{std::string(quantity->label.en), std::string(quantity->label.ja)}
                                    : Text{item.id, item.id};
        if (!quantity) {
            r.reason = {"no result or indicator of this name", "この名前の結果・指標はない"};
        } else {
            r.unit = quantity->unit;
            const bool inside = p.year >= 1 && p.year <= static_cast<int>(plan_years.size()) && plan_years[p.year - 1].months == 12;
            if (inside) r.figure = figure(plan_years[p.year - 1], r.variable);
            if (!inside) r.reason = {"the plan ends before", "計画期間外"};
            else if (!r.figure) r.reason = {"the figure is not computable in that year", "その年の値は計算できない"};
        }
        r.verdict = verdict_of(p, r.figure);
        results.push_back(std::move(r));
    }
    return results;
}

Insolvency insolvency(const simulation::Trajectory<double>& run) {
    Insolvency result;
    for (int t = 0; t < static_cast<int>(run.months.size()); ++t) {
        const double shortage = -run.months[t].cash;
        if (shortage <= 0.0) continue;
        if (!result.first_short) result.first_short = run.start + t;
        ++result.months_short;
        if (shortage > result.deepest) {
            result.deepest = shortage;
            result.deepest_month = run.start + t;
        }
    }
    result.needed = result.deepest;
    return result;
}

}  // namespace goho::stakeholders
