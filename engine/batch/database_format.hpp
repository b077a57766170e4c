// Whether a database may be read at all: its head says by which number its tables are laid out.
#pragma once

#include "core/problem.hpp"

#include <filesystem>
#include <optional>

namespace goho::batch {

/// Why a database of ours cannot be read: its format has a number that this version does not know.
std::optional<Problem> unknown_database_format(const std::filesystem::path& file);

}  // namespace goho::batch
