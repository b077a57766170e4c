// What a scenario may reach. A scenario names other files: the one that it extends, tables of law, thresholds. It may
// name what lies below the folder of the file that was opened, and no more, so that a plan that comes from somebody else
// cannot draw the figures of another client into a report. See docs/decisions/0025-what-a-file-may-reach.md.
#pragma once

#include "core/problem.hpp"

#include <filesystem>
#include <string>

namespace goho::io {

/// Whether a scenario that was opened in `folder` may name that file. Links are followed first.
bool within_reach(const std::filesystem::path& folder, const std::filesystem::path& file);

/// Whether every scenario may name that file, wherever it stands.
bool allowed_for_all(const std::filesystem::path& file);

/// Says that it may not; `where` is the file and `pointer` the place that names it.
Problems beyond_reach(const std::filesystem::path& folder, const std::filesystem::path& file, const std::string& where,
                      const std::string& pointer);

/// Lets every scenario reach what lies below a folder, from now on and in the whole program.
void allow_reach(const std::filesystem::path& folder);

/// The same for the folders that GOHO_ALLOW_EXTENDS lists, with colons between them.
void allow_reach_of_environment();

/// The user named a file or a folder to work on: scenarios in its folder or below may reach all below that folder. What
/// does not exist is passed over.
void working_on(const std::filesystem::path& named);

}  // namespace goho::io
