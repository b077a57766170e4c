// Sampling plans: which point of the unit cube each trial of a simulation gets. Whatever the plan, a trial's point is
// reckoned from its number, so a block of trials can be asked for in any order and from any thread, and ten million
// trials need no more memory than ten. Theory: docs/model/uncertainty.md, "Draws".
#pragma once

#include "core/parameter.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace goho::chance {

enum class Sampling { random, latin_hypercube, sobol };

inline constexpr auto sampling_options = std::to_array<Option>({
    {"random", {"Independent draws", "単純無作為抽出"}},
    {"latin_hypercube", {"Latin hypercube", "ラテン超方格"}},
    {"sobol", {"Sobol sequence", "Sobol列（準乱数）"}},
});
constexpr std::span<const Option> options(Sampling) { return sampling_options; }

/// What the plans can hold: Boost has direction numbers for so many dimensions, and a stratum of so many keeps its
/// place in a double.
inline constexpr std::uint32_t most_sobol_dimensions = 3667;
inline constexpr std::uint64_t most_trials = std::uint64_t{1} << 31;

class Sampler {
public:
    /// A Latin hypercube depends on the number of trials; the points of the other plans do not.
    Sampler(Sampling sampling, std::uint64_t seed, std::uint64_t trials, std::uint32_t dimensions);

    /// out[dimension * count + i] becomes the uniform of trial first_trial + i, strictly between 0 and 1.
    void fill(std::uint64_t first_trial, std::uint64_t count, std::span<double> out) const;

    Sampling sampling() const { return sampling_; }
    std::uint64_t trials() const { return trials_; }
    std::uint32_t dimensions() const { return dimensions_; }

private:
    /// What the rounds of a Latin hypercube's shuffle add for one value of the other half.
    using Rounds = std::array<std::uint32_t, 6>;

    void prepare_strata();
    void prepare_sequence();
    void fill_random(std::uint32_t dimension, std::uint64_t first_trial, std::span<double> out) const;
    void place_in_strata(std::uint32_t dimension, std::uint64_t first_trial, std::span<double> out) const;
    void fill_sequence(std::uint32_t dimension, std::uint64_t first_trial, std::span<double> out) const;

    Sampling sampling_;
    std::uint64_t seed_, trials_;
    std::uint32_t dimensions_;
    std::uint32_t side_ = 0;                // the strata are shuffled on a square of side_ * side_ >= trials
    std::vector<Rounds> rounds_;            // [dimension * side_ + half]
    std::uint32_t directions_ = 0;          // direction numbers of a dimension
    std::vector<std::uint64_t> direction_;  // [dimension * directions_ + bit]
    std::vector<std::uint64_t> shift_;      // [dimension]
};

}  // namespace goho::chance
