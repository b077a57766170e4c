// Are these trials enough? The 95% interval about a mean, a probability or a quantile, against the half width that was
// asked for, and how many trials would do. An interval tells of the chance in the draws, nothing of whether the model is
// right. Leaves out trials that depend on each other. Theory: docs/model/uncertainty-statistics.md.
#pragma once

#include "statistics/fan.hpp"
#include "statistics/moments.hpp"
#include "statistics/proportion.hpp"

#include <cstdint>
#include <limits>
#include <optional>
#include <span>

namespace goho::statistics {

struct Verdict {
    double value = std::numeric_limits<double>::quiet_NaN();
    double low = -std::numeric_limits<double>::infinity(), high = std::numeric_limits<double>::infinity();
    double half_width = std::numeric_limits<double>::infinity();  // the longer of the two sides
    bool enough = false;                                          // half_width is at most what was asked for
    std::uint64_t trials = 0;
    // All trials together, those made included; nothing where it cannot be said from these trials.
    std::optional<std::uint64_t> needed;    // for the half width that was asked for
    std::optional<std::uint64_t> to_halve;  // for half the present half width
};

/// Student's interval: mean ± t × standard error.
Verdict verdict(const Moments& moments, double wanted);

/// Wilson's interval.
Verdict verdict(const Proportion& proportion, double wanted);

/// The interval between two order statistics, which holds for every distribution. `scratch` is put into another order.
Verdict verdict(std::span<double> scratch, double p, double wanted);

/// The same from a sketch; its ends are moved out by the sketch's error. Where that error is more than half of the half
/// width, more trials will not halve it.
Verdict verdict(const Sketch& sketch, double p, double wanted);

/// Order statistics, from 0, between which the quantile p lies with at least 95%, at most 2.5% on either side. Nothing
/// when there are too few trials for that.
struct Ranks {
    std::uint64_t low = 0, high = 0;
    friend bool operator==(const Ranks&, const Ranks&) = default;
};
std::optional<Ranks> order_interval(std::uint64_t trials, double p);

/// The smallest number of trials for which order_interval() finds ranks; nothing for p of 0 or 1.
std::optional<std::uint64_t> fewest_trials(double p);

}  // namespace goho::statistics
