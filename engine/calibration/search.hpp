// The search for the values of least squares under given weights, inside the bounds.
#pragma once

#include "calibration/least_squares.hpp"

#include <Eigen/Core>

namespace goho::calibration {

struct Found {
    std::vector<double> values;
    std::vector<Standing> standing;  // free, at_low or at_high
    bool converged = false;
};

/// From `start`, with the weight of every row (1 / its noise).
Found search(const LeastSquaresProblem& problem, const Eigen::VectorXd& weights, std::vector<double> start);

}  // namespace goho::calibration
