#include "statistics/convergence.hpp"

#include "statistics/stream.hpp"

#include <doctest/doctest.h>
#include <boost/math/distributions/binomial.hpp>

#include <cmath>
#include <cstdint>
#include <vector>

using namespace goho::statistics;
using testing::bell, testing::uniform;

namespace {

constexpr std::uint64_t studies = 2000;

/// Share of the studies whose interval holds the truth; `study_of` makes one verdict of some draws.
template <class Study> double coverage(double truth, Study study_of) {
    int covered = 0;
    for (std::uint64_t study = 0; study < studies; ++study) {
        const Verdict v = study_of(study);
        covered += v.low <= truth && truth <= v.high ? 1 : 0;
    }
    return covered / static_cast<double>(studies);
}

std::vector<double> bells(std::uint64_t study, std::uint64_t count) {
    std::vector<double> values;
    for (std::uint64_t i = 0; i < count; ++i) values.push_back(bell(study * count + i));
    return values;
}

std::vector<double> exponentials(std::uint64_t study, std::uint64_t count) {
    std::vector<double> values;
    for (std::uint64_t i = 0; i < count; ++i) values.push_back(-std::log(1.0 - uniform(study * count + i)));
    return values;
}

Moments moments_met(const std::vector<double>& values) { return moments_of(values); }

}  // namespace

TEST_CASE("convergence: a mean, by hand") {
    // 2, 4, 9: mean 5, standard error sqrt(13 / 3) = 2.0817, t(2) = 4.3027: ± 8.957.
    const Verdict v = verdict(moments_met({2.0, 4.0, 9.0}), 5.0);
    CHECK(v.half_width == doctest::Approx(8.957).epsilon(1e-4));
    CHECK_FALSE(v.enough);
    CHECK(v.needed == 10);  // 3 x (8.957 / 5)² = 9.63
    CHECK(v.to_halve == 12);
    CHECK(verdict(moments_met({2.0, 4.0, 9.0}), 9.0).enough);
    CHECK(verdict(moments_met({2.0, 4.0, 9.0}), 9.0).needed == 3);
}

TEST_CASE("convergence: a mean's interval covers as it says") {
    for (const std::uint64_t count : {5u, 40u, 200u}) {
        CAPTURE(count);
        const double share = coverage(0.0, [&](auto study) { return verdict(moments_met(bells(study, count)), 1.0); });
        CHECK(share == doctest::Approx(0.95).epsilon(0.016));  // ± 3 standard errors of a share in 2000 studies
    }
    // A skewed figure needs more trials before the mean is nearly normal; this is what 200 give.
    const double skewed = coverage(1.0, [](auto study) { return verdict(moments_met(exponentials(study, 200)), 1.0); });
    CHECK(skewed > 0.93);
    CHECK(skewed < 0.96);
}

TEST_CASE("convergence: a probability") {
    const Verdict v = verdict(proportion(30.0, 100), 0.05);
    CHECK_FALSE(v.enough);
    CHECK(v.needed == trials_for(0.05, 0.3));
    CHECK(v.to_halve == trials_for(v.half_width / 2.0, 0.3));
    CHECK(v.to_halve.value() > 350);  // about four times as many
    CHECK(v.to_halve.value() < 450);
    CHECK(verdict(proportion(0.3 * static_cast<double>(*v.needed), *v.needed), 0.05).enough);
    CHECK(verdict(proportion(0.0, 100), 0.05).enough);
    CHECK(verdict(proportion(0.0, 0), 0.05).low == 0.0);
    const double share = coverage(0.1, [](auto study) {
        double hits = 0.0;
        for (std::uint32_t i = 0; i < 400; ++i) hits += uniform(study, i) < 0.1 ? 1.0 : 0.0;
        return verdict(proportion(hits, 400), 0.01);
    });
    CHECK(share == doctest::Approx(0.95).epsilon(0.016));
}

TEST_CASE("convergence: ranks about the median, as tabulated") {
    // David and Nagaraja, Order Statistics: for 10 values from the 2nd to the 9th, for 20 from the 6th to the 15th.
    CHECK(order_interval(10, 0.5) == Ranks{1, 8});
    CHECK(order_interval(20, 0.5) == Ranks{5, 14});
    CHECK_FALSE(order_interval(5, 0.5));  // all five on one side has probability 1/32 > 2.5%
    CHECK(order_interval(6, 0.5) == Ranks{0, 5});
    CHECK_FALSE(order_interval(100, 0.0));
    CHECK_FALSE(order_interval(0, 0.5));
}

TEST_CASE("convergence: ranks are the narrowest that keep 2.5% on either side") {
    using boost::math::binomial, boost::math::cdf, boost::math::complement;
    for (const unsigned n : {3u, 17u, 100u, 999u, 10000u, 1000000u}) {
        for (const double p : {0.001, 0.05, 0.25, 0.5, 0.9, 0.99}) {
            CAPTURE(n);
            CAPTURE(p);
            const binomial hits(n, p);
            const auto ranks = order_interval(n, p);
            const bool possible = cdf(hits, 0) <= 0.025 && cdf(complement(hits, n - 1)) <= 0.025;
            REQUIRE(ranks.has_value() == possible);
            if (!possible) continue;
            const auto low = static_cast<double>(ranks->low), high = static_cast<double>(ranks->high);
            CHECK(cdf(hits, low) <= 0.025);
            CHECK(cdf(hits, low + 1.0) > 0.025);
            CHECK(cdf(complement(hits, high)) <= 0.025);
            CHECK(cdf(complement(hits, high - 1.0)) > 0.025);
        }
    }
}

TEST_CASE("convergence: fewest trials for an interval about a quantile") {
    CHECK(fewest_trials(0.5) == 6);
    CHECK(fewest_trials(0.05) == 72);  // 0.95^72 = 0.0249
    CHECK(fewest_trials(0.95) == 72);
    CHECK(fewest_trials(0.01) == 368);
    CHECK_FALSE(fewest_trials(1.0));
}

TEST_CASE("convergence: a quantile's interval covers at least as it says") {
    struct Case {
        double p, truth;
    };
    for (const auto& [p, truth] : {Case{0.05, 0.0512933}, Case{0.5, 0.6931472}, Case{0.95, 2.9957323}}) {
        for (const std::uint64_t count : {100u, 500u}) {
            CAPTURE(p);
            CAPTURE(count);
            const double share = coverage(truth, [&](auto study) {
                auto values = exponentials(study, count);
                return verdict(values, p, 0.1);
            });
            CHECK(share >= 0.94);
            CHECK(share <= 0.985);
        }
    }
}

TEST_CASE("convergence: four times the trials halve the interval, about") {
    auto few = bells(1, 2000), many = bells(1, 8000);
    const Verdict v = verdict(few, 0.5, 0.01);
    CHECK(v.to_halve == 8000);
    CHECK(verdict(many, 0.5, 0.01).half_width == doctest::Approx(v.half_width / 2.0).epsilon(0.25));
}

TEST_CASE("convergence: too few trials, equal trials, a trial without result") {
    std::vector<double> few = {1.0, 2.0, 3.0};
    CHECK_FALSE(verdict(few, 0.5, 100.0).enough);
    CHECK_FALSE(verdict(few, 0.5, 100.0).needed);
    CHECK(std::isinf(verdict(few, 0.5, 100.0).half_width));
    CHECK_FALSE(verdict(moments_met({1.0}), 100.0).enough);
    std::vector<double> equal(50, 7.0);
    CHECK(verdict(equal, 0.5, 0.0).enough);
    CHECK(verdict(equal, 0.5, 0.0).to_halve == 50);
    CHECK(verdict(moments_met(equal), 0.0).enough);
    std::vector<double> gap(50, 7.0);
    gap[3] = std::nan("");
    CHECK(std::isnan(verdict(gap, 0.5, 1.0).value));
    CHECK_FALSE(verdict(gap, 0.5, 1.0).enough);
}

TEST_CASE("convergence: a sketch's interval holds the exact one") {
    auto values = bells(3, 5000);
    Sketch fine(100, bounds_of(std::span(values).first(100))), coarse(100, {-6.0, 6.0, 10});
    for (const double x : values) fine.add(x), coarse.add(x);
    for (const double p : {0.05, 0.5, 0.95}) {
        auto scratch = values;
        const Verdict exact = verdict(scratch, p, 0.1), counted = verdict(fine, p, 0.1),
                      rough = verdict(coarse, p, 0.1);
        CHECK(counted.low <= exact.low);
        CHECK(counted.high >= exact.high);
        CHECK(counted.half_width <= exact.half_width * 1.5);
        CHECK(counted.to_halve == 20000);
        CHECK_FALSE(rough.to_halve);  // bins more than one wide do not get finer with more trials
        CHECK_FALSE(rough.needed);
    }
}

TEST_CASE("convergence: a half width missed by a fiftieth needs a twenty-fifth more trials") {
    std::vector<double> values;
    for (int i = 0; i < 1000; ++i) values.push_back(i % 2 == 0 ? 1.0 : -1.0);
    const double now = verdict(moments_met(values), 1.0).half_width;
    CHECK(verdict(moments_met(values), now / 1.02).needed == 1041);  // 1000 x 1.02² = 1040.4
}

TEST_CASE("convergence: more trials than can be counted are not told") {
    const auto of = [](std::uint64_t count) { return verdict(Moments{.count = count, .squares = 1.0, .smallest = -1.0, .largest = 1.0}, 1.0); };
    CHECK(of(240'000'000'000'000'000).to_halve == 960'000'000'000'000'000);
    CHECK_FALSE(of(250'000'000'000'000'000).to_halve);  // 10^18
}

TEST_CASE("convergence: one trial is a value without an interval; none is not even that") {
    const Verdict one = verdict(moments_met({7.0}), 100.0), none = verdict(Moments{}, 100.0);
    CHECK(one.value == 7.0);
    CHECK(one.trials == 1);
    for (const Verdict& v : {one, none}) {
        CHECK(std::isinf(v.half_width));
        CHECK(std::isinf(v.low));
        CHECK_FALSE(v.needed);
    }
    CHECK(verdict(proportion(0.0, 0), 0.05).high == 1.0);
    std::vector<double> gap(50, 7.0);
    gap[3] = std::nan("");
    CHECK(std::isinf(verdict(gap, 0.5, 1.0).half_width));
    CHECK_FALSE(verdict(gap, 0.5, 1.0).needed);
    CHECK_FALSE(fewest_trials(0.0));
}

TEST_CASE("convergence: ranks about the median of every small number of trials") {
    using boost::math::binomial, boost::math::cdf, boost::math::complement;
    for (unsigned n = 6; n <= 400; ++n) {
        CAPTURE(n);
        const auto ranks = order_interval(n, 0.5);
        REQUIRE(ranks);
        const auto low = static_cast<double>(ranks->low);
        CHECK(cdf(binomial(n, 0.5), low) <= 0.025);
        CHECK(cdf(binomial(n, 0.5), low + 1.0) > 0.025);
        CHECK(ranks->high == n - 1 - ranks->low);
    }
}

TEST_CASE("convergence: a sketch whose bins are too wide to tell what more trials would do") {
    // Of ten values ranks 1 and 8 hold the median. In bins of ten from 0 to 40, by hand:
    const auto of = [](const std::vector<double>& values) {
        Sketch sketch(0, {0.0, 40.0, 4});
        for (const double x : values) sketch.add(x);
        return verdict(sketch, 0.5, 1.0);
    };
    // Rank 1 lies in [9, 10), at 9.75 ± 0.75; rank 8, the last of seven in [10, 20), at 19.3 ± 9.3; the median at 14.3.
    const Verdict wide = of({9.0, 9.5, 15.0, 15.0, 15.0, 15.0, 15.0, 15.0, 15.0, 45.0});
    CHECK(wide.low == 9.0);
    CHECK(wide.half_width == doctest::Approx(100.0 / 7.0));
    CHECK_FALSE(wide.to_halve);
    CHECK_FALSE(wide.needed);
    // Rank 8, the last of four in [30, 40), at 38.75 ± 8.75; the median at 29.79, so that the upper side is 17.7 long.
    const Verdict narrower = of({19.0, 19.5, 25.0, 25.0, 25.0, 35.0, 35.0, 35.0, 35.0, 45.0});
    CHECK(narrower.half_width == doctest::Approx(47.5 - (85.0 / 3.0 + 31.25) / 2.0));
    CHECK(narrower.to_halve == 40);
    CHECK(narrower.needed);
}
