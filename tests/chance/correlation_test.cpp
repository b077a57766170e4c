#include "chance/correlation.hpp"

#include "chance/sampling.hpp"

#include <doctest/doctest.h>
#include <Eigen/Eigenvalues>
#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <string>
#include <vector>

using namespace goho::chance;

namespace {

constexpr std::size_t trials = 100000;

std::vector<double> independent(int dimensions, std::size_t count = trials) {
    std::vector<double> u(static_cast<std::size_t>(dimensions) * count);
    Sampler(Sampling::random, 20260401, count, static_cast<std::uint32_t>(dimensions)).fill(0, count, u);
    return u;
}

double rank_correlation(const std::vector<double>& u, std::size_t a, std::size_t b) {
    const auto ranks = [&](std::size_t dimension) {
        std::vector<std::size_t> order(trials);
        std::iota(order.begin(), order.end(), std::size_t{0});
        const double* own = &u[dimension * trials];
        std::sort(order.begin(), order.end(), [&](auto x, auto y) { return own[x] < own[y]; });
        std::vector<double> rank(trials);
        for (std::size_t i = 0; i < trials; ++i) rank[order[i]] = (static_cast<double>(i) + 0.5) / trials - 0.5;
        return rank;
    };
    const auto x = ranks(a), y = ranks(b);
    return 12.0 * std::inner_product(x.begin(), x.end(), y.begin(), 0.0) / trials;
}

double spearman(double rho) { return 6.0 / 3.14159265358979323846 * std::asin(rho / 2.0); }

std::string said(int dimensions, const std::vector<Correlation>& correlations) {
    const auto prepared = prepare(dimensions, correlations);
    CHECK(prepared.factor.has_value() == prepared.faults.empty());
    std::string all;
    for (const auto& fault : prepared.faults) {
        CHECK_FALSE(fault.message.en.empty());
        CHECK_FALSE(fault.message.ja.empty());
        all += (all.empty() ? "" : " ") + std::to_string(fault.pair) + ":" + fault.code;
    }
    return all;
}

}  // namespace

TEST_CASE("correlation: the ranks are correlated as wanted, and each dimension stays uniform") {
    const std::vector<Correlation> wanted{{4, 1, 0.5}, {1, 2, -0.3}, {2, 4, 0.2}, {6, 5, 0.95}};
    const auto prepared = prepare(8, wanted);
    REQUIRE(prepared.factor);
    auto u = independent(8);
    correlate(*prepared.factor, u, trials);
    for (const auto& [a, b, rho] : wanted)
        CHECK(rank_correlation(u, a, b) == doctest::Approx(spearman(rho)).epsilon(0.02));
    CHECK(std::abs(rank_correlation(u, 1, 5)) < 4.0 / std::sqrt(trials));
    CHECK(std::abs(rank_correlation(u, 0, 4)) < 4.0 / std::sqrt(trials));
    for (std::size_t d = 0; d < 8; ++d) {
        std::vector<double> own(&u[d * trials], &u[d * trials] + trials);
        std::sort(own.begin(), own.end());
        double distance = 0.0;  // of Kolmogorov and Smirnov: 1.95 / sqrt(n) is passed once in a thousand times
        for (std::size_t i = 0; i < trials; ++i)
            distance = std::max(distance, std::abs(own[i] - (static_cast<double>(i) + 0.5) / trials));
        CHECK(distance < 1.95 / std::sqrt(trials));
    }
}

TEST_CASE("correlation: what no correlation leads keeps its uniforms bit for bit") {
    const auto before = independent(5, 1000);
    auto u = before;
    const auto prepared = prepare(5, std::vector<Correlation>{{1, 3, 0.6}});
    REQUIRE(prepared.factor);
    correlate(*prepared.factor, u, 1000);
    for (const std::size_t d : {0, 1, 2, 4}) {
        CHECK(std::equal(&u[d * 1000], &u[d * 1000] + 1000, &before[d * 1000]));
    }
    CHECK_FALSE(std::equal(&u[3000], &u[3000] + 1000, &before[3000]));
    // Of 0 and 1, on both of which 2 hangs, neither is led by the other.
    auto led = before;
    const auto fork = prepare(5, std::vector<Correlation>{{0, 2, 0.5}, {1, 2, 0.5}});
    REQUIRE(fork.factor);
    correlate(*fork.factor, led, 1000);
    CHECK(std::equal(&led[0], &led[0] + 2000, &before[0]));
    CHECK_FALSE(std::equal(&led[2000], &led[2000] + 1000, &before[2000]));
    const auto none = prepare(5, {});
    REQUIRE(none.factor);
    auto kept = before;
    correlate(*none.factor, kept, 1000);
    CHECK(kept == before);
}

TEST_CASE("correlation: any division into blocks gives the same bits, and the same with every compiler") {
    const auto prepared = prepare(3, std::vector<Correlation>{{0, 1, 0.7}, {1, 2, -0.4}, {0, 2, -0.6}});
    REQUIRE(prepared.factor);
    auto whole = independent(3, 1000);
    const auto before = whole;
    correlate(*prepared.factor, whole, 1000);
    bool same = true;
    for (std::size_t i = 0; i < 1000; ++i) {
        std::vector<double> one{before[i], before[1000 + i], before[2000 + i]};
        correlate(*prepared.factor, one, 1);
        for (std::size_t d = 0; d < 3; ++d) same = same && one[d] == whole[d * 1000 + i];
    }
    CHECK(same);
    std::uint64_t hash = 14695981039346656037u;
    for (const double u : whole) hash = (hash ^ std::bit_cast<std::uint64_t>(u)) * 1099511628211u;
    CHECK(hash == 4676986188925576508u);
}

TEST_CASE("correlation: the extremes stay strictly between 0 and 1") {
    const auto prepared = prepare(3, std::vector<Correlation>{{0, 1, 0.9}, {1, 2, 0.9}, {0, 2, 0.9}});
    REQUIRE(prepared.factor);
    for (const double extreme : {0x1p-54, 1.0 - 0x1p-53}) {
        std::vector<double> u(3, extreme);
        correlate(*prepared.factor, u, 1);
        for (const double x : u) CHECK((x > 0.0 && x < 1.0));
    }
}

TEST_CASE("correlation: the nearest matrix is the published one") {
    // N. J. Higham (2002), "Computing the nearest correlation matrix - a problem from finance", IMA Journal of Numerical
    // Analysis 22, 329-343, has both; the further digits are those of github.com/mikecroucher/nearest_correlation.
    const auto close = [](double x, double published) { return std::abs(x - published) < 1e-8; };
    Eigen::MatrixXd three(3, 3);
    three << 1, 1, 0, 1, 1, 1, 0, 1, 1;
    const auto near_three = nearest_correlation_matrix(three);
    CHECK(close(near_three(0, 1), 0.76068985));
    CHECK(close(near_three(1, 2), 0.76068985));
    CHECK(close(near_three(0, 2), 0.15729811));

    Eigen::MatrixXd four(4, 4);
    four << 2, -1, 0, 0, -1, 2, -1, 0, 0, -1, 2, -1, 0, 0, -1, 2;
    const auto near_four = nearest_correlation_matrix(four);
    CHECK(close(near_four(0, 1), -0.8084125));
    CHECK(close(near_four(0, 2), 0.1915875));
    CHECK(close(near_four(0, 3), 0.10677505));
    CHECK(close(near_four(1, 2), -0.65623269));
    CHECK(close(near_four(2, 3), -0.8084125));
    for (const auto& matrix : {near_three, near_four}) {
        CHECK(Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd>(matrix).eigenvalues().minCoeff() > -1e-8);
        for (Eigen::Index i = 0; i < matrix.rows(); ++i) CHECK(matrix(i, i) == 1.0);
    }
}

TEST_CASE("correlation: a contradiction names the pair that must give way most, and what would be possible") {
    // If 0 goes with 1 and 1 with 2, 0 cannot go against 2. Dimension 7 has nothing to do with it.
    const std::vector<Correlation> wanted{{7, 9, 0.3}, {0, 1, 0.8}, {1, 2, 0.8}, {2, 0, -0.9}};
    const auto prepared = prepare(10, wanted);
    REQUIRE_FALSE(prepared.factor);
    REQUIRE(prepared.faults.size() == 1);
    const auto& fault = prepared.faults[0];
    CHECK(fault.code == "contradiction");
    CHECK(fault.pair == 3);
    REQUIRE(fault.nearest.size() == 4);
    CHECK(fault.nearest[0].rho == doctest::Approx(0.3).epsilon(0.01));
    CHECK(fault.nearest[3].a == 2);
    CHECK(fault.nearest[3].rho > -0.9);
    CHECK(fault.message.en.find("-0.9 of 2 and 0") != std::string::npos);
    CHECK(prepare(10, fault.nearest).factor.has_value());

    // The same seen from the other side of dimension 2: now 2 and 0 have to give way downwards.
    const auto turned = prepare(10, std::vector<Correlation>{{0, 1, 0.8}, {1, 2, -0.8}, {2, 0, 0.9}});
    REQUIRE(turned.faults.size() == 1);
    CHECK(turned.faults[0].pair == 2);
    CHECK(turned.faults[0].nearest[2].rho == doctest::Approx(-fault.nearest[3].rho).epsilon(0.001));

    // What moves most need not be what is largest.
    const auto beside = prepare(5, std::vector<Correlation>{{3, 4, 0.95}, {0, 1, 0.8}, {1, 2, 0.8}, {2, 0, -0.9}});
    REQUIRE(beside.faults.size() == 1);
    CHECK(beside.faults[0].pair == 3);

    // Of pairs that have to give way alike the first is named, whatever the last bits.
    for (int hundredths = 55; hundredths < 100; ++hundredths) {
        CAPTURE(hundredths);
        const double rho = hundredths / 100.0;
        for (const double sign : {1.0, -1.0}) {
            const auto alike = prepare(3, std::vector<Correlation>{{0, 1, sign * rho}, {1, 2, rho}, {0, 2, sign * -rho}});
            REQUIRE(alike.faults.size() == 1);
            CHECK(alike.faults[0].pair == 0);
        }
    }

    // Where nothing was given for a pair, something may have to be.
    const std::vector<Correlation> chain{{0, 1, 0.9}, {1, 2, 0.9}};
    const auto missing = prepare(3, chain);
    REQUIRE(missing.faults.size() == 1);
    REQUIRE(missing.faults[0].nearest.size() == 3);
    CHECK(missing.faults[0].nearest[2].a == 0);
    CHECK(missing.faults[0].nearest[2].b == 2);
    CHECK(missing.faults[0].nearest[2].rho > 0.0);
    CHECK(prepare(3, missing.faults[0].nearest).factor.has_value());
}

TEST_CASE("correlation: what is wrong with a pair by itself") {
    CHECK(said(3, {{0, 1, 0.5}, {1, 2, 0.5}}).empty());
    CHECK(said(3, {{0, 0, 0.5}}) == "0:with-itself");
    CHECK(said(3, {{0, 3, 0.5}, {-1, 0, 0.5}}) == "0:dimension-unknown 1:dimension-unknown");
    CHECK(said(3, {{0, 1, 0.5}, {1, 0, 0.5}}) == "1:pair-twice");
    CHECK(said(3, {{0, 1, 1.0}, {1, 2, -1.0}, {0, 2, std::numeric_limits<double>::quiet_NaN()}}) ==
          "0:rho-range 1:rho-range 2:rho-range");
    CHECK(said(3, {{0, 0, 2.0}}) == "0:with-itself 0:rho-range");
}
