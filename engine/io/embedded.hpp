// The dated data files (tax tables, depreciation rates, example benchmarks) that travel inside the binary.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace goho::io {

struct EmbeddedFile {
    std::string_view path;  // below engine/data, e.g. "tax/japan-sme-2026.json"
    std::string_view text;
};

std::span<const EmbeddedFile> embedded_files();

/// The text of one data file, or nothing when no file of that path is built in.
std::optional<std::string_view> embedded_file(std::string_view path);

}  // namespace goho::io
