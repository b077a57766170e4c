// Writing a file so that it is there whole or not at all: a temporary file beside it, synced, then renamed.
#pragma once

#include "core/problem.hpp"

#include <filesystem>
#include <string_view>

namespace goho::io {

/// Nothing when it went well, else why not; the target is untouched then.
Problems write_file(const std::filesystem::path& path, std::string_view text);

}  // namespace goho::io
