// What the books of a month divide and add up, in companies that can be followed by hand.
#include "simulation/month_books.hpp"
#include "simulation/small_company.hpp"
#include "simulation/state.hpp"

#include <doctest/doctest.h>
#include <utility>
#include <vector>

using namespace goho;
using accounting::company::Allocation;
using test::company;

namespace {

/// Two segments that sell for 100,000 and 300,000 yen, with two people of 200 hours and three of 100 hours, who cost
/// nothing, and 1,000,000 yen of rent that both share.
simulation::Scenario shared_rent(Allocation by) {
    auto s = company(5e6, 2);
    s.plan.company.allocation = by;
    s.plan.segments.push_back({"second", {}, {}});
    for (int i = 0; i < 2; ++i) {
        s.plan.segments[i].parameters.price = i == 0 ? 1'000.0 : 3'000.0;
        s.plan.segments[i].parameters.volume = 100.0;
        accounting::job_group::Parameters<double> people;
        people.headcount = i == 0 ? 2.0 : 3.0;
        people.standard_hours = i == 0 ? 160.0 : 100.0;
        people.overtime_hours = i == 0 ? 40.0 : 0.0;
        people.segment.index = i;
        s.plan.job_groups.push_back({i == 0 ? "makers" : "sellers", {}, people});
    }
    accounting::cost_line::Parameters<double> rent;
    rent.monthly_amount = 1'000'000.0;
    s.plan.cost_lines.push_back({"rent", {}, rent});
    return s;
}

std::pair<double, double> borne(const simulation::Scenario& s) {
    const auto r = test::run_sound(s);
    return {r.segments.at(0, 0).allocated_cost, r.segments.at(0, 1).allocated_cost};
}

}  // namespace

TEST_CASE("closing: shared cost follows sales, heads or hours, as the company chooses") {
    // 1 : 3; 2 : 3; 2 x (160 + 40) = 400 : 3 x 100 = 300, of which 571,428.57 is rounded.
    CHECK(borne(shared_rent(Allocation::sales)) == std::pair{250'000.0, 750'000.0});
    CHECK(borne(shared_rent(Allocation::headcount)) == std::pair{400'000.0, 600'000.0});
    CHECK(borne(shared_rent(Allocation::hours)) == std::pair{571'429.0, 428'571.0});
}

TEST_CASE("closing: without any basis every segment bears the same") {
    auto s = shared_rent(Allocation::sales);
    for (auto& segment : s.plan.segments) segment.parameters.price = 0.0;
    CHECK(borne(s) == std::pair{500'000.0, 500'000.0});
}

TEST_CASE("closing: hours of all groups and costs of all lines add up") {
    auto s = shared_rent(Allocation::sales);
    for (const char* name : {"freight", "fees"}) {  // 3% of 400,000 each
        accounting::cost_line::Parameters<double> p;
        p.behaviour = accounting::Behaviour::variable;
        p.sales_share = 0.03;
        s.plan.cost_lines.push_back({name, {}, p});
    }
    const auto month = test::run_sound(s).months[0];
    CHECK(month.labour_hours == 700.0);
    CHECK(month.employees == 5.0);
    CHECK(month.other_variable_cost == 24'000.0);
    CHECK(month.variable_cost == 24'000.0);
}

TEST_CASE("closing: an asset costs nothing to run, an investment brings no proceeds") {
    auto s = company(5e6, 2);
    accounting::fixed_asset::Parameters<double> press;
    press.cost = 600'000.0;
    press.acquired = s.plan.company.start;
    s.plan.assets.push_back({"press", {}, press});
    accounting::investment::Parameters<double> machine;
    machine.amount = 600'000.0;
    machine.start = s.plan.company.start;
    s.plan.investments.push_back({"machine", {}, machine});
    const auto r = test::run_sound(s);
    CHECK(r.assets.at(0, 0).expense == 0.0);
    CHECK(r.assets.at(0, 0).expense_tax == 0.0);
    CHECK(r.investments.at(0, 0).proceeds == 0.0);
}

TEST_CASE("closing: what hiring costs is in the books") {
    auto s = company(5e6, 2);
    accounting::job_group::Parameters<double> staff;
    staff.headcount = 2.0;
    staff.monthly_pay = 300'000.0;
    staff.social_insurance_rate = 0.15;
    staff.hiring_cost = 400'000.0;
    s.plan.job_groups.push_back({"staff", {}, staff});
    auto plan = s.plan;
    // One of the two is new.
    auto state = simulation::opening_state(plan, test::statutes());
    state.job_groups[0].headcount = 1.0;
    accounting::Books<double> books{};
    simulation::Transfers<double> transfers{};
    simulation::Conduct<double> conduct{};
    std::vector<accounting::SegmentBooks<double>> segments(1);
    std::vector<simulation::GroupMonth<double>> groups(1);
    simulation::MonthResult<double> out{books, segments, {}, {}, {}, {}, groups, transfers, conduct, {}, {}, {}};
    double shared = 0.0;
    simulation::MonthInfo now{};
    now.month = plan.company.start;
    simulation::detail::payroll(plan, now, state, out, shared);
    CHECK(books.hiring_cost == 400'000.0);
    CHECK(books.personnel_cost == 600'000.0 + 90'000.0 + 400'000.0);
    CHECK(shared == books.personnel_cost);
    CHECK(groups[0].paid == 600'000.0 + 90'000.0 + 400'000.0);
}

TEST_CASE("closing: what runs a tool is IT cost, what a provider takes is a service") {
    using Kind = goho::initiatives::Kind;
    for (const Kind kind : {Kind::digital, Kind::generative_ai, Kind::outsourcing, Kind::support_service}) {
        auto s = company(5e6, 2);
        s.plan.company.behaviour = accounting::company::Behaviour::on;
        goho::initiatives::Parameters<double> p;
        p.kind = kind;
        p.start = s.plan.company.start;
        p.running_cost = 100'000.0;
        p.process_budget = 30'000.0;  // redesign and support come from outside, whatever the tool
        p.support_fee = 7'000.0;
        p.support_months = 1;
        s.plan.initiatives.push_back({"one", {}, p});
        const auto month = test::run_sound(s).months[0];
        const bool service = kind == Kind::outsourcing || kind == Kind::support_service;
        CHECK(month.support_service_cost == (service ? 137'000.0 : 37'000.0));
        CHECK(month.it_cost == (service ? 0.0 : 100'000.0));
    }
}

TEST_CASE("closing: a plan begins with its balances where they fall due") {
    auto s = company(5e6, 3);
    auto& o = s.plan.opening;
    o.accrued_corporate_tax = 300'000.0;
    o.prepaid_corporate_tax = 100'000.0;
    o.other_payables = 70'000.0;
    accounting::fixed_asset::Parameters<double> press;
    press.cost = 1'200'000.0;
    press.opening_book_value = 600'000.0;
    press.acquired = s.plan.company.start;  // bought in the first month: not there before it
    s.plan.assets.push_back({"press", {}, press});
    const auto state = simulation::opening_balances(s.plan);
    CHECK(state.corporate_tax.accrued == 200'000.0);
    CHECK(state.costs_due[0] == 70'000.0);
    CHECK(state.costs_due[1] == 0.0);
    CHECK(state.assets[0].book_value == 0.0);
}

TEST_CASE("closing: variable cost goes to the segments that cause it, by sales and by units at the prices of today") {
    // Half of 40 yen sold, and one unit of 10 yen, dearer by 100%: 20 each.
    accounting::cost_line::Parameters<double> p;
    p.sales_share = 0.5;
    p.amount_per_unit = 10.0;
    accounting::Books<double> books{};
    std::vector<accounting::SegmentBooks<double>> segments(2);
    segments[0].net_sales = 40.0;
    segments[1].volume = 1.0;
    simulation::Transfers<double> transfers{};
    simulation::Conduct<double> conduct{};
    simulation::MonthResult<double> out{books, segments, {}, {}, {}, {}, {}, transfers, conduct, {}, {}, {}};
    simulation::detail::spread_variable_cost(p, 2.0, 101.0, out);
    CHECK(segments[0].variable_cost == 51.0);
    CHECK(segments[1].variable_cost == 50.0);
}
