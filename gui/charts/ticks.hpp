// Round steps for an axis: 1, 2, 2.5 or 5 times a power of ten, in the unit that is shown.
#pragma once

#include <vector>

namespace goho::gui {

struct Ticks {
    double low = 0.0, high = 1.0, step = 1.0;
    int decimals = 0;  // that the steps need
    std::vector<double> at() const;
    friend bool operator==(const Ticks&, const Ticks&) = default;
};

/// Covers [low, high] with about `wanted` steps, never more than `wanted` + 2. An empty span gets room around it.
Ticks nice_ticks(double low, double high, int wanted);

}  // namespace goho::gui
