#include "io/scenario_writer.hpp"

#include "io/random_scenario.hpp"
#include "io/samples.hpp"
#include "io/scenario_reader.hpp"

#include <doctest/doctest.h>

using namespace goho;
using namespace goho::io;

namespace {

std::string all(const Problems& problems) {
    std::string text;
    for (const Problem& problem : problems) text += to_string(problem, Language::english) + "\n";
    return text;
}

template <class P> bool same_parameters(const P& a, const P& b) {
    bool same = true;
    for (const auto& row : simulation::table_of<P>()) {
        std::visit(
            [&](auto field) {
                if constexpr (std::is_same_v<decltype(field), Choice<P>>) same = same && field.get(a) == field.get(b);
                else same = same && a.*field == b.*field;
            },
            row.field);
    }
    return same;
}

bool same_scenario(const simulation::Scenario& a, const simulation::Scenario& b) {
    bool same = a.name == b.name && a.description == b.description && a.timeline == b.timeline;
    simulation::for_each_section<double>([&](const auto& section) {
        const auto& left = a.plan.*section.member;
        const auto& right = b.plan.*section.member;
        if constexpr (simulation::is_collection<std::remove_cvref_t<decltype(left)>>) {
            same = same && left.size() == right.size();
            for (std::size_t i = 0; same && i < left.size(); ++i) {
                same = left[i].id == right[i].id && left[i].name == right[i].name &&
                       same_parameters(left[i].parameters, right[i].parameters);
            }
        } else {
            same = same && same_parameters(left, right);
        }
    });
    return same;
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
