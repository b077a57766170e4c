// What a batch varies: quantities of the plan by their address, each over a range or a list, as every combination or
// as a Latin hypercube sample. Knows numbers only; whether an address exists is looked up in the plan (io/pointer.hpp).
#pragma once

#include "core/parameter.hpp"
#include "core/problem.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace goho::batch {

inline constexpr std::uint64_t most_runs = 10'000'000;

/// One quantity and the values it takes: /segments/main/price=90:110:5, =90,100,110, or =90:110 where a sample is drawn.
struct Axis {
    std::string pointer, written;
    std::vector<double> list;  // empty: a range
    Range range{0.0, 0.0};
    double step = 0.0;         // 0: every value of the range, for samples only
    bool percent = false, money = false;  // how a value was written: 5%, 120万円
    double count = 1.0;        // values of a list or a stepped range; may be beyond what anyone can run

    /// The value at a position from 0.
    double at(std::uint64_t position) const;
    /// The value at a share of the way, 0 <= share < 1: of the range, or one of the values, each as likely.
    double at_share(double share) const;
    double lowest() const;
    double highest() const;
};

Result<Axis> read_axis(std::string_view written);

/// Points of a Latin hypercube: "lhs:200".
Result<std::uint64_t> read_sample(std::string_view written);

class Sweep {
public:
    /// Every combination, the last axis changing fastest; without axes one point that changes nothing.
    Sweep() = default;
    explicit Sweep(std::vector<Axis> axes) : axes_(std::move(axes)) {}
    /// A Latin hypercube: along every axis each of `points` equal parts is met once. A point depends on the seed, its
    /// number, its axis and the number of points alone.
    Sweep(std::vector<Axis> axes, std::uint64_t points, std::uint64_t seed);

    const std::vector<Axis>& axes() const { return axes_; }
    std::uint64_t points() const;
    std::vector<double> point(std::uint64_t number) const;
    /// The whole design on one line: what two batches must share to be the same batch.
    std::string written() const;

private:
    std::vector<Axis> axes_;
    std::uint64_t samples_ = 0, seed_ = 0;
    std::vector<std::vector<std::uint32_t>> part_;  // by axis and point, where a sample is drawn
};

/// What is wrong with the axes together: repeated, too many points for `files` files, a range without step.
Problems problems_of(const std::vector<Axis>& axes, std::uint64_t samples, std::uint64_t files);

}  // namespace goho::batch
