#include "statistics/quantile.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

using namespace goho::statistics;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

double quantile_of(std::vector<double> values, double p) { return quantile(values, p); }

/// The definition, word by word: sort, stand at (n - 1) p, walk the fraction to the next value.
double by_definition(std::vector<double> values, double p) {
    std::sort(values.begin(), values.end());
    const double at = static_cast<double>(values.size() - 1) * p;
    const auto k = static_cast<std::size_t>(std::floor(at));
    if (k + 1 >= values.size()) return values.back();
    return values[k] + (at - std::floor(at)) * (values[k + 1] - values[k]);
}

struct Stream {
    std::uint64_t state = 88172645463325252u;
    double next() {  // xorshift64
        state ^= state << 13, state ^= state >> 7, state ^= state << 17;
        return static_cast<double>(state >> 11) * 0x1p-53;
    }
};

std::vector<double> shape(const std::string& name, std::size_t count) {
    Stream random;
    std::vector<double> values(count);
    for (std::size_t i = 0; i < count; ++i) {
        const double u = random.next(), x = static_cast<double>(i);
        values[i] = name == "even"         ? u
                    : name == "ascending"  ? x
                    : name == "descending" ? -x
                    : name == "organ pipe" ? std::min(x, static_cast<double>(count) - x)
                    : name == "saw"        ? static_cast<double>(i % 17)
                    : name == "three"      ? std::floor(3.0 * u)
                    : name == "heavy"      ? 1.0 / (u * u + 1e-12)
                    : name == "atom"       ? (u < 0.7 ? 0.0 : u)
                                           : 5.0;
    }
    return values;
}

}  // namespace

TEST_CASE("quantile: worked by hand") {
    // 1, 2, 3, 4: (n - 1) p = 3 x 0.4 = 1.2, so 2 + 0.2 x (3 - 2).
    CHECK(quantile_of({4.0, 1.0, 3.0, 2.0}, 0.4) == doctest::Approx(2.2).epsilon(1e-15));
    CHECK(quantile_of({4.0, 1.0, 3.0, 2.0}, 0.25) == 1.75);
    CHECK(quantile_of({4.0, 1.0, 3.0, 2.0}, 0.5) == 2.5);
    CHECK(quantile_of({4.0, 1.0, 3.0, 2.0}, 0.75) == 3.25);
    CHECK(quantile_of({15.0, 20.0, 35.0, 40.0, 50.0}, 0.4) == 29.0);  // 4 x 0.4 = 1.6: 20 + 0.6 x 15
    CHECK(quantile_of({10.0, 7.0, 4.0, 3.0, 2.0, 1.0}, 0.5) == 3.5);  // numpy.percentile's own example
}

TEST_CASE("quantile: the ends are the smallest and the largest value") {
    CHECK(quantile_of({3.0, -1.0, 2.0}, 0.0) == -1.0);
    CHECK(quantile_of({3.0, -1.0, 2.0}, 1.0) == 3.0);
}

TEST_CASE("quantile: one value is every quantile, and no value has none") {
    for (const double p : {0.0, 0.3, 1.0}) CHECK(quantile_of({7.0}, p) == 7.0);
    CHECK(std::isnan(quantile_of({}, 0.5)));
}

TEST_CASE("quantile: a NaN is not passed over in silence") {
    CHECK(std::isnan(quantile_of({1.0, std::nan(""), 2.0}, 0.0)));
}

TEST_CASE("quantile: infinite values keep their place") {
    CHECK(quantile_of({infinity, 1.0, 2.0}, 0.5) == 2.0);
    CHECK(quantile_of({infinity, 1.0, 2.0}, 0.75) == infinity);
    CHECK(quantile_of({-infinity, 1.0}, 0.25) == -infinity);
    CHECK(quantile_of({infinity, infinity}, 0.5) == infinity);
    CHECK(between(1.0, infinity, 0.0) == 1.0);
    CHECK(between(1.0, infinity, 0.001) == infinity);
}

TEST_CASE("quantile: levels together are the levels one by one, whatever the shape of the values") {
    const std::vector<double> ps = {0.95, 0.05, 0.5, 0.25, 0.75, 0.5, 0.0, 1.0, 0.333, 0.999};
    for (const std::string name :
         {"even", "ascending", "descending", "organ pipe", "saw", "three", "heavy", "atom", "same"}) {
        for (const std::size_t count : {1u, 2u, 3u, 24u, 25u, 100u, 1001u, 10000u}) {
            CAPTURE(name);
            CAPTURE(count);
            const std::vector<double> values = shape(name, count);
            std::vector<double> scratch = values, together(ps.size());
            quantiles(scratch, ps, together);
            std::vector<double> before = values;
            std::sort(before.begin(), before.end());
            for (std::size_t i = 0; i < ps.size(); ++i) {
                CHECK(together[i] == quantile_of(values, ps[i]));
                CHECK(together[i] == doctest::Approx(by_definition(values, ps[i])).epsilon(1e-14));
            }
            std::sort(scratch.begin(), scratch.end());
            CHECK(scratch == before);  // nothing is lost or invented
        }
    }
}
