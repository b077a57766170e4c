#include "statistics/fan.hpp"

#include "core/number.hpp"
#include "statistics/quantile.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>

namespace goho::statistics {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double greatest = std::numeric_limits<double>::max();

bool finite(double x) { return -greatest <= x && x <= greatest; }

Quantile interpolated(const Quantile& lower, const Quantile& upper, double share) {
    if (share == 0.0) return lower;
    return {between(lower.value, upper.value, share), between(lower.error, upper.error, share),
            lower.outside || upper.outside};
}

}  // namespace

Bounds bounds_of(std::span<const double> first_block, int bins) {
    assert(bins > 0);
    std::vector<double> values;
    for (const double x : first_block) {
        if (finite(x)) values.push_back(x);
    }
    if (values.empty()) return {0.0, 1.0, bins};
    std::array<double, 2> ends{};
    quantiles(values, std::array{0.005, 0.995}, ends);
    // Where all values are one, any width will do: the bins are cut back to the values seen.
    const double spread = ends[1] > ends[0] ? ends[1] - ends[0] : max(1.0, abs(ends[0]));
    return {ends[0] - 0.25 * spread, ends[1] + 0.25 * spread, bins};
}

Sketch::Sketch(std::size_t exact_limit, Bounds bounds)
    : exact_limit_(exact_limit), bounds_(bounds), bins_per_unit_(bounds.bins / (bounds.high - bounds.low)) {
    assert(bounds.bins > 0 && bounds.low < bounds.high && finite(bounds.low) && finite(bounds.high));
}

double Sketch::edge(int bin) const {
    if (bin == bounds_.bins) return bounds_.high;
    return bounds_.low + (bounds_.high - bounds_.low) * (static_cast<double>(bin) / bounds_.bins);
}

std::size_t Sketch::slot(double value) const {
    if (value < bounds_.low) return 0;
    if (value >= bounds_.high) return static_cast<std::size_t>(bounds_.bins) + 1;
    int bin = std::min(static_cast<int>((value - bounds_.low) * bins_per_unit_), bounds_.bins - 1);
    // The product is rounded; the edges decide, so that the error bound is one even for bins narrower than the numbers.
    while (value < edge(bin)) --bin;
    while (value >= edge(bin + 1)) ++bin;
    return static_cast<std::size_t>(bin) + 1;
}

void Sketch::count_in_bins() {
    counts_.assign(static_cast<std::size_t>(bounds_.bins) + 2, 0);
    for (const double x : values_) ++counts_[slot(x)];
    values_ = {};
}

void Sketch::add(double value) {
    if (value != value) {
        ++missing_;
        return;
    }
    value += 0.0;  // -0 becomes 0: equal values are equal words
    ++count_;
    smallest_ = min(smallest_, value);
    largest_ = max(largest_, value);
    if (!exact()) {
        ++counts_[slot(value)];
        return;
    }
    values_.push_back(value);
    if (values_.size() > exact_limit_) count_in_bins();
}

void Sketch::merge(const Sketch& other) {
    assert(this != &other && exact_limit_ == other.exact_limit_ && bounds_ == other.bounds_);
    count_ += other.count_;
    missing_ += other.missing_;
    smallest_ = min(smallest_, other.smallest_);
    largest_ = max(largest_, other.largest_);
    if (exact() && (!other.exact() || count_ > exact_limit_)) count_in_bins();
    if (exact()) {
        values_.insert(values_.end(), other.values_.begin(), other.values_.end());
    } else if (other.exact()) {
        for (const double x : other.values_) ++counts_[slot(x)];
    } else {
        for (std::size_t i = 0; i < counts_.size(); ++i) counts_[i] += other.counts_[i];
    }
}

Quantile Sketch::counted_at_rank(std::uint64_t rank) const {
    if (rank == 0) return {smallest_, 0.0, false};
    if (rank == count_ - 1) return {largest_, 0.0, false};
    std::uint64_t before = 0;
    std::size_t at = 0;
    while (before + counts_[at] <= rank) before += counts_[at++];
    const bool below = at == 0, above = at + 1 == counts_.size();
    const int bin = static_cast<int>(at) - 1;
    const double low = below ? smallest_ : max(smallest_, edge(bin));
    const double high = above ? largest_ : min(largest_, edge(bin + 1));
    // The values of a bin are taken to stand evenly in it.
    const double share = (static_cast<double>(rank - before) + 0.5) / static_cast<double>(counts_[at]);
    double value = max(low, min(high, low + (high - low) * share));
    if (!finite(low)) value = high;
    if (!finite(high)) value = low;
    return {value, value == low && value == high ? 0.0 : max(value - low, high - value), below || above};
}

Quantile Sketch::at_rank(std::uint64_t rank) const {
    assert(rank < count_);
    if (!exact()) return counted_at_rank(rank);
    std::vector<double> scratch = values_;
    const std::size_t wanted = rank;
    place(scratch, {&wanted, 1});
    return {scratch[wanted], 0.0, false};
}

std::vector<Quantile> Sketch::quantiles(std::span<const double> ps) const {
    std::vector<Quantile> results(ps.size(), {nan, nan, false});
    if (count_ == 0) return results;
    if (exact()) {
        std::vector<double> scratch = values_, values(ps.size());
        statistics::quantiles(scratch, ps, values);
        for (std::size_t i = 0; i < ps.size(); ++i) results[i] = {values[i], 0.0, false};
        return results;
    }
    for (std::size_t i = 0; i < ps.size(); ++i) {
        const Position at = position(count_, ps[i]);
        const Quantile lower = counted_at_rank(at.below);
        results[i] = at.share > 0.0 ? interpolated(lower, counted_at_rank(at.below + 1), at.share) : lower;
    }
    return results;
}

Quantile Sketch::quantile(double p) const { return quantiles({&p, 1}).front(); }

std::vector<std::uint64_t> Sketch::words() const {
    std::vector<std::uint64_t> words = {exact_limit_,
                                        std::bit_cast<std::uint64_t>(bounds_.low),
                                        std::bit_cast<std::uint64_t>(bounds_.high),
                                        static_cast<std::uint64_t>(bounds_.bins),
                                        count_,
                                        missing_,
                                        std::bit_cast<std::uint64_t>(smallest_),
                                        std::bit_cast<std::uint64_t>(largest_)};
    words.insert(words.end(), counts_.begin(), counts_.end());
    std::vector<double> sorted = values_;
    std::sort(sorted.begin(), sorted.end());
    for (const double x : sorted) words.push_back(std::bit_cast<std::uint64_t>(x));
    return words;
}

Sketch Sketch::from_words(std::span<const std::uint64_t> words) {
    Sketch sketch(words[0], {std::bit_cast<double>(words[1]), std::bit_cast<double>(words[2]), static_cast<int>(words[3])});
    sketch.count_ = words[4];
    sketch.missing_ = words[5];
    sketch.smallest_ = std::bit_cast<double>(words[6]);
    sketch.largest_ = std::bit_cast<double>(words[7]);
    const auto rest = words.subspan(8);
    if (sketch.count_ > sketch.exact_limit_) sketch.counts_.assign(rest.begin(), rest.end());
    else for (const std::uint64_t word : rest) sketch.values_.push_back(std::bit_cast<double>(word));
    return sketch;
}

}  // namespace goho::statistics
