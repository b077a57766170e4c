#include "io/syntax.hpp"

#include "io/wording.hpp"

#include <utf8proc.h>
#include <algorithm>
#include <array>
#include <cctype>

namespace goho::io {

namespace {

struct Explanation {
    Text message, hint;
};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
bool is_word(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '-' || c == '+' || c == '.';
}
bool begins_number(char c) { return ('0' <= c && c <= '9') || c == '-' || c == '+' || c == '.'; }

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

Problem at_byte(std::string code, std::string_view text, std::size_t byte, const std::string& file, Explanation e) {
    byte = std::min(byte, text.size());
    const std::string_view before = text.substr(0, byte);
    const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const auto column = std::count_if(before.begin() + static_cast<std::ptrdiff_t>(line_start), before.end(),
                                      [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }) +
                        1;
    return {std::move(code),  file, {}, static_cast<int>(line), static_cast<int>(column), std::move(e.message),
            std::move(e.hint)};
}

/// A piece of text that the parser read as one: a bracket, a text in quotes, a word or number, or an odd byte.
struct Token {
    std::size_t start = 0, end = 0;
    bool unfinished_text = false;
};

Token token_at(std::string_view text, std::size_t start, std::size_t limit) {
    Token token{start, start + 1};
    if (text[start] == '"') {
        while (token.end < limit && text[token.end] != '"') token.end += text[token.end] == '\\' ? 2 : 1;
        token.unfinished_text = token.end >= limit;
        token.end = std::min(token.end + 1, limit);
    } else if (is_word(text[start])) {
        while (token.end < limit && is_word(text[token.end])) ++token.end;
    }
    return token;
}

/// The token at which the parser gave up. All before it are sound, so it is found by going through them again.
Token last_token(const SyntaxError& error) {
    const std::size_t limit = std::min(error.position, error.text.size());
    Token before, last{limit, limit};
    for (std::size_t at = 0; at < limit;) {
        if (is_blank(error.text[at])) {
            ++at;
            continue;
        }
        before = last;
        last = token_at(error.text, at, limit);
        at = last.end;
    }
    // A number that ends too early is noticed one byte later: 1.} and -]
    const bool ends_early = before.end == last.start && before.end > before.start &&
                            begins_number(error.text[before.start]) &&
                            std::string_view(".eE+-").find(error.text[before.end - 1]) != std::string_view::npos;
    return ends_early ? before : last;
}

/// `last` is the byte at which a text broke off, `at_end` whether it is the last one of the file.
Explanation broken_text(char last, bool at_end) {
    if (last == '\n' || last == '\r') {
        return {{"a text is not closed at the end of its line", "文字列が行末までに閉じられていません"},
                {"close it with \"; a line break inside a text is written \\n",
                 "\" で閉じてください。文字列の中の改行は \\n と書きます"}};
    }
    if (static_cast<unsigned char>(last) < 0x20) {
        return {{"a control character stands inside a text", "文字列の中に制御文字があります"},
                {"write a tab as \\t", "タブは \\t と書きます"}};
    }
    if (at_end) {
        return {{"a text is not closed before the end of the file", "文字列が閉じられないままファイルが終わっています"},
                {"close it with \"", "\" で閉じてください"}};
    }
    return {{"a text holds a backslash that stands for nothing", "文字列の中の \\ の使い方が正しくありません"},
            {"write a backslash as \\\\, or use / in paths", "\\ は \\\\ と書くか、パスでは / を使ってください"}};
}

Explanation broken_number(std::string_view word) {
    const std::string text = fitted(printable(word), 60);
    return {say("{} is not a number in JSON", "{} はJSONの数値として読めません", text),
            {"write digits such as 1200, -3 or 0.5: no separators, no + and no zero in front, a digit on both sides of "
             "the point",
             "1200、-3、0.5 のように書いてください。桁区切りや先頭の + と 0 は使えず、小数点の両側に数字が必要です"}};
}

Explanation unquoted_word(std::string_view word, bool key_expected, char before) {
    static constexpr std::array<std::string_view, 8> no_numbers{"nan",  "-nan",     "inf",       "-inf",
                                                                "+inf", "infinity", "-infinity", "+infinity"};
    const std::string name = lower(word);
    const std::string text(word.substr(0, 60));
    if (std::find(no_numbers.begin(), no_numbers.end(), name) != no_numbers.end()) {
        return {say("JSON has no {}", "JSONでは {} を使えません", text),
                {"write a number, or leave the key out", "数値を書くか、キーを省いてください"}};
    }
    if (name == "true" || name == "false" || name == "null" || name == "none") {
        const std::string fix = name == "none" ? "null" : name;
        return {say("JSON does not know {}", "JSONでは {} と書けません", text),
                say("write {}", "{} と書いてください", fix)};
    }
    if (begins_number(word.front())) {
        if (key_expected && before == ',') {
            return {say("a key in double quotes was expected, but {} stands here",
                        "キー（\" \" で囲む）が必要ですが、{} があります", text),
                    {"write numbers without thousands separators", "数値に桁区切りのコンマは使えません"}};
        }
        return broken_number(word);
    }
    if (key_expected) {
        return {say("the key {} must stand in double quotes", "キー {} は \" \" で囲んでください", text),
                say("write \"{}\"", "\"{}\" と書いてください", text)};
    }
    return {say("the word {} must stand in double quotes", "{} は \" \" で囲んでください", text),
            say("write \"{}\"", "\"{}\" と書いてください", text)};
}

struct Mark {
    std::string_view wide, plain;
};
constexpr auto wide_marks = std::to_array<Mark>({
    {"，", ","},
    {"、", ","},
    {"：", ":"},
    {"｛", "{"},
    {"｝", "}"},
    {"［", "["},
    {"］", "]"},
    {"\u3000", "a plain space"},
    {"“", "\""},
    {"”", "\""},
    {"„", "\""},
    {"‘", "\""},
    {"’", "\""},
    {"＂", "\""},
    {"「", "\""},
    {"」", "\""},
    {"'", "\""},
});

Explanation wide_mark(const Mark& mark) {
    if (mark.plain.size() > 1) {
        return {{"a full-width space stands outside of a text", "文字列の外に全角スペースがあります"},
                {"use a plain space", "半角スペースを使ってください"}};
    }
    return {say("{} has no meaning in JSON", "{} はJSONでは使えません", mark.wide),
            say("write {}", "半角の {} を使ってください", mark.plain)};
}

/// What is wrong with the token that begins at `start`.
Explanation explanation(const SyntaxError& error, const Token& token, char before) {
    const std::string_view rest = error.text.substr(token.start);
    const char at = rest.front();
    const bool in_object = !error.open.empty() && error.open.back() == '{';
    const bool value_or_key_expected =
        before == '\0' || before == '{' || before == '[' || before == ',' || before == ':';

    if (token.unfinished_text) return broken_text(error.text[token.end - 1], error.position > error.text.size());
    if (rest.starts_with("//") || rest.starts_with("/*") || at == '#') {
        return {{"JSON has no comments", "JSONにコメントは書けません"},
                {"put remarks into a \"note\" key", "注記は \"note\" キーに書いてください"}};
    }
    for (const Mark& mark : wide_marks) {
        if (rest.starts_with(mark.wide)) return wide_mark(mark);
    }
    if (error.open.empty() && before != '\0') {
        return {{"something stands behind the end of the document", "ドキュメントの終わりの後に余分な文字があります"},
                {"check the brackets before it", "その前の括弧の対応を確認してください"}};
    }
    if (error.colon_expected) {
        return {{"a colon is missing behind the key", "キーの後に : がありません"},
                {"write \"key\": value", "\"キー\": 値 の形で書いてください"}};
    }
    if (is_word(at) && value_or_key_expected) {
        const std::size_t size =
            static_cast<std::size_t>(std::find_if_not(rest.begin(), rest.end(), is_word) - rest.begin());
        return unquoted_word(rest.substr(0, size), in_object && (before == '{' || before == ','), before);
    }
    if (at == '}' || at == ']') {
        if (before == ',') {
            return {say("a comma stands before the closing {}", "閉じ括弧 {} の前に余分な , があります", at),
                    {"remove the comma", "その , を取ってください"}};
        }
        if (before == ':') return {{"the value behind the colon is missing", ": の後に値がありません"}, {}};
        const char opened = in_object ? '{' : '[';
        return {say("{} closes a {}", "{} が {} を閉じようとしています", at, opened),
                {"check the brackets", "括弧の対応を確認してください"}};
    }
    if (at == ',')
        return {{"a comma stands where a value or a key was expected", "値またはキーが必要な位置に , があります"},
                {"remove the comma", "その , を取ってください"}};
    if (!value_or_key_expected) {
        return {{"a comma is missing before this", "この前に , がありません"}, {}};
    }
    if (in_object && (before == '{' || before == ',')) {
        return {{"a key in double quotes was expected here", "ここには \" \" で囲んだキーが必要です"}, {}};
    }
    if (static_cast<unsigned char>(at) >= 0x80) {
        return {{"a text must stand in double quotes", "文字列は \" \" で囲んでください"}, {}};
    }
    return {{"a value was expected here", "ここには値が必要です"}, {}};
}

}  // namespace

Problem explain_syntax(const SyntaxError& error, const std::string& file) {
    const std::string_view text = error.text;
    const Token token = last_token(error);
    const std::size_t start = token.start;
    if (error.number_out_of_range) {
        const std::string number(text.substr(start, std::min<std::size_t>(token.end - start, 60)));
        return at_byte("number-too-large", text, start, file,
                       {say("the number {} is too large", "数値 {} は大きすぎます", number), {}});
    }
    if ((error.position > text.size() || start >= text.size()) && !token.unfinished_text) {
        std::string missing;
        for (auto bracket = error.open.rbegin(); bracket != error.open.rend(); ++bracket)
            missing += *bracket == '{' ? '}' : ']';
        return at_byte("syntax", text, text.size(), file,
                       {{"the file ends before it is complete", "ファイルが途中で終わっています"},
                        missing.empty() ? Text{} : say("missing at the end: {}", "末尾に {} が足りません", missing)});
    }
    if (start > 0 && static_cast<unsigned char>(text[start]) >= 0x80 && is_word(text[start - 1])) {  // 12百万円
        std::size_t number = start;
        while (number > 0 && is_word(text[number - 1])) --number;
        const bool mark = std::any_of(wide_marks.begin(), wide_marks.end(),
                                      [&](const Mark& m) { return text.substr(start).starts_with(m.wide); });
        if (!mark && begins_number(text[number])) {
            return at_byte(
                "syntax", text, number, file,
                {{"a number with a unit must stand in double quotes", "単位の付いた数値は \" \" で囲んでください"},
                 {"for example \"12百万円\"", "例: \"12百万円\""}});
        }
    }
    std::size_t back = start;
    while (back > 0 && is_blank(text[back - 1])) --back;
    return at_byte("syntax", text, start, file, explanation(error, token, back > 0 ? text[back - 1] : '\0'));
}

namespace {

/// Whether the bytes make sense as Shift_JIS (CP932), the usual encoding of older Japanese programs.
bool looks_like_shift_jis(std::string_view text) {
    bool wide = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead < 0x80 || (lead >= 0xa1 && lead <= 0xdf)) continue;
        if (lead == 0x80 || lead == 0xa0 || lead > 0xfc || i + 1 == text.size()) return false;
        const auto trail = static_cast<unsigned char>(text[++i]);
        if (trail < 0x40 || trail == 0x7f || trail > 0xfc) return false;
        wide = true;
    }
    return wide;
}

}  // namespace

std::optional<Problem> encoding_problem(std::string_view text, const std::string& file) {
    const Text save{"save it as UTF-8", "UTF-8で保存してください"};
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
        return at_byte("not-utf-8", text, 0, file,
                       {{"the file is UTF-16, not UTF-8", "ファイルがUTF-16です（UTF-8が必要）"}, save});
    }
    for (std::size_t at = 0; at < text.size();) {
        utf8proc_int32_t point = 0;
        const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                                           static_cast<utf8proc_ssize_t>(text.size() - at), &point);
        if (size <= 0) {
            const int byte = static_cast<unsigned char>(text[at]);
            const Text message =
                say("byte {} (0x{:02x}) is not UTF-8", "{}バイト目（0x{:02x}）がUTF-8ではありません", at + 1, byte);
            const Text shift_jis{"the file looks like Shift_JIS; save it as UTF-8",
                                 "Shift_JISのようです。UTF-8で保存してください"};
            return at_byte("not-utf-8", text, at, file, {message, looks_like_shift_jis(text) ? shift_jis : save});
        }
        if (point == 0) {
            return at_byte("not-text", text, at, file,
                           {say("byte {} is zero, so this is no text file",
                                "{}バイト目が0です。テキストファイルではありません", at + 1),
                            save});
        }
        at += static_cast<std::size_t>(size);
    }
    return {};
}

}  // namespace goho::io
