// What a scenario says about its own uncertainty: which quantities are spread how, which waver from month to month, what
// goes together, and whether chance events happen. A single run knows nothing of it. Format: docs/scenario-format.md.
#pragma once

#include "chance/distribution.hpp"
#include "simulation/plan.hpp"

#include <string>
#include <vector>

namespace goho::simulation {

/// What a draw does to the value that the plan has: it takes its place, multiplies it, or is added to it.
enum class Apply { replace, multiply, add };
inline constexpr auto apply_options = std::to_array<Option>({
    {"replace", {"Instead of the plan's value", "計画値の代わり"}},
    {"multiply", {"Times the plan's value", "計画値に掛ける"}},
    {"add", {"Added to the plan's value", "計画値に加える"}},
});
constexpr std::span<const Option> options(Apply) { return apply_options; }

/// One uncertain quantity, or the same quantity of every item where the pointer has a * for the item's id: then all of
/// them meet one draw.
struct UncertainQuantity {
    std::string pointer;
    std::vector<Address> addresses;
    chance::Distribution distribution;
    Apply apply = Apply::replace;
};

/// A quantity whose growth strays: the yearly rate by which it departs from the plan follows an AR(1) process.  UN-3
struct WaveringQuantity {
    std::string pointer;
    std::vector<Address> addresses;
    double persistence = 0.6;  // of the departure, from one year to the next
    double deviation = 0.04;   // a year
};

/// Two uncertain quantities that tend to be high together (above zero) or one high and one low (below).
struct UncertainPair {
    std::string id;
    std::string first, second;  // pointers among the quantities
    double correlation = 0.0;
};

struct Uncertainty {
    bool defaults = false;  // the evidence-based spreads of the model's coefficients, on top of what is said here
    bool events = true;     // champions leave, incidents happen, budgets are renewed or not
    std::vector<UncertainQuantity> quantities;
    std::vector<WaveringQuantity> paths;
    std::vector<UncertainPair> correlations;

    bool none() const { return !defaults && quantities.empty() && paths.empty(); }
};

}  // namespace goho::simulation
