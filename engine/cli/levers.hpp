// Options of commands that move levers: --set, --scale, --add, --shift, --choose, --split, and from which month on.
#pragma once

#include "cli/command.hpp"
#include "decision/lever.hpp"

namespace goho::cli {

struct LeverOptions {
    std::vector<std::string> set, scale, add, shift, choose, split;
    std::string from;
};

void add_lever_options(CLI::App& command, LeverOptions& options, const Shared& shared, bool one_only);

/// Problems as of a usage error.
Result<std::vector<decision::LeverRequest>> read_levers(const LeverOptions& options);

}  // namespace goho::cli
