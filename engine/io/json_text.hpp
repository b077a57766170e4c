// From the bytes of a file to a JSON value that keeps the author's order. Whatever is wrong with the bytes is said
// with line and column; what they mean is not looked at here.
#pragma once

#include "io/input_file.hpp"
#include "io/wording.hpp"

namespace goho::io {

inline constexpr int deepest_nesting = 64;

/// The value that `text` holds. A byte-order mark of UTF-8 is skipped.
Result<Json> parse_json(std::string_view text, const std::string& shown);

/// Both in one.
Result<Json> read_json(const std::filesystem::path& file, const std::string& shown);

}  // namespace goho::io
