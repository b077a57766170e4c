// How messages speak: numbers with separators, units in both languages, what was found in a file, and which known
// name a misspelt one is closest to. Holds no message of its own.
#pragma once

#include "core/problem.hpp"
#include "io/text_table.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>

namespace goho::io {

using Json = nlohmann::ordered_json;

/// The same arguments in both languages. Texts that differ between the languages are put together by hand.
template <class... Args>
Text say(fmt::format_string<const Args&...> en, fmt::format_string<const Args&...> ja, const Args&... args) {
    return {fmt::format(en, args...), fmt::format(ja, args...)};
}

/// The shortest digits that give the number back, with thousands separators: 1,200.5.
std::string shown(double number);

/// A user's text in quotation marks, on one line and at most about 60 characters long.
std::string in_quotes(std::string_view text);

/// A unit behind a number, with the blank before it: " yen/unit" and "円/単位"; empty where a number needs none.
Text unit_behind(std::string_view unit);

/// What stands in the file, briefly: true, a list, the text "abc".
Text found(const Json& value);

/// The known name closest to `name` by Damerau-Levenshtein distance of at most a third of its length; else empty.
std::string_view closest(std::string_view name, std::span<const std::string_view> known);

/// "did you mean ...?", proposing that text; empty when nothing is near.
Hint did_you_mean(std::string_view near);

/// "did you mean ...?" when a known name is close, else the list of what is allowed when that is short.
/// Proposes the close name as a text.
Hint suggestion(std::string_view name, std::span<const std::string_view> known);

std::string joined(std::span<const std::string_view> names, std::string_view separator);

}  // namespace goho::io
