#include "stakeholders/five.hpp"

#include "core/number.hpp"

#include <algorithm>
#include <cmath>

namespace goho::stakeholders {

namespace {

using Who = Stakeholder;
using Figure = std::optional<double>;

constexpr std::array posts{
    // Each row is scored by FD-1.
    Goalpost{Who::company, "ordinary_margin", -0.02, 0.08},
    Goalpost{Who::company, "break_even_ratio", 1.05, 0.75},
    Goalpost{Who::company, "equity_ratio", 0.0, 0.5},
    Goalpost{Who::company, "liquidity_months", 0.5, 4.0},
    Goalpost{Who::company, "operating_cash_flow_to_debt", 0.0, 0.25},
    Goalpost{Who::employees, "employee_satisfaction", 30.0, 85.0},
    Goalpost{Who::employees, "attrition_against_normal", 2.0, 0.4},
    Goalpost{Who::employees, "overtime_hours", 45.0, 5.0},
    Goalpost{Who::employees, "relative_wage_growth", -0.02, 0.03},
    Goalpost{Who::employees, "number_literacy", 0.0, 1.0},
    Goalpost{Who::customers, "customer_satisfaction", 50.0, 90.0},
    Goalpost{Who::customers, "annual_retention", 0.75, 0.97},
    Goalpost{Who::customers, "referrals_per_hundred", 0.0, 6.0},
    Goalpost{Who::customers, "complaints_against_today", 2.0, 0.3},
    Goalpost{Who::customers, "lead_time_against_today", 1.5, 0.5},
    Goalpost{Who::society, "trust", 20.0, 90.0},
    Goalpost{Who::society, "credit_spread", 0.0190, 0.0045},
    Goalpost{Who::society, "involuntary_cut_share", 0.05, 0.0},
    Goalpost{Who::society, "disclosure", 0.0, 1.0},
    Goalpost{Who::next_generation, "investment_in_future", 0.0, 0.06},
    Goalpost{Who::next_generation, "research_capital", 0.5, 2.0},
    Goalpost{Who::next_generation, "executive_capability", 0.0, 1.0},
    Goalpost{Who::next_generation, "hiring_fill_rate", 0.3, 1.0},
    Goalpost{Who::next_generation, "plan_linkage", 0.0, 1.0},
};

double share(double x) { return std::clamp(x, 0.0, 1.0); }

/// Growth of value added since the first year, and what of it went to people.                 FD-4
Figure company_to_employees(const YearView& y, const YearView& first) {
    const double grown = y.annual(value_added(y.now)) - first.annual(value_added(first.now));
    if (grown <= 0.0) return {};
    const double people = y.annual(y.now.personnel_cost + y.now.training_cost) - first.annual(first.now.personnel_cost + first.now.training_cost);
    return share(people / grown / 0.3);
}
/// Freed hours that reach customers, directly or by selling.                                  FD-5
Figure employees_to_customers(const YearView& y) {
    const auto& c = y.conduct;
    if (c.freed_hours < 0.005 * c.available_hours) return {};  // too few to speak of
    return share((c.hours_to_customers + c.hours_to_sales) / c.freed_hours / 0.6);
}
/// Loyalty and what customers would pay more, half each.                                      FD-6
Figure customers_to_company(const YearView& y) {
    const double kept = power(1.0 - y.conduct.churn_rate, 12);
    return 0.5 * share((kept - 0.75) / 0.22) + 0.5 * share((y.conduct.willingness_to_pay + 0.1) / 0.2);
}
/// What is told, by a company that lets nobody go.                                            FD-7
Figure company_to_society(const YearView& y) {
    const double let_go = y.conduct.headcount > 0.0 ? y.annual(y.conduct.dismissed) / y.conduct.headcount : 0.0;
    return share(y.conduct.disclosure) * share(1.0 - let_go / 0.05);
}
/// Trust that fills posts and is put into research, people and tools.                         FD-8
Figure society_to_future(const YearView& y) {
    const auto invested = figure(y, "investment_in_future"), filled = figure(y, "hiring_fill_rate");
    if (!invested || !filled) return {};
    return share(*invested / 0.06) * share(*filled);
}

constexpr Label index_definition{"0 to 100 between fixed goalposts, mean of its figures", "固定した基準の間で0〜100、構成指標の平均"};

template <int I> Figure index_of(const FiveDirections& f) { return f.index[I]; }

constexpr std::array figures{
    DirectionFigure{"index_company", {"Index: company", "指数：会社"}, index_definition, index_of<0>},
    DirectionFigure{"index_employees", {"Index: employees", "指数：従業員"}, index_definition, index_of<1>},
    DirectionFigure{"index_customers", {"Index: customers", "指数：顧客"}, index_definition, index_of<2>},
    DirectionFigure{"index_society", {"Index: society", "指数：世間"}, index_definition, index_of<3>},
    DirectionFigure{"index_next_generation", {"Index: next generation", "指数：次世代"}, index_definition, index_of<4>},
    DirectionFigure{"circulation", {"Circulation of the five", "五方の循環指数"},
                    {"square root of level × flow: how high the five stand and how well one feeds the next", "水準×流れの平方根。五方の高さと、互いに支え合う度合い"},
                    [](const FiveDirections& f) { return f.circulation; }},
};

}  // namespace

std::span<const DirectionFigure> direction_figures() { return figures; }

Label label_of(Stakeholder who) {
    switch (who) {
        case Who::company: return {"Company", "会社"};
        case Who::employees: return {"Employees", "従業員"};
        case Who::customers: return {"Customers", "顧客"};
        case Who::society: return {"Society", "世間"};
        case Who::next_generation: return {"Next generation", "次世代"};
    }
    return {};
}

std::span<const Goalpost> goalposts() { return posts; }

double score(const Goalpost& post, double figure) {
    return 100.0 * share((figure - post.zero) / (post.hundred - post.zero));
}

FiveDirections five_directions(const YearView& year, const YearView& first) {
    FiveDirections f;
    f.link = {Link{{"Company → employees", "会社→従業員"},
                   {"share of the growth of value added since the first year that went to pay and training ÷ 30%", "初年度からの付加価値の増加のうち賃金・研修に回った割合 ÷ 30%"},
                   "FD-4", {}},
              Link{{"Employees → customers", "従業員→顧客"}, {"freed hours to customers and selling ÷ freed hours ÷ 60%", "生み出した時間のうち顧客・営業へ回した割合 ÷ 60%"}, "FD-5", {}},
              Link{{"Customers → company", "顧客→会社"}, {"retention and pricing power, half each", "継続率と価格決定権を半分ずつ"}, "FD-6", {}},
              Link{{"Company → society", "会社→世間"}, {"disclosure × nobody let go", "情報開示 × 雇用の安定"}, "FD-7", {}},
              Link{{"Society → next generation", "世間→次世代"}, {"research, training and IT ÷ 6% of value added × posts filled", "研究開発・人材・DX投資 ÷ 付加価値の6% × 採用充足率"}, "FD-8", {}}};
    if (!year.behaves) return f;

    std::array<double, directions> sum{};
    std::array<int, directions> count{};
    for (const Goalpost& post : posts) {
        const auto value = figure(year, post.figure);
        if (!value) continue;
        const auto who = static_cast<std::size_t>(post.who);
        sum[who] += score(post, *value);
        ++count[who];
    }
    double product = 1.0, best = 0.0, worst = 100.0;
    for (std::size_t i = 0; i < sum.size(); ++i) {
        const double index = count[i] > 0 ? sum[i] / count[i] : 0.0;
        f.index[i] = index;
        product *= goho::pow(std::max(1.0, index), 1.0 / directions);
        best = std::max(best, index);
        if (index < worst || !f.binding) f.binding = static_cast<Who>(i);
        worst = std::min(worst, index);
    }
    f.level = product;
    f.imbalance = best - worst;

    f.link[0].value = company_to_employees(year, first);
    f.link[1].value = employees_to_customers(year);
    f.link[2].value = customers_to_company(year);
    f.link[3].value = company_to_society(year);
    f.link[4].value = society_to_future(year);
    double flow = 1.0;
    // Where nothing has arisen yet, nothing was kept back either: it counts half.
    for (const Link& link : f.link) flow *= goho::pow(std::max(0.01, link.value.value_or(0.5)), 1.0 / links);
    f.flow = flow;
    f.circulation = std::sqrt(product * 100.0 * flow);
    return f;
}

}  // namespace goho::stakeholders
