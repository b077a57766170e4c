#include "batch/inputs.hpp"

#include "io/samples.hpp"
#include "io/scenario_reader.hpp"

#include <doctest/doctest.h>
#include <filesystem>

namespace goho::batch {

TEST_CASE("inputs: the order of the command line, each file once, however it is reached") {
    const std::string cases = GOHO_SOURCE_DIR "/scenarios/wholesaler";
    const auto found = find_inputs({cases + "/price_up.json", cases, cases + "/*.json"});
    CHECK(found.problems.empty());
    REQUIRE(found.files.size() == 6);
    CHECK(found.files[0] == cases + "/price_up.json");
    CHECK(found.files[1] == cases + "/base.json");
    CHECK(found.left_out == 6);  // the expected results
}

TEST_CASE("inputs: a list is read line by line, whatever its line ends") {
    const auto found = find_inputs({"-"}, "\xEF\xBB\xBF" "a.json\r\nb.json\n\n./a.json\nc.json");
    CHECK(found.files == std::vector<std::string>{"a.json", "b.json", "c.json"});
}

TEST_CASE("inputs: what leads to nothing is a problem, a missing file is left to the reading") {
    const auto found = find_inputs({GOHO_SOURCE_DIR "/engine/core", "nowhere*.json", "nowhere.json"});
    CHECK(found.files == std::vector<std::string>{"nowhere.json"});
    REQUIRE(found.problems.size() == 2);
    CHECK(found.problems[0].code == "no-scenarios");
    CHECK(found.problems[1].file == "nowhere*.json");
}

TEST_CASE("inputs: which JSON is meant as a scenario") {
    CHECK(io::meant_as_scenario(io::sound_scenario));
    CHECK(io::meant_as_scenario(R"({"name": {"format": 2}, "extends": "base.json"})"));
    CHECK(io::meant_as_scenario(R"({"name": "x", )"));  // broken JSON should be heard of
    CHECK_FALSE(io::meant_as_scenario(R"({"properties": {"format": {"const": 1}}})"));
    CHECK_FALSE(io::meant_as_scenario(R"([{"format": 1}])"));
    CHECK_FALSE(io::meant_as_scenario("3"));
    CHECK_FALSE(io::meant_as_scenario("{}"));
}

}  // namespace goho::batch
