// Who does the pieces of some work: this process alone, all processes of a world, or one share of it here and the others
// in other jobs; with a journal in which what is done outlives all of them.
#pragma once

#include "cluster/share.hpp"
#include "cluster/world.hpp"
#include "core/pieces.hpp"

#include <filesystem>

namespace goho::cluster {

struct CrewRequest {
    World* world = nullptr;  // nobody else when null
    std::string made_from;   // the scenarios and the version; what else was asked for stands in the pieces
    std::optional<std::filesystem::path> journal;  // a folder
    Share share;
    std::function<bool(std::uint64_t done, std::uint64_t pieces)> proceed = [](auto, auto) { return true; };
};

/// What became of it, for whoever asked.
struct CrewReport {
    std::uint64_t found = 0, computed = 0;  // pieces: in the journal, and by this crew
    Problems problems;                      // why the work stopped: the journal cannot be written, a process failed
};

/// A crew for one piece of work; `request` and `report` must outlive it.
Crew crew(const CrewRequest& request, CrewReport& report);

}  // namespace goho::cluster
