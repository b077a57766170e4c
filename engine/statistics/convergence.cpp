#include "statistics/convergence.hpp"

#include "core/number.hpp"
#include "statistics/normal.hpp"
#include "statistics/quantile.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <vector>

namespace goho::statistics {

namespace {

constexpr double one_side = 0.025;
constexpr double beyond_counting = 1e18;

/// Trials for a half width `times` as narrow as now: the width goes with one over the root of their number.
std::optional<std::uint64_t> trials_for_narrower(std::uint64_t trials, double times) {
    const double needed = static_cast<double>(trials) * max(1.0, times * times);
    if (!(needed < beyond_counting)) return std::nullopt;
    const auto whole = static_cast<std::uint64_t>(needed);
    return static_cast<double>(whole) < needed ? whole + 1 : whole;
}

std::optional<std::uint64_t> countable(std::uint64_t trials) {
    return static_cast<double>(trials) < beyond_counting ? std::optional(trials) : std::nullopt;
}

Verdict judged(double value, double low, double high, std::uint64_t trials, double wanted) {
    Verdict v{.value = value, .low = low, .high = high, .trials = trials};
    v.half_width = max(value - low, high - value);
    v.enough = v.half_width <= wanted;
    if (v.half_width == 0.0) {
        v.needed = v.to_halve = trials;
    } else {
        v.needed = v.enough ? trials : trials_for_narrower(trials, v.half_width / wanted);
        v.to_halve = trials_for_narrower(trials, 2.0);
    }
    return v;
}

/// Binomial weights on one side of the most likely count, relative to it, until they no longer matter.
template <class Ratio> std::vector<double> weights_from_mode(std::uint64_t steps, Ratio ratio) {
    std::vector<double> weights;
    double weight = 1.0;
    for (std::uint64_t k = 0; k < steps && weight > 1e-20; ++k) {
        weight *= ratio(static_cast<double>(k));
        weights.push_back(weight);
    }
    return weights;
}

/// How many of the outermost weights together stay within the share allowed to one side.
std::uint64_t within_one_side(const std::vector<double>& weights, double allowed) {
    double tail = 0.0;
    std::uint64_t outermost = 0;
    for (std::size_t i = weights.size(); i-- > 0; ++outermost) {
        tail += weights[i];
        if (tail > allowed) break;
    }
    return outermost;
}

}  // namespace

std::optional<Ranks> order_interval(std::uint64_t trials, double p) {
    assert(0.0 <= p && p <= 1.0);
    if (trials == 0 || p == 0.0 || p == 1.0) return std::nullopt;
    // B ~ Bin(trials, p) values lie at or below the quantile. The quantile is below order statistic `low` when B <= low,
    // and above `high` when B >= high + 1.
    const double n = static_cast<double>(trials), odds = p / (1.0 - p);
    const std::uint64_t mode = std::min(trials, static_cast<std::uint64_t>((n + 1.0) * p));
    const double m = static_cast<double>(mode);
    const auto below = weights_from_mode(mode, [&](double k) { return (m - k) / ((n - m + k + 1.0) * odds); });
    const auto above = weights_from_mode(trials - mode, [&](double k) { return (n - m - k) * odds / (m + k + 1.0); });
    double sum_below = 0.0, sum_above = 0.0;
    for (std::size_t i = below.size(); i-- > 0;) sum_below += below[i];
    for (std::size_t i = above.size(); i-- > 0;) sum_above += above[i];
    const double total = sum_below + 1.0 + sum_above;
    // The mode itself always belongs inside, unless there is no inside.
    if (mode == 0 || mode == trials) return std::nullopt;
    const std::uint64_t left = within_one_side(below, one_side * total);
    const std::uint64_t right = within_one_side(above, one_side * total);
    // Weights too small to be kept lie further out still.
    const std::uint64_t lowest = mode - below.size(), highest = mode + above.size();
    if (lowest + left == 0 || highest - right == trials) return std::nullopt;
    return Ranks{lowest + left - 1, highest - right};
}

std::optional<std::uint64_t> fewest_trials(double p) {
    if (!(p > 0.0 && p < 1.0)) return std::nullopt;
    // No value at or below the quantile, or none above it, has probability max(p, 1 - p)^n.
    const double n = log(one_side) / log(max(p, 1.0 - p));
    if (!(n < beyond_counting)) return std::nullopt;
    auto fewest = static_cast<std::uint64_t>(n);
    while (!order_interval(fewest, p)) ++fewest;
    return fewest;
}

Verdict verdict(const Moments& moments, double wanted) {
    if (moments.count == 0) return {};
    if (moments.count == 1) return {.value = moments.mean, .trials = 1};
    const double reach = student_95(moments.count - 1) * moments.standard_error();
    return judged(moments.mean, moments.mean - reach, moments.mean + reach, moments.count, wanted);
}

Verdict verdict(const Proportion& proportion, double wanted) {
    if (proportion.trials == 0) return {.low = 0.0, .high = 1.0};
    Verdict v = judged(proportion.value, proportion.low, proportion.high, proportion.trials, wanted);
    v.needed = v.enough ? v.trials : countable(trials_for(wanted, proportion.value));
    v.to_halve = countable(trials_for(v.half_width / 2.0, proportion.value));
    return v;
}

Verdict verdict(std::span<double> scratch, double p, double wanted) {
    const double value = quantile(scratch, p);
    const auto ranks = order_interval(scratch.size(), p);
    if (!ranks || value != value) return {.value = value, .trials = scratch.size()};
    place(scratch, std::array<std::size_t, 2>{ranks->low, ranks->high});
    return judged(value, scratch[ranks->low], scratch[ranks->high], scratch.size(), wanted);
}

Verdict verdict(const Sketch& sketch, double p, double wanted) {
    const Quantile middle = sketch.quantile(p);
    const auto ranks = order_interval(sketch.count(), p);
    if (!ranks) return {.value = middle.value, .trials = sketch.count()};
    const Quantile low = sketch.at_rank(ranks->low), high = sketch.at_rank(ranks->high);
    Verdict v = judged(middle.value, low.value - low.error, high.value + high.error, sketch.count(), wanted);
    if (max(low.error, high.error) > v.half_width / 2.0) {
        v.to_halve = std::nullopt;
        if (!v.enough) v.needed = std::nullopt;
    }
    return v;
}

}  // namespace goho::statistics
