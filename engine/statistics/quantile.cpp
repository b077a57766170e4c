#include "statistics/quantile.hpp"

#include "core/number.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <limits>
#include <vector>

namespace goho::statistics {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr std::ptrdiff_t short_enough = 24;  // to be sorted outright
constexpr std::size_t sample_size = 15;

/// Values that satisfy `before` come first. It swaps at every step, so that chance decides no branch: on random values
/// this is several times as fast as std::partition.
template <class Before> double* parted(double* first, double* last, Before before) {
    double* boundary = first;
    for (double* at = first; at != last; ++at) {
        const double x = *at;
        *at = *boundary;
        *boundary = x;
        boundary += before(x) ? 1 : 0;
    }
    return boundary;
}

/// A value that about the share `aim` of the values lies below, judged from an evenly spaced few.
double pivot(const double* first, const double* last, double aim) {
    const auto step = static_cast<std::size_t>(last - first) / sample_size;
    std::array<double, sample_size> sample;
    for (std::size_t i = 0; i < sample_size; ++i) {
        std::size_t hole = i;
        const double x = first[step / 2 + i * step];
        for (; hole > 0 && x < sample[hole - 1]; --hole) sample[hole] = sample[hole - 1];
        sample[hole] = x;
    }
    const auto wanted = static_cast<std::size_t>(aim * static_cast<double>(sample_size));
    return sample[std::min(wanted, sample_size - 1)];
}

/// Quickselect for several ranks. `start` is the rank of *first. After too many rounds the values are arranged against
/// us, and what is left is sorted.
void place(double* first, double* last, std::size_t start, std::span<const std::size_t> ranks, int rounds) {
    while (!ranks.empty()) {
        if (last - first <= short_enough || rounds-- == 0) {
            std::sort(first, last);
            return;
        }
        const double target = static_cast<double>(ranks[ranks.size() / 2] - start);
        const double p = pivot(first, last, target / static_cast<double>(last - first));
        double* middle = parted(first, last, [p](double x) { return x < p; });
        const bool smallest = middle == first;  // many values may equal it, and those are in place at once
        if (smallest) middle = parted(first, last, [p](double x) { return x <= p; });
        const std::size_t split = start + static_cast<std::size_t>(middle - first);
        const auto here = static_cast<std::size_t>(std::lower_bound(ranks.begin(), ranks.end(), split) - ranks.begin());
        if (!smallest) place(first, middle, start, ranks.first(here), rounds);
        first = middle;
        start = split;
        ranks = ranks.subspan(here);
    }
}

bool any_nan(std::span<const double> values) {
    bool found = false;
    for (const double x : values) found |= x != x;
    return found;
}

}  // namespace

double between(double lower, double upper, double t) {
    if (t == 0.0 || lower == upper || lower == -infinity) return lower;
    if (upper == infinity) return upper;
    const double gap = upper - lower;
    return t < 0.5 ? lower + gap * t : upper - gap * (1.0 - t);
}

Position position(std::size_t count, double p) {
    assert(count > 0 && 0.0 <= p && p <= 1.0);
    const double at = static_cast<double>(count - 1) * p;
    const double below = floor(at);
    return {static_cast<std::size_t>(below), at - below};
}

void place(std::span<double> values, std::span<const std::size_t> ranks) {
    int rounds = 16;
    for (std::size_t n = values.size(); n > 1; n /= 2) rounds += 2;
    place(values.data(), values.data() + values.size(), 0, ranks, rounds);
}

void quantiles(std::span<double> scratch, std::span<const double> ps, std::span<double> out) {
    assert(ps.size() == out.size());
    if (scratch.empty() || any_nan(scratch)) {
        std::fill(out.begin(), out.end(), std::numeric_limits<double>::quiet_NaN());
        return;
    }
    std::vector<std::size_t> ranks;
    ranks.reserve(2 * ps.size());
    for (const double p : ps) {
        const Position at = position(scratch.size(), p);
        ranks.push_back(at.below);
        if (at.share > 0.0) ranks.push_back(at.below + 1);
    }
    std::sort(ranks.begin(), ranks.end());
    place(scratch, ranks);
    for (std::size_t i = 0; i < ps.size(); ++i) {
        const Position at = position(scratch.size(), ps[i]);
        out[i] = at.share > 0.0 ? between(scratch[at.below], scratch[at.below + 1], at.share) : scratch[at.below];
    }
}

double quantile(std::span<double> scratch, double p) {
    double result = 0.0;
    quantiles(scratch, {&p, 1}, {&result, 1});
    return result;
}

}  // namespace goho::statistics
