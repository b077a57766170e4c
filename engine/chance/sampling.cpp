#include "chance/sampling.hpp"

#include "chance/uniform.hpp"

#include <bit>
#include <boost/random/sobol.hpp>
#include <cassert>
#include <tuple>

namespace goho::chance {

namespace {

// Addresses of what a plan itself draws; no trial draws there, because a path never has so many steps.
constexpr std::uint32_t step_of_strata = 0xffffffff;
constexpr std::uint32_t step_of_shift = 0xfffffffe;

}  // namespace

Sampler::Sampler(Sampling sampling, std::uint64_t seed, std::uint64_t trials, std::uint32_t dimensions)
    : sampling_(sampling), seed_(seed), trials_(trials), dimensions_(dimensions) {
    assert(trials <= most_trials);
    if (trials == 0 || dimensions == 0) return;
    if (sampling == Sampling::latin_hypercube) prepare_strata();
    if (sampling == Sampling::sobol) prepare_sequence();
}

void Sampler::fill(std::uint64_t first_trial, std::uint64_t count, std::span<double> out) const {
    assert(first_trial + count <= trials_ && out.size() == dimensions_ * count);
    if (count == 0) return;
    for (std::uint32_t d = 0; d < dimensions_; ++d) {
        const auto own = out.subspan(d * count, count);
        if (sampling_ == Sampling::sobol) {
            fill_sequence(d, first_trial, own);
        } else {
            fill_random(d, first_trial, own);
            if (sampling_ == Sampling::latin_hypercube) place_in_strata(d, first_trial, own);
        }
    }
}

void Sampler::fill_random(std::uint32_t dimension, std::uint64_t first_trial, std::span<double> out) const {
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = uniform(seed_, first_trial + i, dimension);
}

// Latin hypercube ---------------------------------------------------------------------------------------------------

/// The rounds of the shuffle are looked up: a table of the square root of the trials for each dimension.
void Sampler::prepare_strata() {
    while (std::uint64_t{side_} * side_ < trials_) ++side_;
    rounds_.resize(std::size_t{dimensions_} * side_);
    for (std::uint32_t d = 0; d < dimensions_; ++d) {
        for (std::uint32_t half = 0; half < side_; ++half) {
            Rounds& rounds = rounds_[std::size_t{d} * side_ + half];
            for (std::size_t round = 0; round < rounds.size(); ++round) {
                const auto bits = random_bits(seed_, 2 * half + round / 4, d, step_of_strata);
                rounds[round] = static_cast<std::uint32_t>(std::uint64_t{bits[round % 4]} * side_ >> 32);
            }
        }
    }
}

/// A Feistel network (Luby and Rackoff 1988) on the square: each round adds to one half what the other half says, which
/// can be undone, so every stratum is hit once. Four rounds would do for a large square; on a square of a few trials
/// pairs of strata then meet unequally often, and six rounds mend that. Who lands beyond the last stratum walks on until he is inside.
void Sampler::place_in_strata(std::uint32_t dimension, std::uint64_t first_trial, std::span<double> out) const {
    // A millionth of a stratum stays free at both its ends, so that no rounding carries a point to its neighbour.
    constexpr double inside = 1.0 - 0x1p-19;
    const Rounds* rounds = &rounds_[std::size_t{dimension} * side_];
    const std::uint32_t side = side_;
    const auto trials = static_cast<double>(trials_);
    auto row = static_cast<std::uint32_t>(first_trial / side), column = static_cast<std::uint32_t>(first_trial % side);
    for (double& u : out) {
        std::uint32_t left = row, right = column;
        std::uint64_t stratum = 0;
        do {
            for (std::size_t round = 0; round < std::tuple_size_v<Rounds>; ++round) {
                const std::uint32_t sum = left + rounds[right][round];
                left = right;
                right = sum >= side ? sum - side : sum;
            }
            stratum = std::uint64_t{left} * side + right;
        } while (stratum >= trials_);
        u = (static_cast<double>(stratum) + 0.5 + (u - 0.5) * inside) / trials;
        if (++column == side) {
            column = 0;
            ++row;
        }
    }
}

// Sobol sequence ----------------------------------------------------------------------------------------------------

/// Boost's engine gives whole points one after another. Its direction numbers can be read off the points, and with them
/// each dimension is reckoned by itself. Point 2^k of the sequence is the sum (exclusive or) of the numbers k and k - 1.
void Sampler::prepare_sequence() {
    assert(dimensions_ <= most_sobol_dimensions);
    directions_ = static_cast<std::uint32_t>(std::bit_width(trials_));
    direction_.resize(std::size_t{dimensions_} * directions_);
    boost::random::sobol engine(dimensions_);
    for (std::uint32_t k = 0; k < directions_; ++k) {
        engine.seed((std::uint64_t{1} << k) - 1);  // the engine leaves out point 0
        for (std::uint32_t d = 0; d < dimensions_; ++d) {
            std::uint64_t* own = &direction_[std::size_t{d} * directions_];
            own[k] = engine() ^ (k == 0 ? 0 : own[k - 1]);
        }
    }
    for (std::uint32_t d = 0; d < dimensions_; ++d) {
        const auto bits = random_bits(seed_, 0, d, step_of_shift);
        shift_.push_back(std::uint64_t{bits[1]} << 32 | bits[0]);
    }
}

/// In the order of Gray's code one direction number is added from point to point (Antonov and Saleev 1979). The random
/// shift makes every point uniform by itself, so that means are unbiased, and moves point 0 away from the corner.
void Sampler::fill_sequence(std::uint32_t dimension, std::uint64_t first_trial, std::span<double> out) const {
    const std::uint64_t* own = &direction_[std::size_t{dimension} * directions_];
    std::uint64_t point = shift_[dimension];
    std::uint64_t code = first_trial ^ (first_trial >> 1);
    for (std::size_t k = 0; code != 0; ++k, code >>= 1) point ^= (code & 1) != 0 ? own[k] : 0;
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i] = unit_interval(point);
        point ^= own[std::countr_one(first_trial + i)];
    }
}

}  // namespace goho::chance
