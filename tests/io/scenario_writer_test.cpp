#include "io/scenario_writer.hpp"

#include "io/random_scenario.hpp"
#include "io/samples.hpp"
#include "io/scenario_reader.hpp"
#include "support/same_scenario.hpp"

#include <doctest/doctest.h>

using namespace goho;
using namespace goho::io;
using test::same_scenario;

namespace {

std::string all(const Problems& problems) {
    std::string text;
    for (const Problem& problem : problems) text += to_string(problem, Language::english) + "\n";
    return text;
}

}  // namespace

TEST_CASE("scenario writer: what was written is read as the same scenario") {
    const Reading reading = read_scenario_text(sound_scenario);
    REQUIRE(reading);
    for (const Defaults defaults : {Defaults::leave_out, Defaults::write}) {
        const Reading again = read_scenario_text(scenario_text(*reading.value, defaults));
        CHECK(all(again.problems) == "");
        REQUIRE(again);
        CHECK(same_scenario(*reading.value, *again.value));
    }
}

TEST_CASE("scenario writer: a thousand random scenarios survive writing and reading") {
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
        CAPTURE(seed);
        const simulation::Scenario scenario = test::RandomScenario(seed).make();
        for (const Defaults defaults : {Defaults::leave_out, Defaults::write}) {
            const Reading again = read_scenario_text(scenario_text(scenario, defaults));
            CHECK(all(again.problems) == "");
            REQUIRE(again);
            CHECK(same_scenario(scenario, *again.value));
        }
    }
}

TEST_CASE("scenario writer: only what differs from a default is written, in the order of the tables") {
    simulation::Scenario scenario;
    scenario.name = {"Plan", "計画"};
    scenario.plan.company.start = Month::of(2026, 4);
    scenario.plan.segments.push_back({"main", {}, {}});
    scenario.plan.segments[0].parameters.price = 0.1;
    CHECK(
        scenario_json(scenario, Defaults::leave_out).dump() ==
        R"({"format":1,"name":{"en":"Plan","ja":"計画"},"company":{"start":"2026-04"},)"
        R"("opening":{"cash":0,"paid_in_capital":0,"retained_earnings":0},"segments":{"main":{"price":0.1,"volume":0}}})");
}
