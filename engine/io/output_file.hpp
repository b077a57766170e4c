// Writing a file so that it is there whole or not at all: a temporary file beside it, synced, then renamed.
#pragma once

#include "core/problem.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <system_error>

namespace goho::io {

/// Where the links end that a path leads over, whether or not a file is there; `error` when they lead in a circle.
std::filesystem::path end_of_links(const std::filesystem::path& path, std::error_code& error);

/// Nothing when it went well, else why not; the target is untouched then.
Problems write_file(const std::filesystem::path& path, std::string_view text);

/// The same for what is too large to be held: `next` gives part after part, an empty one at the end.
Problems write_file(const std::filesystem::path& path, const std::function<std::string()>& next);

}  // namespace goho::io
