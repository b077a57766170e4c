// What it is worth to know something before choosing: of everything (EVPI), and of one quantity alone (EVPPI), from trials
// in which all alternatives met the same luck. That of one quantity is found without further trials: what each alternative
// is expected to bring at each value of the quantity is a smooth curve through the trials (Strong, Oakley and Brennan
// 2014). Leaves out what measuring costs, and measurements that leave doubt. Theory: docs/model/information.md.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace goho::statistics {

/// [alternative][trial]: what each brings, the more the better; at least one alternative, all of the same trials.
using Gains = std::span<const std::vector<double>>;

/// Fewer trials tell neither a curve nor its error.
inline constexpr std::size_t fewest_information_trials = 200;

/// An expectation and its standard error, by leaving out each of twenty groups of trials in turn.             VI-4
struct Worth {
    double value = 0.0, standard_error = 0.0;
    /// Whether it stands out of the noise of the trials.
    bool tells() const { return value > 2.0 * standard_error; }
};

/// The alternative with the highest mean; the first of equals.
std::size_t best_on_average(Gains gains);

/// What knowing everything before choosing adds to the best mean.                                              VI-1
Worth perfect_information(Gains gains);

/// A value of the quantity at which another alternative becomes the best to expect.
struct Turn {
    double value = 0.0;
    std::size_t below = 0, above = 0;  // the best alternatives on either side
};

/// What the alternatives are expected to bring beyond the one with the highest mean, at one value of the quantity.
struct Expected {
    double at = 0.0;
    std::vector<double> gains;  // by alternative; zero for the best on average
};

struct PartialInformation {
    Worth worth;
    std::vector<Turn> turns;        // of the best on average against another, within 99% of the draws, rising
    std::vector<Expected> curve;    // evenly over 95% of the draws, rising; none where the quantity never varies
};

/// Of one quantity, whose value in each trial is given.                                                        VI-2
PartialInformation partial_information(Gains gains, std::span<const double> quantity);

}  // namespace goho::statistics
