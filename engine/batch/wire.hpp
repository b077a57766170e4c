// What the processes of a batch send each other, as bytes and back.
#pragma once

#include "batch/job.hpp"

#include <string_view>

namespace goho::batch {

/// What every process must know before it computes.
struct Setup {
    std::string version, sweep;      // must be its own
    std::vector<std::string> known;  // hashes of results that are stored already
};

struct Portion {
    std::uint64_t point = 0, runs = 0;  // the first point, counted from the first file's first; how many
    std::vector<std::string> files;
};

struct Answered {
    std::vector<Finished> runs;
    double seconds = 0.0;  // that it took
};

std::string write_setup(const Setup& setup);
Setup read_setup(std::string_view bytes);
std::string write_portion(const Portion& portion);
Portion read_portion(std::string_view bytes);
std::string write_answer(const Answered& answered);
Answered read_answer(std::string_view bytes);

}  // namespace goho::batch
