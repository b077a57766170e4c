// A scenario file with what it builds on: `extends` names a base, the file itself is a JSON Merge Patch over it
// (RFC 7386: what is given replaces, null removes, objects are merged member by member). Knows of every value which
// file set it last, so that problems are reported where they can be mended.
#pragma once

#include "core/problem.hpp"
#include "io/wording.hpp"

#include <filesystem>

namespace goho::io {

inline constexpr int longest_chain = 16;

/// Merges `patch` into `target`; the order of what was there stays, new members come behind.
void merge_patch(Json& target, const Json& patch);

struct Source {
    std::string file;  // as shown to the user
    Json content;
};

struct Document {
    Json content;                 // merged, without `extends`
    std::vector<Source> sources;  // the base first, the file that was asked for last

    /// The file that last set the value at a pointer, or what stands above it.
    const std::string& file_of(std::string_view pointer) const;
};

/// How a file at `from` names its base: as seen from its folder, whichever of the two is named from the root.
std::string base_as_seen(const std::filesystem::path& base, const std::filesystem::path& from);

/// Reads a file and all it extends.
Result<Document> read_document(const std::filesystem::path& file);

/// The same from a text that has no file; `extends` is resolved from the current folder.
Result<Document> document_from_text(std::string_view text, const std::string& shown);

}  // namespace goho::io
