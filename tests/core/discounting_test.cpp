#include "core/discounting.hpp"

#include <doctest/doctest.h>
#include <vector>

using namespace goho;

TEST_CASE("discounting: twelve monthly rates make a year") {
    CHECK(monthly_rate(0.12682503013196972) == doctest::Approx(0.01));  // 1.01^12
    CHECK(annual_rate(0.01) == doctest::Approx(0.12682503013196972));
}

TEST_CASE("discounting: the first flow is now, money of months comes at their ends") {
    const std::vector<double> flows{100.0, 110.0, 121.0};
    CHECK(*net_present_value(0.1, flows) == doctest::Approx(300.0));
    CHECK(*value_of_months(annual_rate(0.1), flows) == doctest::Approx(300.0 / 1.1));
}

TEST_CASE("discounting: where money loses half of itself in a month, what comes later is worth more") {
    const std::vector<double> flows{100.0, 100.0};
    CHECK(*net_present_value(-0.5, flows) == doctest::Approx(300.0));
    CHECK(*value_of_months(annual_rate(-0.5), flows) == doctest::Approx(600.0));
}

TEST_CASE("discounting: at a rate of -100% or less there is no value") {
    const std::vector<double> flows{100.0};
    for (const double rate : {-1.0, -1.05, -2.0}) {
        CHECK_FALSE(net_present_value(rate, flows).has_value());
        CHECK_FALSE(value_of_months(rate, flows).has_value());
    }
}
