#include "import/amounts.hpp"

#include "import/taking.hpp"
#include "import/text_decoding.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace goho::imports {

namespace {

bool take_minus(std::string_view& text) {
    for (const std::string_view minus : {"-", "−", "△", "▲"}) {
        if (take(text, minus)) return true;
    }
    return false;
}

bool is_digit(char c) { return '0' <= c && c <= '9'; }

/// The digits before the point; nothing when separators do not part them in groups of three.
std::optional<std::string> take_whole_part(std::string_view& text) {
    std::string digits;
    std::size_t at = 0, group = 0;
    bool separated = false;
    for (; at < text.size() && (is_digit(text[at]) || text[at] == ','); ++at) {
        if (is_digit(text[at])) {
            digits += text[at];
            ++group;
            continue;
        }
        if (separated ? group != 3 : group == 0 || group > 3) return {};
        separated = true;
        group = 0;
    }
    if (digits.empty() || (separated && group != 3)) return {};
    text.remove_prefix(at);
    return digits;
}

/// Appends the fraction to the digits, as many places as the unit has; nothing when a part of a yen would be left.
bool take_fraction(std::string_view& text, std::size_t places, std::string& digits) {
    std::string fraction;
    if (take(text, ".")) {
        std::size_t size = 0;
        while (size < text.size() && is_digit(text[size])) ++size;
        if (size == 0) return false;
        fraction = text.substr(0, size);
        text.remove_prefix(size);
    }
    while (fraction.size() > places && fraction.back() == '0') fraction.pop_back();
    if (fraction.size() > places) return false;
    digits += fraction + std::string(places - fraction.size(), '0');
    return true;
}

std::optional<Yen> value_of(std::string_view digits) {
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    if (digits.size() > 16) return {};
    Yen value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    if (value > largest_amount) return {};
    return value;
}

std::size_t places_of(MoneyUnit unit) {
    switch (unit) {
        case MoneyUnit::yen:
            return 0;
        case MoneyUnit::thousand:
            return 3;
        case MoneyUnit::million:
            return 6;
        case MoneyUnit::hundred_million:
            break;
    }
    return 8;
}

}  // namespace

std::optional<Yen> parse_amount(std::string_view written, MoneyUnit unit) {
    if (written.size() > 100) return {};
    const std::string plain = key_of(written);
    std::string_view text = plain;
    if (text.empty()) return 0;
    bool negative = take(text, "(");
    if (negative) {
        if (!take_end(text, ")")) return {};
    } else {
        negative = take_minus(text);
    }
    const bool marked = take(text, "¥") || take(text, "\\");
    if (marked && !negative) negative = take_minus(text);
    take_end(text, "円");
    auto digits = take_whole_part(text);
    if (!digits || !take_fraction(text, places_of(unit), *digits) || !text.empty()) return {};
    const auto value = value_of(*digits);
    if (!value) return {};
    return negative ? -*value : *value;
}

std::optional<MoneyUnit> unit_named_in(std::string_view text) {
    struct Name {
        std::string_view word;
        MoneyUnit unit;
    };
    constexpr auto names = std::to_array<Name>({{"百万円", MoneyUnit::million},
                                                {"millionyen", MoneyUnit::million},
                                                {"千円", MoneyUnit::thousand},
                                                {"thousandyen", MoneyUnit::thousand},
                                                {"億円", MoneyUnit::hundred_million},
                                                {"円", MoneyUnit::yen},
                                                {"yen", MoneyUnit::yen}});
    const std::string key = key_of(text);
    std::size_t at = key.find("単位");
    at = at != std::string::npos ? at + std::string_view("単位").size() : key.find("unit");
    if (at == std::string::npos) return {};
    if (key.compare(at, 4, "unit") == 0) at += 4;
    std::string_view rest = std::string_view(key).substr(at);
    rest.remove_prefix(std::min(rest.find_first_not_of(": ="), rest.size()));
    for (const Name& name : names) {
        if (rest.starts_with(name.word)) return name.unit;
    }
    return {};
}

}  // namespace goho::imports
