// What differs between two states of a file, kept small: an edit that is done and undone a thousand times costs a few
// hundred bytes, not a copy of the file. Undoing gives back the order of keys as well.
#pragma once

#include "document/json_path.hpp"

#include <optional>

namespace goho::gui {

/// A member that came, went or changed, or, without a key, the value as a whole.
struct Change {
    Path object;
    std::optional<std::string> key;
    std::size_t place = 0;  // among the members, of one that came or went
    std::optional<Json> before, after;
};
using Changes = std::vector<Change>;

/// Applied in order, they lead from `before` to `after`.
Changes changes_between(const Json& before, const Json& after);

void apply(Json& content, const Changes& changes);
void revert(Json& content, const Changes& changes);

}  // namespace goho::gui
