// A smooth curve through a cloud of points: a natural cubic spline by least squares, straight beyond its outer knots,
// with as many bends as the points can tell from noise. Leaves out weights and more than one explaining quantity.
// Theory: docs/model/information.md.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace goho::statistics {

/// The functions that a curve is made of, over the values of one quantity: 1, x, and one for each bend.
class SplineBasis {
public:
    /// `bends` >= 0 beyond a straight line, with knots at quantiles of the values. Nothing where the values are too few or
    /// too alike to tell so many bends.
    static std::optional<SplineBasis> over(std::span<const double> values, int bends);

    std::size_t size() const { return knots_.empty() ? 2 : knots_.size(); }
    /// The functions at x, made orthonormal over the values.
    void at(double x, std::span<double> out) const;
    /// [value * size()]: the functions at each of the values.
    std::span<const double> rows() const { return rows_; }

private:
    void raw(double x, std::span<double> out) const;
    bool orthonormalize(std::span<const double> values);

    double middle_ = 0.0, width_ = 1.0;
    std::vector<double> knots_;  // of the scaled values
    std::vector<double> into_;   // lower triangle [function * size()]: from the plain functions to the orthonormal ones
    std::vector<double> rows_;
};

/// The basis for these points that the Akaike-like criterion prefers: a bend must lower the sum of squares by as much as
/// two standard errors of it would. At least a straight line; nothing where the values never vary.            VI-3
std::optional<SplineBasis> chosen_basis(std::span<const double> values, std::span<const double> points);

}  // namespace goho::statistics
