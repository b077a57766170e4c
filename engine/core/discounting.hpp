// What money of later months is worth today. Plain sums; what is discounted is the caller's affair.
#pragma once

#include "core/number.hpp"

#include <optional>
#include <span>

namespace goho {

inline double monthly_rate(double annual_rate) { return goho::pow(1.0 + annual_rate, 1.0 / 12.0) - 1.0; }
inline double annual_rate(double monthly_rate) { return power(1.0 + monthly_rate, 12) - 1.0; }

/// The first flow is now, the next one a period later. Nothing when the rate is -100% or less: then there is no
/// discounting.
inline std::optional<double> net_present_value(double rate, std::span<const double> flows) {
    if (!(rate > -1.0)) return {};
    double value = 0.0;
    for (std::size_t i = flows.size(); i-- > 0;) value = value / (1.0 + rate) + flows[i];  // KP-37
    return value;
}

/// The value on a plan's first day of the money of its months, which comes at their ends.
inline std::optional<double> value_of_months(double annual_rate, std::span<const double> flows) {
    if (!(annual_rate > -1.0)) return {};
    const double rate = monthly_rate(annual_rate);
    return *net_present_value(rate, flows) / (1.0 + rate);
}

}  // namespace goho
