#include "chance/distribution.hpp"

#include "chance/sampling.hpp"
#include "chance/uniform.hpp"

#include <doctest/doctest.h>
#include <algorithm>
#include <bit>
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

using namespace goho;
using namespace goho::chance;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

Distribution triangular(double low, double mode, double high) {
    return {.kind = Kind::triangular, .low = low, .mode = mode, .high = high};
}
Distribution pert(double low, double mode, double high) {
    return {.kind = Kind::pert, .low = low, .mode = mode, .high = high};
}
Distribution normal(double mean, double sd) { return {.kind = Kind::normal, .mean = mean, .sd = sd}; }
Distribution lognormal(double median, double sigma) {
    return {.kind = Kind::lognormal, .median = median, .sigma = sigma};
}
Distribution beta(double a, double b, double low = 0.0, double high = 1.0) {
    return {.kind = Kind::beta, .low = low, .high = high, .alpha = a, .beta = b};
}
Distribution flat(double low, double high) { return {.kind = Kind::uniform, .low = low, .high = high}; }
Distribution discrete(std::vector<double> values, std::vector<double> weights) {
    return {.kind = Kind::discrete, .values = std::move(values), .weights = std::move(weights)};
}
Distribution empirical(std::vector<double> values) { return {.kind = Kind::empirical, .values = std::move(values)}; }
Distribution within(Distribution d, double low, double high) {
    d.truncation = Range{low, high};
    return d;
}

std::vector<Distribution> one_of_each() {
    return {triangular(0.008, 0.012, 0.022),
            pert(0.05, 0.15, 0.40),
            normal(0.003, 0.001),
            lognormal(40.0, 0.3),
            beta(2.0, 5.0, -1.0, 3.0),
            flat(-1.6, -0.6),
            discrete({5.0, -2.0, 1.0}, {1.0, 3.0, 2.0}),
            empirical({3.0, 1.0, 4.0, 1.0, 5.0, 9.0, 2.0, 6.0}),
            within(triangular(0.0, 1.0, 4.0), 0.5, 2.0),
            within(pert(0.0, 1.0, 4.0), 0.5, 2.0),
            within(normal(0.0, 1.0), 0.0, infinity),
            within(normal(10.0, 2.0), 12.0, 13.0),
            within(lognormal(2.0, 0.5), 1.0, 3.0),
            within(beta(2.0, 5.0), 0.3, 1.0),
            within(flat(0.0, 10.0), 2.0, 20.0),
            within(discrete({1.0, 2.0, 3.0, 4.0}, {1.0, 2.0, 3.0, 4.0}), 2.0, 3.5),
            within(empirical({0.0, 1.0, 1.0, 4.0, 10.0}), 1.0, 6.0)};
}

}  // namespace

TEST_CASE("distribution: the quantiles are those of an independent library") {
    const auto data = nlohmann::json::parse(std::ifstream(GOHO_SOURCE_DIR "/tests/data/quantiles.json"));
    const std::vector<std::pair<std::string, Distribution>> known{
        {"normal(0.003,0.001)", normal(0.003, 0.001)},
        {"triangular(0.008,0.012,0.022)", triangular(0.008, 0.012, 0.022)},
        {"uniform(-1.6,-0.6)", flat(-1.6, -0.6)},
        {"lognormal(mu=ln40,sigma=0.06)", lognormal(40.0, 0.06)},
        {"beta(2,5)", beta(2.0, 5.0)},
        {"PERT(0.05,0.15,0.40)", pert(0.05, 0.15, 0.40)}};
    for (const auto& entry : known) {
        CAPTURE(entry.first);
        const auto& values = data.at("ppf").at(entry.first);
        for (std::size_t i = 0; i < values.size(); ++i) {
            CHECK(quantile(entry.second, data.at("p")[i]) == doctest::Approx(values[i].get<double>()).epsilon(1e-11));
        }
    }
}

TEST_CASE("distribution: the normal quantile and its tails agree with Boost to 1e-14") {
    const boost::math::normal_distribution<long double> boosts;
    double worst = 0.0, worst_tail = 0.0;
    const auto compare = [&](double u) {
        if (u == 0.5) return;
        worst =
            std::max(worst, std::abs(normal_quantile(u) / static_cast<double>(boost::math::quantile(boosts, u)) - 1.0));
    };
    for (int i = 1; i < 20000; ++i) compare(i / 20000.0);
    for (int i = 1; i < 2000; ++i) compare(std::exp(-i * 0.3));  // to 1e-260
    for (int i = -3700; i <= 850; ++i) {
        const double z = i * 0.01 + 0.003;
        const auto [below, above] = normal_tails(z);
        const auto wanted_below = static_cast<double>(boost::math::cdf(boosts, static_cast<long double>(z)));
        const auto wanted_above =
            static_cast<double>(boost::math::cdf(complement(boosts, static_cast<long double>(z))));
        worst_tail = std::max({worst_tail, std::abs(below / wanted_below - 1.0), std::abs(above / wanted_above - 1.0)});
    }
    CHECK(worst < 1e-14);
    CHECK(worst_tail < 1e-14);
    CHECK(normal_quantile(0.5) == 0.0);
    CHECK(normal_quantile(0.25) == -normal_quantile(0.75));
    CHECK(normal_tails(-40.0).below == 0.0);
    CHECK(normal_tails(-38.0).below > 0.0);
    CHECK(normal_tails(40.0).below == 1.0);
}

TEST_CASE("distribution: the table of a beta's quantile is within 1e-9 of its width, and rises") {
    double worst = 0.0;
    const std::vector<double> shapes{0.2, 0.5, 1.0, 1.7, 3.0, 5.0, 40.0, 1000.0, 1e6};
    for (const double a : shapes) {
        for (const double b : shapes) {
            const Quantile q(beta(a, b));
            const boost::math::beta_distribution<double> boosts(a, b);
            double last = 0.0;
            bool rises = true;
            for (double w = -36.0; w < 36.0; w += 0.0971) {
                const double u = 1.0 / (1.0 + std::exp(-w)), x = q(u);
                rises = rises && x >= last;
                last = x;
                if (x < 1e-200 || x > 1.0 - 1e-12) continue;
                const double miss =
                    u < 0.5 ? boost::math::cdf(boosts, x) - u : boost::math::cdf(complement(boosts, x)) - (1.0 - u);
                worst = std::max(worst, std::abs(miss) / boost::math::pdf(boosts, x));
            }
            CHECK(rises);
        }
    }
    CHECK(worst < 1e-9);
}

TEST_CASE("distribution: a span gives the bits that single numbers give, and may be its own result") {
    std::vector<double> u(1000), x(1000);
    Sampler(Sampling::random, 9, 1000, 1).fill(0, 1000, u);
    u[0] = smallest_uniform, u[1] = largest_uniform;
    for (const auto& d : one_of_each()) {
        const Quantile q(d);
        quantiles(d, u, x);
        bool same = quantile(d, u[17]) == x[17];
        for (std::size_t i = 0; i < u.size(); ++i) same = same && q(u[i]) == x[i];
        CHECK(same);
        auto own = u;
        q(own, own);
        CHECK(own == x);
    }
}

TEST_CASE("distribution: a larger uniform never gives a smaller figure, and none leaves its range") {
    for (const auto& d : one_of_each()) {
        CAPTURE(kind_options[static_cast<int>(d.kind)].key);
        REQUIRE(faults(d).empty());
        const Quantile q(d);
        double last = q(smallest_uniform);
        bool rises = true;
        for (int i = 1; i < 5000; ++i) {
            const double x = q(i / 5000.0);
            rises = rises && x >= last - 1e-15 * std::abs(last);
            last = x;
            if (d.truncation) rises = rises && d.truncation->holds(x);
        }
        CHECK(rises);
        CHECK(q(largest_uniform) >= last);
    }
}

TEST_CASE("distribution: a hundred thousand draws have the mean and the standard deviation") {
    constexpr std::size_t n = 100000;
    std::vector<double> u(n), x(n);
    Sampler(Sampling::random, 20260401, n, 1).fill(0, n, u);
    for (const auto& d : one_of_each()) {
        CAPTURE(kind_options[static_cast<int>(d.kind)].key);
        CAPTURE(d.truncation.has_value());
        quantiles(d, u, x);
        double sum = 0.0, square = 0.0;
        for (const double value : x) sum += value / n;
        for (const double value : x) square += (value - sum) * (value - sum) / n;
        const double sd = standard_deviation(d);
        CHECK(std::abs(sum - mean(d)) < 4.0 * sd / std::sqrt(n));
        CHECK(std::sqrt(square) == doctest::Approx(sd).epsilon(0.015));
    }
}

TEST_CASE("distribution: mean and standard deviation as in the books") {
    const auto check = [](const Distribution& d, double m, double sd) {
        CHECK(mean(d) == doctest::Approx(m).epsilon(1e-9));
        CHECK(standard_deviation(d) == doctest::Approx(sd).epsilon(1e-9));
    };
    // (1 + 2 + 6) / 3 and sqrt((1 + 4 + 36 - 2 - 6 - 12) / 18)
    check(triangular(1.0, 2.0, 6.0), 3.0, std::sqrt(21.0 / 18.0));
    // (0 + 4 + 4) / 6; alpha 2, beta 4: 4 sqrt(2 * 4 / 7) / 6
    check(pert(0.0, 1.0, 4.0), 8.0 / 6.0, 4.0 * std::sqrt(8.0 / 7.0) / 6.0);
    check(normal(3.0, 2.0), 3.0, 2.0);
    check(lognormal(2.0, 0.5), 2.0 * std::exp(0.125), 2.0 * std::exp(0.125) * std::sqrt(std::exp(0.25) - 1.0));
    check(beta(2.0, 3.0, 10.0, 20.0), 14.0, 2.0);
    check(flat(2.0, 8.0), 5.0, 6.0 / std::sqrt(12.0));
    check(discrete({0.0, 10.0}, {3.0, 1.0}), 2.5, std::sqrt(3.0 / 16.0 * 100.0));
    check(empirical({4.0, 0.0}), 2.0, 4.0 / std::sqrt(12.0));
    // The half of a normal distribution above its mean.
    const double half = std::sqrt(2.0 / 3.14159265358979323846);
    check(within(normal(0.0, 1.0), 0.0, infinity), half, std::sqrt(1.0 - half * half));
    check(within(normal(5.0, 1.0), -infinity, infinity), 5.0, 1.0);
    // The rising side alone: density 2x on [0, 1].
    check(within(triangular(0.0, 1.0, 3.0), -1.0, 1.0), 2.0 / 3.0, std::sqrt(1.0 / 18.0));
    check(within(pert(0.0, 1.0, 4.0), 0.0, 4.0), 8.0 / 6.0, 4.0 * std::sqrt(8.0 / 7.0) / 6.0);
    check(within(discrete({0.0, 10.0, 99.0}, {3.0, 1.0, 9.0}), 0.0, 10.0), 2.5, std::sqrt(3.0 / 16.0 * 100.0));
}

TEST_CASE("distribution: truncation restricts the probability and clamps nothing") {
    // Of 0 to 10, 2 to 7 remain: the middle uniform is the middle of these.
    CHECK(quantile(within(flat(0.0, 10.0), 2.0, 7.0), 0.5) == doctest::Approx(4.5).epsilon(1e-14));
    // The upper half of a normal distribution: its median is the upper quartile.
    CHECK(quantile(within(normal(0.0, 1.0), 0.0, infinity), 0.5) == doctest::Approx(0.6744897501960817).epsilon(1e-13));
    // Far out, where a probability near 1 has lost its digits: mirrored tails are mirrored.
    const double above = quantile(within(normal(0.0, 1.0), 5.5, 5.6), 0.3);
    CHECK(above == doctest::Approx(-quantile(within(normal(0.0, 1.0), -5.6, -5.5), 0.7)).epsilon(1e-13));
    CHECK(above > 5.5);
    CHECK(above < 5.6);
    // A beta truncated at its own quantiles for 0.2 and 0.7 has at the middle its own quantile for 0.45.
    const auto own = beta(2.0, 5.0);
    CHECK(quantile(within(own, quantile(own, 0.2), quantile(own, 0.7)), 0.5) ==
          doctest::Approx(quantile(own, 0.45)).epsilon(1e-11));
    // Few draws touch an end.
    const Quantile q(within(lognormal(1.0, 1.0), 0.5, 2.0));
    int at_an_end = 0;
    for (int i = 0; i < 10000; ++i) {
        const double x = q(uniform(3, i, 0));
        at_an_end += x == 0.5 || x == 2.0;
    }
    CHECK(at_an_end == 0);
    CHECK(q.mass() == doctest::Approx(1.0 - 2.0 * normal_tails(-std::log(2.0)).below));
}

TEST_CASE("distribution: how much of each kind a truncation leaves") {
    const auto left = [](const Distribution& d, double low, double high) { return Quantile(within(d, low, high)).mass(); };
    // Of 1, 3, 9: below x on the rising side (x - 1)² / 16, above x on the falling one (9 - x)² / 48.
    CHECK(left(triangular(1.0, 3.0, 9.0), 2.0, 5.0) == doctest::Approx(1.0 - 1.0 / 16.0 - 16.0 / 48.0).epsilon(1e-14));
    CHECK(left(triangular(1.0, 3.0, 9.0), 8.0, 9.0) == doctest::Approx(1.0 / 48.0).epsilon(1e-14));
    CHECK(left(triangular(1.0, 10.0, 11.0), 9.5, 11.0) == doctest::Approx(1.0 - 8.5 * 8.5 / 90.0).epsilon(1e-14));
    CHECK(left(triangular(0.0, 2.0, 2.0), 1.0, 2.0) == doctest::Approx(0.75).epsilon(1e-14));  // the mode is an end
    CHECK(left(triangular(0.0, 0.0, 2.0), 0.0, 1.0) == doctest::Approx(0.75).epsilon(1e-14));
    CHECK(left(flat(2.0, 10.0), 4.0, 9.0) == doctest::Approx(5.0 / 8.0).epsilon(1e-14));
    CHECK(left(flat(2.0, 10.0), 8.0, 9.0) == doctest::Approx(1.0 / 8.0).epsilon(1e-14));
    CHECK(left(flat(2.0, 10.0), 8.0, 20.0) == doctest::Approx(1.0 / 4.0).epsilon(1e-14));
    CHECK(left(lognormal(3.0, 1.0), 0.0, 3.0) == doctest::Approx(0.5).epsilon(1e-14));
    CHECK(left(lognormal(3.0, 1.0), 3.0, infinity) == doctest::Approx(0.5).epsilon(1e-14));
    CHECK(left(lognormal(1.0, 1000.0), 0.0, infinity) == 1.0);  // however wide, nothing is outside
    // Below x a beta of 2 and 5 has 1 - (1 - x)^6 - 6 x (1 - x)^5: at 0.1 that is 0.114265.
    CHECK(left(beta(2.0, 5.0), 0.1, 1.0) == doctest::Approx(0.885735).epsilon(1e-9));
    CHECK(left(beta(2.0, 5.0), 0.0, 0.1) == doctest::Approx(0.114265).epsilon(1e-9));
    CHECK(left(beta(2.0, 5.0, -1.0, 3.0), -0.6, 3.0) == doctest::Approx(0.885735).epsilon(1e-9));
    CHECK(left(discrete({1.0, 2.0, 3.0}, {1.0, 2.0, 3.0}), 1.0, 2.0) == doctest::Approx(0.5).epsilon(1e-15));
    // Own data: as many steps between data as there are.
    CHECK(left(empirical({0.0, 1.0, 2.0, 3.0, 4.0}), 3.0, 4.0) == doctest::Approx(0.25).epsilon(1e-14));
    CHECK(left(empirical({0.0, 1.0, 2.0, 3.0, 4.0}), 0.5, 4.0) == doctest::Approx(3.5 / 4.0).epsilon(1e-14));
    // Data that repeat an end of the truncation are inside.
    CHECK(left(empirical({0.0, 1.0, 1.0, 4.0}), 0.0, 1.0) == doctest::Approx(2.0 / 3.0).epsilon(1e-14));
    CHECK(left(empirical({1.0, 1.0, 2.0}), 0.0, 1.0) == doctest::Approx(0.5).epsilon(1e-14));
    CHECK(left(empirical({1.0, 2.0, 2.0}), 2.0, 9.0) == doctest::Approx(0.5).epsilon(1e-14));
}

TEST_CASE("distribution: what a truncation leaves keeps its proportions") {
    const auto repeated = within(empirical({0.0, 1.0, 1.0, 4.0}), 0.0, 1.0);
    CHECK(quantile(repeated, 0.25) == doctest::Approx(0.5).epsilon(1e-14));
    CHECK(quantile(repeated, 0.75) == 1.0);
    CHECK(quantile(within(empirical({1.0, 1.0, 2.0}), 0.0, 1.0), 0.5) == 1.0);
    CHECK(quantile(within(empirical({1.0, 2.0, 2.0}), 2.0, 9.0), 0.5) == 2.0);
    CHECK(quantile(within(flat(2.0, 10.0), 4.0, 9.0), 0.5) == doctest::Approx(6.5).epsilon(1e-14));
    // The middle of the lower half is the lower quartile.
    CHECK(quantile(within(lognormal(3.0, 1.0), 0.0, 3.0), 0.5) == doctest::Approx(3.0 * std::exp(-0.6744897501960817)).epsilon(1e-13));
    const auto few = within(discrete({1.0, 2.0, 3.0}, {1.0, 2.0, 3.0}), 1.0, 2.0);
    CHECK(quantile(few, 0.33) == 1.0);
    CHECK(quantile(few, 0.34) == 2.0);
    // The mean of what is left of 1, 3, 9 between 2 and 5, and its square, by integrals over both sides.
    const auto part = within(triangular(1.0, 3.0, 9.0), 2.0, 5.0);
    CHECK(mean(part) == doctest::Approx(305.0 / 87.0).epsilon(1e-12));
    CHECK(standard_deviation(part) == doctest::Approx(std::sqrt(751.0 / 58.0 - 305.0 / 87.0 * (305.0 / 87.0))).epsilon(1e-12));
    CHECK(quantile(part, 9.0 / 29.0) == doctest::Approx(3.0).epsilon(1e-13));  // 3/16 of 29/48 is below the mode
}

TEST_CASE("distribution: nothing is drawn from outside a truncation, not even by rounding") {
    bool inside = true;
    for (int i = 1; i < 200; ++i) {
        const double low = i * 0.01, high = low + 0.37;
        for (const auto& d : {normal(0.7, 0.3), lognormal(0.9, 0.4), beta(2.0, 3.0, -1.0, 4.0), pert(-0.3, 0.6, 3.1), flat(-0.7, 2.9)}) {
            const Quantile q(within(d, low, high));
            for (const double u : {smallest_uniform, 1e-12, 1.0 - 1e-12, largest_uniform}) inside = inside && q(u) >= low && q(u) <= high;
        }
    }
    CHECK(inside);
    CHECK(quantile(within(empirical({0.0, 3.0, 7.0, 20.0}), 1.0, 20.0), largest_uniform) == doctest::Approx(20.0).epsilon(1e-14));
}

TEST_CASE("distribution: a beta truncated far out: its table ends at the odds e^38") {
    // Near 0 a beta of 2 and 5 has 15 x² below x, near 1 6 (1 - x)^5 above it.
    const Quantile near_zero(within(beta(2.0, 5.0), 0.0, 1e-4)), near_one(within(beta(2.0, 5.0), 0.98, 1.0));
    CHECK(near_zero(smallest_uniform) / std::sqrt(std::exp(-38.0) / 15.0) == doctest::Approx(1.0).epsilon(1e-6));
    CHECK((1.0 - near_one(largest_uniform)) / std::pow(std::exp(-38.0) / 6.0, 0.2) == doctest::Approx(1.0).epsilon(1e-3));
    // Where it is cut off further out than the table goes, it is as good as whole.
    const Quantile whole(beta(2.0, 5.0)), cut(within(beta(2.0, 5.0), 1e-30, 1.0));
    CHECK(cut.mass() == doctest::Approx(1.0).epsilon(1e-14));
    for (const double u : {0.01, 0.5, 0.99}) CHECK(cut(u) == doctest::Approx(whole(u)).epsilon(1e-12));
}

TEST_CASE("distribution: few possibilities, and own data") {
    const auto dice = discrete({6.0, 1.0, 2.0}, {1.0, 2.0, 1.0});
    for (const auto& [u, value] : std::vector<std::pair<double, double>>{
             {0.01, 1.0}, {0.5, 1.0}, {0.51, 2.0}, {0.75, 2.0}, {0.76, 6.0}, {largest_uniform, 6.0}}) {
        CHECK(quantile(dice, u) == value);
    }
    CHECK(quantile(discrete({1.0, 2.0}, {0.0, 1.0}), smallest_uniform) == 2.0);
    const auto data = empirical({40.0, 10.0, 20.0});
    CHECK(quantile(data, 0.25) == 15.0);
    CHECK(quantile(data, 0.5) == 20.0);
    CHECK(quantile(data, 0.75) == 30.0);
    // From 1 to 6 the positions 1/4 to 3/4 + 1/4 * 2/6 remain, 7/12 in all: 3/7 of it is the repeated 1, and 6/7 of it
    // lies before the datum 4.
    const auto repeated = within(empirical({0.0, 1.0, 1.0, 4.0, 10.0}), 1.0, 6.0);
    CHECK(quantile(repeated, 0.2) == 1.0);
    CHECK(quantile(repeated, 6.0 / 7.0) == doctest::Approx(4.0).epsilon(1e-14));
    CHECK(quantile(repeated, largest_uniform) == doctest::Approx(6.0).epsilon(1e-14));
    CHECK(quantile(empirical({7.0, 7.0}), 0.3) == 7.0);
}

TEST_CASE("distribution: the same bits with every compiler and machine") {
    std::uint64_t hash = 14695981039346656037u;
    for (const auto& d : one_of_each()) {
        const Quantile q(d);
        for (int i = 0; i < 2000; ++i) {
            hash = (hash ^ std::bit_cast<std::uint64_t>(q(uniform(1, i, 2)))) * 1099511628211u;
        }
    }
    CHECK(hash == 8384180146947886738u);
}

TEST_CASE("distribution: what is wrong is said, with the member to be mended") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const auto said = [](const Distribution& d) {
        std::string all;
        for (const auto& fault : faults(d)) {
            CHECK_FALSE(fault.message.en.empty());
            CHECK_FALSE(fault.message.ja.empty());
            all += (all.empty() ? "" : " ") + fault.member + ":" + fault.code;
        }
        return all;
    };
    CHECK(said(triangular(0.0, 0.0, 1.0)).empty());
    CHECK(said(triangular(0.0, 1.0, 1.0)).empty());
    CHECK(said(triangular(2.0, 1.0, 3.0)) == "mode:mode-outside");
    CHECK(said(triangular(2.0, 5.0, 1.0)) == "high:low-high");
    CHECK(said(pert(0.0, 4.0, 3.0)) == "mode:mode-outside");
    CHECK(said(triangular(3.0, 3.0, 3.0)) == "high:low-high");
    CHECK(said(triangular(nan, 3.0, infinity)) == "low:not-finite high:not-finite");
    CHECK(said(normal(0.0, 0.0)) == "sd:not-positive");
    CHECK(said(normal(nan, -1.0)) == "mean:not-finite");
    CHECK(said(lognormal(-1.0, 0.0)) == "median:not-positive sigma:not-positive");
    CHECK(said(beta(0.0, 1e7, 1.0, 0.0)) == "alpha:shape-range beta:shape-range high:low-high");
    CHECK(said(flat(1.0, 0.0)) == "high:low-high");
    CHECK(said(discrete({}, {})) == "values:too-few");
    CHECK(said(discrete({5.0}, {1.0})).empty());
    CHECK(said(discrete({1.0, 2.0}, {1e308, 1e308})) == "weights:weights-zero");
    CHECK(said(discrete({nan, nan}, {1.0, 1.0})) == "values:not-finite");
    CHECK(said(discrete({1.0, nan}, {1.0})) == "values:not-finite weights:lengths-differ");
    CHECK(said(discrete({1.0, 2.0}, {1.0, -1.0})) == "weights:weight-negative");
    CHECK(said(discrete({1.0, 2.0}, {0.0, 0.0})) == "weights:weights-zero");
    CHECK(said(discrete({1.0, 2.0}, {nan, 0.0})) == "weights:not-finite");
    CHECK(said(empirical({1.0})) == "values:too-few");
    CHECK(said(empirical({1.0, infinity})) == "values:not-finite");
    CHECK(said(within(normal(0.0, 1.0), 1.0, -1.0)) == "truncation:truncation-order");
    CHECK(said(within(normal(0.0, 1.0), nan, 1.0)) == "truncation:truncation-order");
    CHECK(said(within(normal(0.0, 1.0), 9.0, infinity)) == "truncation:truncation-mass");
    CHECK(said(within(normal(0.0, 1.0), 1.0, 1.0)) == "truncation:truncation-mass");
    CHECK(said(within(flat(0.0, 1.0), 0.0, 1e-9)).empty());
    CHECK(said(within(flat(0.0, 1.0), 0.0, 0.99e-9)) == "truncation:truncation-mass");
    CHECK(said(within(flat(0.0, 1.0), 2.0, 3.0)) == "truncation:truncation-mass");
    CHECK(said(within(beta(2.0, 5.0), -2.0, -1.0)) == "truncation:truncation-mass");
    CHECK(said(within(discrete({1.0, 2.0}, {1.0, 1.0}), 1.2, 1.8)) == "truncation:truncation-mass");
    CHECK(said(within(discrete({1.0, 2.0}, {1.0, 1.0}), 2.0, 2.0)).empty());
    CHECK(said(within(empirical({1.0, 2.0}), 3.0, 4.0)) == "truncation:truncation-mass");
    const auto fault = faults(triangular(2.0, 1.0, 3.0)).at(0);
    CHECK(fault.message.en == "mode is 1; it must lie between low, 2, and high, 3.");
    CHECK(fault.message.ja == "mode が 1 です。low の 2 から high の 3 までの値にしてください。");
}

TEST_CASE("distribution: each kind names the numbers it reads") {
    CHECK(members(Kind::beta).size() == 4);
    CHECK(members(Kind::beta)[2].name == "low");
    CHECK(members(Kind::beta)[2].need == Need::optional);
    CHECK(members(Kind::discrete).empty());
    CHECK(options(Kind::normal)[static_cast<int>(Kind::normal)].key == "normal");
}
