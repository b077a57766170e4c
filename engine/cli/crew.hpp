// Who shares the trials of a command: processes that were started together, other jobs, and a journal that keeps what is
// done. The same options for every command that runs trials.
#pragma once

#include "cli/command.hpp"
#include "cli/meter.hpp"
#include "cluster/crew.hpp"

namespace goho::cli {

struct CrewOptions {
    std::string journal, share;
};
void add_crew_options(CLI::App& command, CrewOptions& options, const Shared& shared);

/// The crew of one command, if it needs one.
class CommandCrew {
public:
    /// Problems of the options were shown when it is not `sound`.
    CommandCrew(const CrewOptions& options, const Shared& shared);
    bool sound() const { return sound_; }
    /// Whether this process has the results in the end.
    bool gathers() const { return shared_.leads() && request_.share.whole(); }
    /// Threads of this process: one where there are several processes, unless it was told otherwise.
    int threads(int given) const { return given == 0 && shared_.world != nullptr && shared_.world->size() > 1 ? 1 : given; }

    /// Empty when this process does all alone and keeps nothing. `total`: runs, as the meter counts them.
    Crew crew(const std::vector<Loaded>& scenarios, Meter& meter, std::uint64_t total);

    /// Says how it ended, where there are no results: what the process returns.
    ExitCode ended(Gathered gathered) const;

private:
    const Shared& shared_;
    bool sound_ = true;
    cluster::CrewRequest request_;
    cluster::CrewReport report_;
};

}  // namespace goho::cli
