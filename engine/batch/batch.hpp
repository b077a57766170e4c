// Many scenarios into one database: files, each at every point of a sweep. Files are read, checked and computed on
// several threads and stored in the order of the input; what is alike is computed once; what is wrong with one stops
// no other. Guide: docs/guide/batch.md.
#pragma once

#include "batch/sweep.hpp"
#include "cluster/share.hpp"
#include "cluster/world.hpp"

#include <filesystem>
#include <functional>

namespace goho::batch {

struct Progress {
    std::uint64_t done = 0, total = 0;
    std::uint64_t failed = 0;
    std::uint64_t computed = 0;  // the others of those that did not fail were known already
    std::uint64_t changed = 0;   // since the earlier batch that is resumed
};

struct Request {
    std::vector<std::string> files;
    Sweep sweep;
    std::filesystem::path output;
    bool resume = false, overwrite = false;
    int jobs = 0;  // threads; 0: as many as the machine has, or one where other processes help
    cluster::Share share;             // less than the whole goes to a database of its own, see shares.hpp
    cluster::World* world = nullptr;  // of which this process is the leader; nobody else when null
    /// Called after every run, from one thread at a time; false stops the batch where it is.
    std::function<bool(const Progress&)> watch = [](const Progress&) { return true; };
};

enum class Ending { complete, stopped, refused };

struct Outcome {
    Ending ending = Ending::refused;
    Progress progress;
    std::int64_t stored = 0;           // runs that are safe when the batch was stopped or could not go on
    Problems refusal;                  // why it did not start or could not go on
    Problems problems;                 // of the runs that failed, the first hundred
    std::vector<std::string> changed;  // files that have changed since, the first hundred
    std::vector<std::string> busy;     // shares that others are still computing, and that are left out for that
};

Outcome run(const Request& request);

/// What the other processes of the world do, until the leader has no more work.
void help(cluster::World& world, const Sweep& sweep, int jobs);

}  // namespace goho::batch
