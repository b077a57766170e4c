// Reads a scenario file: the file and what it extends, every section by its table, the timeline, and whether it all
// makes sense together. Everything that is wrong is reported at once. Format: docs/scenario-format.md.
#pragma once

#include "core/problem.hpp"
#include "io/wording.hpp"
#include "simulation/scenario.hpp"

#include <filesystem>
#include <string_view>
#include <vector>

namespace goho::io {

inline constexpr int scenario_format = 1;
inline constexpr std::size_t most_items = 10000;

/// A scenario, or why there is none; and what a person should look at twice although it may be meant so.
struct Reading : Result<simulation::Scenario> {
    Problems warnings;
};

struct ReadOptions {
    /// Names a target may use; the lines of the books and the indicators when empty.
    std::vector<std::string_view> variables;
};

Reading read_scenario(const std::filesystem::path& file, const ReadOptions& options = {});

/// Reads a text as if it stood in a file of that name.
Reading read_scenario_text(std::string_view text, const std::string& name = "scenario.json",
                           const ReadOptions& options = {});

/// Reads what has been merged from all its files already, as an editor holds it: no `extends` is followed. Problems
/// name `file`, beside which pinned tables are looked for.
Reading read_scenario_content(const Json& merged, const std::string& file, const ReadOptions& options = {});

/// Whether a scenario that was changed after it was read still makes sense as a whole.
Problems problems_of(const simulation::Scenario& scenario);

/// Whether a text found in a folder is meant as a scenario: an object with `format` or `extends`, or broken JSON, which
/// should be heard of. Results, schemas and other JSON are not.
bool meant_as_scenario(std::string_view text);

}  // namespace goho::io
