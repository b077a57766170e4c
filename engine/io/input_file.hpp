// Files that are read: whole, of a bounded size, and only where something stands that has an end. A device or a named
// pipe is refused, for nobody can tell whether it ever ends; what the program was given as an open descriptor
// (/dev/stdin, or <(...) of a shell) is read.
#pragma once

#include "core/problem.hpp"

#include <cstdint>
#include <filesystem>
#include <string>

namespace goho::io {

inline constexpr std::uintmax_t largest_file = 32u << 20;

/// The whole file as text, or why it cannot be read. `shown` is the name that problems carry.
Result<std::string> read_text(const std::filesystem::path& file, const std::string& shown);

/// Why a file cannot be opened for reading by somebody else, such as a library; none when it can be.
Problems unreadable(const std::filesystem::path& file, const std::string& shown);

}  // namespace goho::io
