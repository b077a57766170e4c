#include "document/lever_ranges.hpp"

#include "core/format.hpp"

#include <algorithm>
#include <cmath>

namespace goho::gui {

namespace {

/// 1, 2 or 5 times a power of ten, at most `value`.
double round_step(double value) {
    if (!(value > 0.0)) return 1.0;
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    const double lead = value / power;
    return (lead >= 5.0 ? 5.0 : lead >= 2.0 ? 2.0 : 1.0) * power;
}

int decimals_of(double step) { return std::max(0, static_cast<int>(std::ceil(-std::log10(step) - 1e-9))); }

}  // namespace

double rounded_digits(double value, int digits) {
    if (value == 0.0 || !std::isfinite(value)) return value;
    const double places = digits - 1 - std::floor(std::log10(std::abs(value)));
    if (places >= 0.0) {
        const double power = std::pow(10.0, places);
        return std::round(value * power) / power;
    }
    const double power = std::pow(10.0, -places);
    return std::round(value / power) * power;
}

void set_ranges(Lever& lever) {
    const double base = lever.base.value_or(lever.standard), size = std::abs(base);
    const double span = lever.plausible.high - lever.plausible.low;
    // A range of a hundred times the value is no guide: half to one and a half is.
    const bool no_guide = lever.evidence == Evidence::own_data && !shown_as_percent(lever.unit) &&
                          span > 20.0 * std::max(size, 1e-9) && !lever.scaled;
    if (lever.scaled) {
        lever.usual = {0.8, 1.2};
        lever.slider = {0.5, 1.5};
    } else if (no_guide && size > 0.0) {
        lever.usual = {base - 0.5 * size, base + 0.5 * size};
        lever.slider = {base - size, base + size};
    } else if (no_guide) {
        const double reach = lever.unit.starts_with("yen") ? 1e7 : lever.whole ? 12.0 : 100.0;
        lever.usual = lever.slider = {std::max(lever.plausible.low, lever.plausible.low < 0.0 ? -reach : 0.0),
                                      std::min(lever.plausible.high, reach)};
    } else {
        lever.usual = lever.slider = lever.plausible;
    }
    for (const auto& seen : {lever.value, lever.base}) {
        if (!seen) continue;
        lever.slider.low = std::min(lever.slider.low, *seen);
        lever.slider.high = std::max(lever.slider.high, *seen);
    }
    lever.slider.low = std::max(lever.slider.low, lever.valid.low);
    lever.slider.high = std::min(lever.slider.high, lever.valid.high);

    const double width = lever.slider.high - lever.slider.low;
    if (lever.scaled) {
        lever.step = 0.005;
        lever.decimals = 1;
    } else if (lever.whole) {
        lever.step = 1.0;
        lever.decimals = 0;
    } else if (shown_as_percent(lever.unit)) {
        lever.step = width > 0.3 ? 0.01 : width > 0.03 ? 0.001 : 0.0001;
        lever.decimals = std::max(0, decimals_of(lever.step) - 2);
    } else {
        lever.step = round_step((width > 0.0 ? width : 1.0) / 200.0);
        if (lever.unit == "yen" || lever.unit == "yen/month") lever.step = std::max(1.0, lever.step);
        lever.decimals = decimals_of(lever.step);
    }
}

}  // namespace goho::gui
