#include "io/literals.hpp"

#include <utf8proc.h>
#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <string>

namespace goho::io {

namespace {

struct Unit {
    std::string_view name;
    int exponent;
};
/// Longest names first, so that 千万 is not read as 千 and something else.
constexpr auto units = std::to_array<Unit>({
    {"千億", 11},
    {"百億", 10},
    {"十億", 9},
    {"千万", 7},
    {"百万", 6},
    {"十万", 5},
    {"兆", 12},
    {"億", 8},
    {"万", 4},
    {"千", 3},
    {"百", 2},
});

/// A decimal number as it was written: digits times ten to the exponent.
struct Decimal {
    std::string digits;
    int exponent = 0;
};

std::optional<double> value_of(const Decimal& decimal, bool negative) {
    const std::string text = decimal.digits + "e" + std::to_string(decimal.exponent);
    double value = 0.0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc{}) return {};
    return negative && value != 0.0 ? -value : value;
}

/// Compatibility normalisation: full-width digits and signs become plain ones; blanks are dropped.
std::string plain(std::string_view text) {
    if (text.size() > 200) return {};
    utf8proc_uint8_t* mapped = nullptr;
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
    const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                   static_cast<utf8proc_ssize_t>(text.size()), &mapped, options);
    std::string out;
    if (size >= 0) out.assign(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size));
    std::free(mapped);
    std::erase(out, ' ');
    return out;
}

bool take(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    return true;
}

/// Takes a sign; true when it makes the number negative. △ and ▲ are how Japanese statements show it.
bool take_sign(std::string_view& text) {
    for (const std::string_view minus : {"-", "−", "△", "▲"}) {
        if (take(text, minus)) return true;
    }
    take(text, "+");
    return false;
}

bool is_digit(char c) { return '0' <= c && c <= '9'; }

/// Takes digits with separators in groups of three and perhaps a fraction.
std::optional<Decimal> take_decimal(std::string_view& text) {
    Decimal out;
    std::size_t at = 0, group = 0;
    bool separated = false;
    for (; at < text.size() && (is_digit(text[at]) || text[at] == ','); ++at) {
        if (text[at] == ',') {
            if (separated ? group != 3 : group == 0 || group > 3) return {};
            separated = true;
            group = 0;
        } else {
            out.digits += text[at];
            ++group;
        }
    }
    if (out.digits.empty() || (separated && group != 3)) return {};
    if (at < text.size() && text[at] == '.') {
        const std::size_t point = at++;
        for (; at < text.size() && is_digit(text[at]); ++at) out.digits += text[at];
        out.exponent = -static_cast<int>(at - point - 1);
        if (out.exponent == 0) return {};
    }
    text.remove_prefix(at);
    return out;
}

int take_unit(std::string_view& text) {
    for (const Unit& unit : units) {
        if (take(text, unit.name)) return unit.exponent;
    }
    return 0;
}

}  // namespace

std::optional<double> parse_money(std::string_view written) {
    const std::string normal = plain(written);
    std::string_view text = normal;
    bool negative = take_sign(text);
    const bool yen_sign = take(text, "¥");
    if (yen_sign && !negative) negative = take_sign(text);
    if (!text.ends_with("円") && !yen_sign) return {};
    if (text.ends_with("円")) text.remove_suffix(std::string_view("円").size());

    // 1億2,000万 is "1" and, four places further down, "2000": the parts are written behind one another.
    Decimal sum;
    bool first = true, fraction = false;
    while (!text.empty()) {
        auto part = take_decimal(text);
        if (!part) return {};
        const int unit = take_unit(text);
        if (first) {
            sum = {part->digits, part->exponent + unit};
        } else {
            const int room = sum.exponent - unit;
            const int size = static_cast<int>(part->digits.size()) + part->exponent;  // digits before the point
            if (fraction || room < size) return {};
            sum.digits += std::string(static_cast<std::size_t>(room - size), '0') + part->digits;
            sum.exponent = unit + part->exponent;
        }
        first = false;
        fraction = part->exponent < 0;  // only the last part may have one
        if (unit == 0 && !text.empty()) return {};
    }
    if (first) return {};
    return value_of(sum, negative);
}

std::optional<double> parse_percent(std::string_view written) {
    const std::string normal = plain(written);
    std::string_view text = normal;
    if (!text.ends_with('%')) return {};
    text.remove_suffix(1);
    const bool negative = take_sign(text);
    auto decimal = take_decimal(text);
    if (!decimal || !text.empty()) return {};
    decimal->exponent -= 2;
    return value_of(*decimal, negative);
}

std::optional<double> parse_plain_number(std::string_view written) {
    const std::string normal = plain(written);
    std::string_view text = normal;
    const bool negative = take_sign(text);
    const auto decimal = take_decimal(text);
    if (!decimal || !text.empty()) return {};
    return value_of(*decimal, negative);
}

std::optional<Month> guess_month(std::string_view written) {
    const std::string normal = plain(written);
    std::string_view text = normal;
    int before_first_year = 0;
    if (take(text, "令和") || take(text, "R") || take(text, "r")) before_first_year = 2018;
    else if (take(text, "平成") || take(text, "H") || take(text, "h")) before_first_year = 1988;

    std::array<int, 3> parts{};
    std::size_t count = 0;
    while (!text.empty()) {
        if (count == parts.size()) return {};
        if (take(text, "元")) {
            parts[count++] = 1;
        } else {
            const auto read = std::from_chars(text.data(), text.data() + text.size(), parts[count]);
            if (read.ec != std::errc{} || parts[count] < 0) return {};
            ++count;
            text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
        }
        bool separated = false;
        for (const std::string_view mark : {"/", "-", ".", "年", "月", "日"}) separated = separated || take(text, mark);
        if (!separated && !text.empty()) return {};
    }
    if (count == 1 && before_first_year == 0) {  // 202704
        parts = {parts[0] / 100, parts[0] % 100, 0};
        count = 2;
    }
    if (count < 2 || parts[0] > 9999) return {};
    const int year = parts[0] + before_first_year, month = parts[1];
    if (year < 1900 || year > 2199 || month < 1 || month > 12) return {};
    return Month::of(year, month);
}

}  // namespace goho::io
