// Number, mean, variance and extremes of a sample, met one by one or in blocks that are merged. The sums are those of
// Welford (1962) and of Chan, Golub and LeVeque (1983), which keep their digits where a sum of squares loses them. The
// last bits depend on the order, so whoever merges blocks does so by block number. docs/model/uncertainty-statistics.md.
#pragma once

#include "core/number.hpp"

#include <cstdint>
#include <limits>
#include <span>

namespace goho::statistics {

struct Moments {
    std::uint64_t count = 0;
    std::uint64_t missing = 0;  // NaN: trials without result
    double mean = 0.0;
    double squares = 0.0;  // sum of squared distances to the mean
    double smallest = std::numeric_limits<double>::infinity();
    double largest = -std::numeric_limits<double>::infinity();

    void add(double value) {
        if (value != value) {
            ++missing;
            return;
        }
        ++count;
        const double distance = value - mean;
        mean += distance / static_cast<double>(count);
        squares += distance * (value - mean);
        smallest = min(smallest, value);
        largest = max(largest, value);
    }

    void merge(const Moments& next) {
        missing += next.missing;
        if (next.count == 0) return;
        const double own = static_cast<double>(count), others = static_cast<double>(next.count);
        const double distance = next.mean - mean;
        count += next.count;
        const double share = others / static_cast<double>(count);
        mean = own == 0.0 ? next.mean : mean + distance * share;
        squares += next.squares + (own == 0.0 ? 0.0 : distance * distance * (own * share));
        smallest = min(smallest, next.smallest);
        largest = max(largest, next.largest);
    }

    bool constant() const { return count > 0 && smallest == largest; }

    /// Of the population that the sample is from (divided by n - 1). One value says nothing about spread: NaN.
    double variance() const {
        if (count < 2) return std::numeric_limits<double>::quiet_NaN();
        return constant() ? 0.0 : squares / static_cast<double>(count - 1);
    }
    double deviation() const { return count < 2 ? variance() : sqrt(variance()); }
    double standard_error() const { return count < 2 ? variance() : sqrt(variance() / static_cast<double>(count)); }

    friend bool operator==(const Moments&, const Moments&) = default;
};

/// Of values that are at hand together: blocks of 256, each with a second pass, merged in pairs. More digits than `add`.
inline Moments moments_of(std::span<const double> values) {
    constexpr std::size_t block = 256;
    if (values.size() > block) {
        const std::size_t half = (values.size() / 2 + block - 1) / block * block;
        Moments first = moments_of(values.first(half));
        first.merge(moments_of(values.subspan(half)));
        return first;
    }
    Moments m;
    for (const double x : values) m.add(x);
    if (m.count == 0) return m;
    double left = 0.0, squares = 0.0;
    for (const double x : values) {
        const double distance = x != x ? 0.0 : x - m.mean;
        left += distance;
        squares += distance * distance;
    }
    const double correction = left / static_cast<double>(m.count);  // what rounding has left of the mean
    m.mean += correction;
    m.squares = squares - left * correction;
    return m;
}

}  // namespace goho::statistics
