// How every figure of the history moves with every unknown: the model asked on both sides of a point.
#pragma once

#include "calibration/least_squares.hpp"

#include <Eigen/Core>

namespace goho::calibration {

/// Half differences, one-sided where a bound is near; columns are reckoned in parallel.                    CB-4
Eigen::MatrixXd slopes(const LeastSquaresProblem& problem, const std::vector<double>& at, double share_of_step = 1.0);

}  // namespace goho::calibration
