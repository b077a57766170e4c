// Runs trials in blocks on several threads: draws, kernels, and one reader for each scenario. What becomes of a block's
// results is the caller's affair; blocks are handed over in no particular order, each exactly once.
#pragma once

#include "uncertainty/draws.hpp"
#include "uncertainty/outcome.hpp"

#include <functional>

namespace goho::uncertainty {

inline constexpr int block_trials = 64;

struct TrialPlan {
    std::span<const Subject> subjects;
    const Draws* draws = nullptr;
    const Design* design = nullptr;                          // in place of the sampler of the draws
    std::vector<std::vector<Outcome>> outcomes;              // by subject
    std::vector<const simulation::Trajectory<double>*> runs;  // as planned, by subject
    std::vector<int> monthly;                                 // figures wanted by month; cash is always among them
    stakeholders::GateOptions gate_options;
    Judging judging = Judging::summary;
    bool one_discount_rate = false;                           // present values of all subjects at the first one's rate
    std::string kernel;
    int threads = 0;
};

/// The trials of one block, scenario by scenario.
struct BlockResult {
    std::uint64_t first = 0;
    int count = 0;
    /// [subject][monthly figure][month][trial]; the months of cash come first.
    std::vector<std::vector<double>> monthly;
    std::vector<std::vector<double>> outcomes;                        // [subject][outcome * count + trial]
    std::vector<std::vector<std::vector<stakeholders::Verdict>>> gates, gate_years, targets;  // [subject][trial][gate]
    std::vector<double> discount_rates;                               // [trial] of the first subject
    std::vector<std::vector<int>> first_short;                        // [subject][trial]
};

/// The kernel of that name, or the fastest one.
const kernels::Kernel& kernel_for(std::string_view name);

/// `take` is called from several threads, with the number of the calling thread's slot (0 to slots - 1). False from
/// `proceed`, which is asked between blocks, ends the run early; then `run_trials` returns false.
bool run_trials(const TrialPlan& plan, std::uint64_t first, std::uint64_t count,
                const std::function<void(int slot, const BlockResult&)>& take, const std::function<bool(std::uint64_t done)>& proceed);

int slots_of(int threads);

}  // namespace goho::uncertainty
