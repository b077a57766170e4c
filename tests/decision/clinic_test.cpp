#include "decision/clinic.hpp"

#include "decision/shop.hpp"
#include "decision/clinic_parts.hpp"

#include <algorithm>
#include <cmath>
#include <doctest/doctest.h>

using namespace goho;
using namespace goho::decision;
using test::changed;
using test::shipped;

namespace {

const SymptomFinding& finding(const Clinic& clinic, Symptom s) { return clinic.findings[static_cast<std::size_t>(s)]; }

const Cause* cause(const Clinic& clinic, std::string_view id) {
    const auto found = std::find_if(clinic.causes.begin(), clinic.causes.end(), [&](const Cause& c) { return c.id == id; });
    return found == clinic.causes.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("clinic: results are seen from half of it measured and used on, and the month in which that ends is named") {
    const Base half = changed(shipped("cases/base.json"), R"({"management": {"measurement": 0.6, "segment_results_used": 0.4}})");
    const auto seen = clinic(half);
    CHECK_FALSE(finding(*seen.value, Symptom::results_unseen).shown);
    CHECK(finding(*seen.value, Symptom::results_unseen).figure == doctest::Approx(0.5));
    const Base later = changed(half, R"({"timeline": {"tired": {"from": "2028-10", "set": {"/management/measurement": 0.2}}}})");
    const auto unseen = clinic(later);
    CHECK(finding(*unseen.value, Symptom::results_unseen).shown);
    CHECK(finding(*unseen.value, Symptom::results_unseen).since == Month::of(2028, 10));
}

TEST_CASE("clinic: a tool is judged from its continuous use on, or at once where it was in use before") {
    const auto tools = clinic_parts::tools_of(shipped("cases/restart.json"));
    REQUIRE(tools.size() >= 3);
    CHECK(tools[0].since == Month::of(2027, 4));  // 15% in use when the plan begins
    const auto single = clinic_parts::tools_of(shipped("cases/single_tool.json"));
    REQUIRE(single.size() == 1);
    CHECK(single[0].since == Month::of(2028, 10));  // twelve months after its roll-out began
    CHECK(single[0].peak_month == Month::of(2027, 12));
    CHECK(single[0].lowest < 0.03);
}

TEST_CASE("clinic: a tool that is given up on purpose is no tool that is not used") {
    const Base base = changed(shipped("cases/single_tool.json"), R"({"timeline": {"given_up": {"from": "2028-04", "set": {"/initiatives/tool/hours_saving": 0}}}})");
    CHECK(clinic_parts::tools_of(base).empty());
}

TEST_CASE("clinic: causes are what is weak, and what is strong is none") {
    const auto result = clinic(shipped("cases/champion_leaves.json"));
    REQUIRE(result);
    REQUIRE(cause(*result.value, "institutionalisation"));
    CHECK(cause(*result.value, "institutionalisation")->today.en == "10%");
    CHECK_FALSE(cause(*result.value, "measurement"));
    CHECK_FALSE(cause(*result.value, "executive_sponsorship"));
    CHECK_FALSE(cause(*result.value, "appraisal"));
    CHECK_FALSE(cause(*result.value, "follow_up"));
}

TEST_CASE("clinic: the restart takes over the tool with its money, and ends the old way with the trial") {
    const Base base = shipped("it_services/outsourced_back_office.json");
    const auto result = clinic(base, {.from = Month::of(2030, 1)});
    REQUIRE(result);
    REQUIRE(result.value->restart);
    const auto& patch = result.value->restart->patch;
    const auto& again = patch["initiatives"]["restart"];
    CHECK(again["kind"] == "outsourcing");
    CHECK(again["running_cost"] == 360000);
    CHECK(again["hours_saving"] == 0.2);
    CHECK(again["baseline_measured"] == true);
    const auto& end = patch["timeline"]["restart_old_tool"];
    CHECK(end["from"] == "2030-04");
    CHECK(end["set"]["/initiatives/back_office_service/running_cost"] == 0);
    CHECK(end["set"]["/initiatives/back_office_service/hours_saving"] == 0);
}

TEST_CASE("clinic: weights of appraisal remain a whole when improvement is to count") {
    const auto result = clinic(shipped("cases/base.json"));
    REQUIRE(cause(*result.value, "appraisal"));
    double sum = 0.0;
    for (const auto& [id, entry] : cause(*result.value, "appraisal")->patch["timeline"].items()) {
        for (const auto& [pointer, value] : entry["set"].items()) {
            if (pointer.ends_with("_weight")) sum += value.get<double>();
        }
    }
    // Only weights that change are set: improvement doubles at the cost of selling.
    CHECK(sum == doctest::Approx(0.45 + 0.20));
}

TEST_CASE("clinic: too near to the end there is no restart, and it says so") {
    const auto result = clinic(shipped("cases/single_tool.json"), {.from = Month::of(2036, 1)});
    REQUIRE(result);
    CHECK_FALSE(result.value->restart);
    CHECK(result.value->notes.size() == 1);
}

TEST_CASE("clinic: a plan of thirty months is judged at the end of its second year") {
    const Base base = changed(shipped("cases/single_tool.json"), R"({"company": {"months": 30}, "targets": null})");
    const auto result = clinic(base);
    REQUIRE(result);
    CHECK(result.value->year == 2);
    CHECK(result.value->outcome_year == 2);
}

TEST_CASE("clinic: all that is wrong with a request is said at once") {
    const Base base = shipped("cases/base.json");
    const auto refused = clinic(base, {.symptoms = {"headache"}, .year = 11, .from = Month::of(2020, 1)});
    REQUIRE(refused.problems.size() == 3);
    CHECK(refused.problems[0].code == "unknown-symptom");
    CHECK(refused.problems[1].code == "plan-too-short");
    CHECK(refused.problems[2].code == "outside-plan");
    const auto stopped = clinic(base, {.progress = [](double) { return false; }});
    CHECK(stopped.value->stopped);
    CHECK(tell(*stopped.value, MoneyUnit::thousand).tables.empty());
}
