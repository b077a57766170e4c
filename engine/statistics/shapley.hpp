// How a joint result is divided over those that made it: the Shapley value, the only division that adds up, treats equals
// alike, gives nothing to whoever changes nothing, and adds over sums of results. And the interaction of pairs: what two
// make together beyond what each makes alone. Theory: docs/model/attribution.md.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace goho::statistics {

/// Which members take part: bit i stands for member i.
using Coalition = std::uint32_t;
inline constexpr int most_exact_members = 12;    // 4,096 results
inline constexpr int most_members = 32;

/// `results[c]` is the result of coalition c, for all 2^members of them, so that results[0] is that of nobody. The values
/// add up to results.back() - results.front().                                                AT-1
std::vector<double> shapley_values(int members, std::span<const double> results);

/// The Shapley interaction index of each pair, [a * members + b]; zero on the diagonal. Positive: they help each
/// other.                                                                                     AT-2
std::vector<double> shapley_interactions(int members, std::span<const double> results);

struct SampledShare {
    double value = 0.0, standard_error = 0.0;
};

/// In which all members join, one after the other.
using Order = std::vector<int>;

/// Means over orders and their reverses, with standard errors. They add up to the difference however few orders there are.
/// `result` is asked about some coalitions more than once: whoever is slow remembers.           AT-3
std::vector<SampledShare> sampled_shapley(int members, std::span<const Order> orders, const std::function<double(Coalition)>& result);

/// What `sampled_shapley` will ask about, each once, so that it can be reckoned beforehand, side by side.
std::vector<Coalition> coalitions_of(int members, std::span<const Order> orders);

}  // namespace goho::statistics
