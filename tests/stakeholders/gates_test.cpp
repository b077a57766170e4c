#include "stakeholders/gates.hpp"

#include "stakeholders/invented_year.hpp"

#include <doctest/doctest.h>
#include <set>
#include <string>

using namespace goho;
using namespace goho::stakeholders;

namespace {

const GateResult& one(const std::vector<GateResult>& results, std::string_view gate, int year) {
    for (const GateResult& r : results) {
        if (r.gate == gate && r.year == year) return r;
    }
    FAIL("no result for " << gate << " in year " << year);
    return results.front();
}

void loss_making(YearView& y) { y.now.operating_income = y.now.ordinary_income = -10e6; }

}  // namespace

TEST_CASE("gates: the invented year against every yearly gate") {
    const auto results = gates(years_of(1), {.repayment = RepaymentDefinition::b, .industry = "manufacturing"});
    const auto verdict = [&](std::string_view gate) { return one(results, gate, 0).verdict; };
    CHECK(verdict("net_assets_positive") == Verdict::met);        // 40 million
    CHECK(verdict("ordinary_income_positive") == Verdict::met);   // 10 million
    CHECK(verdict("debt_to_cash_flow") == Verdict::met);          // 40 / 12
    CHECK(verdict("debt_repayment_years") == Verdict::met);       // 2.9
    CHECK(verdict("equity_ratio") == Verdict::met);               // 40%
    CHECK(verdict("break_even_ratio") == Verdict::missed);        // 83.3%
    CHECK(verdict("liquidity_months") == Verdict::met);           // 2.0
    CHECK(verdict("dscr") == Verdict::met);                       // 2.0
    CHECK(verdict("interest_coverage") == Verdict::met);          // 6.0
    CHECK(verdict("labour_share") == Verdict::met);               // 50%
    CHECK(*one(results, "debt_to_cash_flow", 0).figure == doctest::Approx(40.0 / 12.0));
    CHECK(one(results, "debt_repayment_years", 0).reason.en == "excellent: 5 years or less");
}

TEST_CASE("gates: every result carries label, definition, source and date") {
    for (const GateResult& r : gates(years_of(6), {.repayment = RepaymentDefinition::b, .industry = "retail"})) {
        CAPTURE(r.gate);
        for (const auto text : {r.label.en, r.label.ja, r.definition.en, r.definition.ja, r.source, r.dated, r.unit}) CHECK_FALSE(text.empty());
        CHECK(r.threshold.has_value());
        CHECK_FALSE(r.year_label.empty());
    }
}

TEST_CASE("gates: the chosen definition of years to repay is the one printed") {
    for (const auto& [definition, ja] : {std::pair{RepaymentDefinition::a, "債務償還年数（A方式）"},
                                         {RepaymentDefinition::b, "債務償還年数（B方式）"}, {RepaymentDefinition::c, "債務償還年数（C方式）"}}) {
        CHECK(one(gates(years_of(1), {.repayment = definition, .industry = ""}), "debt_repayment_years", 0).label.ja == ja);
    }
}

TEST_CASE("gates: a figure on the threshold meets it") {
    auto years = years_of(1);
    years[0].now.fixed_cost = 57.6e6;           // break-even 96 of 120: exactly 80%
    years[0].now.total_assets = 40e6 / 0.3;
    years[0].now.cash = 10e6;
    years[0].now.interest_expense = 12e6;
    years[0].now.loans_repaid = 2e6;            // 14 of cash flow for 2 + 12
    const auto results = gates(years);
    for (const auto gate : {"break_even_ratio", "liquidity_months", "interest_coverage", "dscr"}) {
        CAPTURE(gate);
        CHECK(one(results, gate, 0).verdict == Verdict::met);
    }
}

TEST_CASE("gates: a loss may last three years and negative net assets five before they count") {
    auto years = years_of(6);
    for (auto& y : years) {
        loss_making(y);
        y.now.net_assets = -1.0;
    }
    const auto results = gates(years);
    for (int i = 0; i < 6; ++i) {
        CAPTURE(i);
        CHECK(one(results, "ordinary_income_positive", i).verdict == Verdict::missed);
        CHECK(one(results, "ordinary_income_positive", i).due == (i >= 2));
        CHECK(one(results, "net_assets_positive", i).due == (i >= 4));
    }
    CHECK(one(results, "ordinary_income_positive", 0).reason.ja == "3年以内に達成すればよい");
    CHECK(one(results, "ordinary_income_positive", 2).reason.empty());
}

TEST_CASE("gates: with a part year first, the last year-end inside the horizon counts") {
    auto years = years_of(6);
    years[0].first = Month::of(2027, 11);  // five months; year-ends at 5, 17, 29, 41, 53, 65 months
    years[0].months = 5;
    for (auto& y : years) y.now.net_assets = -1.0;
    const auto results = gates(years);
    CHECK_FALSE(one(results, "net_assets_positive", 3).due);
    CHECK(one(results, "net_assets_positive", 4).due);  // 53 months: the next one comes after five years
}

TEST_CASE("gates: ordinary income of zero is not yet a profit, net assets of zero are no excess of debt") {
    auto years = years_of(1);
    years[0].now.ordinary_income = 0.0;
    years[0].now.net_assets = 0.0;
    const auto results = gates(years);
    CHECK(one(results, "ordinary_income_positive", 0).verdict == Verdict::missed);
    CHECK(one(results, "net_assets_positive", 0).verdict == Verdict::met);
}

TEST_CASE("gates: debt without cash flow misses, without a figure; no debt meets") {
    auto years = years_of(1);
    loss_making(years[0]);
    auto results = gates(years);
    for (const auto gate : {"debt_to_cash_flow", "debt_repayment_years"}) {
        CAPTURE(gate);
        CHECK_FALSE(one(results, gate, 0).figure.has_value());
        CHECK(one(results, gate, 0).verdict == Verdict::missed);
        CHECK(one(results, gate, 0).reason.en == "no cash flow to repay from");
    }
    auto& b = years[0].now;
    b.overdraft = b.short_term_loans = b.long_term_loans = b.bonds = 0.0;
    results = gates(years);
    CHECK(one(results, "debt_to_cash_flow", 0).figure == 0.0);
    CHECK(one(results, "debt_repayment_years", 0).verdict == Verdict::met);
}

TEST_CASE("gates: what no figure could mend is missed, not left out") {
    auto years = years_of(1);
    auto& b = years[0].now;
    b.total_assets = -1.0;
    b.marginal_profit = 0.0;
    const auto results = gates(years, {RepaymentDefinition::b, "wholesale"});
    CHECK(one(results, "equity_ratio", 0).verdict == Verdict::missed);
    CHECK(one(results, "labour_share", 0).verdict == Verdict::missed);
    CHECK(one(results, "break_even_ratio", 0).verdict == Verdict::missed);
}

TEST_CASE("gates: what cannot be reckoned says why") {
    auto years = years_of(1);
    auto& b = years[0].now;
    b.loans_repaid = b.interest_expense = 0.0;
    auto results = gates(years);
    CHECK(one(results, "dscr", 0).verdict == Verdict::not_computable);
    CHECK(one(results, "dscr", 0).reason.en == "no repayments or interest");
    CHECK(one(results, "interest_coverage", 0).reason.ja == "支払利息がない");
    CHECK(one(results, "labour_share", 0).verdict == Verdict::not_computable);
    CHECK(one(results, "labour_share", 0).reason.en == "no comparison figure for this industry");
    years[0].months = 3;
    years[0].closes_year = false;
    results = gates(years);
    CHECK(one(results, "debt_repayment_years", 0).verdict == Verdict::not_computable);
    CHECK(one(results, "debt_repayment_years", 0).reason.ja == "期末前のため年税額が確定していない");
}

TEST_CASE("gates: a product that brings nothing breaks even at no volume") {
    auto years = years_of(1);
    years[0].now.marginal_profit = -1.0;
    const auto results = gates(years);
    CHECK(one(results, "break_even_ratio", 0).verdict == Verdict::missed);
    CHECK_FALSE(one(results, "break_even_ratio", 0).figure.has_value());
}

TEST_CASE("gates: programmes measure three, four and five years from the first whole year") {
    auto years = years_of(6);
    // Value added 53: +9% is 57.77, +12% 59.36, +15% 60.95. Pay 32: +4.5% is 33.44, +6% 33.92, +7.5% 34.4.
    const double added[] = {0, 1, 2, 4.77, 6.35, 7.95}, raised[] = {0, 0, 0, 1.44, 1.91, 2.4};
    for (int i = 0; i < 6; ++i) {
        years[i].now.operating_income += added[i] * 1e6;
        years[i].now.employee_pay += raised[i] * 1e6;
    }
    const auto results = gates(years);
    const auto verdict = [&](std::string_view gate, int year) { return one(results, gate, year).verdict; };
    CHECK(verdict("innovation_plan_value_added", 3) == Verdict::met);
    CHECK(verdict("innovation_plan_value_added", 4) == Verdict::missed);  // 11.98%
    CHECK(verdict("innovation_plan_value_added", 5) == Verdict::met);
    CHECK(verdict("innovation_plan_total_pay", 3) == Verdict::met);
    CHECK(verdict("innovation_plan_total_pay", 4) == Verdict::missed);    // 5.97%
    CHECK(verdict("innovation_plan_total_pay", 5) == Verdict::met);
    CHECK(verdict("improvement_plan_productivity", 3) == Verdict::met);   // the same hours: 9%
    CHECK(verdict("manufacturing_subsidy", 3) == Verdict::missed);        // 1.09 ^ (1/3) = 1.0291
    CHECK(*one(results, "manufacturing_subsidy", 3).figure == doctest::Approx(0.029142).epsilon(1e-4));
    CHECK(verdict("new_business_subsidy", 5) == Verdict::missed);
    for (const GateResult& r : results) {
        if (r.gate == "innovation_plan_value_added") CHECK(r.year >= 3);
    }
}

TEST_CASE("gates: growth of value added may come per head instead") {
    auto years = years_of(4);
    years[3].now.employees = 9.0;  // the same value added by one fewer: 10 / 9
    const auto results = gates(years);
    CHECK(*one(results, "innovation_plan_value_added", 3).figure == doctest::Approx(1.0 / 9.0));
    CHECK(one(results, "innovation_plan_value_added", 3).verdict == Verdict::met);
}

TEST_CASE("gates: nothing grows from a base of zero or less") {
    auto years = years_of(4);
    years[0].now.operating_income = -41e6;  // value added: -41 + 36 + 5 = 0
    const auto results = gates(years);
    CHECK(one(results, "innovation_plan_value_added", 3).verdict == Verdict::not_computable);
    CHECK(one(results, "manufacturing_subsidy", 3).reason.en == "not above zero in the base year");
}

TEST_CASE("gates: the last due year decides for the plan, each gate once") {
    auto years = years_of(5);
    loss_making(years[0]);
    loss_making(years[4]);
    const auto results = gates(years);
    const auto summary = gate_summary(results);
    std::set<std::string_view> names;
    for (const GateSummary& s : summary) {
        CHECK(names.insert(s.gate).second);
        if (s.gate == "ordinary_income_positive") {
            CHECK(s.verdict == Verdict::missed);
            CHECK(results[s.last].year == 4);
        }
    }
    CHECK(names.size() == 15);
}

TEST_CASE("gates: a part year at the end does not silence the year before it") {
    auto years = years_of(2);
    years[1].months = 3;
    years[1].closes_year = false;
    const auto results = gates(years);
    for (const GateSummary& s : gate_summary(results)) {
        if (s.gate == "debt_to_cash_flow" || s.gate == "debt_repayment_years") {
            CHECK(s.verdict == Verdict::met);
            CHECK(results[s.last].year == 0);
        }
    }
}

TEST_CASE("targets: met, missed, beyond the plan, unknown, not computable") {
    simulation::Plan<double> plan;
    const auto add = [&](std::string id, int year, std::string_view variable, Bound bound, double value) {
        simulation::target::Parameters<double> p;
        p.year = year;
        p.variable = ShortText(variable);
        p.bound = bound;
        p.value = value;
        plan.targets.push_back({std::move(id), {}, p});
    };
    add("income", 3, "ordinary_income", Bound::at_least, 10e6);
    add("share", 3, "labour_share", Bound::at_most, 0.49);
    add("late", 10, "cash", Bound::at_least, 0.0);
    add("odd", 3, "happiness", Bound::at_least, 0.0);
    add("none", 1, "dscr", Bound::at_least, 1.0);
    auto years = years_of(3);
    years[0].now.loans_repaid = years[0].now.interest_expense = 0.0;
    const auto results = target_results(plan, years);
    REQUIRE(results.size() == 5);
    CHECK(results[0].verdict == Verdict::met);
    CHECK(results[0].name.ja == "経常利益");
    CHECK(results[0].unit == "yen");
    CHECK(results[1].verdict == Verdict::missed);
    CHECK(results[1].figure == 0.5);
    CHECK(results[2].verdict == Verdict::not_computable);
    CHECK(results[2].reason.en == "the plan ends before");
    CHECK(results[3].reason.en == "no result or indicator of this name");
    CHECK(results[4].reason.ja == "その年の値は計算できない");
}

TEST_CASE("insolvency: first short month, depth and the amount needed") {
    simulation::Trajectory<double> run;
    run.start = Month::of(2027, 4);
    for (const double cash : {5.0, 0.0, -3.0, 1.0, -8.0, -8.0, 2.0}) {
        accounting::Books<double> b;
        b.cash = cash;
        run.months.push_back(b);
    }
    const Insolvency short_of = insolvency(run);
    CHECK(short_of.first_short == Month::of(2027, 6));  // zero is not short
    CHECK(short_of.months_short == 3);
    CHECK(short_of.deepest == 8.0);
    CHECK(short_of.deepest_month == Month::of(2027, 8));
    CHECK(short_of.needed == 8.0);
    for (auto& b : run.months) b.cash += short_of.needed;
    CHECK_FALSE(insolvency(run).first_short.has_value());
    CHECK(insolvency(run).needed == 0.0);
}
