#include "calibration/search.hpp"

#include "calibration/slopes.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <unsupported/Eigen/LevenbergMarquardt>

namespace goho::calibration {

namespace {

Eigen::VectorXd weighted_residuals(const LeastSquaresProblem& problem, const Eigen::VectorXd& weights, const std::vector<double>& at) {
    const auto modelled = problem.model(at);
    Eigen::VectorXd out(weights.size());
    for (Eigen::Index i = 0; i < out.size(); ++i) {
        const auto row = static_cast<std::size_t>(i);
        out[i] = (modelled[row] - problem.observed[row]) * weights[i];  // CB-2
    }
    return out;
}

/// The search goes by slopes close by; how sure a value is goes by wider ones, which rounding disturbs less.
constexpr double narrow = 0.1;

/// Where the search begins, in steps: not at zero, which would give it no idea of what is small.
constexpr double begin = 1000.0;

/// The unknowns that are free, in units of their steps; beyond a bound the model stays as it is there.
struct Inside : Eigen::DenseFunctor<double> {
    const LeastSquaresProblem& problem;
    const Eigen::VectorXd& weights;
    const std::vector<double>& origin;
    const std::vector<std::size_t>& free;

    Inside(const LeastSquaresProblem& problem_, const Eigen::VectorXd& weights_, const std::vector<double>& origin_,
           const std::vector<std::size_t>& free_)
        : Eigen::DenseFunctor<double>(static_cast<int>(free_.size()), static_cast<int>(weights_.size())), problem(problem_),
          weights(weights_), origin(origin_), free(free_) {}

    bool beyond(const Eigen::VectorXd& x, std::size_t k) const {
        const Unknown& unknown = problem.unknowns[free[k]];
        const double value = wanted(x, k);
        return value < unknown.low || value > unknown.high;
    }
    double wanted(const Eigen::VectorXd& x, std::size_t k) const {
        return origin[free[k]] + (x[static_cast<Eigen::Index>(k)] - begin) * problem.unknowns[free[k]].step;
    }
    std::vector<double> point(const Eigen::VectorXd& x) const {
        std::vector<double> out = origin;
        for (std::size_t k = 0; k < free.size(); ++k) {
            const Unknown& unknown = problem.unknowns[free[k]];
            out[free[k]] = std::clamp(wanted(x, k), unknown.low, unknown.high);
        }
        return out;
    }
    int operator()(const Eigen::VectorXd& x, Eigen::VectorXd& residuals) const {
        residuals = weighted_residuals(problem, weights, point(x));
        return 0;
    }
    int df(const Eigen::VectorXd& x, Eigen::MatrixXd& jacobian) const {
        const Eigen::MatrixXd all = weights.asDiagonal() * slopes(problem, point(x), narrow);
        jacobian.resize(all.rows(), static_cast<Eigen::Index>(free.size()));
        for (std::size_t k = 0; k < free.size(); ++k) {
            const auto column = static_cast<Eigen::Index>(k);
            jacobian.col(column) = all.col(static_cast<Eigen::Index>(free[k])) * problem.unknowns[free[k]].step;
            if (beyond(x, k)) jacobian.col(column).setZero();
        }
        return 0;
    }
};

bool minimised(const LeastSquaresProblem& problem, const Eigen::VectorXd& weights, const std::vector<std::size_t>& free,
               std::vector<double>& values) {
    // Eigen asks for at least as many rows as unknowns.
    if (free.empty() || weights.size() < static_cast<Eigen::Index>(free.size())) return free.empty();
    const std::vector<double> origin = values;
    Inside inside(problem, weights, origin, free);
    Eigen::LevenbergMarquardt<Inside> lm(inside);
    lm.setFtol(1e-13);
    lm.setXtol(1e-10);
    lm.setMaxfev(2000);
    lm.setFactor(1.0);  // a first step that stays near: far away a model may be flat
    Eigen::VectorXd x = Eigen::VectorXd::Constant(static_cast<Eigen::Index>(free.size()), begin);
    const auto status = lm.minimize(x);
    values = inside.point(x);
    return status != Eigen::LevenbergMarquardtSpace::ImproperInputParameters &&
           status != Eigen::LevenbergMarquardtSpace::TooManyFunctionEvaluation;
}

Standing standing_of(const Unknown& unknown, double value) {
    return value <= unknown.low ? Standing::at_low : value >= unknown.high ? Standing::at_high : Standing::free;
}

/// The unknown at a bound which the history pulls back inside most strongly; -1 when none.
int pulled_inside(const LeastSquaresProblem& problem, const Eigen::VectorXd& weights, const Found& found) {
    const Eigen::VectorXd residuals = weighted_residuals(problem, weights, found.values);
    const Eigen::MatrixXd jacobian = weights.asDiagonal() * slopes(problem, found.values);
    int strongest = -1;
    double most = 1e-6;  // cosine between residuals and slope: less is no pull
    for (std::size_t j = 0; j < found.values.size(); ++j) {
        if (found.standing[j] == Standing::free) continue;
        const auto column = jacobian.col(static_cast<Eigen::Index>(j));
        const double size = column.norm() * residuals.norm();
        if (!(size > 0.0)) continue;
        const double pull = (found.standing[j] == Standing::at_low ? -1.0 : 1.0) * column.dot(residuals) / size;
        if (pull > most) most = pull, strongest = static_cast<int>(j);
    }
    return strongest;
}

}  // namespace

Found search(const LeastSquaresProblem& problem, const Eigen::VectorXd& weights, std::vector<double> start) {
    const std::size_t n = problem.unknowns.size();
    for (std::size_t j = 0; j < n; ++j) start[j] = std::clamp(start[j], problem.unknowns[j].low, problem.unknowns[j].high);
    Found found{std::move(start), std::vector<Standing>(n, Standing::free), false};
    for (std::size_t round = 0; round < 4 * n + 4; ++round) {  // CB-3
        std::vector<std::size_t> free;
        for (std::size_t j = 0; j < n; ++j) {
            if (found.standing[j] == Standing::free) free.push_back(j);
        }
        found.converged = minimised(problem, weights, free, found.values);
        bool bound_reached = false;
        for (const std::size_t j : free) {
            found.standing[j] = standing_of(problem.unknowns[j], found.values[j]);
            bound_reached = bound_reached || found.standing[j] != Standing::free;
        }
        if (bound_reached) continue;
        const int released = pulled_inside(problem, weights, found);
        if (released < 0) return found;
        found.standing[static_cast<std::size_t>(released)] = Standing::free;
    }
    found.converged = false;
    return found;
}

}  // namespace goho::calibration
