#include "calibration/least_squares.hpp"

#include "calibration/search.hpp"
#include "calibration/slopes.hpp"
#include "core/number.hpp"
#include "statistics/normal.hpp"

#include <Eigen/SVD>
#include <algorithm>
#include <cmath>

namespace goho::calibration {

namespace {

using Eigen::Index, Eigen::MatrixXd, Eigen::VectorXd;

Index at(std::size_t i) { return static_cast<Index>(i); }

/// What the slopes say about the unknowns that are free: how the estimates follow the history, and what stays open.
struct Knowledge {
    std::vector<std::size_t> free;  // unknowns that move something and stand at no bound
    MatrixXd gain;                  // of each free unknown's estimate by each row
    VectorXd leverage;              // of each row
    VectorXd singular;
    MatrixXd open;                  // projector on what the history does not tell, in scaled unknowns
    Index rank = 0;
};

/// The slopes of the free unknowns, each scaled to length 1 while every series counts by its size: what moves alike is
/// a matter of the model, not of how calm a series is.
MatrixXd scaled_slopes(const MatrixXd& slopes, const VectorXd& by_size, const std::vector<std::size_t>& free, VectorXd& length) {
    MatrixXd out(slopes.rows(), at(free.size()));
    length.resize(at(free.size()));
    for (std::size_t c = 0; c < free.size(); ++c) {
        out.col(at(c)) = by_size.asDiagonal() * slopes.col(at(free[c]));
        length[at(c)] = out.col(at(c)).norm();
        out.col(at(c)) /= length[at(c)];
    }
    return out;
}

Knowledge knowledge_of(const MatrixXd& slopes, const VectorXd& weights, const VectorXd& by_size, const LeastSquaresProblem& problem,
                       std::vector<Standing>& standing) {
    Knowledge k;
    double longest = 0.0;
    const auto response = [&](std::size_t j) { return by_size.cwiseProduct(slopes.col(at(j))).norm() * problem.unknowns[j].step; };
    for (std::size_t j = 0; j < standing.size(); ++j) longest = std::max(longest, response(j));
    for (std::size_t j = 0; j < standing.size(); ++j) {
        if (response(j) <= 1e-12 * longest) standing[j] = Standing::idle;
        else if (standing[j] == Standing::free) k.free.push_back(j);
    }
    k.leverage = VectorXd::Zero(weights.size());
    if (k.free.empty()) return k;
    VectorXd length;
    const Eigen::JacobiSVD<MatrixXd> structure(scaled_slopes(slopes, by_size, k.free, length), Eigen::ComputeThinU | Eigen::ComputeFullV);
    k.singular = structure.singularValues();
    while (k.rank < k.singular.size() && k.singular[k.rank] > rank_tolerance * k.singular[0]) ++k.rank;  // CB-8
    const MatrixXd v = structure.matrixV(), unknown = v.rightCols(v.cols() - k.rank);
    k.open = unknown * unknown.transpose();
    // The directions that the history tells, and how estimates along them follow its rows.
    const MatrixXd known = length.cwiseInverse().asDiagonal() * v.leftCols(k.rank);
    MatrixXd slopes_of_free(slopes.rows(), at(k.free.size()));
    for (std::size_t c = 0; c < k.free.size(); ++c) slopes_of_free.col(at(c)) = slopes.col(at(k.free[c]));
    const Eigen::JacobiSVD<MatrixXd> svd(weights.asDiagonal() * slopes_of_free * known, Eigen::ComputeThinU | Eigen::ComputeThinV);
    k.leverage = svd.matrixU().rowwise().squaredNorm();
    k.gain = known * svd.matrixV() * svd.singularValues().cwiseInverse().asDiagonal() * svd.matrixU().transpose() * weights.asDiagonal();  // CB-6
    return k;
}

/// Noise of each series: its residuals over the rows that the fit has not used up.                         CB-5
void measure_noise(const LeastSquaresProblem& problem, const VectorXd& residuals, const VectorXd& leverage, Fit& fit,
                   std::vector<double>& freedom) {
    fit.series.resize(problem.series.size());
    freedom.assign(problem.series.size(), 0.0);
    double relative = 0.0, rows_left = 0.0;
    for (std::size_t s = 0; s < problem.series.size(); ++s) {
        const SeriesRows& rows = problem.series[s];
        const auto part = residuals.segment(at(rows.first), at(rows.count));
        freedom[s] = static_cast<double>(rows.count) - leverage.segment(at(rows.first), at(rows.count)).sum();
        relative += part.squaredNorm() / (rows.level * rows.level);
        rows_left += freedom[s];
        fit.series[s].rmse = goho::sqrt(part.squaredNorm() / static_cast<double>(rows.count));
    }
    for (std::size_t s = 0; s < problem.series.size(); ++s) {
        const SeriesRows& rows = problem.series[s];
        // A series that the fit follows through every row says nothing of its own noise: all together say it.
        const bool speaks = freedom[s] >= 1.0;
        const double squares = residuals.segment(at(rows.first), at(rows.count)).squaredNorm();
        const double pooled = rows_left > 0.0 ? relative / rows_left * rows.level * rows.level : 0.0;
        fit.series[s].noise = std::max(rows.finest, goho::sqrt(speaks ? squares / freedom[s] : pooled));
        if (!speaks) freedom[s] = std::max(rows_left, 0.0);
    }
}

void explain_variance(const LeastSquaresProblem& problem, const VectorXd& residuals, Fit& fit) {
    for (std::size_t s = 0; s < problem.series.size(); ++s) {
        const SeriesRows& rows = problem.series[s];
        double mean = 0.0, around = 0.0;
        for (std::size_t i = 0; i < rows.count; ++i) mean += problem.observed[rows.first + i] / static_cast<double>(rows.count);
        for (std::size_t i = 0; i < rows.count; ++i) {
            const double away = problem.observed[rows.first + i] - mean;
            around += away * away;
        }
        const double left = residuals.segment(at(rows.first), at(rows.count)).squaredNorm();
        fit.series[s].r_squared = around > 1e-12 * rows.level * rows.level ? 1.0 - left / around
                                                                            : std::numeric_limits<double>::quiet_NaN();
    }
}

/// Unknowns that share a direction which the history leaves open belong together.                          CB-8
void tie(const Knowledge& k, Fit& fit) {
    constexpr double share = 0.01;
    std::vector<bool> seen(k.free.size(), false);
    for (std::size_t a = 0; a < k.free.size(); ++a) {
        if (seen[a] || k.open(at(a), at(a)) <= share) continue;
        std::vector<std::size_t> group{a};
        seen[a] = true;
        for (std::size_t g = 0; g < group.size(); ++g) {
            for (std::size_t b = 0; b < k.free.size(); ++b) {
                if (seen[b] || goho::abs(k.open(at(group[g]), at(b))) <= share) continue;
                seen[b] = true;
                group.push_back(b);
            }
        }
        for (std::size_t& member : group) {
            member = k.free[member];
            fit.estimates[member].standing = Standing::together;
        }
        std::sort(group.begin(), group.end());
        fit.tied.push_back(std::move(group));
    }
}

/// Errors from the noise of the series that each estimate follows, and intervals by Student's t.           CB-6, CB-7
void estimate_errors(const LeastSquaresProblem& problem, const Knowledge& k, const std::vector<double>& freedom, Fit& fit) {
    const std::size_t n = problem.unknowns.size();
    VectorXd noise(at(problem.observed.size()));
    for (std::size_t s = 0; s < problem.series.size(); ++s) {
        noise.segment(at(problem.series[s].first), at(problem.series[s].count)).setConstant(fit.series[s].noise);
    }
    fit.correlations.assign(n * n, std::numeric_limits<double>::quiet_NaN());
    if (k.free.empty() || !(fit.residual_deviation >= 0.0)) return;
    const MatrixXd spread = k.gain * noise.asDiagonal();
    const MatrixXd covariance = spread * spread.transpose();
    for (std::size_t a = 0; a < k.free.size(); ++a) {
        Estimate& e = fit.estimates[k.free[a]];
        if (e.standing != Standing::free) continue;
        double spread_of_variance = 0.0;
        for (std::size_t s = 0; s < problem.series.size(); ++s) {
            const SeriesRows& rows = problem.series[s];
            const double part = spread.row(at(a)).segment(at(rows.first), at(rows.count)).squaredNorm();
            if (freedom[s] > 0.0) spread_of_variance += part * part / freedom[s];
        }
        const double variance = covariance(at(a), at(a));
        e.error = goho::sqrt(variance);
        e.freedom = spread_of_variance > 0.0 ? std::max(1.0, variance * variance / spread_of_variance)
                                             : static_cast<double>(problem.observed.size() - fit.rank);  // CB-7
        const double reach = statistics::student_95(static_cast<std::uint64_t>(e.freedom + 1e-6)) * e.error;
        e.low = std::max(problem.unknowns[k.free[a]].low, e.value - reach);
        e.high = std::min(problem.unknowns[k.free[a]].high, e.value + reach);
        for (std::size_t b = 0; b < k.free.size(); ++b) {
            if (fit.estimates[k.free[b]].standing != Standing::free) continue;
            fit.correlations[k.free[a] * n + k.free[b]] =
                covariance(at(a), at(b)) / goho::sqrt(variance * covariance(at(b), at(b)));
        }
    }
}

VectorXd first_weights(const LeastSquaresProblem& problem) {
    VectorXd out(at(problem.observed.size()));
    for (const SeriesRows& rows : problem.series) out.segment(at(rows.first), at(rows.count)).setConstant(1.0 / rows.level);
    return out;
}

/// Lets every series count by its noise; false when that changes next to nothing.
bool reweighted(const LeastSquaresProblem& problem, const Fit& fit, VectorXd& weights) {
    bool changed = false;
    for (std::size_t s = 0; s < problem.series.size(); ++s) {
        const double noise = std::max(fit.series[s].noise, 1e-9 * problem.series[s].level);
        const auto part = weights.segment(at(problem.series[s].first), at(problem.series[s].count));
        changed = changed || goho::abs(part[0] * noise - 1.0) > 1e-3;
    }
    for (std::size_t s = 0; changed && s < problem.series.size(); ++s) {
        const double noise = std::max(fit.series[s].noise, 1e-9 * problem.series[s].level);
        weights.segment(at(problem.series[s].first), at(problem.series[s].count)).setConstant(1.0 / noise);
    }
    return changed;
}

}  // namespace

Fit least_squares(const LeastSquaresProblem& problem) {
    std::vector<double> values;
    for (const Unknown& unknown : problem.unknowns) values.push_back(unknown.start);
    const VectorXd by_size = first_weights(problem);
    VectorXd weights = by_size;
    const int rounds = problem.series.size() > 1 ? problem.reweightings : 0;
    for (int round = 0;; ++round) {
        Fit fit;
        Found found = search(problem, weights, values);
        const MatrixXd jacobian = slopes(problem, found.values);
        const Knowledge k = knowledge_of(jacobian, weights, by_size, problem, found.standing);
        fit.modelled = problem.model(found.values);
        VectorXd residuals(weights.size());
        for (Index i = 0; i < residuals.size(); ++i) residuals[i] = fit.modelled[static_cast<std::size_t>(i)] - problem.observed[static_cast<std::size_t>(i)];
        std::vector<double> freedom;
        measure_noise(problem, residuals, k.leverage, fit, freedom);
        values = found.values;
        if (round < rounds && reweighted(problem, fit, weights)) continue;
        fit.converged = found.converged;
        fit.rank = static_cast<std::size_t>(k.rank);
        for (std::size_t j = 0; j < values.size(); ++j) {
            const bool idle = found.standing[j] == Standing::idle;
            fit.estimates.push_back({idle ? problem.unknowns[j].start : values[j], found.standing[j]});
        }
        tie(k, fit);
        const auto left = static_cast<double>(problem.observed.size()) - static_cast<double>(fit.rank);
        const double squares = weights.cwiseProduct(residuals).squaredNorm();
        fit.residual_deviation = left > 0.0 ? goho::sqrt(squares / left) : std::numeric_limits<double>::quiet_NaN();
        estimate_errors(problem, k, freedom, fit);
        explain_variance(problem, residuals, fit);
        fit.singular_values.assign(k.singular.data(), k.singular.data() + k.singular.size());
        fit.slopes.resize(problem.observed.size() * values.size());
        for (std::size_t i = 0; i < problem.observed.size(); ++i) {
            for (std::size_t j = 0; j < values.size(); ++j) fit.slopes[i * values.size() + j] = jacobian(at(i), at(j));
        }
        return fit;
    }
}

}  // namespace goho::calibration
