// From the bytes of a file to a JSON value that keeps the author's order. Whatever is wrong with the bytes is said
// with line and column; what they mean is not looked at here.
#pragma once

#include "core/problem.hpp"
#include "io/wording.hpp"

#include <filesystem>

namespace goho::io {

inline constexpr std::uintmax_t largest_file = 32u << 20;
inline constexpr int deepest_nesting = 64;

/// The whole file as text, or why it cannot be read. `shown` is the name that problems carry.
Result<std::string> read_text(const std::filesystem::path& file, const std::string& shown);

/// The value that `text` holds. A byte-order mark of UTF-8 is skipped.
Result<Json> parse_json(std::string_view text, const std::string& shown);

/// Both in one.
Result<Json> read_json(const std::filesystem::path& file, const std::string& shown);

}  // namespace goho::io
