// A straight line through the months of a cost against net sales, in the two ways that textbooks teach: least squares over
// all months, and the months of highest and lowest sales alone (高低点法).
#pragma once

#include <optional>
#include <span>

namespace goho::imports {

struct LineFit {
    double slope = 0.0;      // yen of cost per yen of sales
    double intercept = 0.0;  // yen a month
    double r_squared = 0.0;  // share of the variance that the line explains, 0 to 1; 0 for a cost that never moves
    int months = 0;
};

/// Nothing when there are fewer than three months or sales never move.
std::optional<LineFit> least_squares(std::span<const double> sales, std::span<const double> cost);

/// The line through the months of highest and lowest sales (the first of each); `r_squared` is left at 0.
std::optional<LineFit> high_low(std::span<const double> sales, std::span<const double> cost);

}  // namespace goho::imports
