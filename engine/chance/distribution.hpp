// How an uncertain figure is spread: eight kinds of distribution, their quantiles, moments, and what is wrong with one
// that cannot be drawn from. A draw is the quantile of a uniform number, so one uniform makes one draw, and a better
// case of the world is better in every scenario. Only operations that every machine rounds alike are used.
// Theory: docs/model/uncertainty.md, "Draws".
#pragma once

#include "core/label.hpp"
#include "core/parameter.hpp"

#include <array>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace goho::chance {

enum class Kind { triangular, pert, normal, lognormal, beta, uniform, discrete, empirical };

inline constexpr auto kind_options = std::to_array<Option>({
    {"triangular", {"Triangular", "三角分布"}},
    {"pert", {"PERT (low, mode, high)", "PERT分布（最小・最頻・最大）"}},
    {"normal", {"Normal", "正規分布"}},
    {"lognormal", {"Lognormal", "対数正規分布"}},
    {"beta", {"Beta", "ベータ分布"}},
    {"uniform", {"Uniform", "一様分布"}},
    {"discrete", {"Discrete", "離散分布"}},
    {"empirical", {"Own data", "実績データ"}},
});
constexpr std::span<const Option> options(Kind) { return kind_options; }

/// Each kind reads the members that `members(kind)` names; the others are not looked at.
struct Distribution {
    Kind kind = Kind::uniform;
    double low = 0.0, mode = 0.5, high = 1.0;
    double mean = 0.0, sd = 1.0;
    double median = 1.0, sigma = 1.0;  // of the figure; of its logarithm
    double alpha = 1.0, beta = 1.0;
    std::vector<double> values;   // discrete: what may happen; empirical: the data, in any order
    std::vector<double> weights;  // discrete: how likely, relative to one another
    /// Only what lies inside can be drawn, in the proportions it had; an end may be infinite.
    std::optional<Range> truncation;
};

/// A number of a kind, for reading and writing. The lists `values` and `weights` are no numbers and have no row.
struct Member {
    std::string_view name;
    double Distribution::*field;
    Label label;
    Need need;
};
std::span<const Member> members(Kind kind);

/// Why a distribution cannot be drawn from.
struct Fault {
    std::string code;    // stable: "not-finite", "low-high", "mode-outside", "not-positive", "shape-range",
                         // "too-few", "lengths-differ", "weight-negative", "weights-zero", "truncation-order",
                         // "truncation-mass"
    std::string member;  // the member to be mended
    Text message;
};
std::vector<Fault> faults(const Distribution& distribution);

/// The probability below a point and above it; each is exact where it is small.
struct Tails {
    double below, above;
};

/// The quantile of one distribution, prepared once: a beta's table takes less than a millisecond. Needs a distribution
/// without faults, and uniforms strictly between 0 and 1. The same uniform gives the same bits alone and in a span.
class Quantile {
public:
    explicit Quantile(const Distribution& distribution);

    double operator()(double u) const;
    void operator()(std::span<const double> u, std::span<double> out) const;  // may be the same numbers

    /// How likely it was that the distribution without its truncation lies inside it.
    double mass() const { return mass_; }

private:
    /// A fifth-degree polynomial in the place inside the piece.
    using Piece = std::array<double, 6>;
    using Table = std::vector<Piece>;
    static Table beta_table(double alpha, double beta);
    /// The same, made once for each shape: a slider asks for the same few shapes again and again.
    static std::shared_ptr<const Table> shared_beta_table(double alpha, double beta);

    void keep_inside(Range truncation);
    void keep_values_inside(Range truncation);
    Tails tails(double x, bool data_from_above) const;
    Tails beta_tails(double share) const;
    double data_position(double x, bool from_above) const;

    double triangular(Tails t) const;
    double beta(Tails t) const;
    double discrete(Tails t) const;
    double empirical(Tails t) const;
    Tails restricted(double u) const { return {below_ + u * mass_, above_ + (1.0 - u) * mass_}; }
    double ends(double x) const;
    template <class Function> void each(std::span<const double> u, std::span<double> out, Function quantile) const;

    Kind kind_;
    double low_, mode_, high_;                // low_ and high_: ends of what can be drawn before truncation
    double centre_ = 0.0, spread_ = 1.0;      // mean and sd, median and sigma
    std::vector<double> values_, cumulated_;  // sorted
    std::shared_ptr<const Table> table_;
    double below_ = 0.0, above_ = 0.0, mass_ = 1.0;  // what truncation leaves
    double bottom_, top_;                            // ends of what can be drawn
};

/// For a single number; whoever draws often prepares a Quantile.
double quantile(const Distribution& distribution, double u);
void quantiles(const Distribution& distribution, std::span<const double> u, std::span<double> out);

double mean(const Distribution& distribution);
double standard_deviation(const Distribution& distribution);

// The normal distribution, which copulas and paths need too. -----------------------------------------------------

double normal_quantile(double u);
double normal_quantile(Tails tails);
void normal_quantiles(std::span<const double> u, std::span<double> out);

/// Probability below z and above it.
Tails normal_tails(double z);

}  // namespace goho::chance
