// Reading a text from its ends: what is expected there is taken off.
#pragma once

#include <string_view>

namespace goho::imports {

inline bool take(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    return true;
}

inline bool take_end(std::string_view& text, std::string_view suffix) {
    if (!text.ends_with(suffix)) return false;
    text.remove_suffix(suffix.size());
    return true;
}

}  // namespace goho::imports
