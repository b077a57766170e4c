// What joins each of the five disconnects, as data: the values of a plan that would stand otherwise. The same list is put
// on a plan in memory to price it, and on a scenario file to save it. Theory: docs/model/disconnects.md, FD-20.
#pragma once

#include "simulation/scenario.hpp"

#include <span>
#include <variant>

namespace goho::analysis {

/// A value that stands otherwise: where, in the keys of a scenario file, and what it becomes; nothing takes it out.
/// {"management", "goal_clarity"}, {"initiatives", "tool", "profit_line"}, {"timeline", "rise", "set", "/management/..."}.
struct Replacement {
    std::vector<std::string> place;
    std::variant<std::monostate, double, std::string, Text> value;
};

/// What a remedy asks of a lever: at least this level, or exactly it.
struct LeverLevel {
    std::string_view section, row;
    double level = 0.0;
    bool at_least = true;
};

struct Remedy {
    std::string_view name;            // of the disconnect
    Label label;                      // of the repair
    std::vector<LeverLevel> levers;
    std::vector<Replacement> items;   // what no lever says: lines of profit, targets
    bool redesign = false;            // of appraisal, which costs money once
};

inline constexpr int remedies = 5;
inline constexpr double redesign_cost = 3e6;  // of the appraisal, once
/// Of the disconnects in their order, for this plan.                                          FD-20
Remedy remedy(const simulation::Scenario& scenario, int which);

/// The whole plan repaired: levers at its start, and wherever the timeline sets them lower. Empty where all stands already.
std::vector<Replacement> repaired_from_start(const simulation::Scenario& scenario, const Remedy& remedy);

/// Repaired from a month of the plan (0 = the first) on, by entries of the timeline whose ids begin with `id`.
std::vector<Replacement> repaired_from(const simulation::Scenario& scenario, const Remedy& remedy, int month, const std::string& id);

/// A new line of cost: the appraisal is designed anew, once, in a month.
std::vector<Replacement> redesign_of_appraisal(const simulation::Scenario& scenario, Month month);

/// The levers of a remedy month by month, from `month` on, and the entries of the timeline that bring them there.
std::vector<Replacement> raised_from(const simulation::Scenario& scenario, std::span<const LeverLevel> levers, int month,
                                     const std::string& id, const Text& name);

/// Puts what `repaired_from_start` lists on a plan in memory.
void put_on(simulation::Scenario& scenario, std::span<const Replacement> replacements);

}  // namespace goho::analysis
