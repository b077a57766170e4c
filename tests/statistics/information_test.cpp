// Linear gains of normal quantities, for which the worth of knowing has a closed form.
#include "statistics/information.hpp"

#include <doctest/doctest.h>
#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <random>

using namespace goho::statistics;

namespace {

double density(double z) { return std::exp(-0.5 * z * z) / std::sqrt(2.0 * std::numbers::pi); }
double below(double z) { return 0.5 * std::erfc(-z / std::numbers::sqrt2); }

/// Of a difference that is expected to be m, of which knowing resolves a standard deviation of s.
double worth_of_normal(double m, double s) { return s == 0.0 ? 0.0 : s * density(m / s) + m * below(m / s) - std::max(0.0, m); }

/// E max(0, f(z)) - max(0, E f(z)) of a standard normal z.
double worth_by_strips(const std::function<double(double)>& f) {
    double best = 0.0, mean = 0.0;
    constexpr double step = 1e-3;
    for (double z = -8.0; z < 8.0; z += step) {
        const double mass = density(z + 0.5 * step) * step, gain = f(z + 0.5 * step);
        best += mass * std::max(0.0, gain);
        mean += mass * gain;
    }
    return best - std::max(0.0, mean);
}

struct World {
    std::vector<std::vector<double>> gains;
    std::vector<double> known, other;
};

/// Two alternatives that share what is large, and differ by `difference` of two normal quantities.
World world(unsigned seed, std::size_t trials, const std::function<double(double, double)>& difference) {
    std::mt19937_64 bits(seed);
    std::normal_distribution<double> normal;
    World w{{{}, {}}, {}, {}};
    for (std::size_t i = 0; i < trials; ++i) {
        const double known = normal(bits), other = normal(bits), common = 50.0 * normal(bits);
        w.known.push_back(known);
        w.other.push_back(other);
        w.gains[0].push_back(1000.0 + common);
        w.gains[1].push_back(1000.0 + common + difference(known, other));
    }
    return w;
}

/// In how many of many worlds the truth lies within two standard errors.
double covered(double truth, const std::function<Worth(unsigned)>& estimate) {
    constexpr int worlds = 200;
    int hits = 0;
    for (unsigned seed = 1; seed <= worlds; ++seed) {
        const Worth worth = estimate(seed);
        CHECK(worth.value >= 0.0);
        if (std::abs(worth.value - truth) <= 2.0 * worth.standard_error) ++hits;
    }
    return hits / double(worlds);
}

}  // namespace

TEST_CASE("information: of one quantity, as the closed form has it, within the error stated") {
    struct Case { double a, b, c; };
    for (const auto& [a, b, c] : {Case{1.0, 3.0, 4.0}, Case{-2.0, 3.0, 4.0}, Case{0.0, 2.0, 6.0}, Case{0.5, -1.0, 1.0}, Case{0.0, 0.4, 5.0}}) {
        CAPTURE(a);
        CAPTURE(b);
        const auto make = [&](unsigned seed) { return world(seed, 2000, [&](double x, double y) { return a + b * x + c * y; }); };
        CHECK(covered(worth_of_normal(a, std::abs(b)), [&](unsigned seed) {
                  const World w = make(seed);
                  return partial_information(w.gains, w.known).worth;
              }) >= 0.9);
        CHECK(covered(worth_of_normal(a, std::hypot(b, c)), [&](unsigned seed) { return perfect_information(make(seed).gains); }) >= 0.9);
    }
}

TEST_CASE("information: near the closed form with many trials") {
    const World w = world(7, 200'000, [](double x, double y) { return 1.0 + 3.0 * x + 4.0 * y; });
    CHECK(partial_information(w.gains, w.known).worth.value == doctest::Approx(worth_of_normal(1.0, 3.0)).epsilon(0.03));
    CHECK(partial_information(w.gains, w.other).worth.value == doctest::Approx(worth_of_normal(1.0, 4.0)).epsilon(0.03));
    CHECK(perfect_information(w.gains).value == doctest::Approx(worth_of_normal(1.0, 5.0)).epsilon(0.03));
}

TEST_CASE("information: what bends is followed") {
    const auto bent = [](double x) { return -0.5 + 2.0 * (x * x - 1.0); };
    const auto step = [](double x) { return 4.0 * std::tanh(2.0 * (x - 0.5)); };
    for (const auto& f : {std::function<double(double)>(bent), std::function<double(double)>(step)}) {
        const double truth = worth_by_strips(f);
        CAPTURE(truth);
        const auto make = [&](unsigned seed) {
            const World w = world(seed, 4000, [&](double x, double y) { return f(x) + 3.0 * y; });
            return partial_information(w.gains, w.known).worth;
        };
        CHECK(covered(truth, make) >= 0.9);
        CHECK(make(3).value == doctest::Approx(truth).epsilon(0.15));
    }
}

TEST_CASE("information: what says nothing is within the noise") {
    for (const double a : {0.0, 1.0, 20.0}) {
        CHECK(covered(0.0, [&](unsigned seed) {
                  const World w = world(seed, 2000, [&](double, double y) { return a + 5.0 * y; });
                  return partial_information(w.gains, w.known).worth;
              }) >= 0.9);
    }
}

TEST_CASE("information: the choice turns where the expected difference changes its sign") {
    const World w = world(5, 4000, [](double x, double y) { return 1.0 + 2.0 * x + 3.0 * y; });
    const auto known = partial_information(w.gains, w.known);
    REQUIRE(known.turns.size() == 1);
    CHECK(known.turns[0].value == doctest::Approx(-0.5).epsilon(0.1));
    CHECK(known.turns[0].below == 0);
    CHECK(known.turns[0].above == 1);
    CHECK(known.curve.size() == 41);
    CHECK(known.curve.front().at < known.curve.back().at);
    CHECK(known.curve.front().gains[1] == 0.0);  // the best on average is what the other is seen from
    CHECK(known.curve.front().gains[0] > 0.0);
    CHECK(known.curve.back().gains[0] < 0.0);
}

TEST_CASE("information: three alternatives, each best somewhere") {
    World w = world(11, 50'000, [](double x, double y) { return 3.0 * x + y; });
    w.gains.push_back(w.gains[0]);
    for (std::size_t i = 0; i < w.known.size(); ++i) w.gains[2][i] += 0.1 - 3.0 * w.known[i];
    // max(0, 3x, 0.1 - 3x) less 0.1, by strips
    double truth = -0.1;
    for (double z = -8.0; z < 8.0; z += 1e-3) truth += density(z) * 1e-3 * std::max({0.0, 3.0 * z, 0.1 - 3.0 * z});
    const auto known = partial_information(w.gains, w.known);
    CHECK(best_on_average(w.gains) == 2);
    CHECK(known.worth.value == doctest::Approx(truth).epsilon(0.03));
    CHECK(known.turns.size() == 1);  // of the best on average against the second; the first is best nowhere
}

TEST_CASE("information: nothing to know where one is always the best, nothing varies, or there is no choice") {
    const World w = world(3, 1000, [](double x, double) { return 10.0 + std::tanh(x); });
    CHECK(perfect_information(w.gains).value == 0.0);
    CHECK(perfect_information(w.gains).standard_error == 0.0);
    CHECK(partial_information(w.gains, w.known).worth.value == 0.0);
    CHECK(partial_information(w.gains, w.known).turns.empty());
    const std::vector<double> constant(1000, 4.0);
    CHECK(partial_information(w.gains, constant).worth.value == 0.0);
    CHECK(partial_information(w.gains, constant).curve.empty());
    const std::vector<std::vector<double>> alone{w.gains[0]}, same{w.gains[0], w.gains[0]};
    CHECK(partial_information(alone, w.known).worth.value == 0.0);
    CHECK(partial_information(same, w.known).worth.value == 0.0);
    CHECK(perfect_information(same).value == 0.0);
}

TEST_CASE("information: a quantity of two or three values") {
    for (const int values : {2, 3}) {
        World w = world(9, 3000, [](double, double) { return 0.0; });
        std::mt19937_64 bits(1);
        std::normal_distribution<double> normal;
        double truth = 0.0;
        for (std::size_t i = 0; i < w.known.size(); ++i) {
            w.known[i] = static_cast<double>(i * 7 % 3000) / 3000.0 < 1.0 / values ? -1.0 : static_cast<double>(i % 2 + (values == 2));
            w.gains[1][i] = w.gains[0][i] + 5.0 * w.known[i] + normal(bits);
            truth += std::max(0.0, 5.0 * w.known[i]) / 3000.0;
        }
        double mean = 0.0;
        for (const double x : w.known) mean += 5.0 * x / 3000.0;
        CHECK(partial_information(w.gains, w.known).worth.value == doctest::Approx(truth - std::max(0.0, mean)).epsilon(0.05));
    }
}
