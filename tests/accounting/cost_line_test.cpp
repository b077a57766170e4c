#include "accounting/cost_line.hpp"
#include "lanes_agree.hpp"

#include <doctest/doctest.h>
#include <vector>

using namespace goho;
using namespace goho::accounting;
using namespace goho::accounting::cost_line;

namespace {

const Month april_2026 = Month::of(2026, 4);

Parameters<double> line(Behaviour behaviour) {
    Parameters<double> p;
    p.behaviour = behaviour;
    p.monthly_amount = 300'000;
    p.sales_share = 0.03;
    p.amount_per_unit = 12;
    p.step_amount = 80'000;
    p.step_capacity = 1'000;
    return p;
}

Flows<double> at(const Parameters<double>& p, double net_sales, double volume, Month month = april_2026) {
    return step(p, {}, {month, false, net_sales, volume}).flows;
}

}  // namespace

TEST_CASE("cost line: a variable cost follows sales and units") {
    // 3% of 10,000,000 = 300,000 and 12 yen x 2,500 = 30,000; the fixed parts are not touched.
    const auto f = at(line(Behaviour::variable), 10'000'000, 2'500);
    CHECK(f.variable_cost == 330'000);
    CHECK(f.fixed_cost == 0);
    CHECK(f.purchase_tax == 33'000);
    CHECK(at(line(Behaviour::variable), 0, 0).variable_cost == 0);
}

TEST_CASE("cost line: a fixed cost stands whatever is sold") {
    CHECK(at(line(Behaviour::fixed), 10'000'000, 2'500).fixed_cost == 300'000);
    CHECK(at(line(Behaviour::fixed), 0, 0).fixed_cost == 300'000);
    CHECK(at(line(Behaviour::fixed), 10'000'000, 2'500).variable_cost == 0);
}

TEST_CASE("cost line: a step-fixed cost rises with every begun step of capacity") {
    const auto p = line(Behaviour::step_fixed);
    CHECK(at(p, 0, 0).fixed_cost == 0);
    CHECK(at(p, 0, 1).fixed_cost == 80'000);
    CHECK(at(p, 0, 1'000).fixed_cost == 80'000);
    CHECK(at(p, 0, 1'001).fixed_cost == 160'000);
    CHECK(at(p, 0, 2'500).fixed_cost == 240'000);
    CHECK(at(p, 1e9, 2'500).variable_cost == 0);
}

TEST_CASE("cost line: the dust of a division begins no step") {
    // Twelve season weights whose sum misses 12 by a rounding give 1000.0000000000002 units for 1,000.
    const auto p = line(Behaviour::step_fixed);
    CHECK(at(p, 0, 1'000.0000000000002).fixed_cost == 80'000);
    CHECK(at(p, 0, 1e-13).fixed_cost == 0);
}

TEST_CASE("cost line: a few ten-millionths of a step have begun it") {
    CHECK(at(line(Behaviour::step_fixed), 0, 1'000.00005).fixed_cost == 160'000);
}

TEST_CASE("cost line: a month in which more comes back than is sold begins no step") {
    CHECK(at(line(Behaviour::step_fixed), 0, -2'500).fixed_cost == 0);
}

TEST_CASE("cost line: a step costs more in the new fiscal year, in whole yen") {
    auto p = line(Behaviour::step_fixed);
    p.step_amount = 80'050;
    p.annual_change = 0.01;  // 80,850.5
    CHECK(step(p, State<double>{}, {april_2026, true, 0.0, 1.0}).flows.fixed_cost == 80'851);
}

TEST_CASE("cost line: a semi-variable cost has both parts") {
    const auto f = at(line(Behaviour::semi_variable), 10'000'000, 2'500);
    CHECK(f.fixed_cost == 300'000);
    CHECK(f.variable_cost == 330'000);
    CHECK(f.purchase_tax == 63'000);
}

TEST_CASE("cost line: amounts change with the fiscal year, a share of sales does not") {
    auto p = line(Behaviour::semi_variable);
    p.annual_change = 0.02;
    State<double> state;
    for (int year = 0; year < 2; ++year) state = step(p, state, {april_2026, true, 0.0, 0.0}).next;
    // 300,000 x 1.02 x 1.02 = 312,120; 12 x 1.0404 x 2,500 = 31,212 beside 300,000 from sales.
    const auto f = step(p, state, {april_2026, false, 10'000'000.0, 2'500.0}).flows;
    CHECK(f.fixed_cost == 312'120);
    CHECK(f.variable_cost == 331'212);
}

TEST_CASE("cost line: it runs from its first month to its last, both included") {
    auto p = line(Behaviour::semi_variable);
    p.start = Month::of(2026, 6);
    p.end = Month::of(2026, 8);
    std::vector<double> costs;
    for (int t = 0; t < 6; ++t) costs.push_back(at(p, 0, 0, april_2026 + t).fixed_cost);
    CHECK(costs == std::vector<double>{0, 0, 300'000, 300'000, 300'000, 0});
    const auto before = at(p, 10'000'000, 2'500);
    CHECK(before.variable_cost == 0);
    CHECK(before.purchase_tax == 0);
}

TEST_CASE("cost line: fractions of consumption tax are dropped, the reduced rate is exact") {
    auto p = line(Behaviour::fixed);
    p.monthly_amount = 1'250;
    p.purchase_tax_rate = 0.08;
    CHECK(at(p, 0, 0).purchase_tax == 100);
    p.monthly_amount = 1'249;  // 99.92
    CHECK(at(p, 0, 0).purchase_tax == 99);
}

TEST_CASE("cost line: lanes agree with single runs") {
    for (const Behaviour behaviour :
         {Behaviour::variable, Behaviour::fixed, Behaviour::step_fixed, Behaviour::semi_variable}) {
        test::check_lanes_agree({0, 1, 999.5, 1'000, 1'000.0000000000002, 123'456.789, 1e7, 3.3}, [&]<class Real>(Real x) {
            Parameters<Real> p;
            p.behaviour = behaviour;
            p.monthly_amount = x * 3.0;
            p.sales_share = 0.031;
            p.amount_per_unit = 1.7;
            p.step_amount = 80'000.0;
            p.annual_change = 0.017;
            const auto [next, f] = step(p, State<Real>{}, {april_2026, true, x * 1'234.0, x});
            return std::vector<Real>{next.index, f.fixed_cost, f.variable_cost, f.purchase_tax};
        });
    }
}
