#include "io/wording.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

namespace goho::io {

namespace {

/// Optimal string alignment distance: insert, delete, replace, or swap two neighbours.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before_last(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    for (std::size_t k = 0; k <= b.size(); ++k) last[k] = k;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t k = 1; k <= b.size(); ++k) {
            const std::size_t replace = last[k - 1] + (a[i - 1] == b[k - 1] ? 0 : 1);
            row[k] = std::min({last[k] + 1, row[k - 1] + 1, replace});
            if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1]) {
                row[k] = std::min(row[k], before_last[k - 2] + 1);
            }
        }
        std::swap(before_last, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

struct UnitWord {
    std::string_view unit;
    Label behind;
};
constexpr auto unit_words = std::to_array<UnitWord>({
    {"fraction", {"", ""}},
    {"fraction/year", {" a year", "（年率）"}},
    {"weight", {"", ""}},
    {"elasticity", {"", ""}},
    {"times", {" times", "倍"}},
    {"points", {" points", "点"}},
    {"points/point", {" points/point", "点/点"}},
    {"points/month", {" points/month", "点/月"}},
    {"1/10 points", {" per 10 points", "（10点あたり）"}},
    {"as the variable", {"", ""}},
    {"calendar month", {" (calendar month)", "（暦月）"}},
    {"yen", {" yen", "円"}},
    {"yen/month", {" yen/month", "円/月"}},
    {"yen/year", {" yen/year", "円/年"}},
    {"yen/unit", {" yen/unit", "円/単位"}},
    {"yen/person", {" yen/person", "円/人"}},
    {"yen/person/month", {" yen/person/month", "円/人/月"}},
    {"units/month", {" units/month", "単位/月"}},
    {"hours/person/month", {" hours/person/month", "時間/人/月"}},
    {"people", {" people", "人"}},
    {"months", {" months", "か月"}},
    {"years", {" years", "年"}},
    {"days", {" days", "日"}},
});

}  // namespace

std::string shown(double number) {
    std::array<char, 400> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
    std::string text(buffer.data(), end);
    if (text.find_first_of("en") != std::string::npos) {  // 1e+13 and 3e-04 read better in full, 1e+30 does not; nan, inf
        const double size = std::abs(number);
        if (!(size < 1e16) || size < 1e-6) return text;
        const auto full =
            std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::fixed).ptr;
        text.assign(buffer.data(), full);
    }
    const std::size_t first = text.starts_with('-') ? 1 : 0;
    const std::size_t point = std::min(text.find('.'), text.size());
    for (std::size_t at = point; at > first + 3; at -= 3) text.insert(at - 3, ",");
    return text;
}

std::string in_quotes(std::string_view text) {
    std::size_t end = 0, characters = 0;
    while (end < text.size() && characters < 60) {
        do ++end;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80);
        ++characters;
    }
    return fmt::format("\"{}{}\"", printable(text.substr(0, end)), end < text.size() ? "…" : "");
}

Text unit_behind(std::string_view unit) {
    for (const auto& word : unit_words) {
        if (word.unit == unit) return {std::string(word.behind.en), std::string(word.behind.ja)};
    }
    return {fmt::format(" {}", unit), fmt::format(" {}", unit)};
}

Text found(const Json& value) {
    switch (value.type()) {
        case Json::value_t::null:
            return {"null", "null"};
        case Json::value_t::boolean:
            return value.get<bool>() ? Text{"true", "true"} : Text{"false", "false"};
        case Json::value_t::string: {
            const std::string text = in_quotes(value.get_ref<const std::string&>());
            return say("the text {}", "文字列 {}", text);
        }
        case Json::value_t::object:
            return {"an object", "オブジェクト { }"};
        case Json::value_t::array:
            return {"a list", "配列 [ ]"};
        default: {
            const std::string number = value.dump();
            return say("the number {}", "数値 {}", number);
        }
    }
}

std::string_view closest(std::string_view name, std::span<const std::string_view> known) {
    std::string_view best;
    std::size_t least = name.size() / 3 + 1;
    for (const std::string_view candidate : known) {
        const std::size_t longer = std::max(name.size(), candidate.size()),
                          shorter = std::min(name.size(), candidate.size());
        if (longer - shorter >= least || longer > 200) continue;
        const std::size_t distance = edit_distance(name, candidate);
        if (distance < least) {
            least = distance;
            best = candidate;
        }
    }
    return best;
}

std::string joined(std::span<const std::string_view> names, std::string_view separator) {
    return fmt::format("{}", fmt::join(names, separator));
}

Hint did_you_mean(std::string_view near) {
    if (near.empty()) return {};
    const std::string words = printable(near);  // near may be put together of what stands in a file
    return {say("did you mean \"{}\"?", "「{}」の間違いではありませんか", words), {Proposal::Kind::text, std::string(near), {}}};
}

Hint suggestion(std::string_view name, std::span<const std::string_view> known) {
    if (const auto near = closest(name, known); !near.empty()) return did_you_mean(near);
    const bool long_one = std::any_of(known.begin(), known.end(), [](std::string_view one) { return one.size() > 200; });
    if (known.empty() || known.size() > 12 || long_one) return {};
    return Text{fmt::format("allowed: {}", joined(known, ", ")), fmt::format("使えるもの: {}", joined(known, "、"))};
}

}  // namespace goho::io
