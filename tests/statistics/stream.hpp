// A source of uniform numbers for tests: counter-based, so that the k-th number of a stream needs no other.
#pragma once

#include <cstdint>

namespace goho::statistics::testing {

/// SplitMix64 (Steele, Lea and Flood 2014) of a counter; in [0, 1).
inline double uniform(std::uint64_t draw, std::uint32_t which = 0) {
    std::uint64_t z = (draw + 1) * 0x9e3779b97f4a7c15u + (which + std::uint64_t{1}) * 0xd1342543de82ef95u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    z ^= z >> 31;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1p-53;
}

/// Nearly normal, mean 0 and deviation 1: twelve uniform numbers (Irwin and Hall).
inline double bell(std::uint64_t draw) {
    double sum = -6.0;
    for (std::uint32_t k = 0; k < 12; ++k) sum += uniform(draw, k + 100);
    return sum;
}

}  // namespace goho::statistics::testing
