#include "charts/ticks.hpp"

#include <algorithm>
#include <cmath>

namespace goho::gui {

std::vector<double> Ticks::at() const {
    std::vector<double> out;
    const int count = static_cast<int>(std::lround((high - low) / step));
    for (int i = 0; i <= count; ++i) {
        const double value = low + step * i;
        out.push_back(std::abs(value) < step * 1e-9 ? 0.0 : value);
    }
    return out;
}

Ticks nice_ticks(double low, double high, int wanted) {
    if (!std::isfinite(low) || !std::isfinite(high)) return {};
    if (low > high) std::swap(low, high);
    if (high - low < std::max(std::abs(low), std::abs(high)) * 1e-6 ||
        high == low) {  // a flat line needs room to be seen
        const double room = std::max(std::abs(low) * 0.1, 0.5);
        low -= low > 0.0 && low < room ? low : room;
        high += room;
    }
    const double rough = (high - low) / std::max(1, wanted);
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    double step = power * 10.0;
    for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
        if (factor * power >= rough * (1.0 - 1e-9)) {
            step = factor * power;
            break;
        }
    }
    Ticks ticks;
    ticks.step = step;
    ticks.low = std::floor(low / step + 1e-9) * step;
    ticks.high = std::ceil(high / step - 1e-9) * step;
    if (ticks.high <= ticks.low) ticks.high = ticks.low + step;
    while (ticks.decimals < 6) {
        const double scaled = step * std::pow(10.0, ticks.decimals);
        if (std::abs(scaled - std::round(scaled)) < 1e-6) break;
        ++ticks.decimals;
    }
    return ticks;
}

}  // namespace goho::gui
