#include "document/sheet.hpp"

#include "document/words.hpp"

#include <array>

namespace goho::gui {

bool is_unsaved(const Sheet& sheet) {
    if (!sheet.content) return sheet.broken_text != sheet.text;
    return !sheet.saved || (sheet.saved != sheet.content && *sheet.saved != *sheet.content);
}

Text name_of(const Sheet& sheet) {
    Text text = sheet.content ? text_of_words(value_at(*sheet.content, std::array{std::string("name")})) : Text{};
    if (text.empty() && !sheet.path.empty()) text = {sheet.path.stem().string(), sheet.path.stem().string()};
    return text.empty() ? Text{"Untitled", "無題"} : text;
}

}  // namespace goho::gui
