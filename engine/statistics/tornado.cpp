#include "statistics/tornado.hpp"

#include "statistics/sampling.hpp"

#include <algorithm>

namespace goho::statistics {

std::vector<Bar> tornado(std::span<const Ends> ends, double as_planned) {
    std::vector<Bar> bars;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        const auto [low, high] = ends[i];
        Bar bar{.parameter = i, .at_low = low, .at_high = high};
        bar.missing = !has_result(low) || !has_result(high);
        bar.swing = bar.missing ? std::numeric_limits<double>::quiet_NaN() : high - low;
        if (!bar.missing && has_result(as_planned)) {
            bar.constant = constant_between(min(as_planned, min(low, high)), max(as_planned, max(low, high)));
            bar.one_sided =
                !bar.constant && ((low > as_planned && high > as_planned) || (low < as_planned && high < as_planned));
        }
        bars.push_back(bar);
    }
    std::stable_sort(bars.begin(), bars.end(), [](const Bar& a, const Bar& b) {
        if (a.missing || b.missing) return !a.missing && b.missing;
        return abs(a.swing) > abs(b.swing);
    });
    return bars;
}

}  // namespace goho::statistics
