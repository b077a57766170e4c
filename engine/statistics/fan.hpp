// Quantiles of one variable in one month over more trials than are worth keeping: a fan chart's cell. Few values are kept
// and give exact quantiles; many are counted in bins, and a quantile then comes with a bound of its error. What a sketch
// holds depends on the values alone, never on their order or on which thread met them. Leaves out when each value came.
// Theory: docs/model/uncertainty-statistics.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace goho::statistics {

/// Where the bins lie. All sketches that will be merged have the same bounds, so these come from a first block of
/// trials that every run draws alike.
struct Bounds {
    double low = 0.0, high = 1.0;
    int bins = 512;
    friend bool operator==(const Bounds&, const Bounds&) = default;
};

/// Bounds that hold the central 99% of a first block, and a quarter of that width more on either side, since later
/// trials go further out than the first ones. Values that are not finite are left out.
Bounds bounds_of(std::span<const double> first_block, int bins = 512);

/// A quantile and how far it may be from that of the values themselves: nothing while they are kept, the distance to
/// the further edge of its bin afterwards. `outside`: it lies beyond the bounds, where only the count and the extreme
/// are known, and the figure is of little use.
struct Quantile {
    double value = 0.0, error = 0.0;
    bool outside = false;
    friend bool operator==(const Quantile&, const Quantile&) = default;
};

class Sketch {
public:
    /// Exact while it holds at most `exact_limit` values.
    Sketch(std::size_t exact_limit, Bounds bounds);

    /// A NaN is a trial without result: counted in `missing`, in no quantile.
    void add(double value);
    /// Merging is associative and commutative to the last bit. Both sketches have the same limit and bounds.
    void merge(const Sketch& other);

    std::uint64_t count() const { return count_; }
    std::uint64_t missing() const { return missing_; }
    bool exact() const { return counts_.empty(); }
    double smallest() const { return smallest_; }
    double largest() const { return largest_; }
    const Bounds& bounds() const { return bounds_; }

    /// Type 7, as quantile.hpp. Without values NaN.
    Quantile quantile(double p) const;
    std::vector<Quantile> quantiles(std::span<const double> ps) const;
    /// The order statistic `rank` (from 0, below count()).
    Quantile at_rank(std::uint64_t rank) const;

    /// All that the sketch holds, in one way only: equal contents are equal words.
    std::vector<std::uint64_t> words() const;
    /// The sketch that has these words.
    static Sketch from_words(std::span<const std::uint64_t> words);

private:
    double edge(int bin) const;  // lower edge; edge(bins) is the upper bound
    std::size_t slot(double value) const;
    void count_in_bins();
    Quantile counted_at_rank(std::uint64_t rank) const;

    std::size_t exact_limit_;
    Bounds bounds_;
    double bins_per_unit_;
    std::uint64_t count_ = 0, missing_ = 0;
    double smallest_ = std::numeric_limits<double>::infinity();
    double largest_ = -std::numeric_limits<double>::infinity();
    std::vector<double> values_;         // while exact
    std::vector<std::uint64_t> counts_;  // afterwards: below, the bins, above
};

}  // namespace goho::statistics
