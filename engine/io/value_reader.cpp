#include "io/value_reader.hpp"

#include "io/literals.hpp"

#include <algorithm>
#include <cmath>

namespace goho::io {

namespace {

bool is_money(std::string_view unit) { return unit.starts_with("yen") || unit == "as the variable"; }
bool is_share(std::string_view unit) { return unit.starts_with("fraction") || unit == "as the variable"; }

Label expected_number(std::string_view unit) {
    if (unit == "as the variable")
        return {"a number, or a text such as \"12百万円\" or \"5%\"", "数値、または「12百万円」「5%」のような文字列"};
    if (is_money(unit))
        return {"a number of yen or a text such as \"12百万円\"", "円の数値、または「12百万円」のような文字列"};
    if (is_share(unit)) return {"a number or a text such as \"5%\"", "数値、または「5%」のような文字列"};
    return {"a number", "数値"};
}

Hint number_hint(std::string_view written, std::string_view unit) {
    if (const auto number = parse_plain_number(written)) {
        std::string plain = shown(*number);
        std::erase(plain, ',');
        return {say("write {} without quotes", "引用符なしで {} と書いてください", plain), {Proposal::Kind::number, plain, {}}};
    }
    if (parse_money(written) && !is_money(unit))
        return {"this is not an amount of money", "これは金額の項目ではありません"};
    if (parse_percent(written) && !is_share(unit))
        return {"this is not a percentage", "これは割合の項目ではありません"};
    if (is_money(unit) && parse_money(std::string(written) + "円")) {
        const std::string meant = std::string(written) + "円", text = in_quotes(meant);
        return {say("write {}", "{} と書いてください", text), {Proposal::Kind::text, meant, {}}};
    }
    return {};
}

}  // namespace

void report_wrong_type(const Json& value, const std::string& pointer, Label expected, Notes& notes, Hint hint) {
    if (notes.problems.full()) return notes.problems.count_only();
    const Text what = found(value);
    notes.problems.add("wrong-type", pointer,
                       {fmt::format("expected {}, found {}", expected.en, what.en),
                        fmt::format("{}が必要ですが、{} になっています", expected.ja, what.ja)},
                       std::move(hint));
}

void report_unknown_key(std::string_view key, const std::string& pointer, std::span<const std::string_view> known,
                        Notes& notes) {
    if (notes.problems.full()) return notes.problems.count_only();
    Hint hint = suggestion(key, known);
    hint.proposal.kind = hint.proposal.value.empty() ? Proposal::Kind::remove : Proposal::Kind::rename;
    notes.problems.add("unknown-key", member_of(pointer, key),
                       say("unknown key {}", "不明なキー {} があります", in_quotes(key)), std::move(hint));
}

void report_missing(const std::string& pointer, Label label, Notes& notes) {
    if (notes.problems.full()) return notes.problems.count_only();
    notes.problems.add(
        "missing", pointer,
        {fmt::format("required, but missing: {}", label.en), fmt::format("必須項目がありません: {}", label.ja)});
}

bool is_object(const Json& value, const std::string& pointer, Notes& notes, Hint hint) {
    if (value.is_object()) return true;
    report_wrong_type(value, pointer, {"an object { }", "オブジェクト { } "}, notes, std::move(hint));
    return false;
}

std::optional<double> read_bare_number(const Json& value, const std::string& pointer, std::string_view unit,
                                       Notes& notes) {
    if (value.is_number()) return value.get<double>();
    if (value.is_string()) {
        const auto& written = value.get_ref<const std::string&>();
        if (is_money(unit)) {
            if (const auto money = parse_money(written)) return money;
        }
        if (is_share(unit)) {
            if (const auto share = parse_percent(written)) return share;
        }
        report_wrong_type(value, pointer, expected_number(unit), notes, number_hint(written, unit));
        return {};
    }
    report_wrong_type(value, pointer, expected_number(unit), notes);
    return {};
}

bool in_range(double number, const std::string& pointer, const NumberRule& rule, Notes& notes, bool plain) {
    if (rule.valid.holds(number)) {
        if (!rule.plausible.holds(number) && !notes.warnings.full()) {
            const Text unit = unit_behind(rule.unit);
            const std::string low = shown(rule.plausible.low), high = shown(rule.plausible.high), text = shown(number);
            notes.warnings.add("unusual", pointer,
                               {fmt::format("{} is unusual: {} to {}{} is usual", text, low, high, unit.en),
                                fmt::format("{} は通常の範囲 {}〜{}{}の外です", text, low, high, unit.ja)},
                               {"the value is used as it is", "この値のまま計算します"});
        }
        return true;
    }
    if (notes.problems.full()) {
        notes.problems.count_only();
        return false;
    }
    const Text unit = unit_behind(rule.unit);
    const std::string low = shown(rule.valid.low), high = shown(rule.valid.high), text = shown(number);
    Hint hint;
    const std::string percent = shown(number);
    const auto share_meant = plain && is_share(rule.unit) ? parse_percent(percent + "%") : std::nullopt;
    if (share_meant && rule.plausible.holds(*share_meant)) {
        const std::string share = shown(*share_meant);
        hint = {say("{} percent is written {} or \"{}%\"", "{}パーセントは {} または \"{}%\" と書きます", percent, share, percent),
                {Proposal::Kind::text, percent + "%", {}}};
    }
    notes.problems.add("out-of-range", pointer,
                       {fmt::format("{} is outside the allowed range {} to {}{}", text, low, high, unit.en),
                        fmt::format("{} は許容範囲 {}〜{}{}の外です", text, low, high, unit.ja)},
                       std::move(hint));
    return false;
}

std::optional<double> read_number(const Json& value, const std::string& pointer, const NumberRule& rule, Notes& notes) {
    const auto number = read_bare_number(value, pointer, rule.unit, notes);
    if (!number || !in_range(*number, pointer, rule, notes, value.is_number())) return {};
    return number;
}

std::optional<int> read_whole(const Json& value, const std::string& pointer, const NumberRule& rule, Notes& notes) {
    constexpr Label expected{"a whole number", "整数"};
    if (!value.is_number()) {
        report_wrong_type(value, pointer, expected, notes,
                          value.is_string() ? number_hint(value.get_ref<const std::string&>(), rule.unit) : Hint{});
        return {};
    }
    const double number = value.get<double>();
    if (number != std::floor(number)) {
        report_wrong_type(value, pointer, expected, notes);
        return {};
    }
    if (!in_range(number, pointer, rule, notes)) return {};
    return static_cast<int>(number);
}

std::optional<bool> read_flag(const Json& value, const std::string& pointer, Notes& notes) {
    if (value.is_boolean()) return value.get<bool>();
    report_wrong_type(value, pointer, {"true or false", "true または false "}, notes);
    return {};
}

std::optional<Month> read_month(const Json& value, const std::string& pointer, Notes& notes) {
    std::string written;
    if (value.is_string()) written = value.get_ref<const std::string&>();
    if (value.is_number_integer()) written = value.dump();
    if (value.is_string()) {
        if (const auto month = parse_month(written)) return month;
    }
    Hint hint;
    if (const auto meant = guess_month(written)) {
        const std::string text = to_string(*meant);
        hint = {say("write \"{}\"", "\"{}\" と書いてください", text), {Proposal::Kind::text, text, {}}};
    }
    report_wrong_type(value, pointer, {"a month such as \"2027-04\"", "「2027-04」のような年月"}, notes,
                      std::move(hint));
    return {};
}

namespace {

bool is_printable(std::string_view text, const std::string& pointer, Lines lines, Notes& notes) {
    const bool printable_text = std::all_of(text.begin(), text.end(), [&](char c) {
        return (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f) ||
               (lines == Lines::many && (c == '\n' || c == '\t'));
    });
    if (!printable_text) {
        notes.problems.add(
            "control-character", pointer,
            {"the text holds a line break or another control character", "文字列に改行などの制御文字があります"},
            {"write it on one line", "1行で書いてください"});
    }
    return printable_text;
}

/// Names go into tables and headings, remarks into documents; neither is a place for a library.
bool is_short_enough(std::string_view text, const std::string& pointer, Lines lines, Notes& notes) {
    const std::ptrdiff_t most = lines == Lines::one ? 1000 : 100000;
    const auto characters = std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; });
    if (characters <= most) return true;
    notes.problems.add("text-too-long", pointer,
                       say("the text has {} characters; at most {} are allowed", "文字列が長すぎます（{}文字、最大{}文字）", characters, most));
    return false;
}

/// Whether a text for people can be taken as it is.
bool is_usable(std::string_view text, const std::string& pointer, Lines lines, Notes& notes) {
    return is_short_enough(text, pointer, lines, notes) && is_printable(text, pointer, lines, notes);
}

}  // namespace

std::optional<ShortText> read_text_value(const Json& value, const std::string& pointer, Notes& notes) {
    if (!value.is_string()) {
        report_wrong_type(value, pointer, {"a text", "文字列"}, notes);
        return {};
    }
    const auto& text = value.get_ref<const std::string&>();
    if (text.size() > ShortText::capacity) {
        notes.problems.add("text-too-long", pointer,
                           say("the text has {} bytes; at most {} are allowed",
                               "文字列が長すぎます（{}バイト、最大{}バイト）", text.size(), ShortText::capacity));
        return {};
    }
    if (!is_printable(text, pointer, Lines::one, notes)) return {};
    return ShortText(text);
}

std::optional<int> read_option(const Json& value, const std::string& pointer, std::span<const Option> options,
                               Notes& notes) {
    std::vector<std::string_view> keys;
    for (const Option& option : options) keys.push_back(option.key);
    const std::string list = joined(keys, ", ");
    if (!value.is_string()) {
        report_wrong_type(value, pointer, {"one of the options", "選択肢のいずれか"}, notes,
                          say("options: {}", "選択肢: {}", list));
        return {};
    }
    const auto& written = value.get_ref<const std::string&>();
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i] == written) return static_cast<int>(i);
    }
    const auto near = closest(written, keys);
    notes.problems.add("unknown-option", pointer,
                       say("{} is none of the options: {}", "{} は選択肢にありません: {}", in_quotes(written), list),
                       near.empty() ? Hint{} : suggestion(written, keys));
    return {};
}

std::optional<Reference> read_reference(const Json& value, const std::string& pointer, std::string_view collection,
                                        const Ids& ids, Notes& notes) {
    if (!value.is_string()) {
        const std::string name(collection);
        const Text expected = say("the id of an item of \"{}\"", "「{}」の項目のID", name);
        report_wrong_type(value, pointer, {expected.en, expected.ja}, notes);
        return {};
    }
    const auto& written = value.get_ref<const std::string&>();
    if (const auto found_id = ids.places.find(written); found_id != ids.places.end())
        return Reference{found_id->second};
    if (!notes.problems.full()) {
        notes.problems.add("unknown-reference", pointer,
                           say("there is no {} in \"{}\"", "{} は「{}」にありません", in_quotes(written), collection),
                           suggestion(written, ids.names));
    } else {
        notes.problems.count_only();
    }
    return {};
}

Text read_words(const Json& value, const std::string& pointer, Lines lines, Notes& notes) {
    if (value.is_string()) {
        const auto& text = value.get_ref<const std::string&>();
        is_usable(text, pointer, lines, notes);
        return {text, text};
    }
    if (!value.is_object()) {
        report_wrong_type(value, pointer,
                          {"a text or {\"en\": ..., \"ja\": ...}", "文字列または {\"en\": ..., \"ja\": ...} "}, notes);
        return {};
    }
    Text words;
    static constexpr std::array<std::string_view, 2> languages{"en", "ja"};
    for (const auto& [key, text] : value.get_ref<const Json::object_t&>()) {
        if (key != "en" && key != "ja") {
            report_unknown_key(key, pointer, languages, notes);
        } else if (!text.is_string()) {
            report_wrong_type(text, member_of(pointer, key), {"a text", "文字列"}, notes);
        } else if (is_usable(text.get_ref<const std::string&>(), member_of(pointer, key), lines, notes)) {
            (key == "en" ? words.en : words.ja) = text.get<std::string>();
        }
    }
    return words;
}

}  // namespace goho::io
