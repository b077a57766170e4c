#include "core/number.hpp"
#include "stakeholders/gate_rules.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace goho::stakeholders {

namespace {

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

constexpr Label no_base{"not above zero in the base year", "基準年度の値がゼロ以下"};

/// How far a plan has come in the n-th year (3 to 5) after its base year.
struct Progress {
    const accounting::Books<double>&from, &to;
    int n;
    std::optional<double> value_added_growth;
};

/// A rule with a threshold for each of the years 3 to 5.
using ByYear = std::array<const GateThreshold*, 3>;
ByYear by_year(std::string_view prefix) {
    ByYear rules;
    for (int n = 3; n <= 5; ++n) rules[static_cast<std::size_t>(n - 3)] = threshold_named(fmt::format("{}_{}", prefix, n));
    return rules;
}
const GateThreshold& of_year(const ByYear& rules, int n) { return *rules[static_cast<std::size_t>(n - 3)]; }

GateResult innovation_value_added(const Progress& p) {
    static const ByYear rules = by_year("innovation_value_added");
    GateResult r = result_of("innovation_plan_value_added", {"Innovation plan: value added", "経営革新計画：付加価値額"},
                             {"Growth of value added (operating income + personnel cost + depreciation), in total or per head, "
                              "since the plan's first whole fiscal year: +9 / 12 / 15% after 3 / 4 / 5 years; needed together with total pay",
                              "付加価値額（営業利益 + 人件費 + 減価償却費）または1人あたりの伸び"
                              "（計画の最初の通期比）: 3・4・5年後に+9・12・15%。給与支給総額の要件とあわせて必要"},
                             "fraction", Bound::at_least);
    hold_against(r, of_year(rules, p.n));
    // The better of the two ways counts, as the rule allows either.
    const auto& whole = p.value_added_growth;
    const auto per_head = p.from.employees > 0.0 && p.to.employees > 0.0
                              ? growth(value_added(p.from) / p.from.employees, value_added(p.to) / p.to.employees)
                              : std::nullopt;
    r.figure = whole && per_head ? std::max(*whole, *per_head) : whole ? whole : per_head;
    return r;
}

GateResult innovation_total_pay(const Progress& p) {
    static const ByYear rules = by_year("innovation_total_pay");
    GateResult r = result_of("innovation_plan_total_pay", {"Innovation plan: total pay", "経営革新計画：給与支給総額"},
                             {"Growth of total pay (pay and bonus, officers included; bonus with its social insurance) "
                              "since the plan's first whole fiscal year: +4.5 / 6 / 7.5% after 3 / 4 / 5 years; needed together with value added",
                              "給与支給総額（役員報酬・給料・雑給・賞与。賞与引当は法定福利費を含む）"
                              "の伸び（計画の最初の通期比）: 3・4・5年後に+4.5・6・7.5%。付加価値額の要件とあわせて必要"},
                             "fraction", Bound::at_least);
    hold_against(r, of_year(rules, p.n));
    r.figure = growth(total_pay(p.from), total_pay(p.to));
    return r;
}

GateResult improvement_productivity(const Progress& p) {
    static const ByYear rules = by_year("improvement_productivity");
    GateResult r = result_of("improvement_plan_productivity", {"Management improvement plan: productivity", "経営力向上計画：労働生産性"},
                             {"Growth of (operating income + personnel cost + depreciation) ÷ labour hours "
                              "since the plan's first whole fiscal year: +1 / 1.5 / 2% after 3 / 4 / 5 years",
                              "（営業利益 + 人件費 + 減価償却費）÷ 総労働時間の伸び（計画の最初の通期比）: 3・4・5年後に+1・1.5・2%"},
                             "fraction", Bound::at_least);
    hold_against(r, of_year(rules, p.n));
    if (p.from.labour_hours > 0.0 && p.to.labour_hours > 0.0) {
        r.figure = growth(value_added(p.from) / p.from.labour_hours, value_added(p.to) / p.to.labour_hours);
    }
    return r;
}

/// A subsidy that asks for a yearly growth of value added.
GateResult subsidy(const Progress& p, std::string_view gate, Label label, Label definition, const GateThreshold& rule) {
    GateResult r = result_of(gate, label, definition, "fraction/year", Bound::at_least);
    hold_against(r, rule);
    const auto& whole = p.value_added_growth;
    if (whole && *whole > -1.0) r.figure = goho::pow(1.0 + *whole, 1.0 / p.n) - 1.0;
    else if (whole) r.figure = -1.0;  // value added gone altogether
    return r;
}

GateResult manufacturing_subsidy(const Progress& p) {
    static const GateThreshold& rule = threshold_of("manufacturing_subsidy_growth");
    return subsidy(p, "manufacturing_subsidy", {"Manufacturing subsidy: value added", "ものづくり補助金：付加価値額"},
                   {"Yearly growth (CAGR) of operating income + personnel cost + depreciation "
                    "since the plan's first whole fiscal year, 3.0% or more; changes by round of the programme",
                    "付加価値額（営業利益 + 人件費 + 減価償却費）の年平均成長率（計画の最初の通期から）3.0%以上。公募回により変わる"},
                   rule);
}

GateResult new_business_subsidy(const Progress& p) {
    static const GateThreshold& rule = threshold_of("new_business_subsidy_growth");
    return subsidy(p, "new_business_subsidy", {"New-business subsidy: value added", "新事業進出補助金：付加価値額"},
                   {"Yearly growth (CAGR) of operating income + personnel cost + depreciation "
                    "since the plan's first whole fiscal year, 4.0% or more; changes by round of the programme",
                    "付加価値額（営業利益 + 人件費 + 減価償却費）の年平均成長率（計画の最初の通期から）4.0%以上。公募回により変わる"},
                   rule);
}

}  // namespace

void add_programmes(std::vector<GateResult>& results, const std::vector<YearView>& years) {
    const auto base = base_year(years);
    if (!base) return;
    for (const auto gate : {innovation_value_added, innovation_total_pay, improvement_productivity, manufacturing_subsidy, new_business_subsidy}) {
        for (int n = 3; n <= 5; ++n) {
            const std::size_t at = *base + static_cast<std::size_t>(n);
            if (at >= years.size() || years[at].months != 12) continue;
            const auto &from = years[*base].now, &to = years[at].now;
            results.push_back(gate({from, to, n, growth(value_added(from), value_added(to))}));
            GateResult& r = results.back();
            place(r, years, at);
            judge(r);
            if (!r.figure) r.reason = no_base;
        }
    }
}

}  // namespace goho::stakeholders
