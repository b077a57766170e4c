#include "statistics/proportion.hpp"

#include "statistics/stream.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

using namespace goho::statistics;
using testing::uniform;

TEST_CASE("proportion: Wilson's interval as published") {
    // Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 3 (score, without continuity correction).
    struct Case {
        double hits;
        std::uint64_t trials;
        double low, high;
    };
    for (const auto& [hits, trials, low, high] : {Case{81.0, 263, 0.2553, 0.3662}, Case{15.0, 148, 0.0624, 0.1605},
                                                  Case{0.0, 20, 0.0000, 0.1611}, Case{1.0, 29, 0.0061, 0.1718}}) {
        CAPTURE(hits);
        const Proportion p = proportion(hits, trials);
        CHECK(std::abs(p.low - low) <= 0.00005);
        CHECK(std::abs(p.high - high) <= 0.00005);
        const Proportion mirrored = proportion(static_cast<double>(trials) - hits, trials);
        CHECK(mirrored.low == doctest::Approx(1.0 - p.high).epsilon(1e-14));
        CHECK(mirrored.high == doctest::Approx(1.0 - p.low).epsilon(1e-14));
    }
}

TEST_CASE("proportion: the ends") {
    CHECK(proportion(0.0, 50).low == 0.0);
    CHECK(proportion(50.0, 50).high == 1.0);
    CHECK(proportion(50.0, 50).low < 1.0);  // fifty out of fifty is no proof
    CHECK(proportion(1.0, 1).value == 1.0);
    CHECK(proportion(1.0, 1).low == doctest::Approx(1.0 / (1.0 + 3.841459)).epsilon(1e-6));  // 1 / (1 + z²)
    CHECK(std::isnan(proportion(0.0, 0).value));
    CHECK(proportion(0.0, 0).low == 0.0);
    CHECK(proportion(0.0, 0).high == 1.0);
}

TEST_CASE("proportion: the interval covers the truth about as often as it says") {
    for (const double p : {0.02, 0.1, 0.5}) {
        int covered = 0;
        for (std::uint64_t study = 0; study < 2000; ++study) {
            double hits = 0.0;
            for (std::uint32_t i = 0; i < 300; ++i) hits += uniform(study, i) < p ? 1.0 : 0.0;
            const Proportion found = proportion(hits, 300);
            covered += found.low <= p && p <= found.high ? 1 : 0;
        }
        CAPTURE(p);
        CHECK(covered >= 0.93 * 2000);
        CHECK(covered <= 0.98 * 2000);
    }
}

TEST_CASE("proportion: A beats B") {
    // Better twice, equal once, worse once: (2 + 1/2) / 4.
    const Contest c = contest(std::vector{3.0, 0.0, -1.0, 0.5, std::nan("")});
    CHECK(c.beats.value == 0.625);
    CHECK(c.beats.trials == 4);
    CHECK(c.better == 2);
    CHECK(c.equal == 1);
    CHECK(c.worse == 1);
    CHECK(c.missing == 1);
    CHECK(contest(std::vector{0.0, 0.0}).beats.value == 0.5);
}

TEST_CASE("proportion: A beats B and B beats A make one") {
    std::vector<double> forth, back;
    for (std::uint64_t i = 0; i < 101; ++i) {
        forth.push_back(std::floor(5.0 * uniform(i)) - 2.0);
        back.push_back(-forth.back());
    }
    CHECK(contest(forth).beats.value + contest(back).beats.value == doctest::Approx(1.0).epsilon(1e-15));
}

TEST_CASE("proportion: trials needed") {
    for (const double p : {0.0, 0.03, 0.5, 1.0}) {
        for (const double half_width : {0.2, 0.05, 0.01, 0.001}) {
            CAPTURE(p);
            CAPTURE(half_width);
            const std::uint64_t n = trials_for(half_width, p);
            const auto width = [p](std::uint64_t trials) {
                const Proportion at = proportion(p * static_cast<double>(trials), trials);
                return std::max(at.value - at.low, at.high - at.value);
            };
            CHECK(width(n) <= half_width * (1.0 + 1e-9));
            if (n > 1) CHECK(width(n - 1) > half_width);
        }
    }
    CHECK(trials_for(0.01, 0.5) == 9600);  // 1.96² x 0.25 / 0.01² = 9604, less 1.96²
    CHECK(trials_for(0.1, 0.0) == 35);     // no hit: the upper end z²/(n + z²) is 0.1 at n = 9 z² = 34.6
    CHECK(trials_for(0.5, 0.5) == 1);
    CHECK(trials_for(0.6, 0.0) == 3);  // z²/(n + z²) is 0.6 at n = 2/3 z² = 2.56
    CHECK(trials_for(1.0, 0.0) == 1);
    CHECK(trials_for(1e-12, 0.5) == std::numeric_limits<std::uint64_t>::max());  // 10^24 cannot be counted
    CHECK(trials_for(0.0, 0.5) == std::numeric_limits<std::uint64_t>::max());
}
