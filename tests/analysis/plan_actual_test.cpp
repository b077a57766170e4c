// Actuals against plan: every part worked by hand, and for any plan the parts add up to the difference.
#include "analysis/plan_actual.hpp"

#include "simulation/actual_fit.hpp"
#include "simulation/period.hpp"
#include "simulation/run.hpp"
#include "support/random_plan.hpp"

#include <cmath>
#include <doctest/doctest.h>
#include <tuple>

using namespace goho;
using namespace goho::analysis;
using simulation::ActualMonth;

namespace {

accounting::segment::Parameters<double> product(double price, double volume, double cost) {
    accounting::segment::Parameters<double> p;
    p.price = price;
    p.volume = volume;
    p.unit_variable_cost = cost;
    return p;
}

/// Two products, freight of 5% of sales and a rent of 10,000 yen; the fiscal year begins with April 2027.
simulation::Scenario shop(int actual_months = 1) {
    simulation::Scenario s;
    auto& plan = s.plan;
    plan.company.start = Month::of(2027, 4);
    plan.company.months = 24;
    plan.company.fiscal_year_start = 4;
    plan.company.behaviour = accounting::company::Behaviour::off;
    plan.opening.cash = plan.opening.paid_in_capital = 1e6;
    plan.segments.push_back({"a", {"Cakes", "ケーキ"}, product(100.0, 1000.0, 60.0)});
    plan.segments.push_back({"b", {"Bread", "パン"}, product(200.0, 500.0, 100.0)});
    accounting::cost_line::Parameters<double> freight, rent;
    freight.behaviour = accounting::Behaviour::variable;
    freight.sales_share = 0.05;
    rent.monthly_amount = 10000.0;
    plan.cost_lines.push_back({"freight", {"Freight", "荷造運賃"}, freight});
    plan.cost_lines.push_back({"rent", {"Rent", "地代家賃"}, rent});
    plan.actuals.months.assign(static_cast<std::size_t>(actual_months), simulation::blank_month(plan));
    return s;
}

simulation::Scenario april_otherwise() {
    auto s = shop();
    auto& m = s.plan.actuals.months[0];
    m.segments[0] = {126000.0, 1200.0, 73200.0, simulation::actual::not_given};  // 105 yen, 61 yen of goods
    m.segments[1] = {87750.0, 450.0, 45450.0, simulation::actual::not_given};    // 195 yen, 101 yen of goods
    m.cost_lines[0].amount = 9900.0;
    m.cost_lines[1].amount = 12000.0;
    return s;
}

/// A month that has the figures of its plan here and there a little otherwise.
void draw_month(ActualMonth& m, const simulation::Trajectory<double>& run, int t, test::Draws& draws) {
    const auto about = [&](double planned) { return whole_yen(planned * draws.between(0.5, 1.5)); };
    for (std::size_t i = 0; i < m.segments.size(); ++i) {
        const auto& planned = run.segments.at(t, static_cast<int>(i));
        if (draws.chance(0.7)) m.segments[i].net_sales = about(planned.net_sales) + (draws.chance(0.1) ? 1000.0 : 0.0);
        if (draws.chance(0.5)) m.segments[i].volume = draws.chance(0.1) ? 0.0 : planned.volume * draws.between(0.5, 1.5);
        if (draws.chance(0.7)) m.segments[i].cost_of_goods = about(planned.variable_cost / 2.0);
    }
    for (std::size_t i = 0; i < m.cost_lines.size(); ++i) {
        const auto& planned = run.lines.at(t, static_cast<int>(i));
        if (draws.chance(0.7)) m.cost_lines[i].amount = about(planned.fixed_cost + planned.variable_cost);
    }
    for (std::size_t i = 0; i < m.job_groups.size(); ++i) {
        if (draws.chance(0.7)) m.job_groups[i].pay = about(run.groups.at(t, static_cast<int>(i)).cost);
    }
    for (std::size_t i = 0; i < m.assets.size(); ++i) {
        if (draws.chance(0.5)) m.assets[i].depreciation = about(run.assets.at(t, static_cast<int>(i)).depreciation);
    }
}

void check_sum(const PlanActualSpan& span) {
    CHECK(span.effects.sum() == span.actual.operating_income - span.plan.operating_income);
    CHECK(span.effects.volume() == std::floor(span.effects.volume()));
    for (const auto& s : span.effects.segments) {
        for (const double part : {s.price, s.volume, s.mix, s.unit_cost}) CHECK(part == std::floor(part));
    }
}

}  // namespace

TEST_CASE("plan_actual: price, volume, mix, unit cost and spending of two products, by hand") {
    const auto result = plan_actual(april_otherwise(), test::statutes());
    const auto& april = result.months[0];
    CHECK(april.plan.operating_income == 70000.0);    // 200,000 - 110,000 - 10,000 - 10,000
    CHECK(april.actual.operating_income == 73200.0);  // 213,750 - 118,650 - 9,900 - 12,000
    const auto &cakes = april.effects.segments[0], &bread = april.effects.segments[1];
    CHECK(cakes.price == 6000.0);       // (105 - 100) x 1,200
    CHECK(bread.price == -2250.0);      // (195 - 200) x 450
    CHECK(cakes.unit_cost == -1200.0);  // (60 - 61) x 1,200
    CHECK(bread.unit_cost == -450.0);
    CHECK(cakes.volume == 3500.0);      // 1,650 of 1,500 units: (1,100 - 1,000) x (100 - 60 - 5)
    CHECK(bread.volume == 4500.0);      // (550 - 500) x (200 - 100 - 10)
    CHECK(cakes.mix == 3500.0);         // (1,200 - 1,100) x 35
    CHECK(bread.mix == -9000.0);        // (450 - 550) x 90
    CHECK(april.effects.costs[0].allowed == 10500.0);  // 5% of 120,000 + 90,000
    CHECK(april.effects.costs[0].spending == 600.0);
    CHECK(april.effects.costs[1].spending == -2000.0);
    CHECK(april.effects.timing() == 0.0);
    CHECK(april.effects.sum() == 3200.0);
    CHECK(result.volumes_known);
}

// docs/sources.md, milano-mix: 20,000 units planned, 22,000 sold at the planned margins; 4,000 less in all.
TEST_CASE("plan_actual: the textbook's three products, volume +28,900 and mix -32,900") {
    auto s = shop();
    auto& plan = s.plan;
    plan.cost_lines.clear();
    plan.segments.clear();
    for (const auto& [id, volume, margin] : {std::tuple{"x", 8000.0, 20.0}, {"y", 7000.0, 12.0}, {"z", 5000.0, 9.0}}) {
        plan.segments.push_back({id, {}, product(margin + 30.0, volume, 30.0)});
    }
    plan.actuals.months = {simulation::blank_month(plan)};
    const double sold[] = {6000.0, 7000.0, 9000.0}, margins[] = {20.0, 12.0, 9.0};
    for (std::size_t i = 0; i < 3; ++i) {
        plan.actuals.months[0].segments[i] = {sold[i] * (margins[i] + 30.0), sold[i], sold[i] * 30.0, simulation::actual::not_given};
    }
    const auto e = plan_actual(s, test::statutes()).months[0].effects;
    CHECK(e.volume() == 28900.0);
    CHECK(e.of_segments().mix == -32900.0);
    CHECK(e.sum() == -4000.0);
}

TEST_CASE("plan_actual: without volumes the price stands as planned") {
    auto s = shop();
    s.plan.actuals.months[0].segments[0].net_sales = 110000.0;
    s.plan.actuals.months[0].segments[0].cost_of_goods = 66000.0;
    const auto result = plan_actual(s, test::statutes());
    const auto& e = result.months[0].effects;
    CHECK_FALSE(result.volumes_known);
    CHECK(e.of_segments().price == 0.0);
    CHECK(e.of_segments().unit_cost == 0.0);
    CHECK(e.of_segments().volume + e.of_segments().mix == 3500.0);  // 100 units x 35 yen
    CHECK(e.spending() == 0.0);  // freight follows the sales
}

TEST_CASE("plan_actual: a step of capacity that the volume began belongs to the volume") {
    auto s = shop();
    auto& line = s.plan.cost_lines[1].parameters;
    line.behaviour = accounting::Behaviour::step_fixed;
    line.step_amount = 4000.0;
    line.step_capacity = 1500.0;
    s.plan.actuals.months[0].segments[0].volume = 1100.0;
    s.plan.actuals.months[0].segments[0].net_sales = 110000.0;
    s.plan.actuals.months[0].segments[0].cost_of_goods = 66000.0;
    s.plan.actuals.months[0].cost_lines[1].amount = 8500.0;
    const auto e = plan_actual(s, test::statutes()).months[0].effects;
    CHECK(e.step_cost == -4000.0);  // 1,600 units are two steps, 1,500 one
    CHECK(e.costs[1].spending == -500.0);
    CHECK(e.sum() == 3500.0 - 4000.0 - 500.0);
}

TEST_CASE("plan_actual: what is dear in one month and cheap in the next has moved") {
    auto s = shop(2);
    s.plan.actuals.months[0].cost_lines[1].amount = 13000.0;
    s.plan.actuals.months[1].cost_lines[1].amount = 8000.0;
    const auto result = plan_actual(s, test::statutes());
    const auto &april = result.months[0].effects.costs[1], &may = result.months[1].effects.costs[1];
    CHECK(april.timing == -2000.0);
    CHECK(april.spending == -1000.0);
    CHECK(may.timing == 2000.0);
    CHECK(may.spending == 0.0);
    CHECK(result.year_to_date.effects.timing() == 0.0);
    CHECK(result.year_to_date.effects.spending() == -1000.0);
}

TEST_CASE("plan_actual: nothing moves over the end of a fiscal year") {
    auto s = shop(13);
    s.plan.actuals.months[11].cost_lines[1].amount = 13000.0;
    s.plan.actuals.months[12].cost_lines[1].amount = 7000.0;
    const auto result = plan_actual(s, test::statutes());
    CHECK(result.months[11].effects.timing() == 0.0);
    CHECK(result.months[12].effects.timing() == 0.0);
    CHECK(result.year_to_date.first == Month::of(2028, 4));
    CHECK(result.cumulative.first == Month::of(2027, 4));
    CHECK(result.cumulative.effects.sum() == 0.0);
}

TEST_CASE("plan_actual: a product that was not planned brings mix, none that is sold takes it all away") {
    auto s = shop();
    s.plan.segments[1].parameters.volume = 0.0;
    s.plan.actuals.months[0].segments[1] = {50000.0, 200.0, 30000.0, simulation::actual::not_given};
    s.plan.actuals.months[0].segments[0] = {0.0, 0.0, 0.0, simulation::actual::not_given};
    const auto span = plan_actual(s, test::statutes()).months[0];
    check_sum(span);
    CHECK(span.effects.of_segments().price == 0.0);
    CHECK(span.effects.of_segments().volume == -28000.0);  // (1,000 x 200/1,000 - 1,000) x 35
    CHECK(span.effects.segments[0].mix == -7000.0);        // (0 - 200) x 35
    CHECK(span.effects.segments[1].mix == 17500.0);        // 200 x (250 - 150 - 12.5)
}

TEST_CASE("plan_actual: the landing is the run, against the year as planned") {
    const auto s = april_otherwise();
    const auto result = plan_actual(s, test::statutes());
    const auto year = simulation::fiscal_years(simulation::run(s, test::statutes())).front();
    CHECK(result.landing.actual.ordinary_income == year.books.ordinary_income);
    CHECK(result.landing.actual.cash == year.books.cash);
    CHECK(result.landing.plan.ordinary_income == 12 * 70000.0);
    CHECK(result.landing.actual.operating_income - result.landing.plan.operating_income == 3200.0);
    CHECK(result.landing.label.en == "FY2027");
    CHECK(result.landing.last == Month::of(2028, 3));
}

TEST_CASE("plan_actual: achievement has no meaning where the plan is not above zero") {
    CHECK(achievement(200.0, 150.0) == 0.75);
    CHECK(achievement(200.0, -50.0) == -0.25);
    CHECK_FALSE(achievement(0.0, 5.0));
    CHECK_FALSE(achievement(-10.0, 5.0));
}

TEST_CASE("plan_actual: the largest causes are said in words, in both languages") {
    const auto result = plan_actual(april_otherwise(), test::statutes());
    const auto found = causes(result, result.year_to_date);
    REQUIRE(found.size() == 3);
    CHECK(found[0].sentence.en == "Volume: raises operating income by 8,000 yen (more was sold than planned).");
    CHECK(found[1].sentence.ja == "販売単価（ケーキ）：営業利益を6,000円押し上げ（計画単価を上回る）。");
    CHECK(found[2].effect == -5500.0);
    const auto none = plan_actual(shop(), test::statutes());
    CHECK(causes(none, none.year_to_date).empty());
}

TEST_CASE("plan_actual: what happened as planned has no part, whatever the plan and its timeline") {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        CAPTURE(seed);
        auto s = test::random_scenario(seed, 36);
        s.plan.actuals.months.assign(static_cast<std::size_t>(s.plan.company.months), simulation::blank_month(s.plan));
        for (const auto& month : plan_actual(s, test::statutes()).months) {
            for (const auto& e : month.effects.segments) {
                CHECK(e.price == 0.0);
                CHECK(e.volume == 0.0);
                CHECK(e.mix == 0.0);
                CHECK(e.unit_cost == 0.0);
            }
            for (const auto& c : month.effects.costs) {
                CHECK(c.allowed == c.plan);
                CHECK(c.spending == 0.0);
            }
        }
    }
}

TEST_CASE("plan_actual: the parts add up to the yen for 300 random plans") {
    int told_apart = 0;
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        auto s = test::random_scenario(seed, 36);
        const auto planned = simulation::run(s, test::statutes());
        test::Draws draws(seed + 1000);
        const int count = draws.whole(1, std::min(14, s.plan.company.months));
        for (int t = 0; t < count; ++t) {
            s.plan.actuals.months.push_back(simulation::blank_month(s.plan));
            draw_month(s.plan.actuals.months.back(), planned, t, draws);
        }
        const auto result = plan_actual(s, test::statutes());
        for (const auto& month : result.months) check_sum(month);
        check_sum(result.year_to_date);
        check_sum(result.cumulative);
        told_apart += result.cumulative.effects.of_segments().mix != 0.0 ? 1 : 0;
    }
    CHECK(told_apart > 50);
}
