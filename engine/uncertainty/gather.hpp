// Where the results of trials come together. While there are few, every value is kept in its place; beyond that values
// are counted in bins whose bounds come from the first trials, and memory no longer grows. Either way what is gathered
// does not depend on the order in which blocks arrive: values have places, counts are whole numbers, and moments are
// merged by block number.
#pragma once

#include "statistics/fan.hpp"
#include "statistics/moments.hpp"
#include "statistics/quantile.hpp"
#include "uncertainty/trials.hpp"

#include <array>
#include <string>
#include <string_view>

namespace goho::uncertainty {

/// Up to so many trials every value is kept and quantiles are exact; beyond, they are counted in bins.
inline constexpr std::uint64_t exact_trials = 20'000;

/// The lines of a fan chart.
inline constexpr std::array<double, 5> fan_levels{0.05, 0.25, 0.50, 0.75, 0.95};
inline constexpr int histogram_bins = 20;

struct Votes {
    std::uint64_t met = 0, missed = 0, not_computable = 0;
    void add(stakeholders::Verdict verdict);
    void merge(const Votes& other);
};

struct Wins {
    std::uint64_t better = 0, equal = 0, worse = 0, missing = 0;
    void merge(const Wins& other);
};

/// Counts of one scenario, which add up in any order.
struct Counts {
    std::vector<Votes> gates, gate_years, targets;
    std::vector<std::uint64_t> first_short;  // by month
    std::vector<Wins> wins;                  // by outcome, against the base
    std::vector<statistics::Sketch> sketches;  // of the months of every fan, then of every outcome; only while counting
    void merge(const Counts& other);
};

/// A distribution as it is shown.
struct Spread {
    std::array<double, fan_levels.size()> levels{};
    double error = 0.0;                // of the levels; zero when exact
    std::vector<double> edges;         // histogram_bins + 1, or none without values
    std::vector<std::uint64_t> bins;
};

class Gathering {
public:
    Gathering(const TrialPlan& plan, std::uint64_t trials);

    /// Trials that are kept one by one before bounds are needed: all of them when there are few.
    std::uint64_t kept() const { return kept_; }
    void begin_counting();
    void take(int slot, const BlockResult& block);

    /// What the trials `first` to `first + count - 1` have left here, as bytes for `unpack` of another gathering of the
    /// same plan at the same stage. Counts are those of everything since `forget_counts`.
    std::string pack(std::uint64_t first, std::uint64_t count) const;
    void unpack(std::uint64_t first, std::uint64_t count, std::string_view bytes);
    void forget_counts();

    /// After all trials.
    Counts counts(std::size_t subject) const;
    statistics::Moments moments(std::size_t subject, std::size_t outcome) const;
    /// A month of a fan, or an outcome: variables are counted as in Counts::sketches.
    Spread spread(std::size_t subject, std::size_t variable, const Counts& counts, bool histogram);
    std::size_t months_of(std::size_t subject) const;

private:
    std::span<double> values(std::size_t subject, std::size_t variable);
    void contest(Counts& counts, std::size_t subject, const BlockResult& block) const;

    const TrialPlan& plan_;
    std::uint64_t kept_;
    bool counting_ = false;
    std::vector<std::vector<double>> values_;              // [subject][variable * kept + trial]
    std::vector<std::vector<statistics::Bounds>> bounds_;  // [subject][variable]
    std::vector<std::vector<Counts>> slots_;               // [slot][subject], empty until used
    std::vector<std::vector<std::vector<statistics::Moments>>> moments_;  // [block][subject][outcome]
};

}  // namespace goho::uncertainty
