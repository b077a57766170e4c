#include "chance/path.hpp"

#include "chance/distribution.hpp"
#include "chance/uniform.hpp"

#include <doctest/doctest.h>
#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

using namespace goho::chance;

namespace {
std::vector<double> path(std::uint64_t trial, double persistence, double deviation, std::size_t months) {
    std::vector<double> out(months);
    autoregressive(11, trial, 3, persistence, deviation, out);
    return out;
}
}  // namespace

TEST_CASE("path: two months by hand") {
    // 2 * z, then 0.6 * that + 0.8 * 2 * z
    const double first = 2.0 * normal_quantile(uniform(11, 5, 3, 1));
    const double second = 0.6 * first + 1.6 * normal_quantile(uniform(11, 5, 3, 2));
    const auto months = path(5, 0.6, 2.0, 2);
    CHECK(months[0] == first);
    CHECK(months[1] == doctest::Approx(second).epsilon(1e-15));
}

TEST_CASE("path: every month has the same spread, and months are correlated by their distance") {
    constexpr int trials = 20000;
    constexpr double persistence = 0.8, deviation = 0.05;
    std::array<double, 24> mean{}, square{};
    double next = 0.0, five_on = 0.0;
    for (int trial = 0; trial < trials; ++trial) {
        const auto x = path(trial, persistence, deviation, 24);
        for (std::size_t t = 0; t < 24; ++t) {
            mean[t] += x[t] / trials;
            square[t] += x[t] * x[t] / trials;
        }
        next += x[0] * x[1] / trials;
        five_on += x[10] * x[15] / trials;
    }
    for (std::size_t t = 0; t < 24; ++t) {
        CHECK(std::abs(mean[t]) < 4.5 * deviation / std::sqrt(trials));
        CHECK(std::sqrt(square[t]) == doctest::Approx(deviation).epsilon(0.025));
    }
    CHECK(next == doctest::Approx(0.8 * deviation * deviation).epsilon(0.04));
    CHECK(five_on == doctest::Approx(std::pow(0.8, 5) * deviation * deviation).epsilon(0.1));
}

TEST_CASE("path: longer paths begin as shorter ones do, and another trial has another path") {
    const auto longer = path(1, 0.9, 1.0, 120), shorter = path(1, 0.9, 1.0, 12);
    CHECK(std::equal(shorter.begin(), shorter.end(), longer.begin()));
    CHECK(path(2, 0.9, 1.0, 12) != shorter);
}

TEST_CASE("path: the limits") {
    CHECK(path(1, 0.5, 0.0, 3) == std::vector<double>(3, 0.0));
    const auto fixed = path(1, 1.0, 1.0, 3);
    CHECK(fixed[2] == fixed[0]);
    const auto fresh = path(1, 0.0, 1.0, 3);
    CHECK(fresh[2] == normal_quantile(uniform(11, 1, 3, 3)));
    CHECK(path(1, 0.5, 1.0, 0).empty());
}
