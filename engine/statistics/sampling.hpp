// What the sensitivity analyses share: where their chance comes from, how they resample, and when an output has no
// variation to explain. They draw nothing themselves: the caller brings a counter-based source, so that a resample does
// not depend on which other ones were made.
#pragma once

#include "core/number.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>

namespace goho::statistics {

/// A uniform number in [0, 1) for the `which`-th coordinate of a draw; the same question has the same answer.
using Uniform = std::function<double(std::uint64_t draw, std::uint32_t which)>;

/// How intervals are found: the analysis is repeated over units (trajectories, rows) drawn with replacement, and the
/// interval leaves out 2.5% of the repetitions on either side.
struct Bootstrap {
    Uniform uniform;
    int resamples = 1000;
};

/// One of `count` > 0 things, all alike.
inline std::size_t one_of(std::size_t count, double uniform) {
    const auto i = static_cast<std::size_t>(uniform * static_cast<double>(count));
    return i < count ? i : count - 1;
}

/// A trial without result, or with one that is no amount, explains nothing.
inline bool has_result(double output) { return abs(output) <= std::numeric_limits<double>::max(); }

/// The outputs differ by no more than the rounding of sums: nothing varies, whatever the last bits say.
inline bool constant_between(double smallest, double largest) {
    return largest - smallest <= 1e-12 * max(abs(smallest), abs(largest));
}

}  // namespace goho::statistics
