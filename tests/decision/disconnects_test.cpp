#include "decision/disconnects.hpp"

#include "decision/shop.hpp"
#include "simulation/schedule.hpp"


#include <cmath>
#include <doctest/doctest.h>
#include <numeric>

using namespace goho;
using namespace goho::decision;
using test::changed;
using test::shipped;

namespace {

double free_cash(const simulation::Trajectory<double>& run) {
    return std::accumulate(run.months.begin(), run.months.end(), 0.0, [](double sum, const auto& m) { return sum + m.free_cash_flow; });
}

double lever_at(const Base& base, const char* pointer, int month) {
    simulation::Plan<double> plan = base.scenario.plan;
    simulation::Schedule<double> schedule(plan, base.scenario.timeline);
    for (int t = 0; t <= month; ++t) schedule.apply(t);
    return std::string_view(pointer) == "goal_clarity" ? plan.management.goal_clarity : plan.management.measurement;
}

}  // namespace

TEST_CASE("remedies: the same list on a plan in memory and on its file gives the same run") {
    for (const char* file : {"manufacturer/base.json", "cases/integrated.json", "cases/restart.json", "cases/approvals_redesigned.json", "it_services/outsourced_back_office.json"}) {
        CAPTURE(file);
        const Base base = shipped(file);
        for (int which = 0; which < analysis::remedies; ++which) {
            CAPTURE(which);
            const auto list = analysis::repaired_from_start(base.scenario, analysis::remedy(base.scenario, which));
            auto in_memory = base.scenario;
            analysis::put_on(in_memory, list);
            const auto on_file = base_of(Merged{with_replacements(base.content, list), file});
            REQUIRE(on_file);
            CHECK(free_cash(simulation::run(in_memory, base.statutes)) == free_cash(on_file.value->run));
        }
    }
}

TEST_CASE("remedies: a lever is raised from its month on, and never lowered where the plan raises it further") {
    const Base base = changed(shipped("cases/base.json"), R"({"timeline": {"later": {"from": "2029-04", "set": {"/management/goal_clarity": 0.95}},
                                                                   "slip": {"from": "2031-04", "set": {"/management/goal_clarity": 0.5}}}})");
    const auto list = analysis::repaired_from(base.scenario, analysis::remedy(base.scenario, 0), 6, "purpose");
    const auto other = base_of(Merged{with_replacements(base.content, list), "x"});
    REQUIRE(other);
    CHECK(lever_at(*other.value, "goal_clarity", 5) == 0.4);
    CHECK(lever_at(*other.value, "goal_clarity", 6) == 0.9);
    CHECK(lever_at(*other.value, "goal_clarity", 24) == 0.95);
    CHECK(lever_at(*other.value, "goal_clarity", 48) == 0.9);
}

TEST_CASE("remedies: a name that is taken is not taken twice") {
    const Base base = shipped("cases/integrated.json");  // has designed a new appraisal already
    const auto list = analysis::redesign_of_appraisal(base.scenario, Month::of(2027, 4));
    CHECK(list.front().place[1] == "appraisal_redesign_2");
}

TEST_CASE("patch: leads from one file to the other, entries left without a change are gone") {
    const auto before = io::Json::parse(R"({"a": 1, "b": {"c": 2, "d": 3}, "timeline": {"x": {"from": "2027-04", "set": {"/m/y": 1}}}})");
    const std::vector<analysis::Replacement> list{{{"b", "c"}, 5.0}, {{"b", "d"}, {}}, {{"timeline", "x", "set", "/m/y"}, {}}, {{"e"}, std::string("word")}};
    const auto after = with_replacements(before, list);
    CHECK(after == io::Json::parse(R"({"a": 1, "b": {"c": 5}, "timeline": {}, "e": "word"})"));
    CHECK(patch_between(before, after) == io::Json::parse(R"({"b": {"c": 5, "d": null}, "timeline": {"x": null}, "e": "word"})"));
}

TEST_CASE("disconnects: shares add up to the whole in yen, and each alone is what the diagnosis says") {
    for (const char* file : {"manufacturer/base.json", "cases/integrated.json", "wholesaler/price_up.json"}) {
        CAPTURE(file);
        const Base base = shipped(file);
        const auto result = disconnects(base);
        REQUIRE(result);
        const auto& r = *result.value;
        const auto diagnosis = analysis::diagnosis(base.scenario, base.statutes);
        double shares = 0.0;
        for (std::size_t i = 0; i < r.parts.size(); ++i) {
            CHECK(std::abs(r.parts[i].alone.npv - diagnosis.repairs[i].worth) < 0.5);
            CHECK(r.parts[i].share == std::round(r.parts[i].share));
            shares += r.parts[i].share;
        }
        CHECK(std::abs(shares - diagnosis.repairs.back().worth) <= 0.51);
        CHECK(r.best.npv >= r.together.npv);
        CHECK(r.orders == 120);
        for (const auto& part : r.parts) CHECK(r.best.npv >= part.alone.npv);
    }
}

TEST_CASE("disconnects: what is in place takes no part, and the sequence leaves it out") {
    const Base base = changed(shipped("cases/base.json"), R"({"management": {"goal_clarity": 0.9, "purpose_shared": 0.95}})");
    const auto result = disconnects(base);
    REQUIRE(result);
    const auto& r = *result.value;
    CHECK(r.parts[0].in_place);
    CHECK(r.parts[0].share == 0.0);
    CHECK(r.parts[0].alone.npv == 0.0);
    CHECK(r.order.size() == 4);
    CHECK(r.orders == 24);
}

TEST_CASE("disconnects: repairs begin after the months that have happened") {
    auto base = shipped("cases/base.json");
    auto content = base.content;
    for (const char* month : {"2027-04", "2027-05", "2027-06"}) content["actuals"][month] = io::Json::parse(R"({"company": {}})");
    auto with_actuals = base_of(Merged{content, "x"});
    if (!with_actuals) content["actuals"] = nullptr;
    REQUIRE(with_actuals);
    const auto result = disconnects(*with_actuals.value);
    REQUIRE(result);
    CHECK(result.value->first == 3);
    const auto& timeline = result.value->sequence.draft.patch["timeline"];
    for (const auto& [id, entry] : timeline.items()) CHECK(entry["from"].get<std::string>() >= "2027-07");
}

TEST_CASE("disconnects: stopped, it says so; a plan too short or without behaviour is refused") {
    const Base base = shipped("cases/base.json");
    const auto stopped = disconnects(base, {.progress = [](double) { return false; }});
    REQUIRE(stopped);
    CHECK(stopped.value->stopped);
    CHECK(tell(*stopped.value, MoneyUnit::thousand).drafts.empty());
    CHECK(disconnects(base, {.every = 30}).problems.at(0).code == "plan-too-short");
    CHECK(disconnects(changed(base, R"({"company": {"behaviour": "off"}})")).problems.at(0).code == "behaviour-off");
}
