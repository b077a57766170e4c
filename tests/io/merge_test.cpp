#include "io/merge.hpp"
#include "io/reach.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>

using namespace goho;
using namespace goho::io;

TEST_CASE("merge: the examples of RFC 7386, appendix A") {
    struct Example {
        const char *target, *patch, *result;
    };
    const Example examples[] = {
        {R"({"a":"b"})", R"({"a":"c"})", R"({"a":"c"})"},
        {R"({"a":"b"})", R"({"b":"c"})", R"({"a":"b","b":"c"})"},
        {R"({"a":"b"})", R"({"a":null})", R"({})"},
        {R"({"a":"b","b":"c"})", R"({"a":null})", R"({"b":"c"})"},
        {R"({"a":["b"]})", R"({"a":"c"})", R"({"a":"c"})"},
        {R"({"a":"c"})", R"({"a":["b"]})", R"({"a":["b"]})"},
        {R"({"a":{"b":"c"}})", R"({"a":{"b":"d","c":null}})", R"({"a":{"b":"d"}})"},
        {R"({"a":[{"b":"c"}]})", R"({"a":[1]})", R"({"a":[1]})"},
        {R"(["a","b"])", R"(["c","d"])", R"(["c","d"])"},
        {R"({"a":"b"})", R"(["c"])", R"(["c"])"},
        {R"({"a":"foo"})", R"(null)", R"(null)"},
        {R"({"a":"foo"})", R"("bar")", R"("bar")"},
        {R"({"e":null})", R"({"a":1})", R"({"e":null,"a":1})"},
        {R"([1,2])", R"({"a":"b","c":null})", R"({"a":"b"})"},
        {R"({})", R"({"a":{"bb":{"ccc":null}}})", R"({"a":{"bb":{}}})"},
    };
    for (const Example& example : examples) {
        Json target = Json::parse(example.target);
        merge_patch(target, Json::parse(example.patch));
        CAPTURE(example.patch);
        CHECK(target.dump() == example.result);
    }
}

TEST_CASE("merge: what was there keeps its place, what is new comes behind") {
    Json target = Json::parse(R"({"c":1,"a":{"z":1,"y":2},"b":3})");
    merge_patch(target, Json::parse(R"({"d":4,"a":{"x":3,"y":5},"c":null})"));
    CHECK(target.dump() == R"({"a":{"z":1,"y":5,"x":3},"b":3,"d":4})");
}

namespace {

/// A folder of files that is gone after the test.
class Folder {
public:
    Folder() { std::filesystem::create_directories(path); }
    ~Folder() { std::filesystem::remove_all(path); }
    std::filesystem::path add(const std::string& name, const std::string& text) const {
        std::filesystem::create_directories((path / name).parent_path());
        std::ofstream(path / name) << text;
        return path / name;
    }
    const std::filesystem::path path = std::filesystem::temp_directory_path() / "goho-merge-test";
};

}  // namespace

TEST_CASE("merge: a variant of a variant, each path seen from its own file") {
    const Folder folder;
    folder.add(
        "base.json",
        R"({"format":1,"company":{"start":"2026-04","months":36},"loans":{"a":{"principal":1},"b":{"principal":2}}})");
    folder.add("variants/first.json", R"({"extends":"../base.json","company":{"months":48},"loans":{"a":null}})");
    const auto file =
        folder.add("variants/more/second.json", R"({"extends":"../first.json","loans":{"c":{"principal":3}}})");
    CHECK(read_document(file).problems.at(0).code == "out-of-reach");
    working_on(folder.path);
    const auto document = read_document(file);
    REQUIRE(document);
    CHECK(
        document.value->content.dump() ==
        R"({"format":1,"company":{"start":"2026-04","months":48},"loans":{"b":{"principal":2},"c":{"principal":3}}})");

    SUBCASE("and each value belongs to the file that set it last") {
        const auto name_of = [&](const char* pointer) {
            return std::filesystem::path(document.value->file_of(pointer)).filename().string();
        };
        CHECK(name_of("/company/start") == "base.json");
        CHECK(name_of("/company/months") == "first.json");
        CHECK(name_of("/loans/b/principal") == "base.json");
        CHECK(name_of("/loans/c/principal") == "second.json");
        CHECK(name_of("/loans/a") == "first.json");
        CHECK(name_of("/treasury") == "second.json");
    }
}

TEST_CASE("merge: sixteen bases are followed, a seventeenth is not") {
    const Folder folder;
    folder.add("0.json", R"({"format":1})");
    for (int i = 1; i <= 17; ++i) {
        folder.add(std::to_string(i) + ".json", R"({"extends":")" + std::to_string(i - 1) + R"(.json"})");
    }
    CHECK(read_document(folder.path / "16.json"));
    const auto document = read_document(folder.path / "17.json");
    REQUIRE(document.problems.size() == 1);
    CHECK(document.problems[0].code == "extends-too-long");
}

TEST_CASE("merge: large objects are merged in one go") {
    Json target = Json::object(), patch = Json::object();
    Json::object_t::Container& members = target.get_ref<Json::object_t&>();
    Json::object_t::Container& changes = patch.get_ref<Json::object_t&>();
    for (int i = 0; i < 200'000; ++i) members.emplace_back("k" + std::to_string(i), i);
    for (int i = 0; i < 200'000; i += 2) changes.emplace_back("k" + std::to_string(i), nullptr);
    merge_patch(target, patch);
    CHECK(target.size() == 100'000);
}
