#include "io/json_text.hpp"

#include <doctest/doctest.h>

using namespace goho;
using namespace goho::io;

namespace {

std::string said(std::string_view text) {
    std::string out;
    for (const Problem& problem : parse_json(text, "f").problems) out += to_string(problem, Language::english) + "\n";
    return out;
}

}  // namespace

TEST_CASE("json text: the author's order is kept, a byte-order mark is skipped") {
    CHECK(parse_json("\xEF\xBB\xBF {\"z\": 1, \"a\": [true, null, \"x\"], \"m\": -2.5e3}", "f").value->dump() ==
          R"({"z":1,"a":[true,null,"x"],"m":-2500.0})");
}

TEST_CASE("json text: every repeated key is reported where it stands, also in lists") {
    CHECK(said(R"({"a": {"b": 1, "b": {"c": 1, "c": 2}}, "l": [0, {"x": 1, "x": 2}], "a": 3})") ==
          "f: /a/b: the key \"b\" stands twice in the same object (keep one of the two)\n"
          "f: /a/b/c: the key \"c\" stands twice in the same object (keep one of the two)\n"
          "f: /l/1/x: the key \"x\" stands twice in the same object (keep one of the two)\n"
          "f: /a: the key \"a\" stands twice in the same object (keep one of the two)\n");
}

TEST_CASE("json text: columns count characters, not bytes") {
    CHECK(said("{\"名前\": \"工房\" x}") == "f:1:13: a comma is missing before this\n");
}

TEST_CASE("json text: a number that breaks off is named, not what follows it") {
    const std::string rest =
        " is not a number in JSON (write digits such as 1200, -3 or 0.5: no separators, no + and no zero in front, "
        "a digit on both sides of the point)\n";
    CHECK(said("[1.]") == "f:1:2: 1." + rest);
    CHECK(said("[-]") == "f:1:2: -" + rest);
    CHECK(said("[5e]") == "f:1:2: 5e" + rest);
    CHECK(said("[.5]") == "f:1:2: .5" + rest);
    CHECK(said("[0x1F]") == "f:1:2: 0x1F" + rest);
    CHECK(said("[1_000]") == "f:1:2: 1_000" + rest);
}

TEST_CASE("json text: sixty-four levels are read, one more is not") {
    CHECK(said(std::string(64, '[') + std::string(64, ']')) == "");
    CHECK(said(std::string(65, '[') + std::string(65, ']')) ==
          "f: objects and lists are nested more than 64 levels deep\n");
}

TEST_CASE("json text: whatever a text breaks off with, something readable is said") {
    const std::string sound = R"({"a": [1, -2.5e+3, true, null], "b": {"c": "x\n\u00e9é"}})";
    CHECK(said(sound) == "");
    for (std::size_t size = 0; size < sound.size(); ++size) {
        CAPTURE(size);
        const auto result = parse_json(sound.substr(0, size), "f");
        CHECK_FALSE(result);
        REQUIRE(result.problems.size() == 1);
        CHECK_FALSE(result.problems[0].message.en.empty());
        CHECK_FALSE(result.problems[0].message.ja.empty());
    }
}
