// Why a variant is better: the difference of every key figure divided over its changes by their Shapley values, exactly up
// to twelve of them, by random orders beyond; and which pairs help or hinder each other. Shares add up to the difference.
// Theory: docs/model/attribution.md, AT-1 to AT-4.
#pragma once

#include "analysis/comparison.hpp"
#include "decision/base.hpp"
#include "decision/change_groups.hpp"

#include <filesystem>

namespace goho::decision {

struct AttributionRequest {
    std::vector<int> years{3, 5, 10};
    Grouping grouping = Grouping::item;
    std::vector<NamedGroup> groups;
    int orders = 200;          // of joining, where there are too many changes for all coalitions
    std::uint64_t seed = 1;
    int threads = 0;           // 0: as many as the machine has
    std::function<bool(double)> progress;  // from 0 to 1; false stops
};

/// One figure in one year.
struct Divided {
    std::optional<double> before, after;          // nothing where a plan with some of the changes has no such figure
    std::vector<statistics::SampledShare> shares; // by group; without error where all coalitions were reckoned
    std::vector<double> interactions;             // [group * groups + group]; empty where sampled
};

struct Attribution {
    Text base, variant;
    std::vector<ChangeGroup> groups;
    std::vector<int> years;
    std::vector<analysis::KeyFigure> figures;   // as compare() has them, and "npv"
    std::vector<std::vector<Divided>> divided;  // [year][figure]; "npv" is the same in every year: that of the whole plan
    bool exact = true;
    int orders = 0;
    std::size_t runs = 0;
    bool stopped = false;
};

/// Problems: files that cannot be read, nothing that changes, changes that cannot be taken apart.
Result<Attribution> attribute(const std::filesystem::path& base, const std::filesystem::path& variant,
                              const AttributionRequest& request = {});

/// The same for scenarios that are merged already.
Result<Attribution> attribute(const Merged& base, const Merged& variant, const AttributionRequest& request = {});

/// Shares in whole yen that add up to the whole difference in yen: what is left by rounding goes to the largest
/// remainders.                                                                               AT-4
std::vector<double> whole_shares(const Divided& divided);

}  // namespace goho::decision
