// Editing one file that may be a patch over a base (RFC 7386). What is set to what the base has leaves the patch, what
// the base has and the variant shall not have is written as null, and objects that have become empty go.
#pragma once

#include "document/json_path.hpp"

#include <optional>

namespace goho::gui {

/// Whether two values say the same: "120万円" and 1200000 do.
bool says_the_same(const Json& a, const Json& b);

/// What has to be merged into `from` to make it `to`; nothing when they say the same.
std::optional<Json> patch_between(const Json& from, const Json& to);

/// The file after an edit. `base` is all that the file builds on, merged, or null when it builds on nothing. Nothing
/// when something other than an object stands in the way.
std::optional<Json> with_value(const Json& file, const Json* base, PathView path, const Json& value);
std::optional<Json> without_value(const Json& file, const Json* base, PathView path);

/// The file with the value as the base has it.
std::optional<Json> as_in_base(const Json& file, const Json& base, PathView path);

}  // namespace goho::gui
