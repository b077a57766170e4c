#include "io/json_layout.hpp"

#include "io/json_text.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <random>

using namespace goho;
using io::Json;

namespace {
Json parsed(std::string_view text) { return *io::parse_json(text, "test").value; }

constexpr std::string_view hand_made = R"({
  "format": 1, "name": {"en": "A",   "ja": "あ"},
  "segments": {
    "main": { "price": 1.00, "volume": 12, "note": "a \"quoted\" {brace}" },
    "side": {
      "price": 2e3,
      "january": 0.9, "february": 1.10
    }
  }
}
)";
}  // namespace

TEST_CASE("layout: small objects stand on a line, collections on several") {
    CHECK(io::laid_out(parsed(R"({"format":1,"name":{"en":"A","ja":"あ"},"company":{"start":"2027-04","months":120},
        "segments":{"main":{"name":{"en":"M"},"price":1}},"empty":{}})")) == R"({
  "format": 1,
  "name": {"en": "A", "ja": "あ"},
  "company": {"start": "2027-04", "months": 120},
  "segments": {
    "main": {"name": {"en": "M"}, "price": 1}
  },
  "empty": {}
}
)");
}

TEST_CASE("layout: a line that would be too long is broken, and the text still says the same") {
    const Json value =
        parsed(R"({"item": {"note": ")" + std::string(90, 'x') + R"(", "amount": 12000000, "start": "2027-04"}})");
    CHECK(io::laid_out(value) == "{\n  \"item\": {\n    \"note\": \"" + std::string(90, 'x') +
                                     "\",\n    \"amount\": 12000000,\n    \"start\": \"2027-04\"\n  }\n}\n");
    CHECK(parsed(io::laid_out(value)) == value);
}

TEST_CASE("updated text: without a change it is the author's own, to the byte") {
    CHECK(io::updated_text(hand_made, parsed(hand_made)) == hand_made);
    CHECK(io::updated_text("{\r\n\"a\":1}", parsed("{\"a\": 1}")) == "{\r\n\"a\":1}");
}

TEST_CASE("updated text: an edit changes its value and nothing else") {
    Json value = parsed(hand_made);
    value["segments"]["main"]["volume"] = 13;
    std::string expected(hand_made);
    expected.replace(expected.find("12, "), 2, "13");
    CHECK(io::updated_text(hand_made, value) == expected);
}

TEST_CASE("updated text: members come and go in the manner of those beside them") {
    Json value = parsed(hand_made);
    value["segments"]["main"]["unit_variable_cost"] = "5円";
    value["segments"]["side"].erase("price");
    value["segments"]["new"] = parsed(R"({"price": 5, "volume": 1})");
    value["loans"] = parsed(R"({"bank": {"principal": 100, "term_months": 12}})");
    CHECK(io::updated_text(hand_made, value) == R"({
  "format": 1, "name": {"en": "A",   "ja": "あ"},
  "segments": {
    "main": { "price": 1.00, "volume": 12, "note": "a \"quoted\" {brace}", "unit_variable_cost": "5円" },
    "side": {
      "january": 0.9, "february": 1.10
    },
    "new": {"price": 5, "volume": 1}
  },
  "loans": {
    "bank": {"principal": 100, "term_months": 12}
  }
}
)");
}

TEST_CASE("updated text: objects that are filled, emptied or replaced, and another order of keys") {
    CHECK(io::updated_text(R"({"a": {}, "b": {"x": 1}})", parsed(R"({"a": {"y": 2}, "b": {}})")) ==
          R"({"a": {"y": 2}, "b": {}})");
    CHECK(io::updated_text(R"({"a": [1, 2], "b": 1})", parsed(R"({"a": [1, 3], "b": {"c": 1}})")) ==
          R"({"a": [1, 3], "b": {"c": 1}})");
    CHECK(parsed(io::updated_text(R"({"a": 1, "b": 2})", parsed(R"({"b": 2, "a": 1})"))) ==
          parsed(R"({"b": 2, "a": 1})"));
    CHECK(io::updated_text("no json", parsed(R"({"a": 1})")) == "{\n  \"a\": 1\n}\n");
    CHECK(io::updated_text(R"([1, 2])", parsed(R"({"a": 1})")) == "{\n  \"a\": 1\n}");
}

namespace {
/// A few random edits anywhere in a value.
void disturb(Json& value, std::mt19937& random, int depth) {
    if (!value.is_object()) {
        value = static_cast<int>(random() % 1000);
        return;
    }
    const auto pick = random() % 4;
    const auto any = [&] { return std::next(value.begin(), static_cast<std::ptrdiff_t>(random() % value.size())); };
    if (value.empty() || pick == 0)
        value["new_" + std::to_string(random() % 5)] =
            random() % 2 != 0 ? Json("12百万円") : parsed(R"({"a": {"b": [1, "}"]}})");
    else if (pick == 1 && depth > 0) value.erase(any().key());
    else disturb(*any(), random, depth + 1);
}
}  // namespace

TEST_CASE("updated text: of every shipped scenario, after random edits it says what was wanted, in the same order") {
    namespace fs = std::filesystem;
    std::mt19937 random(7);
    int files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(GOHO_SOURCE_DIR) / "scenarios")) {
        if (entry.path().extension() != ".json" || entry.path().string().find("expected") != std::string::npos)
            continue;
        const std::string text = *io::read_text(entry.path(), "test").value;
        const Json before = parsed(text);
        CHECK(io::updated_text(text, before) == text);
        CHECK(parsed(io::laid_out(before)) == before);
        Json value = before;
        for (int i = 0; i < 10; ++i) {
            disturb(value, random, 0);
            const std::string now = io::updated_text(text, value);
            REQUIRE_MESSAGE(parsed(now) == value, entry.path().string());
            CHECK(io::updated_text(now, before).size() >= 2);
            REQUIRE(parsed(io::updated_text(now, before)) == before);
        }
        ++files;
    }
    CHECK(files > 40);
}
