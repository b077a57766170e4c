// Options that commands about uncertainty share: what is uncertain, and how it is drawn.
#pragma once

#include "chance/sampling.hpp"
#include "cli/command.hpp"

namespace goho::cli {

struct Uncertain {
    bool defaults = false, no_events = false;
    std::vector<std::string> vary;  // "/segments/main/price=10%"
};

void add_uncertain_options(CLI::App& command, Uncertain& uncertain, std::uint64_t& seed, int& threads, const Shared& shared);
void add_sampling_option(CLI::App& command, chance::Sampling& sampling, const Shared& shared);

/// A whole number from `least` to `most`, and nothing else: no sign, no exponent, nothing that wraps around.
CLI::Validator whole_number(std::uint64_t least, std::uint64_t most, const Shared& shared);

/// The scenarios with their uncertainty; empty after the problems of all of them were shown. `why` then says whether
/// the files are at fault or only what --vary says.
std::vector<Loaded> load_uncertain(const std::vector<std::string>& files, const Uncertain& uncertain, const Shared& shared, ExitCode* why = nullptr);

/// Whether it is the request that cannot be met, and no file is at fault.
bool asks_too_much(const Problems& problems);

}  // namespace goho::cli
