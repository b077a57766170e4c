#include "statistics/morris.hpp"

#include "statistics/moments.hpp"
#include "statistics/quantile.hpp"

#include <array>
#include <cassert>
#include <cstdint>
#include <numeric>
#include <utility>

namespace goho::statistics::morris {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// The one parameter that a step moves; `parameters` if there is none, or more than one.
std::size_t moved(std::span<const double> before, std::span<const double> after) {
    std::size_t found = before.size();
    for (std::size_t j = 0; j < before.size(); ++j) {
        if (before[j] == after[j]) continue;
        if (found != before.size()) return before.size();
        found = j;
    }
    return found;
}

/// How often each trajectory is drawn, resample by resample.
std::vector<std::vector<std::uint32_t>> drawn(std::size_t trajectories, const Bootstrap& bootstrap) {
    std::vector<std::vector<std::uint32_t>> resamples;
    for (int r = 0; r < bootstrap.resamples; ++r) {
        std::vector<std::uint32_t> times(trajectories, 0);
        for (std::size_t i = 0; i < trajectories; ++i) {
            const double u = bootstrap.uniform(static_cast<std::uint64_t>(r), static_cast<std::uint32_t>(i));
            ++times[one_of(trajectories, u)];
        }
        resamples.push_back(std::move(times));
    }
    return resamples;
}

/// `by_trajectory` holds one elementary effect for each trajectory, or NaN.
Effect summary(std::span<const double> by_trajectory, const std::vector<std::vector<std::uint32_t>>& resamples) {
    Moments signed_effects, sizes;
    for (const double x : by_trajectory) {
        signed_effects.add(x);
        sizes.add(abs(x));
    }
    Effect effect{.used = sizes.count};
    if (sizes.count == 0) {
        effect.mean = effect.mean_absolute = effect.deviation = effect.low = effect.high = nan;
        return effect;
    }
    effect.mean = signed_effects.mean;
    effect.mean_absolute = sizes.mean;
    effect.deviation = signed_effects.deviation();
    std::vector<double> means;
    for (const auto& times : resamples) {
        double sum = 0.0;
        std::uint32_t number = 0;
        for (std::size_t t = 0; t < by_trajectory.size(); ++t) {
            if (by_trajectory[t] != by_trajectory[t]) continue;
            sum += times[t] * abs(by_trajectory[t]);
            number += times[t];
        }
        if (number > 0) means.push_back(sum / number);
    }
    std::array<double, 2> ends{nan, nan};
    if (sizes.count >= 2) quantiles(means, std::array{0.025, 0.975}, ends);
    effect.low = ends[0];
    effect.high = ends[1];
    return effect;
}

}  // namespace

std::vector<double> design(std::size_t parameters, std::size_t trajectories, int levels, const Uniform& uniform) {
    assert(levels >= 2 && levels % 2 == 0);
    const int step = levels / 2;
    std::vector<double> points;
    points.reserve(cost(parameters, trajectories) * parameters);
    std::vector<int> level(parameters);
    std::vector<std::size_t> order(parameters);
    const auto write = [&] {
        for (const int k : level) points.push_back(static_cast<double>(k) / (levels - 1));
    };
    for (std::size_t t = 0; t < trajectories; ++t) {
        std::uint32_t which = 0;
        for (int& k : level) k = static_cast<int>(one_of(static_cast<std::size_t>(levels), uniform(t, which++)));
        std::iota(order.begin(), order.end(), std::size_t{0});
        for (std::size_t left = parameters; left > 1; --left) {
            std::swap(order[left - 1], order[one_of(left, uniform(t, which++))]);
        }
        write();
        for (const std::size_t j : order) {
            // From the lower half of the grid a step can only go up, from the upper half only down: so every level is
            // met equally often.
            level[j] += level[j] < step ? step : -step;
            write();
        }
    }
    return points;
}

Screening analyse(std::span<const double> points, std::span<const double> outputs, std::size_t parameters,
                  const Bootstrap& bootstrap) {
    const std::size_t length = parameters + 1, trajectories = outputs.size() / length;
    assert(outputs.size() == trajectories * length && points.size() == outputs.size() * parameters);
    Screening result;
    Moments all;
    for (const double y : outputs) {
        if (has_result(y)) all.add(y);
        else ++result.missing;
    }
    result.constant = all.count > 0 && constant_between(all.smallest, all.largest);
    std::vector<double> effects(parameters * trajectories, nan);
    std::vector<std::size_t> dropped(parameters, 0);
    for (std::size_t t = 0; t < trajectories; ++t) {
        for (std::size_t row = t * length; row + 1 < (t + 1) * length; ++row) {
            const auto before = points.subspan(row * parameters, parameters);
            const auto after = points.subspan((row + 1) * parameters, parameters);
            const std::size_t j = moved(before, after);
            assert(j < parameters);
            if (j == parameters) continue;
            if (!has_result(outputs[row]) || !has_result(outputs[row + 1])) {
                ++dropped[j];
                continue;
            }
            const double change = result.constant ? 0.0 : outputs[row + 1] - outputs[row];
            effects[j * trajectories + t] = change / (after[j] - before[j]);
        }
    }
    const auto resamples = drawn(trajectories, bootstrap);
    for (std::size_t j = 0; j < parameters; ++j) {
        result.effects.push_back(summary(std::span(effects).subspan(j * trajectories, trajectories), resamples));
        result.effects.back().dropped = dropped[j];
    }
    return result;
}

}  // namespace goho::statistics::morris
