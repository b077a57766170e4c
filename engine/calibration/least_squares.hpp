// Least squares with bounds for a model that only answers what it gives: fitted values, how sure they are, and what the
// data cannot tell. Several series with noise of their own are weighted by it. Knows nothing of companies.
// Theory: docs/model/calibration.md, CB-2 to CB-9.
#pragma once

#include <cstddef>
#include <functional>
#include <limits>
#include <span>
#include <vector>

namespace goho::calibration {

struct Unknown {
    double start = 0.0;
    double low = -std::numeric_limits<double>::infinity(), high = std::numeric_limits<double>::infinity();
    double step = 1e-3;  // > 0: half the width over which the model's slope is taken
};

/// What the model gives for the values of the unknowns, row by row; asked from several threads at once.
using Model = std::function<std::vector<double>(std::span<const double>)>;

/// One series: its rows stand together. `level` > 0 is its size, by which it counts before its noise is known;
/// `finest` >= 0 is the least noise it can have (rounding).
struct SeriesRows {
    std::size_t first = 0, count = 0;
    double level = 1.0, finest = 0.0;
};

struct LeastSquaresProblem {
    std::vector<Unknown> unknowns;
    std::vector<double> observed;
    std::vector<SeriesRows> series;
    Model model;
    int reweightings = 4;  // of several series by their noise; a single one needs none
    int threads = 0;       // 0: as many as the machine has; the result is the same
};

enum class Standing {
    free,      // fitted
    at_low, at_high,  // the bound was reached
    idle,      // moves nothing of the history: left where it began
    together,  // only a combination with others is known
};

struct Estimate {
    double value = 0.0;
    Standing standing = Standing::free;
    /// Standard error, 95% interval by Student's t, and its degrees of freedom; NaN where it is not known.
    double error = std::numeric_limits<double>::quiet_NaN();
    double low = error, high = error, freedom = error;
};

struct SeriesFit {
    double rmse = 0.0;       // root of the mean squared residual
    double noise = 0.0;      // estimated standard deviation of the noise
    double r_squared = 0.0;  // share of the variance that the model explains; NaN for a history that never moves
};

struct Fit {
    std::vector<Estimate> estimates;
    std::vector<SeriesFit> series;
    std::vector<double> modelled;                // at the fitted values
    std::vector<double> slopes;                  // [row * unknowns + unknown], at the fitted values
    std::vector<double> singular_values;         // of the slopes, each unknown's scaled to length 1; largest first
    std::vector<double> correlations;            // [i * unknowns + j]; NaN where an error is not known
    std::vector<std::vector<std::size_t>> tied;  // unknowns of which only a combination is known
    double residual_deviation = 0.0;             // of the weighted residuals, with n - rank in the denominator
    std::size_t rank = 0;
    bool converged = false;
};

/// Below this share of the largest, a singular value is taken for zero: slopes are taken from whole yen.
inline constexpr double rank_tolerance = 1e-3;

Fit least_squares(const LeastSquaresProblem& problem);

}  // namespace goho::calibration
