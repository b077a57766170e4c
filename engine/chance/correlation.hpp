// Uncertain figures that go together: a Gaussian copula over the uniforms of a trial. Each figure keeps its own
// distribution; only the order in which large and small values meet changes. Figures that no correlation names keep
// their uniforms bit for bit. Theory: docs/model/uncertainty.md, "Draws".
#pragma once

#include "core/label.hpp"

#include <Eigen/Core>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace goho::chance {

/// The correlation of the normal numbers behind two dimensions; the rank correlation is 6 / pi * asin(rho / 2).
struct Correlation {
    int a = 0, b = 0;
    double rho = 0.0;
    friend bool operator==(const Correlation&, const Correlation&) = default;
};

/// The Cholesky factor of the correlation matrix, for the correlated dimensions alone.
struct Factor {
    int dimensions = 0;
    std::vector<int> touched;               // ascending
    std::vector<std::vector<double>> rows;  // lower triangle: rows[i] holds i + 1 numbers
};

/// What is wrong with one of the correlations.
struct CorrelationFault {
    std::string code;  // stable: "dimension-unknown", "with-itself", "pair-twice", "rho-range", "contradiction"
    int pair = 0;      // which of the correlations given
    Text message;
    /// For a contradiction, correlations that are possible and together nearest to those given, to four decimals: first
    /// the given pairs in their order, then pairs for which nothing was given.
    std::vector<Correlation> nearest;
};

struct Prepared {
    std::optional<Factor> factor;
    std::vector<CorrelationFault> faults;  // none when there is a factor
};
Prepared prepare(int dimensions, std::span<const Correlation> correlations);

/// uniforms[dimension * count + i], strictly between 0 and 1 before and after.
void correlate(const Factor& factor, std::span<double> uniforms, std::size_t count);

/// The correlation matrix nearest to a symmetric matrix in the Frobenius norm (Higham 2002); it may be singular.
Eigen::MatrixXd nearest_correlation_matrix(const Eigen::MatrixXd& given);

}  // namespace goho::chance
