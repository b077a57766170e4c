// Random plans for property tests: every quantity drawn from the parameter tables, some at the ends of their ranges,
// with an opening balance sheet that balances. The same seed gives the same plan on every machine.
#pragma once

#include "accounting/statutes.hpp"
#include "core/lanes.hpp"
#include "simulation/scenario.hpp"

#include <cstdint>
#include <random>

namespace goho::test {

/// Draws that depend on nothing but the seed; the standard distributions differ between libraries.
class Draws {
public:
    explicit Draws(std::uint64_t seed) : engine_(seed) {}
    double unit() { return static_cast<double>(engine_() >> 11) * 0x1p-53; }  // 0 <= x < 1
    double between(double low, double high) { return low + (high - low) * unit(); }
    int whole(int low, int high) {
        return low + static_cast<int>(engine_() % static_cast<std::uint64_t>(high - low + 1));
    }
    bool chance(double probability) { return unit() < probability; }

private:
    std::mt19937_64 engine_;
};

/// The tax and depreciation tables that travel with the program.
const accounting::Statutes& statutes();

/// A valid plan of 1 to `longest` months with its timeline. Amounts stay where a double counts single yen.
simulation::Scenario random_scenario(std::uint64_t seed, int longest = 240);

/// Draws every quantity of a plan anew and leaves its shape (items, dates, choices, terms in months) as it is.
void draw_quantities(simulation::Plan<double>& plan, Draws& draws);

/// Whether every quantity that the timeline changes stays in its valid range and below twice its first value.
bool stays_valid(const simulation::Plan<double>& plan, const std::vector<simulation::TimelineEntry>& timeline);

/// Sets retained earnings to what makes the opening balance sheet balance.
void balance_opening(simulation::Plan<double>& plan);

/// Puts the quantities of a plan of the same shape into one lane.
void set_lane(simulation::Plan<Lanes>& plan, int lane, const simulation::Plan<double>& from);

}  // namespace goho::test
