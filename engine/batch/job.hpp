// One run of a batch, from the file and the point to the rows that are kept of it.
#pragma once

#include "batch/computed.hpp"
#include "batch/plan_source.hpp"
#include "batch/run_row.hpp"

#include <memory>

namespace goho::batch {

/// What a run leaves.
struct Finished {
    RunRow row;
    bool has_row = true;  // of a file that cannot be read one row says why, whatever the number of points
    std::optional<Computed> computed;
};

struct Job {
    std::shared_ptr<PlanSource> source;
    std::uint64_t point = 0;  // its number
    Finished finished;
    std::optional<simulation::Scenario> scenario;
    bool to_compute = false;
};

/// Reads the plan, sets the point, checks, and tells what it is: the hash stands in the row then. `axis_names` as short
/// as they can be (run_row.hpp).
void prepare(Job& job, const Sweep& sweep, const std::vector<std::string>& axis_names);

/// Computes what was prepared if it is `to_compute`; what goes wrong is a problem of the row.
void compute(Job& job);

}  // namespace goho::batch
