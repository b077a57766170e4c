#include "workforce/time_budget.hpp"

#include <cmath>
#include <doctest/doctest.h>
#include <random>

using namespace goho;
using namespace goho::workforce;

namespace {

const Parameters<double> c;

/// A company of 4,800 hours in balance: 1,344 indirect, 2,160 for orders, 1,296 left.
TimeInputs<double> balanced() {
    TimeInputs<double> in;
    in.hours_today = 4800.0;
    in.contracted_today = in.contracted_planned = in.effective = 5000.0;  // 4% absence
    in.waste = c.waste_today;
    in.selling = 0.4;
    in.customer_value = 0.3;
    in.improvement = in.development = 0.15;
    return in;
}

double used(const TimeFlows<double>& f) {
    return f.indirect_hours + f.fulfilment_hours + f.discretionary_hours + f.to_customers + f.to_sales + f.to_improvement +
           f.to_development + f.overtime_cut_hours + f.idle_hours;
}

}  // namespace

TEST_CASE("hours: a company in balance has no overload, no overtime, and nothing is idle") {
    const auto f = time_budget(c, {}, balanced());
    CHECK(f.available_hours == doctest::Approx(4800.0));
    CHECK(f.indirect_hours == doctest::Approx(1344.0));
    CHECK(f.fulfilment_hours == doctest::Approx(2160.0));
    CHECK(f.discretionary_hours == doctest::Approx(1296.0));
    CHECK(f.overload == doctest::Approx(0.0).epsilon(1e-12));
    CHECK(f.load == doctest::Approx(1.0));
    CHECK(f.deliverable_share == 1.0);
    CHECK(f.selling_hours == doctest::Approx(518.4));
}

TEST_CASE("hours: ten percent more orders by hand") {
    // 216 hours more are asked for: overload 216 / 4,800 = 4.5%, overtime 2.25%, care exp(-0.64 x 0.045).
    auto in = balanced();
    in.volume_index = 1.1;
    const auto f = time_budget(c, {}, in);
    CHECK(f.overload == doctest::Approx(0.045));
    CHECK(f.overtime_share == doctest::Approx(0.0225));
    CHECK(f.available_hours == doctest::Approx(4800.0 * 1.0225));
    CHECK(f.service_standard_goal == doctest::Approx(std::exp(-0.64 * 0.045)));
    CHECK(f.fulfilment_hours == doctest::Approx(2376.0 * std::exp(-0.64 * 0.045)));
}

TEST_CASE("hours: what initiatives save goes where it is sent, the rest is idle") {
    auto in = balanced();
    in.hours_saved = 300.0;
    const auto f = time_budget(c, FreedHours<double>{0.4, 0.3, 0.1, 0.0, 0.1, 0.0}, in);
    CHECK(f.freed_hours == doctest::Approx(300.0));
    CHECK(f.to_customers == doctest::Approx(120.0));
    CHECK(f.to_sales == doctest::Approx(90.0));
    CHECK(f.to_improvement == doctest::Approx(30.0));
    CHECK(f.overtime_cut_hours == doctest::Approx(30.0));
    CHECK(f.idle_hours == doctest::Approx(30.0));
    CHECK(f.customer_hours == doctest::Approx(0.3 * 1296.0 + 120.0));
}

TEST_CASE("hours: routine work and orders by hand") {
    // 1,344 x (0.65 + 0.55) - 300 + 100 + 50; 2,160 / 1.25 with twice the errors, which add 15%.
    auto in = balanced();
    in.waste = 0.55;
    in.hours_saved = 300.0;
    in.confusion_hours = 100.0;
    in.dual_running_hours = 50.0;
    in.productivity = 1.25;
    in.error_index = 2.0;
    const auto f = time_budget(c, {}, in);
    CHECK(f.indirect_hours == doctest::Approx(1462.8));
    CHECK(f.fulfilment_hours == doctest::Approx(1728.0 * 1.15));
}

TEST_CASE("hours: a useful week is flat to 49 hours and gains nothing beyond 63") {
    CHECK(useful_week(40.0) == 40.0);
    CHECK(useful_week(49.0) == 49.0);
    CHECK(useful_week(56.0) == doctest::Approx(56.0 - 49.0 / 28.0));
    CHECK(useful_week(63.0) == doctest::Approx(56.0));
    CHECK(useful_week(90.0) == doctest::Approx(56.0));
}

TEST_CASE("hours: more orders than people can fill are not filled") {
    auto in = balanced();
    in.volume_index = 10.0;
    const auto f = time_budget(c, {}, in);
    CHECK(f.overtime_share == c.overtime_limit);
    CHECK(f.deliverable_share < 1.0);
    CHECK(f.discretionary_hours == doctest::Approx(0.0));
}

TEST_CASE("hours: not one is lost, whatever happens") {
    std::mt19937_64 engine(3);
    const auto unit = [&] { return static_cast<double>(engine() >> 11) * 0x1p-53; };
    for (int i = 0; i < 20000; ++i) {
        TimeInputs<double> in;
        in.hours_today = 1.0 + 10000.0 * unit();
        in.contracted_today = in.hours_today / 0.96;
        in.contracted_planned = in.contracted_today * (0.5 + unit());
        in.effective = in.contracted_planned * (0.3 + 0.8 * unit());
        in.already_cut = unit() < 0.5 ? 0.0 : 0.1 * in.hours_today * unit();
        in.weekly_hours = 30.0 + 40.0 * unit();
        in.volume_index = 3.0 * unit();
        in.productivity = 0.5 + unit();
        in.error_index = 3.0 * unit();
        in.waste = unit();
        in.hours_saved = 0.5 * in.hours_today * unit();
        in.confusion_hours = 0.2 * in.hours_today * unit();
        in.selling = 0.4;
        in.customer_value = 0.3;
        in.improvement = in.development = 0.15;
        const FreedHours<double> to{0.3 * unit(), 0.2 * unit(), 0.2 * unit(), 0.1 * unit(), 0.1 * unit(), 0.1 * unit()};
        const auto f = time_budget(c, to, in);
        CAPTURE(i);
        if (f.deliverable_share == 1.0) CHECK(f.available_hours == doctest::Approx(used(f)).epsilon(1e-9));
        for (const double hours : {f.indirect_hours, f.fulfilment_hours, f.discretionary_hours, f.idle_hours, f.freed_hours, f.to_customers})
            CHECK(hours >= 0.0);
        CHECK(f.deliverable_share >= 0.0);
        CHECK(f.deliverable_share <= 1.0);
        CHECK(f.overtime_share <= c.overtime_limit);
    }
}

TEST_CASE("hours: a company without people neither works nor divides by zero") {
    const auto f = time_budget(c, {}, TimeInputs<double>{});
    CHECK(f.available_hours == 0.0);
    CHECK(f.overload == 0.0);
    CHECK(f.load == 1.0);
    CHECK(f.deliverable_share == 1.0);
}

TEST_CASE("hours: posts added for orders to come have time for everything else until the orders are there") {
    // A fifth more posts: 960 hours more, of which 0.73 x 960 = 700.8 are meant for indirect work and orders.
    auto in = balanced();
    in.contracted_planned = in.effective = 6000.0;
    const auto with_orders = [&](double volume) {
        in.volume_index = volume;
        return time_budget(c, {}, in);
    };
    CHECK(with_orders(1.0).discretionary_hours == doctest::Approx(1296.0 * 1.2 + 700.8));
    CHECK(with_orders(1.1).discretionary_hours == doctest::Approx(1296.0 * 1.2 + 700.8 - 216.0));
    CHECK(with_orders(1.1).load == doctest::Approx(1.0));
    // Half as many orders again take 1,080 hours, more than the new posts bring; a tenth fewer leave 216 of them.
    CHECK(with_orders(1.5).load == doctest::Approx((1344.0 + 3240.0 + 1555.2) / 5760.0));
    CHECK(with_orders(0.9).load == doctest::Approx(5544.0 / 5760.0));
}

TEST_CASE("hours: overload counts up to three times what people can do, and a longer week tires them") {
    // Ten times the orders: twice the hours are missing and more. 45 hours become 54, of which 25/28 are lost.
    auto in = balanced();
    in.volume_index = 10.0;
    in.weekly_hours = 45.0;
    const auto f = time_budget(c, {}, in);
    CHECK(f.overload == doctest::Approx(24240.0 / 4800.0 - 1.0));
    CHECK(f.service_standard_goal == doctest::Approx(std::exp(-0.64 * 2.0)));
    CHECK(f.available_hours == doctest::Approx(4800.0 * (54.0 - 25.0 / 28.0) / 45.0));
    CHECK(f.fulfilment_hours == doctest::Approx(f.available_hours - 1344.0));
    CHECK(f.freed_hours == 0.0);
}

TEST_CASE("hours: buried in routine work, a company delivers nothing; without orders, all that is ordered") {
    auto in = balanced();
    in.confusion_hours = 10000.0;
    const auto lost = time_budget(c, {}, in);
    CHECK(lost.deliverable_share == 0.0);
    CHECK(lost.fulfilment_hours == 0.0);
    CHECK(lost.discretionary_hours == 0.0);
    in = balanced();
    in.volume_index = 0.0;
    const auto quiet = time_budget(c, {}, in);
    CHECK(quiet.deliverable_share == 1.0);
    CHECK(quiet.freed_hours == doctest::Approx(2160.0));
}

TEST_CASE("hours: hours of posts that are gone already are not used once more") {
    // 200 hours are left over and 100 went with their posts: 300 freed, 200 to be used.
    auto in = balanced();
    in.hours_saved = 200.0;
    in.already_cut = 100.0;
    const auto f = time_budget(c, FreedHours<double>{0.1, 0.2, 0.3, 0.25, 0.15, 0.0}, in);
    CHECK(f.freed_hours == doctest::Approx(300.0));
    CHECK(f.to_customers == doctest::Approx(20.0));
    CHECK(f.to_sales == doctest::Approx(40.0));
    CHECK(f.to_improvement == doctest::Approx(60.0));
    CHECK(f.to_development == doctest::Approx(50.0));
    CHECK(f.overtime_cut_hours == doctest::Approx(30.0));
    CHECK(f.idle_hours == doctest::Approx(0.0));
    CHECK(f.selling_hours == doctest::Approx(0.4 * 1296.0 + 40.0));
    CHECK(f.customer_hours == doctest::Approx(0.3 * 1296.0 + 20.0));
    CHECK(f.improvement_hours == doctest::Approx(0.15 * 1296.0 + 60.0));
    CHECK(f.development_hours == doctest::Approx(0.15 * 1296.0 + 50.0));
    // Half of all freed hours is less than what is left over: nothing has to be given up.
    const auto half = time_budget(c, FreedHours<double>{0.25, 0.0, 0.0, 0.0, 0.25, 0.5}, in);
    CHECK(half.to_customers == doctest::Approx(75.0));
    CHECK(half.overtime_cut_hours == doctest::Approx(75.0));
    CHECK(half.headcount_cut_hours == doctest::Approx(150.0));
    CHECK(half.idle_hours == doctest::Approx(50.0));
}

TEST_CASE("hours: a week of 63 hours is worth 56, and a longer one no more") {
    auto in = balanced();
    in.weekly_hours = 63.0;
    CHECK(time_budget(c, {}, in).available_hours == doctest::Approx(4800.0 * 56.0 / 63.0));
    in.weekly_hours = 0.0;  // nobody's week: no fatigue
    CHECK(time_budget(c, {}, in).available_hours == doctest::Approx(4800.0));
}

TEST_CASE("hours: where nobody had hours before, the company has the size of today") {
    auto in = balanced();
    in.contracted_today = 0.0;
    CHECK(time_budget(c, {}, in).load == doctest::Approx(1.0));
}
