// Gates, targets and insolvency where they change from one verdict or reason to the other.
#include "stakeholders/gates.hpp"
#include "stakeholders/invented_year.hpp"

#include <doctest/doctest.h>

using namespace goho;
using namespace goho::stakeholders;

namespace {

GateResult one(const std::vector<YearView>& years, std::string_view gate, int year, std::string_view industry = "") {
    const auto results = gates(years, {.repayment = RepaymentDefinition::b, .industry = industry});
    for (const GateResult& r : results) {
        if (r.gate == gate && r.year == year) return r;
    }
    FAIL("no result for " << gate << " in year " << year);
    return {};
}

}  // namespace

TEST_CASE("gates: a plan that begins with one month: its third year ends within three years, and the next one does not") {
    auto years = years_of(4);
    years[0].first = Month::of(2028, 3);  // year-ends after 1, 13, 25 and 37 months
    years[0].months = 1;
    for (auto& y : years) y.now.ordinary_income = -1.0;
    CHECK_FALSE(one(years, "ordinary_income_positive", 1).due);
    CHECK(one(years, "ordinary_income_positive", 2).due);
}

TEST_CASE("gates: half a yen is above zero, and what is met needs no time") {
    auto years = years_of(6);
    years[0].now.net_assets = years[0].now.ordinary_income = 0.5;
    CHECK(one(years, "net_assets_positive", 0).verdict == Verdict::met);
    CHECK(*one(years, "net_assets_positive", 0).threshold == 0.0);
    CHECK(one(years, "ordinary_income_positive", 0).verdict == Verdict::met);
    CHECK(*one(years, "ordinary_income_positive", 0).threshold == 0.0);
    CHECK_FALSE(one(years, "net_assets_positive", 0).due);
    CHECK(one(years, "net_assets_positive", 0).reason.empty());
}

TEST_CASE("gates: debt and cash flow of half a yen are debt and cash flow, of nothing they are not") {
    auto years = years_of(1);
    auto& b = years[0].now;  // cash flow: ordinary income + 5 - 3 million
    b.ordinary_income = -2e6;
    CHECK_FALSE(one(years, "debt_to_cash_flow", 0).figure);
    CHECK(one(years, "debt_to_cash_flow", 0).verdict == Verdict::missed);
    b.ordinary_income = -2e6 + 0.5;
    CHECK(*one(years, "debt_to_cash_flow", 0).figure == doctest::Approx(80e6));
    b.ordinary_income = 10e6;
    b.overdraft = b.short_term_loans = b.bonds = 0.0;
    b.long_term_loans = 0.5;
    CHECK(*one(years, "debt_to_cash_flow", 0).figure == 0.5 / 12e6);
    CHECK(*one(years, "debt_repayment_years", 0).figure == doctest::Approx(0.5 / 14e6));
}

TEST_CASE("gates: debt has until the last year of the plan that closes") {
    auto years = years_of(3);
    for (int i = 0; i < 3; ++i) CHECK(one(years, "debt_to_cash_flow", i).due == (i == 2));
    CHECK(one(years, "debt_to_cash_flow", 0).reason.empty());  // met before it is due
    for (auto& y : years) y.now.ordinary_income = -5e6;
    CHECK(one(years, "debt_to_cash_flow", 0).reason.en == "to be reached by the end of the plan");
    CHECK(one(years, "debt_to_cash_flow", 2).reason.en == "no cash flow to repay from");
    years[2].closes_year = false;
    CHECK_FALSE(one(years, "debt_to_cash_flow", 0).due);
    CHECK(one(years, "debt_to_cash_flow", 1).due);
    years[1].closes_year = false;
    CHECK(one(years, "debt_to_cash_flow", 0).due);
    years[0].closes_year = false;
    CHECK(one(years, "debt_to_cash_flow", 0).due);
}

TEST_CASE("gates: five years to repay are excellent, seven are good") {
    auto years = years_of(1);
    years[0].now.long_term_loans = 60e6;  // with 10 of others: five times a cash flow of 14
    CHECK(one(years, "debt_repayment_years", 0).reason.en == "excellent: 5 years or less");
    years[0].now.long_term_loans = 88e6;
    CHECK(one(years, "debt_repayment_years", 0).verdict == Verdict::met);
    CHECK(one(years, "debt_repayment_years", 0).reason.empty());
}

TEST_CASE("gates: without sales nothing is said of break-even and labour share; with any, however few, they are missed") {
    auto years = years_of(1);
    auto& b = years[0].now;
    b.net_sales = b.marginal_profit = 0.0;
    for (const auto gate : {"break_even_ratio", "labour_share"}) {
        CAPTURE(gate);
        CHECK(one(years, gate, 0, "wholesale").verdict == Verdict::not_computable);
        CHECK(one(years, gate, 0, "wholesale").reason.en == "no marginal profit");
        b.net_sales = 0.5;
        CHECK(one(years, gate, 0, "wholesale").verdict == Verdict::missed);
        b.net_sales = 0.0;
    }
    // Where there is nothing to compare with, that is not the reason for a figure that is not there.
    CHECK(one(years, "labour_share", 0).reason.en == "no marginal profit");
}

TEST_CASE("gates: only what hangs on taxes waits for the end of the year") {
    auto years = years_of(1);
    years[0].closes_year = false;
    years[0].now.net_sales = 0.0;
    CHECK(one(years, "dscr", 0).reason.en == "the year's taxes are not known before its end");
    CHECK(one(years, "liquidity_months", 0).reason.en == "no sales");
}

TEST_CASE("gates: a base of half a yen is one to grow from") {
    auto years = years_of(4);
    years[0].now.operating_income = -41e6 + 0.5;  // value added: -41 + 36 + 5 million, and half a yen
    CHECK(one(years, "innovation_plan_value_added", 3).verdict == Verdict::met);
}

TEST_CASE("gates: value added per head and per hour, where there are heads and hours in both years") {
    auto years = years_of(4);
    auto &from = years[0].now, &to = years[3].now;
    const auto added = [&] { return one(years, "innovation_plan_value_added", 3).figure; };
    to.operating_income += 10.6e6;  // value added 53 and 63.6: 20% more
    from.employees = 2.0;
    to.employees = 1.0;
    CHECK(*added() == doctest::Approx(1.4));
    from.employees = 1.0;
    to.employees = 0.5;
    CHECK(*added() == doctest::Approx(1.4));
    to.employees = 0.0;
    CHECK(*added() == doctest::Approx(0.2));
    to.operating_income -= 2.0 * 63.6e6;  // and negative: 63.6 below nought
    from.employees = 0.0;
    to.employees = 5.0;
    CHECK(*added() == doctest::Approx(-2.2));
    // Per hour.
    const auto per_hour = [&] { return one(years, "improvement_plan_productivity", 3).figure; };
    to = from;
    from.labour_hours = 2.0;
    to.labour_hours = 1.0;
    CHECK(*per_hour() == doctest::Approx(1.0));
    from.labour_hours = 1.0;
    to.labour_hours = 0.5;
    CHECK(*per_hour() == doctest::Approx(1.0));
    to.labour_hours = 0.0;
    CHECK_FALSE(per_hour());
    to.labour_hours = 1.0;
    from.labour_hours = 0.0;
    CHECK_FALSE(per_hour());
}

TEST_CASE("gates: yearly growth of value added that shrinks, and of one that is gone altogether") {
    auto years = years_of(4);
    auto& to = years[3].now;
    to.operating_income -= 53e6 / 2.0;
    CHECK(*one(years, "manufacturing_subsidy", 3).figure == doctest::Approx(-0.206299).epsilon(1e-5));  // (1/2)^(1/3) - 1
    to.operating_income -= 53e6;
    CHECK(*one(years, "manufacturing_subsidy", 3).figure == -1.0);
    CHECK(one(years, "manufacturing_subsidy", 3).verdict == Verdict::missed);
}

TEST_CASE("gates: programmes look at whole years of the plan alone") {
    auto years = years_of(5);
    years[3].months = 6;
    years.pop_back();  // what was there is no year of the plan
    for (const GateResult& r : gates(years)) CHECK(r.gate != "manufacturing_subsidy");
}

TEST_CASE("gates: where no year can be reckoned the last one says so") {
    GateResult silent;
    silent.gate = "some";
    const auto summary = gate_summary({silent, silent});
    REQUIRE(summary.size() == 1);
    CHECK(summary[0].verdict == Verdict::not_computable);
    CHECK(summary[0].last == 1);
}

TEST_CASE("gates: a result that is not due does not decide against one that is") {
    GateResult due, not_due;
    due.gate = not_due.gate = "some";
    due.verdict = Verdict::missed;
    not_due.verdict = Verdict::met;
    not_due.due = false;
    const auto summary = gate_summary({due, not_due});
    REQUIRE(summary.size() == 1);
    CHECK(summary[0].verdict == Verdict::missed);
    CHECK(summary[0].last == 0);
}

TEST_CASE("targets: each is held against the whole year it names, and against no other") {
    simulation::Plan<double> plan;
    simulation::target::Parameters<double> p;
    p.variable = ShortText("cash");
    p.value = 1.0;
    for (const int year : {0, 1, 2, 3, 4}) {
        p.year = year;
        plan.targets.push_back({"t" + std::to_string(year), {}, p});
    }
    auto years = years_of(4);
    for (int i = 0; i < 4; ++i) years[static_cast<std::size_t>(i)].now.cash = 100.0 + i;
    years[2].months = 6;
    years.pop_back();  // what was there is no year of the plan
    const auto results = target_results(plan, years);
    CHECK(*results[1].figure == 100.0);
    CHECK(*results[2].figure == 101.0);
    for (const std::size_t outside : {0u, 3u, 4u}) {
        CAPTURE(outside);
        CHECK_FALSE(results[outside].figure);
        CHECK(results[outside].verdict == Verdict::not_computable);
        CHECK(results[outside].reason.en == "the plan ends before");
    }
}

TEST_CASE("insolvency: half a yen is short") {
    simulation::Trajectory<double> run;
    run.start = Month::of(2027, 4);
    run.months.resize(2);
    run.months[1].cash = -0.5;
    CHECK(insolvency(run).first_short == Month::of(2027, 5));
    CHECK(insolvency(run).needed == 0.5);
}
