// Trials cut into pieces for a crew: other processes that help, or a journal that keeps what is done.
#pragma once

#include "core/pieces.hpp"
#include "uncertainty/gather.hpp"

namespace goho::uncertainty {

/// "outcomes name:year ..." of every subject, for what tells one piece of work from another.
std::string written(const std::vector<std::vector<Outcome>>& outcomes);

/// Runs all trials and puts together what a Monte Carlo shows. Pieces have `piece` trials, or as many as take about a
/// second on one core when that is 0. Every process of the crew calls this with the same plan.
Gathered gather_with(const Crew& crew, const TrialPlan& plan, std::uint64_t trials, std::uint64_t piece, const std::string& made_from, Gathering& gathering);

/// Runs all trials of the only subject and leaves each outcome in its place: outputs[outcome][trial].
Gathered outcomes_with(const Crew& crew, const TrialPlan& plan, std::uint64_t trials, const std::string& made_from, std::vector<std::vector<double>>& outputs);

}  // namespace goho::uncertainty
