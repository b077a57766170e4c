// Every file of tests/malformed is wrong in its own way; beside it stands what is said about it, word for word.
#include "io/scenario_reader.hpp"

#include <doctest/doctest.h>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace goho;
using namespace goho::io;
namespace fs = std::filesystem;

namespace {

/// Problems name files as the user did, so the tests name them from the top of the source tree.
class AtTop {
public:
    AtTop() : before_(fs::current_path()) { fs::current_path(GOHO_SOURCE_DIR); }
    ~AtTop() { fs::current_path(before_); }

private:
    fs::path before_;
};

std::vector<fs::path> cases() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator("tests/malformed")) {
        if (entry.path().extension() == ".json") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::string text_of(const fs::path& file) {
    std::ostringstream out;
    out << std::ifstream(file, std::ios::binary).rdbuf();
    return out.str();
}

bool has_japanese(const std::string& text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

Reading read_bytes(const std::string& bytes) { return read_scenario_text(bytes, "plan.json"); }

std::string only(const Reading& reading) {
    CHECK_FALSE(reading);
    return reading.problems.size() == 1 ? to_string(reading.problems[0], Language::english) : "not one problem";
}

}  // namespace

TEST_CASE("malformed: each file is refused with exactly its message") {
    const AtTop top;
    const auto files = cases();
    CHECK(files.size() >= 60);
    for (const fs::path& file : files) {
        const Reading reading = read_scenario(file);
        CHECK_FALSE(reading);
        CHECK(reading.warnings.empty());
        std::string said;
        for (const Problem& problem : reading.problems) said += to_string(problem, Language::english) + "\n";
        fs::path expected = file;
        expected.replace_extension(".expected");
        CAPTURE(file.string());
        CHECK(said == text_of(expected));
    }
}

TEST_CASE("malformed: each message is Japanese in Japanese") {
    const AtTop top;
    for (const fs::path& file : cases()) {
        for (const Problem& problem : read_scenario(file).problems) {
            CAPTURE(to_string(problem, Language::japanese));
            CHECK(has_japanese(problem.message.ja));
            CHECK((problem.hint.empty() || has_japanese(problem.hint.ja)));
            CHECK_FALSE(problem.code.empty());
        }
    }
}

TEST_CASE("malformed: a missing file and a folder are named") {
    CHECK(only(read_scenario("no/such/plan.json")) == "no/such/plan.json: the file does not exist");
    CHECK(only(read_scenario(fs::temp_directory_path()))
              .ends_with("this is a folder, not a file (name a file inside it)"));
}

TEST_CASE("malformed: a file of 100 MB is refused without reading it") {
    const fs::path file = fs::temp_directory_path() / "goho-large-file.json";
    std::ofstream(file).put('{');
    fs::resize_file(file, 100'000'000);
    CHECK(only(read_scenario(file)) ==
          file.generic_string() + ": the file has 95.4 MiB; the most that is read is 32 MiB");
    fs::remove(file);
}

TEST_CASE("malformed: nesting of 100,000 levels is refused") {
    const std::string message = "plan.json: objects and lists are nested more than 64 levels deep";
    CHECK(only(read_bytes(std::string(100'000, '['))) == message);
    std::string objects;
    for (int i = 0; i < 100'000; ++i) objects += "{\"a\":";
    CHECK(only(read_bytes(objects)) == message);
}

TEST_CASE("malformed: an object of a million keys is refused with a hundred messages and a count") {
    std::string text = "{\"format\": 1";
    for (int i = 0; i < 1'000'000; ++i) text += ",\"k" + std::to_string(i) + "\":1";
    const Reading reading = read_bytes(text + "}");
    REQUIRE(reading.problems.size() == 101);
    CHECK(to_string(reading.problems.back(), Language::english) == "plan.json: and 999903 more problems");
    CHECK(to_string(reading.problems.back(), Language::japanese) == "plan.json: ほかに999903件の問題があります");
}

TEST_CASE("malformed: a collection of a million items is refused") {
    std::string text = "{\"format\": 1, \"segments\": {";
    for (int i = 0; i < 1'000'000; ++i) text += (i == 0 ? "\"k" : ",\"k") + std::to_string(i) + "\":{}";
    const Reading reading = read_bytes(text + "}}");
    CHECK_FALSE(reading);
    CHECK(std::any_of(reading.problems.begin(), reading.problems.end(), [](const Problem& problem) {
        return to_string(problem, Language::english) ==
               "plan.json: /segments: there are 1000000 items; at most 10000 are allowed";
    }));
}

TEST_CASE("malformed: bytes that are no text are refused") {
    CHECK(only(read_bytes(std::string("{\0}", 3))) ==
          "plan.json:1:2: byte 2 is zero, so this is no text file (save it as UTF-8)");
    CHECK(only(read_bytes("\x80")) == "plan.json:1:1: byte 1 (0x80) is not UTF-8 (save it as UTF-8)");
    CHECK(only(read_bytes("{\n\"a\": \"\xed\xa0\x80\"}")) ==
          "plan.json:2:7: byte 9 (0xed) is not UTF-8 (save it as UTF-8)");
}

TEST_CASE("malformed: a control character in a key cannot reach the terminal") {
    const Reading reading = read_bytes("{\"format\": 1, \"a\\u001b[2J\\nb\": 1}");
    for (const Problem& problem : reading.problems) {
        const std::string line = to_string(problem, Language::english);
        CHECK(std::none_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }));
    }
}

TEST_CASE("malformed: a sound file with any byte changed is read or refused, never more") {
    const AtTop top;
    const std::string sound = text_of("tests/malformed/parts/sound.json");
    CHECK(read_bytes(sound));
    std::uint64_t random = 1;
    const auto draw = [&random](std::size_t below) {
        random = random * 6364136223846793005u + 1442695040888963407u;
        return static_cast<std::size_t>(random >> 33) % below;
    };
    const std::string marks = "{}[]\",:0123456789-+.eE \n\\/ntfalsu\x80\xff";
    for (int round = 0; round < 3000; ++round) {
        std::string text = sound;
        for (std::size_t change = draw(4) + 1; change > 0; --change) {
            const std::size_t at = draw(text.size());
            if (const std::size_t kind = draw(3); kind == 0) text.erase(at, draw(20) + 1);
            else if (kind == 1) text.insert(at, 1, marks[draw(marks.size())]);
            else text[at] = marks[draw(marks.size())];
        }
        const Reading reading = read_bytes(text);
        CHECK(bool(reading) == reading.problems.empty());
    }
}
