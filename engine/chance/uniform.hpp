// The one source of chance: a number that depends on seed, trial, parameter and step alone. Nothing is carried from
// draw to draw, so any trial can be made in any order, on any thread, and two scenarios that share a seed meet the same
// luck. Theory: docs/model/uncertainty.md, "Draws".
#pragma once

#include <Random123/philox.h>
#include <algorithm>
#include <array>
#include <cstdint>

namespace goho::chance {

/// Philox4x32 with ten rounds (Salmon et al. 2011): 128 random bits for a counter and a key.
inline std::array<std::uint32_t, 4> philox(const std::array<std::uint32_t, 4>& counter,
                                           const std::array<std::uint32_t, 2>& key) {
    const auto bits = r123::Philox4x32{}({{counter[0], counter[1], counter[2], counter[3]}}, {{key[0], key[1]}});
    return {bits[0], bits[1], bits[2], bits[3]};
}

/// The random bits of an address.
inline std::array<std::uint32_t, 4> random_bits(std::uint64_t seed, std::uint64_t trial, std::uint32_t parameter,
                                                std::uint32_t step) {
    constexpr auto low = [](std::uint64_t x) { return static_cast<std::uint32_t>(x); };
    constexpr auto high = [](std::uint64_t x) { return static_cast<std::uint32_t>(x >> 32); };
    return philox({low(trial), high(trial), parameter, step}, {low(seed), high(seed)});
}

inline constexpr double smallest_uniform = 0x1p-54;
inline constexpr double largest_uniform = 1.0 - 0x1p-53;

/// The upper 53 of 64 bits as a number strictly between 0 and 1. The 53 bits that are all ones lie half a step below 1,
/// which no double can say: they give the largest double below 1.
constexpr double unit_interval(std::uint64_t bits) {
    return std::min((static_cast<double>(static_cast<std::int64_t>(bits >> 11)) + 0.5) * 0x1p-53, largest_uniform);
}

/// The two uppermost values of `step` are kept for the sampling plans (sampling.cpp).
inline double uniform(std::uint64_t seed, std::uint64_t trial, std::uint32_t parameter, std::uint32_t step = 0) {
    const auto bits = random_bits(seed, trial, parameter, step);
    return unit_interval(std::uint64_t{bits[1]} << 32 | bits[0]);
}

}  // namespace goho::chance
