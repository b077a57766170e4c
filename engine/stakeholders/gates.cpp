#include "stakeholders/gates.hpp"

#include "core/number.hpp"

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

const GateThreshold* threshold_named(std::string_view name) {
    const auto found = std::find_if(thresholds.begin(), thresholds.end(), [&](const auto& row) { return row.name == name; });
    return found == thresholds.end() ? nullptr : &*found;
}
const GateThreshold& threshold_of(std::string_view name) { return *threshold_named(name); }

GateResult result_of(std::string_view gate, Label label, Label definition, std::string_view unit, Bound bound) {
    GateResult r;
    r.gate = gate;
    r.label = label;
    r.definition = definition;
    r.unit = unit;
    r.bound = bound;
    return r;
}

void place(GateResult& r, const std::vector<YearView>& years, std::size_t year) {
    r.year = static_cast<int>(year);
    r.year_label = years[year].label;
}

void hold_against(GateResult& r, const GateThreshold& rule) {
    r.threshold = rule.value;
    r.source = rule.source;
    r.dated = rule.dated;
}

/// At least or at most; a figure on the threshold meets it.                                   KP-35
void judge(GateResult& r) {
    if (!r.figure || !r.threshold) return;
    const bool met = r.bound == Bound::at_least ? at_least(*r.figure, *r.threshold) : at_most(*r.figure, *r.threshold);
    r.verdict = met ? Verdict::met : Verdict::missed;
}

/// A year is the last that ends within so many years of the plan's start, or a later one.
bool within_horizon_over(const std::vector<YearView>& years, std::size_t year, double horizon_years) {
    const int months_gone = years[year].last - years.front().first + 1;
    return months_gone + 12 > static_cast<int>(horizon_years * 12.0);
}

void not_due_before(GateResult& r, const std::vector<YearView>& years, std::size_t year, double horizon_years) {
    r.due = within_horizon_over(years, year, horizon_years);
    if (r.due || r.verdict == Verdict::met) return;
    r.reason = {fmt::format("to be reached within {:.0f} years", horizon_years), fmt::format("{:.0f}年以内に達成すればよい", horizon_years)};
}

GateResult net_assets(const std::vector<YearView>& years, std::size_t i) {
    GateResult r = result_of("net_assets_positive", {"No excess of debt", "債務超過の解消"},
                             {"Net assets of zero or more within about 5 years; book values, without revaluation of assets",
                              "純資産がおおむね5年以内にゼロ以上（帳簿価額による。資産の時価評価は含まない）"},
                             "yen", Bound::at_least);
    const GateThreshold& horizon = threshold_of("net_assets_horizon_years");
    hold_against(r, horizon);
    r.threshold = 0.0;
    r.figure = years[i].now.net_assets;
    judge(r);
    not_due_before(r, years, i, horizon.value);
    return r;
}

GateResult ordinary_income(const std::vector<YearView>& years, std::size_t i) {
    GateResult r = result_of("ordinary_income_positive", {"Ordinary income above zero", "経常黒字化"},
                             {"Ordinary income above zero within about 3 years", "経常利益がおおむね3年以内に黒字"}, "yen", Bound::at_least);
    const GateThreshold& horizon = threshold_of("ordinary_income_horizon_years");
    hold_against(r, horizon);
    r.threshold = 0.0;
    r.figure = years[i].now.ordinary_income;
    r.verdict = *r.figure > 0.0 ? Verdict::met : Verdict::missed;  // zero is not yet a profit
    not_due_before(r, years, i, horizon.value);
    return r;
}

const Text taxes_unknown{"the year's taxes are not known before its end", "期末前のため年税額が確定していない"};

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
    hold_against(r, threshold_of("debt_to_cash_flow"));
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
    constexpr std::array<std::string_view, 3> names{"debt_repayment_years_a", "debt_repayment_years_b", "debt_repayment_years_c"};
    const Indicator& indicator = *find_indicator(names[static_cast<std::size_t>(definition)]);
    GateResult r = result_of("debt_repayment_years", indicator.label, indicator.definition, indicator.unit, Bound::at_most);
    hold_against(r, threshold_of("debt_repayment_years_good"));
    r.figure = indicator.compute(y);
    judge_years_of_cash_flow(r, y);
    const double excellent = threshold_of("debt_repayment_years_excellent").value;
    if (r.figure && *r.figure <= excellent) {
        r.reason = {fmt::format("excellent: {:.0f} years or less", excellent), fmt::format("優良（{:.0f}年以下）", excellent)};
    }
    return r;
}

/// A gate that holds one indicator against one threshold.
struct Simple {
    std::string_view gate, indicator;
    Bound bound;
    Text reason;  // why there may be no figure
};

GateResult simple(const YearView& y, const Simple& row, const GateThreshold* rule) {
    const Indicator& indicator = *find_indicator(row.indicator);
    GateResult r = result_of(row.gate, indicator.label, indicator.definition, indicator.unit, row.bound);
    r.figure = indicator.compute(y);
    if (rule) hold_against(r, *rule);
    judge(r);
    if (!r.figure) r.reason = row.reason;
    return r;
}

const Text no_marginal_profit{"no marginal profit", "限界利益がない"};
const Text no_sales{"no sales", "売上がない"};
const std::array<Simple, 5>& simple_gates() {
    static const std::array<Simple, 5> rows{{
        {"equity_ratio", "equity_ratio", Bound::at_least, {"no assets", "資産がない"}},
        {"break_even_ratio", "break_even_ratio", Bound::at_most, no_marginal_profit},
        {"liquidity_months", "liquidity_months", Bound::at_least, no_sales},
        {"dscr", "dscr", Bound::at_least, {"no repayments or interest", "元利払いがない"}},
        {"interest_coverage", "interest_coverage", Bound::at_least, {"no interest", "支払利息がない"}},
    }};
    return rows;
}

GateResult simple_gate(const YearView& y, const Simple& row) {
    GateResult r = simple(y, row, &threshold_of(row.gate));
    if (row.gate == "dscr" && !r.figure && !y.closes_year) r.reason = taxes_unknown;
    if (row.gate == "break_even_ratio" && !r.figure && y.now.net_sales > 0.0) r.verdict = Verdict::missed;  // no volume would do
    return r;
}

GateResult labour_share(const YearView& y, std::string_view industry) {
    const GateThreshold* rule = threshold_named("labour_share_" + std::string(industry));
    GateResult r = simple(y, {"labour_share", "labour_share", Bound::at_most, no_marginal_profit}, rule);
    r.definition = {"Personnel cost ÷ marginal profit, against profitable companies of the industry (TKC); they lie better than the average",
                    "人件費 ÷ 限界利益。同業の黒字企業（TKC）との比較で、平均より良い水準"};
    if (!rule && r.figure) r.reason = {"no comparison figure for this industry", "この業種の比較値がない"};
    return r;
}

// Growth from a base year -------------------------------------------------------------------------------------

/// Plans are measured from the last closed year before them; its books are not held, so the first whole fiscal year
/// of the plan stands in for it.
std::optional<std::size_t> base_year(const std::vector<YearView>& years) {
    for (std::size_t i = 0; i < years.size(); ++i) {
        if (years[i].months == 12) return i;
    }
    return {};
}

std::optional<double> growth(double from, double to) {
    return from > 0.0 ? std::optional(to / from - 1.0) : std::nullopt;
}

const Text no_base{"not above zero in the base year", "基準年度の値がゼロ以下"};

/// The gates of public programmes in the n-th year (3 to 5) after the base year.
void add_programmes(std::vector<GateResult>& results, const std::vector<YearView>& years, std::size_t base, int n) {
    const std::size_t at = base + static_cast<std::size_t>(n);
    const accounting::Books<double>&from = years[base].now, &to = years[at].now;
    const auto finish = [&](GateResult r) {
        place(r, years, at);
        judge(r);
        if (!r.figure) r.reason = no_base;
        results.push_back(std::move(r));
    };

    // The better of the two ways counts, as the rule allows either.
    const auto whole = growth(value_added(from), value_added(to));
    const auto per_head = from.employees > 0.0 && to.employees > 0.0
                              ? growth(value_added(from) / from.employees, value_added(to) / to.employees)
                              : std::nullopt;
    GateResult r = result_of("innovation_plan_value_added", {"Innovation plan: value added", "経営革新計画：付加価値額"},
                             {"Growth of value added (operating income + personnel cost + depreciation), in total or per head, "
                              "since the plan's first whole fiscal year: +9 / 12 / 15% after 3 / 4 / 5 years; needed together with total pay",
                              "付加価値額（営業利益 + 人件費 + 減価償却費）または1人あたりの伸び"
                              "（計画の最初の通期比）: 3・4・5年後に+9・12・15%。給与支給総額の要件とあわせて必要"},
                             "fraction", Bound::at_least);
    hold_against(r, threshold_of(fmt::format("innovation_value_added_{}", n)));
    r.figure = whole && per_head ? std::max(*whole, *per_head) : whole ? whole : per_head;
    finish(r);

    r = result_of("innovation_plan_total_pay", {"Innovation plan: total pay", "経営革新計画：給与支給総額"},
                  {"Growth of total pay (pay and bonus, officers included; bonus with its social insurance) "
                   "since the plan's first whole fiscal year: +4.5 / 6 / 7.5% after 3 / 4 / 5 years; needed together with value added",
                   "給与支給総額（役員報酬・給料・雑給・賞与。賞与引当は法定福利費を含む）"
                   "の伸び（計画の最初の通期比）: 3・4・5年後に+4.5・6・7.5%。付加価値額の要件とあわせて必要"},
                  "fraction", Bound::at_least);
    hold_against(r, threshold_of(fmt::format("innovation_total_pay_{}", n)));
    r.figure = growth(total_pay(from), total_pay(to));
    finish(r);

    r = result_of("improvement_plan_productivity", {"Management improvement plan: productivity", "経営力向上計画：労働生産性"},
                  {"Growth of (operating income + personnel cost + depreciation) ÷ labour hours "
                   "since the plan's first whole fiscal year: +1 / 1.5 / 2% after 3 / 4 / 5 years",
                   "（営業利益 + 人件費 + 減価償却費）÷ 総労働時間の伸び（計画の最初の通期比）: 3・4・5年後に+1・1.5・2%"},
                  "fraction", Bound::at_least);
    hold_against(r, threshold_of(fmt::format("improvement_productivity_{}", n)));
    if (from.labour_hours > 0.0 && to.labour_hours > 0.0) {
        r.figure = growth(value_added(from) / from.labour_hours, value_added(to) / to.labour_hours);
    }
    finish(r);

    struct Subsidy {
        std::string_view gate, threshold;
        Label label, definition;
    };
    constexpr std::array<Subsidy, 2> subsidies{{
        {"manufacturing_subsidy", "manufacturing_subsidy_growth", {"Manufacturing subsidy: value added", "ものづくり補助金：付加価値額"},
         {"Yearly growth (CAGR) of operating income + personnel cost + depreciation "
          "since the plan's first whole fiscal year, 3.0% or more; changes by round of the programme",
          "付加価値額（営業利益 + 人件費 + 減価償却費）の年平均成長率（計画の最初の通期から）3.0%以上。公募回により変わる"}},
        {"new_business_subsidy", "new_business_subsidy_growth", {"New-business subsidy: value added", "新事業進出補助金：付加価値額"},
         {"Yearly growth (CAGR) of operating income + personnel cost + depreciation "
          "since the plan's first whole fiscal year, 4.0% or more; changes by round of the programme",
          "付加価値額（営業利益 + 人件費 + 減価償却費）の年平均成長率（計画の最初の通期から）4.0%以上。公募回により変わる"}},
    }};
    for (const Subsidy& subsidy : subsidies) {
        r = result_of(subsidy.gate, subsidy.label, subsidy.definition, "fraction/year", Bound::at_least);
        hold_against(r, threshold_of(subsidy.threshold));
        if (whole && *whole > -1.0) r.figure = goho::pow(1.0 + *whole, 1.0 / n) - 1.0;
        else if (whole) r.figure = -1.0;  // value added gone altogether
        finish(r);
    }
}

}  // namespace

Label label_of(Verdict verdict) {
    constexpr std::array<Label, 3> labels{{{"met", "達成"}, {"missed", "未達"}, {"not computable", "計算不能"}}};
    return labels[static_cast<std::size_t>(verdict)];
}

std::span<const GateThreshold> gate_thresholds() { return thresholds; }

std::vector<GateResult> gates(const std::vector<YearView>& years, const GateOptions& options) {
    std::vector<GateResult> results;
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
    every_year([&](std::size_t i) { return labour_share(years[i], options.industry); });

    if (const auto base = base_year(years)) {
        std::vector<GateResult> programmes;
        for (int n = 3; n <= 5 && *base + static_cast<std::size_t>(n) < years.size(); ++n) {
            if (years[*base + static_cast<std::size_t>(n)].months == 12) add_programmes(programmes, years, *base, n);
        }
        constexpr std::array<std::string_view, 5> order{"innovation_plan_value_added", "innovation_plan_total_pay",
                                                        "improvement_plan_productivity", "manufacturing_subsidy",
                                                        "new_business_subsidy"};
        for (const std::string_view gate : order) {
            for (GateResult& r : programmes) {
                if (r.gate == gate) results.push_back(std::move(r));
            }
        }
    }
    return results;
}

std::vector<GateSummary> gate_summary(const std::vector<GateResult>& results) {
    std::vector<GateSummary> summary;
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
    return summary;
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
        if (r.figure) {
            const bool met = p.bound == Bound::at_least ? at_least(*r.figure, p.value) : at_most(*r.figure, p.value);
            r.verdict = met ? Verdict::met : Verdict::missed;
        }
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
