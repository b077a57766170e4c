// What an address in a file is called: "Machined parts: selling price". For steps of undo, lists of problems and levers.
#pragma once

#include "core/label.hpp"
#include "document/json_path.hpp"

namespace goho::gui {

/// A text of a file: one for both languages, or {"en": ..., "ja": ...}. Empty when it is neither.
Text text_of_words(const Json* words);
Json words_of_text(const Text& text);

/// "Machined parts: Selling price"; the pointer itself where the tables know nothing of it. `merged` tells the names
/// of items and may be null.
Text name_of_pointer(const Json* merged, std::string_view pointer);

}  // namespace goho::gui
