// From a JSON value to the text of a scenario file as people lay it out: small objects on one line, two blanks of
// indentation. And the text of a file after an edit: what did not change stays as its author wrote it, byte by byte,
// so that a diff shows the edit and nothing else.
#pragma once

#include "io/wording.hpp"

#include <string>
#include <string_view>

namespace goho::io {

inline constexpr int widest_line = 120;

/// The whole text of a file, with a line end.
std::string laid_out(const Json& value);

/// `text` with as little changed as makes it say `value`. A text that is no JSON is replaced as a whole.
std::string updated_text(std::string_view text, const Json& value);

/// Whether the members that two objects have in common stand in the same order.
bool same_order(const Json& a, const Json& b);

}  // namespace goho::io
