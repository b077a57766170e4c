// Quantiles of a sample that is at hand in full: type 7 of Hyndman and Fan (1996), the default of numpy and R, so that a
// reader can repeat a figure with other tools. Exact, by selection: only the order statistics that are asked for find
// their place. A sample that is too long to keep is fan.hpp's affair. Theory: docs/model/uncertainty-statistics.md.
#pragma once

#include <cstddef>
#include <span>

namespace goho::statistics {

/// Between two neighbouring order statistics, a share t in [0, 1) of the way; rounded as numpy rounds it.
double between(double lower, double upper, double t);

/// Where the quantile p of `count` > 0 values lies: `below` is the order statistic from 0, `share` the way to the next.
struct Position {
    std::size_t below = 0;
    double share = 0.0;
};
Position position(std::size_t count, double p);

/// The quantile at level p in [0, 1]; `scratch` is put into another order. No values: no quantile, NaN. One NaN among
/// the values makes the quantile NaN, as in numpy; whoever wants to leave failed trials out does so first, and says so.
double quantile(std::span<double> scratch, double p);

/// Several levels at once, in any order; out[i] belongs to ps[i].
void quantiles(std::span<double> scratch, std::span<const double> ps, std::span<double> out);

/// The order statistics `ranks` (from 0, ascending) of values without NaN come to stand where a sort would put them.
void place(std::span<double> values, std::span<const std::size_t> ranks);

}  // namespace goho::statistics
