#include "analysis/comparison.hpp"

#include "io/statutes.hpp"
#include "simulation/run.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace goho;
using namespace goho::analysis;

namespace {

/// A shop with one product, sold for cash: 10 million yen a month of sales, 6 of goods, 3 of rent.
simulation::Scenario shop(int months = 72) {
    simulation::Scenario s;
    s.name = {"Base", "基本案"};
    s.plan.company.start = Month::of(2027, 4);
    s.plan.company.months = months;
    s.plan.company.fiscal_year_start = 4;
    s.plan.company.behaviour = accounting::company::Behaviour::off;  // prices alone
    s.plan.company.industry = ShortText("retail");
    s.plan.opening.cash = s.plan.opening.paid_in_capital = 20e6;
    accounting::segment::Parameters<double> p;
    p.price = 10000.0;
    p.volume = 1000.0;
    p.unit_variable_cost = 6000.0;
    p.cash_share = 1.0;
    s.plan.segments.push_back({"shop", {"Shop", "店舗"}, p});
    accounting::cost_line::Parameters<double> rent;
    rent.category = accounting::Category::rent;
    rent.monthly_amount = 3e6;
    s.plan.cost_lines.push_back({"rent", {"Rent", "家賃"}, rent});
    return s;
}

struct Ran {
    simulation::Scenario scenario;
    simulation::Trajectory<double> run;
    explicit Ran(simulation::Scenario s) : scenario(std::move(s)), run(simulation::run(scenario, statutes())) {}
    Subject subject() const { return {&scenario, &run}; }

private:
    static accounting::Statutes statutes() {
        auto loaded = io::load_statutes("japan-sme-2026", "japan-2012");
        REQUIRE(loaded.value.has_value());
        return *loaded.value;
    }
};

std::size_t row(const Comparison& c, std::string_view name) {
    for (std::size_t i = 0; i < c.figures.size(); ++i) {
        if (c.figures[i].name == name) return i;
    }
    FAIL("no row " << name);
    return 0;
}

}  // namespace

TEST_CASE("comparison: years beyond the plan are left out") {
    const Ran base(shop(72)), brief(shop(30));
    CHECK(compare(base.subject(), {}).years == std::vector{3, 5});
    CHECK(compare(brief.subject(), {}).years.empty());
    CHECK(compare(brief.subject(), {}, {.years = {1, 2, 3}, .gates = {}, .benchmark = nullptr}).years == std::vector{1, 2});
}

TEST_CASE("comparison: a price 3% higher, by hand") {
    simulation::Scenario dearer = shop();
    dearer.name = {"Price +3%", "値上げ3%"};
    dearer.plan.segments[0].parameters.price = 10300.0;
    const Ran base(shop()), variant(dearer);
    const Comparison c = compare(base.subject(), {variant.subject()});
    REQUIRE(c.contenders.size() == 2);
    const Contender& v = c.contenders[1];
    const Cell sales = v.cells[0][row(c, "net_sales")];           // year 3
    CHECK(*c.contenders[0].cells[0][row(c, "net_sales")].value == 120e6);
    CHECK(*sales.value == doctest::Approx(123.6e6).epsilon(1e-12));
    CHECK(*sales.difference == doctest::Approx(3.6e6).epsilon(1e-9));
    CHECK(*sales.change == doctest::Approx(0.03));
    CHECK(*v.cells[0][row(c, "operating_income")].difference == doctest::Approx(3.6e6).epsilon(1e-9));
    CHECK(*v.cells[0][row(c, "operating_income")].change == doctest::Approx(0.3));  // 12 million before
    const Cell ratio = v.cells[0][row(c, "break_even_ratio")];
    CHECK(*ratio.value == doctest::Approx(36.0 / 51.6));                            // fixed 36, marginal profit 51.6
    CHECK(*ratio.difference == doctest::Approx(36.0 / 51.6 - 0.75));
    CHECK_FALSE(ratio.change.has_value());                                          // of a ratio only the difference is told
    CHECK(*v.cumulative_operating_income[1].difference == doctest::Approx(18e6));   // five years
    CHECK(*v.cumulative_operating_income[1].change == doctest::Approx(0.3));
    REQUIRE(v.differences.size() == 1);
    CHECK(v.differences[0].sentence.en == "Segment Shop: selling price 10,000 → 10,300 yen/unit (+3.0%)");
    REQUIRE(v.valuation.has_value());
    CHECK(*v.valuation->npv > 0.0);
    CHECK_FALSE(v.valuation->irr.has_value());    // no outlay, no rate
    CHECK(v.valuation->payback_months == 0);
}

TEST_CASE("comparison: the sum of differences in free cash flow is what the value is made of") {
    simulation::Scenario invested = shop();
    accounting::investment::Parameters<double> oven;
    oven.amount = 12e6;
    oven.start = Month::of(2027, 4);
    invested.plan.investments.push_back({"oven", {"Oven", "オーブン"}, oven});
    invested.plan.cost_lines[0].parameters.monthly_amount = 2.6e6;
    const Ran base(shop()), variant(invested);
    const Comparison c = compare(base.subject(), {variant.subject()});
    const Valuation& v = *c.contenders[1].valuation;
    double sum = 0.0;
    for (std::size_t t = 0; t < base.run.months.size(); ++t) sum += variant.run.months[t].free_cash_flow - base.run.months[t].free_cash_flow;
    CHECK(v.sum == sum);
    REQUIRE(v.irr.has_value());
    CHECK(*v.irr > 0.0);
    REQUIRE(v.payback_months.has_value());
    CHECK(*v.payback_months > 12);
    CHECK(c.discount_rate == 0.05);
    CHECK_FALSE(c.contenders[0].valuation.has_value());
}

TEST_CASE("comparison: a shock that turns profit into loss turns gates and empties the till") {
    simulation::Scenario poor = shop();
    poor.plan.segments[0].parameters.volume = 600.0;  // 2.4 of marginal profit for 3 of rent
    const Ran base(shop()), variant(poor);
    const Comparison c = compare(base.subject(), {variant.subject()});
    CHECK_FALSE(c.contenders[0].insolvency.first_short.has_value());
    CHECK(c.contenders[1].insolvency.first_short.has_value());
    CHECK(c.contenders[1].insolvency.needed > 0.0);
    bool turned = false;
    for (const GateChange& change : c.contenders[1].gate_changes) {
        if (change.gate == "ordinary_income_positive") {
            turned = change.before == stakeholders::Verdict::met && change.after == stakeholders::Verdict::missed;
        }
    }
    CHECK(turned);
    for (const auto& gate : c.contenders[1].gates) CHECK(c.contenders[1].gate_results[gate.last].gate == gate.gate);
}

TEST_CASE("comparison: Local Benchmark points stand in it when a benchmark is given") {
    stakeholders::Benchmark benchmark;
    benchmark.industries.push_back({"retail", {"Retail", "小売業"}, {}});
    for (auto& thresholds : benchmark.industries[0].thresholds) thresholds = {0.0, 0.0, 0.0, 0.0};
    simulation::Scenario staffed = shop();
    accounting::job_group::Parameters<double> owner;  // works for nothing; without anyone there is no productivity
    owner.headcount = 1.0;
    staffed.plan.job_groups.push_back({"owner", {}, owner});
    const Ran base(staffed);
    const Comparison with = compare(base.subject(), {}, {.years = {3}, .gates = {}, .benchmark = &benchmark});
    const auto points = with.contenders[0].cells[0][row(with, "locaben_points")].value;
    // Growth 0, margin, productivity and equity above zero, net debt below zero, working capital at most zero: all 5.
    CHECK(points == 30.0);
    const Comparison alone = compare(Ran(shop()).subject(), {}, {.years = {3}, .gates = {}, .benchmark = &benchmark});
    CHECK_FALSE(alone.contenders[0].cells[0][row(alone, "locaben_points")].value.has_value());
    const Comparison without = compare(base.subject(), {});
    for (const KeyFigure& figure : without.figures) CHECK(figure.name != "locaben_points");
}

TEST_CASE("comparison: a variant that ends earlier has no figures for later years") {
    const Ran base(shop(72)), brief(shop(40));
    const Comparison c = compare(base.subject(), {brief.subject()});
    CHECK(c.contenders[1].cells[0][row(c, "net_sales")].value.has_value());
    CHECK_FALSE(c.contenders[1].cells[1][row(c, "net_sales")].value.has_value());
    CHECK_FALSE(c.contenders[1].cumulative_free_cash_flow[1].difference.has_value());
    CHECK(c.contenders[1].valuation->sum == 0.0);  // over the forty months that both have
}
