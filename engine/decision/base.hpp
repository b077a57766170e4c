// The plan that an analysis starts from: its merged file, what it says, the law it names, and its run.
#pragma once

#include "accounting/statutes.hpp"
#include "core/problem.hpp"
#include "decision/telling.hpp"
#include "simulation/run.hpp"

#include <filesystem>
#include <functional>

namespace goho::decision {

/// A scenario that is merged already, as an editor holds it; `file` is the name that problems carry.
struct Merged {
    const io::Json& content;
    std::string file;
};

struct Base {
    io::Json content;  // merged, without `extends`
    simulation::Scenario scenario;
    accounting::Statutes statutes;
    simulation::Trajectory<double> run;
};

Result<Base> base_of(const std::filesystem::path& file);
Result<Base> base_of(const Merged& merged);

/// From 0 to 1 while something is under way; false stops it. May be called from several threads at once.
using Progress = std::function<bool(double)>;

/// A problem of a request, not of a file.
Problem refusal(std::string code, Text message, Hint hint = {});

/// The base with a draft's patch, read and run; problems where it makes no sense.
Result<Base> with_draft(const Base& base, const Draft& draft);
/// The text of the draft's file at `output`, that extends the base; it has been read once and makes sense.
Result<std::string> draft_text(const std::filesystem::path& base, const Draft& draft, const std::filesystem::path& output);

}  // namespace goho::decision
