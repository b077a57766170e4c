#include "statistics/fan.hpp"

#include "statistics/quantile.hpp"
#include "statistics/stream.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <string>
#include <utility>
#include <vector>

using namespace goho::statistics;
using testing::bell, testing::uniform;

namespace {

const std::vector<double> levels = {0.0, 0.001, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 0.999, 1.0};

const std::vector<std::pair<std::string, std::function<double(std::uint64_t)>>> shapes = {
    {"even", [](std::uint64_t i) { return uniform(i); }},
    {"bell", [](std::uint64_t i) { return 1e7 + 1e6 * bell(i); }},
    {"skewed", [](std::uint64_t i) { return std::exp(1.5 * bell(i)); }},
    {"heavy tails", [](std::uint64_t i) { return (uniform(i) - 0.5) / (uniform(i, 1) + 1e-9); }},
    {"two humps", [](std::uint64_t i) { return bell(i) * 0.01 + (uniform(i) < 0.5 ? -5.0 : 5.0); }},
    {"mostly nought", [](std::uint64_t i) { return uniform(i) < 0.6 ? 0.0 : uniform(i, 1); }},
    {"one value", [](std::uint64_t) { return 12345.678; }},
    {"finer than the numbers", [](std::uint64_t i) { return 1e15 + std::floor(4.0 * uniform(i)) / 4.0; }},
    {"steps", [](std::uint64_t i) { return std::floor(10.0 * uniform(i)) / 10.0; }},
    {"a drift after the first block", [](std::uint64_t i) { return bell(i) + 1e-4 * static_cast<double>(i); }},
};

std::vector<double> draws(const std::function<double(std::uint64_t)>& shape, std::size_t count) {
    std::vector<double> values(count);
    for (std::size_t i = 0; i < count; ++i) values[i] = shape(i);
    return values;
}

Sketch sketch_of(std::span<const double> values, std::size_t limit, const Bounds& bounds) {
    Sketch sketch(limit, bounds);
    for (const double x : values) sketch.add(x);
    return sketch;
}

}  // namespace

TEST_CASE("fan: few values give exact quantiles") {
    const std::vector<double> values = {4.0, 1.0, 3.0, 2.0};
    const Sketch sketch = sketch_of(values, 4, {0.0, 10.0, 10});
    CHECK(sketch.exact());
    CHECK(sketch.quantile(0.25) == Quantile{1.75, 0.0, false});
    for (std::uint64_t rank = 0; rank < 4; ++rank) CHECK(sketch.at_rank(rank).value == static_cast<double>(rank + 1));
    CHECK(sketch.at_rank(2) == Quantile{3.0, 0.0, false});
    const Sketch again = Sketch::from_words(sketch.words());
    CHECK(again.exact());
    CHECK(again.quantile(0.25) == Quantile{1.75, 0.0, false});
}

TEST_CASE("fan: counted in bins, by hand") {
    // Bins of width 10 from 0 to 40; the values 1, 12, 14, 31, 33 are in bins 0, 1, 1, 3, 3.
    // The median is order statistic 2, the second of two in [10, 20): 10 + 10 x 1.5 / 2 = 17.5, wrong by at most 7.5.
    // At 0.25 it is order statistic 1: 10 + 10 x 0.5 / 2 = 12.5.
    const Sketch sketch = sketch_of(std::vector{33.0, 1.0, 14.0, 12.0, 31.0}, 0, {0.0, 40.0, 4});
    CHECK_FALSE(sketch.exact());
    CHECK(sketch.quantile(0.5) == Quantile{17.5, 7.5, false});
    CHECK(sketch.quantile(0.25) == Quantile{12.5, 7.5, false});
    CHECK(sketch.quantile(0.0) == Quantile{1.0, 0.0, false});
    CHECK(sketch.quantile(1.0) == Quantile{33.0, 0.0, false});
}

TEST_CASE("fan: a quantile beyond the bounds says so") {
    // -100 and -50 lie below: only their number and -100 are known.
    const Sketch sketch = sketch_of(std::vector{-100.0, -50.0, 1.0, 2.0, 3.0}, 0, {0.0, 4.0, 4});
    const Quantile low = sketch.quantile(0.25);
    CHECK(low.outside);
    CHECK(std::abs(low.value - -50.0) <= low.error);
    CHECK_FALSE(sketch.quantile(0.75).outside);
    // Between 3, inside, and 50, above.
    const Sketch upper = sketch_of(std::vector{1.0, 2.0, 3.0, 50.0, 100.0}, 0, {0.0, 4.0, 4});
    CHECK(upper.quantile(0.6).outside);
    CHECK_FALSE(upper.quantile(0.4).outside);
    // The lower bound itself is inside.
    CHECK_FALSE(sketch_of(std::vector{-1.0, 0.0, 0.0, 3.0}, 0, {0.0, 4.0, 4}).at_rank(1).outside);
}

TEST_CASE("fan: the error bound holds whatever the shape") {
    for (const auto& [name, shape] : shapes) {
        const std::vector<double> values = draws(shape, 20000);
        const Bounds bounds = bounds_of(std::span(values).first(1000));
        const double width = (bounds.high - bounds.low) / bounds.bins;
        const Sketch sketch = sketch_of(values, 1000, bounds);
        std::vector<double> scratch = values, exact(levels.size());
        quantiles(scratch, levels, exact);
        const std::vector<Quantile> found = sketch.quantiles(levels);
        for (std::size_t i = 0; i < levels.size(); ++i) {
            CAPTURE(name);
            CAPTURE(levels[i]);
            CHECK(std::abs(found[i].value - exact[i]) <= found[i].error * (1.0 + 1e-12) + 1e-12 * std::abs(exact[i]));
            // Numbers near 1e15 stand an eighth apart, and no bin is narrower than that.
            const double finest = std::max(width, name == "finer than the numbers" ? 0.125 : 0.0);
            if (!found[i].outside) CHECK(found[i].error <= finest * (1.0 + 1e-9));
        }
        if (name == "one value") CHECK(found[5] == Quantile{12345.678, 0.0, false});
    }
}

TEST_CASE("fan: merging gives the same words in any order and grouping") {
    for (const auto& [name, shape] : shapes) {
        CAPTURE(name);
        const std::vector<double> values = draws(shape, 600);
        const Bounds bounds = bounds_of(std::span(values).first(100), 64);
        for (const std::size_t limit : {0u, 150u, 250u, 599u, 600u}) {
            CAPTURE(limit);
            const std::span all(values);
            const Sketch a = sketch_of(all.first(100), limit, bounds),
                         b = sketch_of(all.subspan(100, 200), limit, bounds),
                         c = sketch_of(all.subspan(300), limit, bounds);
            const auto merged = [](Sketch x, const Sketch& y) {
                x.merge(y);
                return x;
            };
            const auto whole = sketch_of(all, limit, bounds).words();
            CHECK(merged(merged(a, b), c).words() == whole);
            CHECK(merged(a, merged(b, c)).words() == whole);
            CHECK(merged(c, merged(b, a)).words() == whole);
            CHECK(merged(merged(b, c), a).words() == whole);
            std::vector<double> backwards(values.rbegin(), values.rend());
            CHECK(sketch_of(backwards, limit, bounds).words() == whole);
            CHECK(Sketch::from_words(whole).words() == whole);
            CHECK(merged(Sketch::from_words(a.words()), merged(b, c)).words() == whole);
            CHECK(merged(merged(a, b), c).quantiles(levels) == sketch_of(all, limit, bounds).quantiles(levels));
        }
    }
}

TEST_CASE("fan: trials without result are counted and change nothing else") {
    const double nan = std::nan("");
    const Sketch sketch = sketch_of(std::vector{1.0, nan, 3.0, nan}, 10, {0.0, 4.0, 4});
    CHECK(sketch.count() == 2);
    CHECK(sketch.missing() == 2);
    CHECK(sketch.quantile(0.5).value == 2.0);
    const Quantile none = Sketch(10, {}).quantile(0.5);
    CHECK(std::isnan(none.value));
    CHECK(std::isnan(none.error));
    CHECK_FALSE(none.outside);
    Sketch merged = sketch;
    merged.merge(sketch_of(std::vector{nan, 2.0}, 10, {0.0, 4.0, 4}));
    CHECK(merged.missing() == 3);
    CHECK(merged.count() == 3);
}

TEST_CASE("fan: minus nought is nought") {
    CHECK(sketch_of(std::vector{0.0, -0.0}, 4, {}).words() == sketch_of(std::vector{-0.0, 0.0}, 4, {}).words());
}

TEST_CASE("fan: infinite values stay in the tails") {
    const double infinity = std::numeric_limits<double>::infinity();
    const Sketch sketch = sketch_of(std::vector{-infinity, -infinity, 0.5, 0.6, infinity, infinity, infinity}, 0, {});
    CHECK(sketch.quantile(0.0).value == -infinity);
    CHECK(sketch.quantile(1.0).value == infinity);
    CHECK(sketch.at_rank(1).outside);
    CHECK(sketch.at_rank(1).error == infinity);
    CHECK_FALSE(sketch.at_rank(2).outside);
    CHECK(sketch.at_rank(5).value == 1.0);  // where "above" begins; that is all that is known
    CHECK(sketch.at_rank(5).error == infinity);
}

TEST_CASE("fan: bounds of a first block") {
    // 0 ... 1000: the central 99% goes from 5 to 995, 990 wide; a quarter of it is 247.5.
    std::vector<double> block;
    for (int i = 0; i <= 1000; ++i) block.push_back(i);
    CHECK(bounds_of(block, 100).low == doctest::Approx(-242.5));
    CHECK(bounds_of(block, 100).high == doctest::Approx(1242.5));
    CHECK(bounds_of({}) == Bounds{});
    const double infinity = std::numeric_limits<double>::infinity();
    CHECK(bounds_of(std::vector{1.0, -infinity, 2.0, infinity, std::nan("")}) == bounds_of(std::vector{1.0, 2.0}));
}

TEST_CASE("fan: bounds about one value: a quarter of its size on either side, and no less than a quarter") {
    CHECK(bounds_of(std::vector{8.0, 8.0}) == Bounds{6.0, 10.0});
    CHECK(bounds_of(std::vector{-8.0, -8.0}) == Bounds{-10.0, -6.0});
    CHECK(bounds_of(std::vector{0.5}) == Bounds{0.25, 0.75});
}

TEST_CASE("fan: a value on the edge of two bins is in the upper one") {
    constexpr int bins = 49;
    const double low = 0.1, high = 0.7;
    Sketch sketch(0, {low, high, bins});
    for (int k = 0; k < bins; ++k) {
        sketch.add(low + (high - low) * (static_cast<double>(k) / bins));
        const auto words = sketch.words();  // eight of the sketch itself, then below, the bins, above
        CAPTURE(k);
        for (int i = 0; i < bins; ++i) CHECK(words[9 + static_cast<std::size_t>(i)] == (i <= k ? 1u : 0u));
    }
}

TEST_CASE("fan: every order statistic of many values that are kept") {
    std::vector<double> values;
    for (int i = 0; i < 101; ++i) values.push_back(i * 37 % 101);
    const Sketch sketch = sketch_of(values, 200, {0.0, 101.0, 4});
    for (std::uint64_t rank = 0; rank < 101; ++rank) CHECK(sketch.at_rank(rank).value == static_cast<double>(rank));
}
