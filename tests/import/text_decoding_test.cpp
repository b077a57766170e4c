#include "import/text_decoding.hpp"

#include <doctest/doctest.h>

using namespace goho;
using namespace goho::imports;

namespace {

Decoded decoded(std::string_view bytes) {
    auto out = decode(bytes, "a.csv");
    REQUIRE(out);
    return *out.value;
}

}  // namespace

TEST_CASE("decoding: UTF-8, with mark, UTF-16 and CP932 give the same text") {
    CHECK(decoded("売上高").encoding == Encoding::utf8);
    CHECK(decoded("\xEF\xBB\xBF売上高").text == "売上高");
    CHECK(decoded("\xEF\xBB\xBF売上高").encoding == Encoding::utf8_with_mark);
    CHECK(decoded("\x94\x84\x8f\xe3\x8d\x82").text == "売上高");
    CHECK(decoded("\x94\x84\x8f\xe3\x8d\x82").encoding == Encoding::cp932);
    CHECK(decoded(std::string("\xFF\xFE\xf2\x58\x0a\x4e\xd8\x9a", 8)).text == "売上高");
    CHECK(decoded(std::string("\xFE\xFF\x58\xf2\x4e\x0a\x9a\xd8", 8)).encoding == Encoding::utf16);
    CHECK(decoded("Sales,1").encoding == Encoding::utf8);
}

TEST_CASE("decoding: what only Windows has in Shift_JIS") {
    CHECK(decoded("\x87\x40").text == "①");
    CHECK(decoded("\x87\x8a").text == "㈱");
    CHECK(decoded("\xfb\xfc").text == "髙");  // the ladder form, which names of people have
    CHECK(normalised(decoded("\xb3\xd8\xb1\xb9\xde").text) == "ウリアゲ");
    CHECK(decoded("a\\b~").text == "a\\b~");
    CHECK(key_of(decoded("\x81\xa2\x31").text) == "△1");
}

TEST_CASE("decoding: long texts pass whole, whatever stands at the seams") {
    std::string text;
    for (int i = 0; i < 5000; ++i) text += "勘😀a";
    CHECK(decoded(text).text == text);
}

TEST_CASE("decoding: bytes that are no text are named with line and column in characters") {
    const auto broken = decode("売上,1\n原\xff価,2\n", "a.csv");
    REQUIRE(broken.problems.size() == 1);
    CHECK(to_string(broken.problems[0], Language::english) == "a.csv:2:2: the byte 0xff is no character of UTF-8 (export the file again, as UTF-8 or Shift_JIS)");
    CHECK(to_string(broken.problems[0], Language::japanese) == "a.csv:2:2: バイト 0xff はUTF-8の文字ではありません（UTF-8 か Shift_JIS で出力し直してください）");
    CHECK(decode("\x94\x84\n\x8f\xe3\xfd", "a.csv").problems.front().line == 2);
    CHECK(decode("a\0b", "a.csv").problems.empty());  // a C string ends there
    CHECK(decode(std::string_view("a\0b", 3), "a.csv").problems.front().code == "not-text");
}

TEST_CASE("decoding: names are compared without blanks, width and case") {
    CHECK(key_of("　Ｓａｌｅｓ　ＡＢＣ ") == "salesabc");
    CHECK(key_of("負債･純資産合計") == "負債・純資産合計");
    CHECK(key_of("給料 手当") == "給料手当");
}
