#include "chance/sampling.hpp"

#include "chance/uniform.hpp"

#include <doctest/doctest.h>
#include <algorithm>
#include <array>
#include <bit>
#include <boost/random/sobol.hpp>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <numeric>
#include <vector>

using namespace goho::chance;

namespace {

constexpr std::array every_plan{Sampling::random, Sampling::latin_hypercube, Sampling::sobol};

std::vector<double> points(const Sampler& sampler, std::uint64_t first, std::uint64_t count) {
    std::vector<double> out(sampler.dimensions() * count);
    sampler.fill(first, count, out);
    return out;
}
std::vector<double> points(const Sampler& sampler) { return points(sampler, 0, sampler.trials()); }

std::uint32_t upper_bits(double u) { return static_cast<std::uint32_t>(u * 0x1p32); }

/// Mean over the trials of a function whose mean over the unit square is 1.
double mean_of_product(Sampling sampling, std::uint64_t seed, std::uint64_t trials) {
    const auto u = points(Sampler(sampling, seed, trials, 2));
    double sum = 0.0;
    for (std::size_t i = 0; i < trials; ++i) sum += 4.0 * u[i] * u[trials + i];
    return sum / static_cast<double>(trials);
}

}  // namespace

TEST_CASE("sampling: any division into blocks gives the same bits") {
    for (const auto plan : every_plan) {
        CAPTURE(sampling_options[static_cast<int>(plan)].key);
        constexpr std::uint64_t trials = 1000;
        constexpr std::uint32_t dimensions = 7;
        const Sampler sampler(plan, 42, trials, dimensions);
        const auto whole = points(sampler);
        CHECK(std::all_of(whole.begin(), whole.end(), [](double u) { return u > 0.0 && u < 1.0; }));
        for (const std::uint64_t size : {1, 2, 3, 8, 64, 333, 999}) {
            bool same = true;
            for (std::uint64_t last = trials; last > 0; last -= std::min(last, size)) {  // from the end to the start
                const std::uint64_t count = std::min(last, size), first = last - count;
                const auto block = points(sampler, first, count);
                for (std::uint32_t d = 0; d < dimensions; ++d) {
                    for (std::uint64_t i = 0; i < count; ++i) {
                        same = same && block[d * count + i] == whole[d * trials + first + i];
                    }
                }
            }
            CAPTURE(size);
            CHECK(same);
        }
        CHECK(points(Sampler(plan, 42, trials, dimensions)) == whole);
        CHECK(points(Sampler(plan, 43, trials, dimensions)) != whole);
    }
}

TEST_CASE("sampling: a block far inside ten million trials is there at once") {
    for (const auto plan : every_plan) {
        const auto u = points(Sampler(plan, 1, 10'000'000, 3), 9'999'990, 10);
        CHECK(std::all_of(u.begin(), u.end(), [](double x) { return x > 0.0 && x < 1.0; }));
    }
}

TEST_CASE("sampling: independent draws are those of uniform()") {
    const auto u = points(Sampler(Sampling::random, 5, 10, 3));
    CHECK(u[0] == uniform(5, 0, 0));
    CHECK(u[2 * 10 + 7] == uniform(5, 7, 2));
}

TEST_CASE("sampling: a Latin hypercube has one point in each stratum of each dimension") {
    for (const std::uint64_t trials : {1, 2, 3, 4, 5, 10, 99, 100, 101, 1000, 4097, 20011}) {
        CAPTURE(trials);
        constexpr std::uint32_t dimensions = 5;
        const auto u = points(Sampler(Sampling::latin_hypercube, 3, trials, dimensions));
        for (std::uint32_t d = 0; d < dimensions; ++d) {
            std::vector<std::uint64_t> strata;
            for (std::size_t i = 0; i < trials; ++i) {
                strata.push_back(static_cast<std::uint64_t>(u[d * trials + i] * static_cast<double>(trials)));
            }
            if (trials > 20) CHECK_FALSE(std::is_sorted(strata.begin(), strata.end()));
            std::sort(strata.begin(), strata.end());
            std::vector<std::uint64_t> each(trials);
            std::iota(each.begin(), each.end(), 0);
            CHECK(strata == each);
        }
    }
}

TEST_CASE("sampling: a Latin hypercube shuffles: every trial meets every stratum, and pairs of strata, alike") {
    constexpr std::uint64_t trials = 12;
    constexpr int shuffles = 60000;
    std::array<std::array<int, trials>, trials> met{}, pair{};  // [trial][stratum]; strata of trials 2 and 7
    for (int seed = 0; seed < shuffles; ++seed) {
        const auto u = points(Sampler(Sampling::latin_hypercube, seed, trials, 1));
        std::array<std::size_t, trials> stratum{};
        for (std::size_t i = 0; i < trials; ++i) {
            stratum[i] = static_cast<std::size_t>(u[i] * trials);
            ++met[i][stratum[i]];
        }
        ++pair[stratum[2]][stratum[7]];
    }
    // Expected 5,000 of each stratum, standard deviation 68; about 455 of each pair, standard deviation 21.
    for (std::size_t i = 0; i < trials; ++i) {
        for (std::size_t k = 0; k < trials; ++k) {
            CHECK(std::abs(met[i][k] - 5000) < 5 * 68);
            CHECK(pair[i][k] < (i == k ? 1 : 460 + 8 * 21));
            if (i != k) CHECK(pair[i][k] > 455 - 8 * 21);
        }
    }
}

TEST_CASE("sampling: the dimensions of a Latin hypercube are not correlated") {
    constexpr std::size_t trials = 2000;
    constexpr std::size_t dimensions = 10;
    const auto u = points(Sampler(Sampling::latin_hypercube, 11, trials, dimensions));
    for (std::size_t a = 0; a < dimensions; ++a) {
        for (std::size_t b = 0; b < a; ++b) {
            double sum = 0.0;
            for (std::size_t i = 0; i < trials; ++i) sum += (u[a * trials + i] - 0.5) * (u[b * trials + i] - 0.5);
            CHECK(std::abs(sum * 12.0 / trials) < 4.5 / std::sqrt(trials));
        }
    }
}

TEST_CASE("sampling: the Sobol sequence is the published one, but for its shift") {
    const auto data = nlohmann::json::parse(std::ifstream(GOHO_SOURCE_DIR "/tests/data/sobol_points.json"));
    const auto& published = data.at("points");
    REQUIRE(published.size() == 16);
    const auto u = points(Sampler(Sampling::sobol, 7, 16, 10));
    for (std::size_t i = 0; i < 16; ++i) {
        for (std::size_t d = 0; d < 10; ++d) {
            // Point 0 is the corner, so it shows the shift, which the exclusive or takes away.
            CHECK((upper_bits(u[d * 16 + i]) ^ upper_bits(u[d * 16])) * 0x1p-32 == published[i][d].get<double>());
        }
    }
}

TEST_CASE("sampling: the Sobol sequence is Boost's in many dimensions and far out") {
    constexpr std::uint32_t dimensions = 200;
    constexpr std::uint64_t first = 1'000'000, count = 64;
    const Sampler sampler(Sampling::sobol, 7, first + count, dimensions);
    const auto corner = points(sampler, 0, 1), u = points(sampler, first, count);
    boost::random::sobol engine(dimensions);
    engine.seed(first - 1);
    bool same = true;
    for (std::uint64_t i = 0; i < count; ++i) {
        for (std::uint32_t d = 0; d < dimensions; ++d) {
            same = same && (upper_bits(u[d * count + i]) ^ upper_bits(corner[d])) == engine() >> 32;
        }
    }
    CHECK(same);
    CHECK(points(Sampler(Sampling::sobol, 7, 4, most_sobol_dimensions)).size() == 4 * most_sobol_dimensions);
}

TEST_CASE("sampling: every plan is unbiased, and the orderly ones are closer") {
    constexpr int repetitions = 400;
    std::array<double, 3> error{};  // root of the mean square
    for (const auto plan : every_plan) {
        double bias = 0.0, square = 0.0;
        for (int seed = 0; seed < repetitions; ++seed) {
            const double miss = mean_of_product(plan, seed, 256) - 1.0;
            bias += miss / repetitions;
            square += miss * miss / repetitions;
        }
        error[static_cast<std::size_t>(plan)] = std::sqrt(square);
        CHECK(std::abs(bias) < 4.0 * std::sqrt(square / repetitions));
    }
    // 4uv has the variance 7/9: the standard error of 256 independent draws is 0.0551.
    CHECK(error[0] == doctest::Approx(0.0551).epsilon(0.15));
    CHECK(error[1] < 0.5 * error[0]);
    CHECK(error[2] < 0.15 * error[0]);
}

TEST_CASE("sampling: nothing asked, nothing given") {
    for (const auto plan : every_plan) {
        CHECK(points(Sampler(plan, 1, 0, 5)).empty());
        CHECK(points(Sampler(plan, 1, 5, 0)).empty());
    }
}

TEST_CASE("sampling: the points of a Latin hypercube keep a millionth of their stratum from its ends") {
    constexpr std::size_t trials = 4096;  // a power of two, so that strata have no rounding of their own
    const auto u = points(Sampler(Sampling::latin_hypercube, 5, trials, 200));
    double lowest = 1.0, highest = 0.0;
    for (const double x : u) {
        const double inside = x * trials - std::floor(x * trials);
        lowest = std::min(lowest, inside);
        highest = std::max(highest, inside);
    }
    CHECK(lowest >= 0x1p-20);
    CHECK(lowest < 0x1p-20 + 1e-5);  // of 800,000 points one comes that near to the end
    CHECK(highest <= 1.0 - 0x1p-20);
    CHECK(highest > 1.0 - 0x1p-20 - 1e-5);
}

TEST_CASE("sampling: within its stratum a point stands where the independent draw stands between 0 and 1") {
    constexpr std::size_t trials = 1000;
    const auto u = points(Sampler(Sampling::latin_hypercube, 5, trials, 1)), free = points(Sampler(Sampling::random, 5, trials, 1));
    for (std::size_t i = 0; i < trials; ++i) {
        CHECK(std::abs(u[i] * trials - std::floor(u[i] * trials) - free[i]) < 2e-6);
    }
}

TEST_CASE("sampling: no two dimensions of a Latin hypercube are shuffled alike, nor do two orderly plans begin alike") {
    constexpr std::size_t trials = 500;
    constexpr std::uint32_t dimensions = 20;
    const auto u = points(Sampler(Sampling::latin_hypercube, 8, trials, dimensions)), v = points(Sampler(Sampling::sobol, 8, 1, dimensions));
    for (std::size_t a = 0; a < dimensions; ++a) {
        for (std::size_t b = 0; b < a; ++b) {
            int together = 0;
            for (std::size_t i = 0; i < trials; ++i) {
                together += std::floor(u[a * trials + i] * trials) == std::floor(u[b * trials + i] * trials) ? 1 : 0;
            }
            CHECK(together < 12);  // one is expected
            CHECK(v[a] != v[b]);
        }
    }
}

TEST_CASE("sampling: the same bits with every compiler and machine") {
    std::uint64_t hash = 14695981039346656037u;
    for (const auto plan : every_plan) {
        for (const std::uint64_t trials : {1, 9, 1000}) {
            for (const double u : points(Sampler(plan, 20260401, trials, 5))) hash = (hash ^ std::bit_cast<std::uint64_t>(u)) * 1099511628211u;
        }
    }
    CHECK(hash == 6405917901057144255u);
}
