#include "io/scenario_reader.hpp"

#include "samples.hpp"

#include <doctest/doctest.h>

using namespace goho;
using namespace goho::io;

namespace {

[[maybe_unused]] Reading read(const nlohmann::ordered_json& document) { return read_scenario_text(document.dump()); }

std::string all(const Problems& problems) {
    std::string text;
    for (const Problem& problem : problems) text += to_string(problem, Language::english) + "\n";
    return text;
}

}  // namespace

TEST_CASE("scenario reader: a sound scenario is read with all its parts") {
    const Reading reading = read_scenario_text(sound_scenario);
    CHECK(all(reading.problems) == "");
    CHECK(all(reading.warnings) == "");
    REQUIRE(reading);
    const simulation::Scenario& scenario = *reading.value;
    CHECK(scenario.name == Text{"Small workshop", "小さな工房"});
    CHECK(scenario.plan.company.start == Month::of(2026, 4));
    CHECK(scenario.plan.opening.cash == 30000000.0);
    CHECK(scenario.plan.opening.accounts_payable == 4000000.0);
    REQUIRE(scenario.plan.segments.size() == 2);
    CHECK(scenario.plan.segments[0].id == "main");
    CHECK(scenario.plan.segments[1].parameters.cash_share == 0.25);
    CHECK(scenario.plan.cost_lines[1].parameters.segment.index == 0);
    CHECK(scenario.plan.job_groups[0].parameters.place == accounting::job_group::LabourPlace::cost_of_sales);
    CHECK(scenario.plan.loans[0].parameters.annual_interest_rate == 0.018);
    REQUIRE(scenario.timeline.size() == 2);
    CHECK(scenario.timeline[0].edits[0].pointer == "/segments/main/price");
    CHECK(scenario.timeline[1].every_months == 6);
    auto plan = scenario.plan;
    CHECK(simulation::quantity_at(plan, scenario.timeline[1].edits[0].address) == &plan.job_groups[0].parameters.headcount);
}
