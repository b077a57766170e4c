// Many trials of one plan at once: the same month step over lanes, compiled once for each instruction set. What goes in
// and comes out are plain numbers, so that nothing compiled for one instruction set reaches code made for another.
// Which kernel is used changes the time a run takes and no bit of its result (docs/decisions/0013-kernels.md).
#pragma once

#include "accounting/statutes.hpp"
#include "simulation/scenario.hpp"

#include <cstddef>
#include <span>
#include <string_view>

namespace goho::kernels {

/// The lines of the books in the order of their table, then those of conduct.
std::size_t figure_count();

/// What all trials have in common. Everything named here must outlive the kernel's workspace.
struct Job {
    const simulation::Plan<double>* plan = nullptr;
    const std::vector<simulation::TimelineEntry>* timeline = nullptr;
    const accounting::Statutes* statutes = nullptr;
    std::span<const simulation::Address> varied;    // quantities that differ between trials
    std::span<const simulation::Address> wavering;  // quantities multiplied by a factor each month
    std::span<const int> monthly;                   // figures wanted for every month
    bool renewals_drawn = false;
    bool fiscal_years = false, plan_years = false;  // all figures wanted by year
};

/// Something that happens to one trial of a block.
struct DrawnEvent {
    enum class Kind { champion_leaves, incident, customer_lost } kind;
    int trial, month, item;
    double size;
};

/// A block of trials: `trials` numbers lie side by side in every table.
struct Block {
    int trials = 0;
    const double* values = nullptr;    // [varied][trial]
    const double* factors = nullptr;   // [wavering][month][trial]
    const double* renewals = nullptr;  // [month][initiative][trial], uniform
    std::span<const DrawnEvent> events;
    double* monthly = nullptr;         // [wanted][month][trial]
    double* opening = nullptr;         // [figure][trial]: the opening balance sheet and the first month's conduct
    double* fiscal_years = nullptr;    // [year][figure][trial]: flows added up, stocks at the end
    double* plan_years = nullptr;      // the same
};

int fiscal_year_count(const simulation::Plan<double>& plan);
int plan_year_count(const simulation::Plan<double>& plan);

/// One thread's memory for a job.
class Workspace {
public:
    virtual ~Workspace() = default;
    virtual void run(const Block& block) = 0;
};

struct Kernel {
    std::string_view name;  // "avx2x8": instruction set and lanes
    int width;              // trials in lock-step
    Workspace* (*prepare)(const Job&);
};

/// The kernels that this machine can run, the fastest first.
std::span<const Kernel> kernels();
/// The one of that name; null when this machine cannot run it.
const Kernel* find_kernel(std::string_view name);

}  // namespace goho::kernels
