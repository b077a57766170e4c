// Sobol' indices: which share of an output's variance a parameter explains by itself (first order) and together with all
// others (total). Leaves out the source of the points; any that is good for integration in 2 x parameters dimensions will
// do. Holds for independent parameters only. Theory: docs/model/uncertainty-statistics.md.
#pragma once

#include "statistics/sampling.hpp"

#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace goho::statistics::sobol {

/// Trials that Saltelli's design needs for `base` base rows.
constexpr std::size_t cost(std::size_t parameters, std::size_t base) { return base * (parameters + 2); }

/// The design is a block of parameters + 2 trials for each base row: the point a, the point b, then a with its first
/// parameter from b, a with its second from b, and so on. More base rows leave the first trials as they are.
struct Row {
    std::size_t base = 0;   // which pair of points a and b
    std::size_t place = 0;  // within the block

    constexpr bool from_b(std::size_t parameter) const { return place == 1 || place == parameter + 2; }
};
constexpr Row row_of(std::size_t trial, std::size_t parameters) {
    return {trial / (parameters + 2), trial % (parameters + 2)};
}

/// The point of a row, from its two base points.
void fill(const Row& row, std::span<const double> a, std::span<const double> b, std::span<double> point);

enum class FirstOrder {
    saltelli,  // Saltelli et al. (2010): least noise for parameters that explain little
    janon,     // Janon et al. (2014): least noise for parameters that explain much, and never above 1
};

struct Settings {
    Bootstrap bootstrap;
    FirstOrder first_order = FirstOrder::saltelli;
    double width = 0.1;  // converged when no 95% interval is this wide
};

/// Estimates are never brought back to where an index can be; it is said when they are elsewhere.
enum class Standing {
    possible,
    within_noise,  // below 0 or above 1, but the interval is not
    beyond_noise,  // more rows are needed, or the parameters are not independent
};

struct Index {
    double value = 0.0, low = 0.0, high = 0.0;  // with its 95% interval
    Standing standing = Standing::possible;
};

struct Indices {
    std::vector<Index> first, total;  // by parameter
    Index sum_of_first;               // below 1 as far as parameters act together
    double mean = 0.0, variance = 0.0;
    std::size_t rows = 0, dropped = 0;  // base rows; one is dropped when any trial of its block has no result
    bool constant = false;              // nothing varies: all indices are nought, and none is converged
    double widest = std::numeric_limits<double>::infinity();
    bool converged = false;
};

/// `outputs` in the order of the trials. With fewer than two rows that have results, all figures are NaN.
Indices analyse(std::span<const double> outputs, std::size_t parameters, const Settings& settings);

}  // namespace goho::statistics::sobol
