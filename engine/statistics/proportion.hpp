// A probability from trials that hit or missed, with its 95% interval by Wilson (1927), which keeps its promise near 0
// and 1 where the usual plus-minus does not; how often one plan beats another; and how many trials a question needs.
// Leaves out trials that depend on each other. Theory: docs/model/uncertainty-statistics.md.
#pragma once

#include <cstdint>
#include <span>

namespace goho::statistics {

struct Proportion {
    double value = 0.0, low = 0.0, high = 1.0;  // without trials: NaN, anything from 0 to 1
    double hits = 0.0;                          // may hold halves, see Contest
    std::uint64_t trials = 0;
};

/// 0 <= hits <= trials.
Proportion proportion(double hits, std::uint64_t trials);

/// How often A is better than B when both meet the same draws. Strictly better counts one, equal counts one half, so
/// that two equal plans beat each other with probability one half. Ties make the interval wider than it need be.
struct Contest {
    Proportion beats;
    std::uint64_t better = 0, equal = 0, worse = 0;
    std::uint64_t missing = 0;  // NaN: one of the two has no result
};

/// `differences` are A - B, trial by trial, of a figure that is better when larger.
Contest contest(std::span<const double> differences);

/// The smallest number of trials at which the interval about a proportion `p` reaches no further than `half_width` to
/// either side of it. No number is enough for a half width of nothing: the largest number there is.
std::uint64_t trials_for(double half_width, double p);

}  // namespace goho::statistics
