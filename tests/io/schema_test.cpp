#include "io/schema.hpp"

#include "io/json_text.hpp"

#include <doctest/doctest.h>

using namespace goho;
using namespace goho::io;

TEST_CASE("schema: the committed file is the one the tables give") {
    const auto committed =
        read_text(std::string(GOHO_SOURCE_DIR) + "/scenarios/schema/goho-scenario-1.schema.json", "schema");
    REQUIRE(committed);
    const bool equal = *committed.value == scenario_schema();
    CHECK_MESSAGE(equal, "write it anew: goho schema > scenarios/schema/goho-scenario-1.schema.json");
}

TEST_CASE("schema: every quantity says its unit, its range and how well its default is grounded") {
    const Json schema = Json::parse(scenario_schema());
    const Json& price = schema["properties"]["segments"]["additionalProperties"]["properties"]["price"];
    CHECK(price["title"] == "Selling price / 販売単価");
    CHECK(price["x-unit"] == "yen/unit");
    CHECK(price["x-evidence"] == "A");
    CHECK(price["anyOf"][0]["maximum"] == 100000000000);
    CHECK(price["anyOf"][1]["$ref"] == "#/$defs/money");
}
