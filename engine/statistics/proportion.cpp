#include "statistics/proportion.hpp"

#include "core/number.hpp"
#include "statistics/normal.hpp"

#include <cassert>
#include <limits>

namespace goho::statistics {

Proportion proportion(double hits, std::uint64_t trials) {
    if (trials == 0) return {.value = std::numeric_limits<double>::quiet_NaN(), .low = 0.0, .high = 1.0};
    const double n = static_cast<double>(trials), misses = n - hits, s = normal_95 * normal_95;
    assert(0.0 <= hits && hits <= n);
    const double spread = normal_95 * sqrt(hits * misses / n + s / 4.0);
    // With no hit, or none missed, the interval ends at 0 or 1; rounding shall not move it.
    return {.value = hits / n,
            .low = hits == 0.0 ? 0.0 : (hits + s / 2.0 - spread) / (n + s),
            .high = misses == 0.0 ? 1.0 : (hits + s / 2.0 + spread) / (n + s),
            .hits = hits,
            .trials = trials};
}

Contest contest(std::span<const double> differences) {
    Contest c;
    for (const double d : differences) {
        if (d > 0.0) ++c.better;
        else if (d < 0.0) ++c.worse;
        else if (d == 0.0) ++c.equal;
        else ++c.missing;
    }
    c.beats =
        proportion(static_cast<double>(c.better) + 0.5 * static_cast<double>(c.equal), c.better + c.equal + c.worse);
    return c;
}

std::uint64_t trials_for(double half_width, double p) {
    assert(0.0 <= p && p <= 1.0);
    const double off = abs(0.5 - p);
    if (half_width >= 0.5 + off) return 1;
    // The longer side, (u |1/2 - p| + sqrt(u p q + u²/4)) / (1 + u) = h, is a quadratic equation in u = z²/n.
    const double h = half_width, near = h - off;
    const double b = p * (1.0 - p) - 2.0 * h * near;
    const double needed = normal_95 * normal_95 * (b + sqrt(b * b + h * h * (1.0 - 4.0 * near * near))) / (2.0 * h * h);
    if (!(half_width > 0.0 && needed < 1e18)) return std::numeric_limits<std::uint64_t>::max();
    const auto whole = static_cast<std::uint64_t>(needed);
    return static_cast<double>(whole) < needed ? whole + 1 : whole;
}

}  // namespace goho::statistics
