#include "statistics/sampling.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

using namespace goho::statistics;

TEST_CASE("sampling: one of three things, each for a third of the uniforms, and none beyond the last") {
    CHECK(one_of(3, 0.0) == 0);
    CHECK(one_of(3, 0.33) == 0);
    CHECK(one_of(3, 0.34) == 1);
    CHECK(one_of(3, 0.67) == 2);
    CHECK(one_of(3, std::nextafter(1.0, 0.0)) == 2);
    CHECK(one_of(3, 1.0) == 2);  // rounding may bring a uniform there
}

TEST_CASE("sampling: what is no amount is no result") {
    constexpr double infinity = std::numeric_limits<double>::infinity(), largest = std::numeric_limits<double>::max();
    for (const double x : {0.0, -5.0, largest, -largest}) CHECK(has_result(x));
    for (const double x : {std::nan(""), infinity, -infinity}) CHECK_FALSE(has_result(x));
}

TEST_CASE("sampling: a millionth of a millionth is rounding, ten of them are a difference") {
    CHECK(constant_between(1.0, 1.0 + 5e-13));
    CHECK_FALSE(constant_between(1.0, 1.0 + 5e-12));
    CHECK(constant_between(1e6, 1e6 + 5e-7));
    CHECK_FALSE(constant_between(1e6, 1e6 + 5e-6));
    CHECK(constant_between(-1e6 - 5e-7, -1e6));
    CHECK_FALSE(constant_between(-1e6 - 5e-6, -1e6));
    CHECK_FALSE(constant_between(-1.0, 1.0));
    CHECK(constant_between(0.0, 0.0));
}
