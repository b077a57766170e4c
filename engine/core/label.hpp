// Words a person reads, in the two languages of the product.
#pragma once

#include <string>
#include <string_view>

namespace goho {

enum class Language { english, japanese };

/// A fixed text of the program: names, units, explanations.
struct Label {
    std::string_view en, ja;
    constexpr std::string_view in(Language language) const { return language == Language::japanese ? ja : en; }
    constexpr bool empty() const { return en.empty() && ja.empty(); }
};

/// A text that is put together at run time, in both languages at once.
struct Text {
    std::string en, ja;
    const std::string& in(Language language) const { return language == Language::japanese ? ja : en; }
    bool empty() const { return en.empty() && ja.empty(); }
    friend bool operator==(const Text&, const Text&) = default;
};

}  // namespace goho
