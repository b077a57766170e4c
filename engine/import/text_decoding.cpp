#include "import/text_decoding.hpp"

#include "io/wording.hpp"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <utf8proc.h>
#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

namespace goho::imports {

namespace {

struct Attempt {
    std::string text;          // as far as it could be read
    std::size_t bad_byte = 0;  // place of the first byte that could not
    bool whole = false;
};

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

/// Reads bytes by one of ICU's converters and stops at the first that mean nothing.
Attempt convert(std::string_view bytes, const char* name) {
    UErrorCode status = U_ZERO_ERROR;
    const Converter converter(ucnv_open(name, &status), &ucnv_close);
    if (U_FAILURE(status)) return {};
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    Attempt out;
    const char* from = bytes.data();
    const char* const end = from + bytes.size();
    std::u16string read;
    std::array<char16_t, 4096> part;
    do {
        status = U_ZERO_ERROR;
        char16_t* to = part.data();
        ucnv_toUnicode(converter.get(), &to, part.data() + part.size(), &from, end, nullptr, true, &status);
        read.append(part.data(), to);
    } while (status == U_BUFFER_OVERFLOW_ERROR);
    icu::UnicodeString(read.data(), static_cast<int32_t>(read.size())).toUTF8String(out.text);
    out.whole = U_SUCCESS(status);
    if (out.whole) return out;
    std::array<char, 32> bad;
    auto count = static_cast<int8_t>(bad.size());
    UErrorCode ignored = U_ZERO_ERROR;
    ucnv_getInvalidChars(converter.get(), bad.data(), &count, &ignored);
    out.bad_byte = static_cast<std::size_t>(from - bytes.data()) - static_cast<std::size_t>(std::max<int>(count, 0));
    return out;
}

std::size_t characters_in(std::string_view utf8) {
    return static_cast<std::size_t>(
        std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

Problem unreadable(const Attempt& attempt, std::string_view bytes, const std::string& shown, Label encoding) {
    const std::string_view text = attempt.text;
    const std::size_t line_start = text.rfind('\n') + 1;  // 0 when there is none
    const int byte = attempt.bad_byte < bytes.size() ? static_cast<unsigned char>(bytes[attempt.bad_byte]) : 0;
    return {"undecodable",
            shown,
            {},
            static_cast<int>(std::count(text.begin(), text.end(), '\n')) + 1,
            static_cast<int>(characters_in(text.substr(line_start))) + 1,
            {fmt::format("the byte 0x{:02x} is no character of {}", byte, encoding.en),
             fmt::format("バイト 0x{:02x} は{}の文字ではありません", byte, encoding.ja)},
            {"export the file again, as UTF-8 or Shift_JIS", "UTF-8 か Shift_JIS で出力し直してください"}};
}

Problem of_file(std::string code, const std::string& shown, Text message, Text hint) {
    return {std::move(code), shown, {}, 0, 0, std::move(message), std::move(hint)};
}

}  // namespace

Label label_of(Encoding encoding) {
    switch (encoding) {
        case Encoding::utf8:
            return {"UTF-8", "UTF-8"};
        case Encoding::utf8_with_mark:
            return {"UTF-8 with BOM", "UTF-8（BOM付き）"};
        case Encoding::utf16:
            return {"UTF-16", "UTF-16"};
        case Encoding::cp932:
            break;
    }
    return {"Shift_JIS (CP932)", "Shift_JIS（CP932）"};
}

Result<Decoded> decode(std::string_view bytes, const std::string& shown) {
    if (bytes.find_first_not_of(" \t\r\n") == std::string_view::npos) {
        return {{}, {of_file("file-empty", shown, {"the file is empty", "ファイルが空です"}, {})}};
    }
    Encoding encoding = Encoding::utf8;
    const char* converter = "UTF-8";
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        encoding = Encoding::utf8_with_mark;
        bytes.remove_prefix(3);
    } else if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        encoding = Encoding::utf16;
        converter = "UTF-16";
    } else if (bytes.find('\0') != std::string_view::npos) {
        return {{},
                {of_file("not-text", shown,
                         {"the file holds zero bytes, so it is no text", "テキストファイルではありません"},
                         {"export it as CSV or text", "CSVまたはテキストで出力してください"})}};
    }
    Attempt read = convert(bytes, converter);
    if (read.whole) return {Decoded{std::move(read.text), encoding}, {}};
    if (encoding != Encoding::utf8) return {{}, {unreadable(read, bytes, shown, label_of(encoding))}};
    Attempt windows = convert(bytes, "ibm-943_P15A-2003");
    if (windows.whole) return {Decoded{std::move(windows.text), Encoding::cp932}, {}};
    const bool more_like_utf8 = read.bad_byte >= windows.bad_byte;
    return {{},
            {more_like_utf8 ? unreadable(read, bytes, shown, label_of(Encoding::utf8))
                            : unreadable(windows, bytes, shown, label_of(Encoding::cp932))}};
}

std::string normalised(std::string_view utf8) {
    utf8proc_uint8_t* mapped = nullptr;
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
    const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(utf8.data()),
                                   static_cast<utf8proc_ssize_t>(utf8.size()), &mapped, options);
    std::string out = size >= 0 ? std::string(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size))
                                : std::string(utf8);
    std::free(mapped);
    const std::size_t first = out.find_first_not_of(" \t\r\n"), last = out.find_last_not_of(" \t\r\n");
    return first == std::string::npos ? std::string() : out.substr(first, last - first + 1);
}

std::string key_of(std::string_view name) {
    std::string out = normalised(name);
    std::erase_if(out, [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

}  // namespace goho::imports
