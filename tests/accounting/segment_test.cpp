#include "accounting/segment.hpp"
#include "lanes_agree.hpp"

#include <doctest/doctest.h>
#include <vector>

using namespace goho;
using namespace goho::accounting::segment;

namespace {

Parameters<double> product() {
    Parameters<double> p;
    p.price = 1'000;
    p.volume = 600;
    p.unit_variable_cost = 400;
    return p;
}

}  // namespace

TEST_CASE("segment: sales, goods and taxes of a plain month") {
    // 600 units x 1,000 = 600,000; goods 600 x 400 = 240,000, bought in the month; taxes at 10%.
    const auto [next, f] = step(product(), State<double>{}, {4, false});
    CHECK(f.volume == 600);
    CHECK(f.net_sales == 600'000);
    CHECK(f.cost_of_goods == 240'000);
    CHECK(f.purchases == 240'000);
    CHECK(f.sales_tax == 60'000);
    CHECK(f.purchase_tax == 24'000);
    CHECK(next.inventory == 0);
}

TEST_CASE("segment: season weights are scaled to an average of one") {
    auto p = product();
    p.december = 3.0;
    p.february = 0.0;
    // Weights add up to 10 x 1 + 3 + 0 = 13: December 600 x 36 / 13 = 1,661.538, an average month 600 x 12 / 13.
    CHECK(step(p, State<double>{}, {12, false}).flows.volume == doctest::Approx(21'600.0 / 13));
    CHECK(step(p, State<double>{}, {4, false}).flows.volume == doctest::Approx(7'200.0 / 13));
    CHECK(step(p, State<double>{}, {2, false}).flows.net_sales == 0);
    CHECK(step(p, State<double>{}, {12, false}).flows.net_sales == 1'661'538);  // 1,661,538.46
    double year = 0.0;
    for (int month = 1; month <= 12; ++month) year += step(p, State<double>{}, {month, false}).flows.volume;
    CHECK(year == doctest::Approx(7'200.0));
    Parameters<double> no_weights = product();
    no_weights.january = no_weights.february = no_weights.march = no_weights.april = no_weights.may = no_weights.june = 0.0;
    no_weights.july = no_weights.august = no_weights.september = no_weights.october = no_weights.november = 0.0;
    no_weights.december = 0.0;
    CHECK(step(no_weights, State<double>{}, {5, false}).flows.volume == 600);
}

TEST_CASE("segment: each calendar month has its own weight") {
    auto p = product();
    double Parameters<double>::*const weights[] = {
        &Parameters<double>::january,   &Parameters<double>::february, &Parameters<double>::march,
        &Parameters<double>::april,     &Parameters<double>::may,      &Parameters<double>::june,
        &Parameters<double>::july,      &Parameters<double>::august,   &Parameters<double>::september,
        &Parameters<double>::october,   &Parameters<double>::november, &Parameters<double>::december};
    for (int month = 1; month <= 12; ++month) p.*weights[month - 1] = month;  // they add up to 78
    for (int month = 1; month <= 12; ++month) {
        CHECK(season_weight(p, month) == doctest::Approx(month * 12.0 / 78.0));
    }
}

TEST_CASE("segment: price, volume and unit cost move at the start of a fiscal year only") {
    auto p = product();
    p.annual_price_change = 0.03;
    p.annual_volume_growth = -0.10;
    p.annual_unit_cost_change = 0.05;
    State<double> state;
    const auto first = step(p, state, {4, false});
    CHECK(first.flows.net_sales == 600'000);
    const auto second = step(p, first.next, {4, true});
    // 1,030 x 540 = 556,200; 420 x 540 = 226,800.
    CHECK(second.flows.net_sales == 556'200);
    CHECK(second.flows.cost_of_goods == 226'800);
    const auto later = step(p, second.next, {5, false});
    CHECK(later.flows.net_sales == 556'200);
    // 1,060.9 x 486 = 515,597.4
    CHECK(step(p, later.next, {4, true}).flows.net_sales == 515'597);
}

TEST_CASE("segment: the stock is held at its days of average cost and bought ahead of a season") {
    auto p = product();
    p.inventory_days = 45;  // 1.5 months x 240,000 = 360,000
    State<double> state;
    state.inventory = 300'000;
    const auto built = step(p, state, {4, false});
    CHECK(built.flows.purchases == 300'000);  // 240,000 sold, and 60,000 more to hold
    CHECK(built.next.inventory == 360'000);
    // Too much stock: nothing is bought until it is used. 700,000 - 240,000 = 460,000, then 140,000 is bought.
    state.inventory = 700'000;
    const auto full = step(p, state, {4, false});
    CHECK(full.flows.purchases == 0);
    CHECK(full.next.inventory == 460'000);
    const auto after = step(p, full.next, {5, false});
    CHECK(after.flows.purchases == 140'000);
    CHECK(after.next.inventory == 360'000);
}

TEST_CASE("segment: goods are conserved and stock never falls below zero") {
    auto p = product();
    p.volume = 333.3;
    p.december = 4.0;
    p.august = 0.1;
    p.inventory_days = 17;
    p.annual_unit_cost_change = -0.2;
    State<double> state;
    state.inventory = 1'234'567;
    double bought = 0.0, sold = 0.0;
    for (int t = 0; t < 120; ++t) {
        const auto [next, f] = step(p, state, {t % 12 + 1, t > 0 && t % 12 == 3});
        bought += f.purchases;
        sold += f.cost_of_goods;
        state = next;
        CHECK(state.inventory == 1'234'567 + bought - sold);
        CHECK(state.inventory >= 0.0);
        CHECK(f.purchases >= 0.0);
    }
}

TEST_CASE("segment: half a yen of sales rounds up, fractions of tax are dropped") {
    auto p = product();
    p.price = 0.5;
    p.volume = 1'249;  // 624.5 -> 625; tax 8% of 625 = 50
    p.sales_tax_rate = 0.08;
    const auto f = step(p, State<double>{}, {4, false}).flows;
    CHECK(f.net_sales == 625);
    CHECK(f.sales_tax == 50);
    p.volume = 1'247;  // 623.5 -> 624; 49.92
    CHECK(step(p, State<double>{}, {4, false}).flows.sales_tax == 49);
}

TEST_CASE("segment: lanes agree with single runs") {
    test::check_lanes_agree({0, 1, 0.3, 600, 12'345.678, 1e6, 77, 3.1e-7}, []<class Real>(Real x) {
        Parameters<Real> p;
        p.price = 980.0;
        p.volume = x;
        p.unit_variable_cost = 333.3;
        p.annual_price_change = 0.02;
        p.annual_volume_growth = 0.07;
        p.december = 2.0 + x * 1e-6;
        p.inventory_days = 20.0;
        State<Real> state;
        state.inventory = 10'000.0;
        std::vector<Real> results;
        for (int t = 0; t < 30; ++t) {
            const auto [next, f] = step(p, state, {t % 12 + 1, t % 12 == 3});
            state = next;
            for (const Real& r : {f.volume, f.net_sales, f.cost_of_goods, f.purchases, f.sales_tax, f.purchase_tax, next.inventory}) {
                results.push_back(r);
            }
        }
        return results;
    });
}
