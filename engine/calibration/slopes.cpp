#include "calibration/slopes.hpp"

#include <algorithm>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

namespace goho::calibration {

namespace {

void fill_column(const LeastSquaresProblem& problem, const std::vector<double>& at, std::size_t j, double share, Eigen::MatrixXd& out) {
    const Unknown& unknown = problem.unknowns[j];
    std::vector<double> below = at, above = at;
    below[j] = std::max(unknown.low, at[j] - share * unknown.step);
    above[j] = std::min(unknown.high, at[j] + share * unknown.step);
    const double width = above[j] - below[j];
    if (!(width > 0.0)) return;
    const auto low = problem.model(below), high = problem.model(above);
    for (std::size_t i = 0; i < low.size(); ++i) {
        out(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = (high[i] - low[i]) / width;  // CB-4
    }
}

}  // namespace

Eigen::MatrixXd slopes(const LeastSquaresProblem& problem, const std::vector<double>& at, double share_of_step) {
    Eigen::MatrixXd out = Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(problem.observed.size()),
                                                static_cast<Eigen::Index>(problem.unknowns.size()));
    const auto columns = [&] {
        tbb::parallel_for(std::size_t{0}, problem.unknowns.size(), [&](std::size_t j) { fill_column(problem, at, j, share_of_step, out); });
    };
    if (problem.threads <= 0) columns();
    else tbb::task_arena(problem.threads).execute(columns);
    return out;
}

}  // namespace goho::calibration
