#include "core/lanes.hpp"
#include "simulation/schedule.hpp"

#include <doctest/doctest.h>
#include <map>
#include <string>

namespace {

using namespace goho;
using namespace goho::simulation;

constexpr Month start = Month::of(2027, 4);

template <class Real> Plan<Real> plan_of_one_segment() {
    Plan<Real> plan;
    plan.company.start = start;
    plan.company.months = 36;
    plan.segments.push_back({.id = "main", .name = {}, .parameters = {}});
    plan.segments[0].parameters.price = 1000.0;
    plan.segments[0].parameters.volume = 50.0;
    return plan;
}

/// Position of a section and of a row in its table, by their names.
Address address_of(std::string_view section, int item, std::string_view row) {
    Address address{-1, item, -1};
    int index = 0;
    for_each_section<double>([&](const auto& s) {
        if (s.name == section) {
            address.section = index;
            using Held = std::remove_cvref_t<decltype(std::declval<Plan<double>&>().*s.member)>;
            const auto find = [&](const auto& rows) {
                for (int i = 0; i < static_cast<int>(rows.size()); ++i) {
                    if (rows[static_cast<std::size_t>(i)].name == row) address.row = i;
                }
            };
            if constexpr (is_collection<Held>) find(table_of<decltype(Held::value_type::parameters)>());
            else find(table_of<Held>());
        }
        ++index;
    });
    REQUIRE(address.row >= 0);
    return address;
}

Edit edit(Operation operation, std::string_view row, double amount) {
    return {operation, address_of("segments", 0, row), "/segments/main/" + std::string(row), amount};
}

TimelineEntry entry(Month from, Month to, int every_months, std::vector<Edit> edits) {
    return {.id = "entry", .name = {}, .from = from, .to = to, .every_months = every_months, .edits = std::move(edits)};
}

/// The price in every month of the plan under a timeline.
std::vector<double> prices(const std::vector<TimelineEntry>& timeline) {
    auto plan = plan_of_one_segment<double>();
    Schedule<double> schedule(plan, timeline);
    std::vector<double> out;
    for (int t = 0; t < plan.company.months; ++t) {
        schedule.apply(t);
        out.push_back(plan.segments[0].parameters.price);
    }
    return out;
}

}  // namespace

TEST_CASE("schedule: without a timeline nothing moves") {
    for (const double price : prices({})) CHECK(price == 1000.0);
}

TEST_CASE("schedule: a change from a month on holds from that month to the end") {
    const auto price = prices({entry(start + 12, {}, 0, {edit(Operation::set, "price", 1100.0)})});
    CHECK(price[0] == 1000.0);
    CHECK(price[11] == 1000.0);
    CHECK(price[12] == 1100.0);
    CHECK(price[35] == 1100.0);
}

TEST_CASE("schedule: a value may be set, multiplied or added to") {
    CHECK(prices({entry(start + 1, {}, 0, {edit(Operation::set, "price", 900.0)})})[1] == 900.0);
    CHECK(prices({entry(start + 1, {}, 0, {edit(Operation::scale, "price", 1.5)})})[1] == 1500.0);
    CHECK(prices({entry(start + 1, {}, 0, {edit(Operation::add, "price", -30.0)})})[1] == 970.0);
}

TEST_CASE("schedule: a change from before the plan holds from its first month") {
    const auto price = prices({entry(start + -5, {}, 0, {edit(Operation::set, "price", 900.0)})});
    CHECK(price[0] == 900.0);
    CHECK(price[35] == 900.0);
    CHECK(prices({entry(start, {}, 0, {edit(Operation::set, "price", 900.0)})})[0] == 900.0);
}

TEST_CASE("schedule: a temporary change holds through its last month and leaves no trace, to the last bit") {
    const auto price = prices({entry(start + 6, start + 8, 0, {edit(Operation::scale, "price", 0.1)})});
    CHECK(price[5] == 1000.0);
    CHECK(price[6] == 1000.0 * 0.1);
    CHECK(price[8] == 1000.0 * 0.1);
    for (std::size_t t = 9; t < price.size(); ++t) CHECK(price[t] == 1000.0);
}

TEST_CASE("schedule: a change of a single month") {
    const auto price = prices({entry(start + 6, start + 6, 0, {edit(Operation::set, "price", 1.0)})});
    CHECK(price[5] == 1000.0);
    CHECK(price[6] == 1.0);
    CHECK(price[7] == 1000.0);
}

TEST_CASE("schedule: a change that ends before the plan begins is never seen") {
    for (const double price : prices({entry(start + -9, start + -1, 0, {edit(Operation::set, "price", 1.0)})})) {
        CHECK(price == 1000.0);
    }
    for (const double price : prices({entry(start + 36, {}, 0, {edit(Operation::set, "price", 1.0)})})) {
        CHECK(price == 1000.0);
    }
}

TEST_CASE("schedule: a repeated change comes back every so many months and stays after the last") {
    const auto price = prices({entry(start + 2, start + 14, 6, {edit(Operation::add, "price", 10.0)})});
    CHECK(price[1] == 1000.0);
    CHECK(price[2] == 1010.0);
    CHECK(price[7] == 1010.0);
    CHECK(price[8] == 1020.0);
    CHECK(price[14] == 1030.0);  // not after month 14, but in it
    CHECK(price[20] == 1030.0);
    CHECK(price[35] == 1030.0);
}

TEST_CASE("schedule: a repeated change without an end goes on") {
    const auto price = prices({entry(start + 12, {}, 12, {edit(Operation::scale, "price", 1.02)})});
    CHECK(price[11] == 1000.0);
    CHECK(price[12] == 1000.0 * 1.02);
    CHECK(price[23] == 1000.0 * 1.02);
    CHECK(price[24] == 1000.0 * 1.02 * 1.02);
    CHECK(price[35] == 1000.0 * 1.02 * 1.02);
}

TEST_CASE("schedule: repetitions from before the plan count in its first month") {
    const auto price = prices({entry(start + -12, {}, 6, {edit(Operation::add, "price", 1.0)})});
    CHECK(price[0] == 1003.0);  // 12 and 6 months before, and now
    CHECK(price[6] == 1004.0);
}

TEST_CASE("schedule: several changes of one quantity work in the order of the timeline") {
    const auto rise = entry(start + 6, {}, 0, {edit(Operation::add, "price", 100.0)});
    const auto cut = entry(start + 3, start + 12, 0, {edit(Operation::scale, "price", 0.5)});
    const auto rise_first = prices({rise, cut});
    const auto cut_first = prices({cut, rise});
    CHECK(rise_first[2] == 1000.0);
    CHECK(rise_first[3] == 500.0);
    CHECK(rise_first[6] == 550.0);   // (1000 + 100) * 0.5
    CHECK(rise_first[13] == 1100.0);
    CHECK(cut_first[6] == 600.0);    // 1000 * 0.5 + 100
    CHECK(cut_first[13] == 1100.0);
}

TEST_CASE("schedule: the entries of one timeline entry belong together and leave other quantities alone") {
    auto plan = plan_of_one_segment<double>();
    const std::vector<TimelineEntry> timeline{
        entry(start + 3, {}, 0, {edit(Operation::scale, "price", 1.1), edit(Operation::scale, "volume", 0.9)})};
    Schedule<double> schedule(plan, timeline);
    for (int t = 0; t < 4; ++t) schedule.apply(t);
    CHECK(plan.segments[0].parameters.price == 1000.0 * 1.1);
    CHECK(plan.segments[0].parameters.volume == 50.0 * 0.9);
    CHECK(plan.segments[0].parameters.sales_tax_rate == 0.10);
}

TEST_CASE("schedule: lanes keep their own starting values and the bits of one double") {
    auto lanes = plan_of_one_segment<Lanes>();
    for (int i = 0; i < Lanes::width; ++i) lanes.segments[0].parameters.price.set(i, 1000.0 + 0.1 * i);
    const std::vector<TimelineEntry> timeline{
        entry(start + 2, {}, 3, {edit(Operation::scale, "price", 1.01)}),
        entry(start + 5, start + 9, 0, {edit(Operation::add, "price", 0.3)})};
    Schedule<Lanes> lanes_schedule(lanes, timeline);
    std::vector<Lanes> seen;
    for (int t = 0; t < 36; ++t) {
        lanes_schedule.apply(t);
        seen.push_back(lanes.segments[0].parameters.price);
    }
    for (int i = 0; i < Lanes::width; ++i) {
        auto plan = plan_of_one_segment<double>();
        plan.segments[0].parameters.price = 1000.0 + 0.1 * i;
        Schedule<double> schedule(plan, timeline);
        for (int t = 0; t < 36; ++t) {
            schedule.apply(t);
            CHECK(plan.segments[0].parameters.price == seen[static_cast<std::size_t>(t)][i]);
        }
    }
}

TEST_CASE("schedule: an address that names no quantity finds nothing") {
    auto plan = plan_of_one_segment<double>();
    const Address price = address_of("segments", 0, "price");
    CHECK(quantity_at(plan, price) == &plan.segments[0].parameters.price);
    CHECK(quantity_at(plan, {price.section, 1, price.row}) == nullptr);
    CHECK(quantity_at(plan, {price.section, -1, price.row}) == nullptr);
    const int rows = static_cast<int>(table_of<accounting::segment::Parameters<double>>().size());
    CHECK(quantity_at(plan, {price.section, 0, rows}) == nullptr);
    CHECK(quantity_at(plan, {price.section, 0, 999}) == nullptr);
    CHECK(quantity_at(plan, {price.section, 0, -1}) == nullptr);
    CHECK(quantity_at(plan, {99, 0, 0}) == nullptr);
    CHECK(quantity_at(plan, address_of("company", -1, "months")) == nullptr);  // part of the plan's shape
}

TEST_CASE("schedule: what is repeated every month comes back every month") {
    const auto seen = prices({entry(start + 1, start + 3, 1, {edit(Operation::add, "price", 10.0)})});
    CHECK(std::vector(seen.begin(), seen.begin() + 6) == std::vector{1000.0, 1010.0, 1020.0, 1030.0, 1030.0, 1030.0});
}

TEST_CASE("schedule: what ends before it begins is never in effect, repeated or not") {
    for (const int every : {0, 1, 2}) {
        for (int t = 0; t < 12; ++t) CHECK(times_in_effect(entry(start + 5, start + 3, every, {}), t, start) == 0);
    }
}

TEST_CASE("schedule: a quantity wavers around what the timeline makes of it, whatever happens to others") {
    auto plan = plan_of_one_segment<double>();
    auto& p = plan.segments[0].parameters;
    p.unit_variable_cost = 300.0;
    const std::vector<TimelineEntry> timeline{
        entry(start + 1, {}, 0, {edit(Operation::set, "volume", 80.0)}),
        entry(start + 1, {}, 0, {edit(Operation::set, "unit_variable_cost", 400.0)})};
    Schedule<double> schedule(plan, timeline);
    const std::vector<double> price_factors{1.1, 1.2, 0.5}, cost_factors{0.9, 1.5, 2.0};
    schedule.waver(&p.price, price_factors.data());
    schedule.waver(&p.unit_variable_cost, cost_factors.data());
    const std::vector<double> price{1100.0, 1200.0, 500.0}, cost{270.0, 600.0, 800.0};
    for (int t = 0; t < 3; ++t) {
        CAPTURE(t);
        schedule.apply(t);
        CHECK(p.price == doctest::Approx(price[static_cast<std::size_t>(t)]));
        CHECK(p.unit_variable_cost == doctest::Approx(cost[static_cast<std::size_t>(t)]));
        CHECK(p.volume == (t == 0 ? 50.0 : 80.0));
    }
}

TEST_CASE("schedule: a quantity of a section without items has no item") {
    auto plan = plan_of_one_segment<double>();
    const Address income = address_of("treasury", -1, "other_income");
    CHECK(quantity_at(plan, income) == &plan.treasury.other_income);
    CHECK(quantity_at(plan, {income.section, 0, income.row}) == nullptr);
    CHECK(quantity_at(plan, {income.section, -2, income.row}) == nullptr);
}
