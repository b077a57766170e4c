// Getting to a value inside a file, and setting, inserting and removing members without touching the order of the
// others. A path is the list of keys of a JSON Pointer, unescaped. Lists are values as a whole: nothing is inside them.
#pragma once

#include "io/wording.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace goho::gui {

using io::Json;
using Path = std::vector<std::string>;
using PathView = std::span<const std::string>;

/// The keys of "/segments/main/price"; none for "".
Path path_of(std::string_view pointer);
std::string pointer_of(PathView path);
/// One step down: "/timeline/rise/set" and "/segments/main/price" make "/timeline/rise/set/~1segments~1main~1price".
std::string pointer_below(std::string_view pointer, std::string_view key);

/// The value there, or null.
const Json* value_at(const Json& root, PathView path);

/// Puts a value there; objects that are missing on the way are made. False, and nothing done, when something other
/// than an object stands in the way.
bool put_at(Json& root, PathView path, Json value);
/// Takes a value out; false when it was not there.
bool take_out(Json& root, PathView path);

/// A member at a place among the others.
void insert_member(Json& object, std::size_t place, const std::string& key, Json value);
/// The place of a member; the number of members when there is none.
std::size_t place_of(const Json& object, std::string_view key);

}  // namespace goho::gui
