#include "chance/uniform.hpp"

#include <doctest/doctest.h>
#include <cmath>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>
#include <string>

using namespace goho::chance;

TEST_CASE("uniform: Philox gives the published answers") {
    const auto data = nlohmann::json::parse(std::ifstream(GOHO_SOURCE_DIR "/tests/data/philox4x32_10_kat.json"));
    REQUIRE(data.at("vectors").size() == 3);
    for (const auto& known : data.at("vectors")) {
        const auto bits = philox(known.at("ctr"), known.at("key"));
        for (std::size_t i = 0; i < 4; ++i) {
            CHECK(bits[i] == std::stoul(known.at("out_hex")[i].get<std::string>(), nullptr, 16));
        }
    }
}

TEST_CASE("uniform: a number is its address") {
    // The third published answer: key and counter put together from 32-bit halves.
    constexpr std::uint64_t seed = std::uint64_t{698298832} << 32 | 2752067618;
    constexpr std::uint64_t trial = std::uint64_t{2242054355} << 32 | 608135816;
    const std::uint64_t bits = 0x94fdccebd16cfe09;
    CHECK(uniform(seed, trial, 320440878, 57701188) == (static_cast<double>(bits >> 11) + 0.5) / 9007199254740992.0);
    CHECK(uniform(1, 2, 3) == uniform(1, 2, 3, 0));
    CHECK(uniform(1, 2, 3, 4) != uniform(1, 2, 4, 3));
    CHECK(uniform(1, 2, 3) != uniform(2, 1, 3));
    CHECK(uniform(1, 2, 3) != uniform(1, 2 + (std::uint64_t{1} << 32), 3));
}

TEST_CASE("uniform: neither 0 nor 1 ever comes out") {
    CHECK(unit_interval(0) == 0x1p-54);
    CHECK(unit_interval(0) == smallest_uniform);
    CHECK(unit_interval(std::numeric_limits<std::uint64_t>::max()) == std::nextafter(1.0, 0.0));
    CHECK(unit_interval(std::uint64_t{1} << 63) == 0.5);  // half a step above 1/2 rounds to even
}

TEST_CASE("uniform: moments, and no correlation between neighbouring addresses") {
    constexpr int n = 100000;
    double mean = 0.0, square = 0.0, with_trial = 0.0, with_parameter = 0.0, with_step = 0.0;
    for (int i = 0; i < n; ++i) {
        const double u = uniform(20260401, i, 7) - 0.5;
        mean += u / n;
        square += u * u / n;
        with_trial += u * (uniform(20260401, i + 1, 7) - 0.5) * 12.0 / n;
        with_parameter += u * (uniform(20260401, i, 8) - 0.5) * 12.0 / n;
        with_step += u * (uniform(20260401, i, 7, 1) - 0.5) * 12.0 / n;
    }
    // Four standard errors: sd 0.2887 of u, 0.0745 of its square; 1 of a product.
    const double root = std::sqrt(n);
    CHECK(std::abs(mean) < 4.0 * 0.2887 / root);
    CHECK(std::abs(square - 1.0 / 12.0) < 4.0 * 0.0745 / root);
    for (const double correlation : {with_trial, with_parameter, with_step}) CHECK(std::abs(correlation) < 4.0 / root);
}
