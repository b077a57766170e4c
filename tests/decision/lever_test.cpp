#include "decision/lever.hpp"

#include "decision/shop.hpp"
#include "simulation/run.hpp"

#include <cmath>
#include <numeric>

using namespace goho;
using namespace goho::decision;
using test::shipped;

namespace {

std::vector<Lever> levers(const Base& base, const std::vector<std::pair<LeverKind, std::string>>& written, Month from = {}) {
    std::vector<LeverRequest> requests;
    for (const auto& [kind, text] : written) {
        const auto read = lever_request(kind, text);
        REQUIRE(read);
        requests.push_back(*read.value);
        requests.back().from = from;
    }
    auto out = levers_of(base, requests);
    for (const auto& problem : out.problems) FAIL(to_string(problem, Language::english));
    return *out.value;
}

/// A setting in memory and the same setting saved, read and run are one plan.
void same_when_saved(const Base& base, std::span<const Lever> some, const Setting& setting) {
    const auto direct = simulation::run(with_levers(base, some, setting), base.statutes);
    const auto saved = with_draft(base, draft_of(base, some, setting, "x", {"X", "X"}));
    for (const auto& problem : saved.problems) FAIL(to_string(problem, Language::english));
    REQUIRE(direct.months.size() == saved.value->run.months.size());
    for (std::size_t t = 0; t < direct.months.size(); ++t) {
        CAPTURE(t);
        CHECK(direct.months[t].cash == saved.value->run.months[t].cash);
        CHECK(direct.months[t].net_income == saved.value->run.months[t].net_income);
    }
}

}  // namespace

TEST_CASE("levers: a setting in memory and its draft are the same plan, lever by lever") {
    const auto base = shipped("manufacturer/equipment_loan.json");
    const auto all = levers(base, {{LeverKind::scale, "/segments/*/price=0.9..1.2"},
                                   {LeverKind::set, "/management/goal_clarity=0.2..0.9"},
                                   {LeverKind::add, "/job_groups/machining/overtime_hours=-5..5"},
                                   {LeverKind::shift, "/investments/five_axis_cell,/loans/five_axis_cell,/timeline/quality=0..24"},
                                   {LeverKind::set, "/loans/five_axis_cell/principal=10000000..60000000"},
                                   {LeverKind::split, "/evaluation/selling_weight,/evaluation/customer_value_weight,/evaluation/improvement_weight,/evaluation/development_weight"}});
    CHECK(dimensions_of(all) == 8);
    same_when_saved(base, all, planned_setting(all));
    same_when_saved(base, all, snapped(all, {1.0333, 0.75, -2.0, 7.0, 4.2e7, 0.3, 0.6, 0.2}));
    for (const auto& lever : all) {
        CAPTURE(lever.label.en);
        const std::span<const Lever> one(&lever, 1);
        if (lever.kind != LeverKind::split) same_when_saved(base, one, {lever.high});
    }
}

TEST_CASE("levers: an item that is left out is as if it were not in the file") {
    const auto base = shipped("manufacturer/equipment_loan.json");
    const auto choice = levers(base, {{LeverKind::choose, "/investments/five_axis_cell,/loans/five_axis_cell,/subsidies/manufacturing_subsidy"}, {LeverKind::choose, "/timeline/*"}});
    same_when_saved(base, choice, {0.0, 0.0});
    same_when_saved(base, choice, {1.0, 0.0});
    const auto draft = draft_of(base, choice, {0.0, 0.0}, "x", {"X", "X"});
    CHECK(draft.patch["investments"]["five_axis_cell"].is_null());
    const auto without = simulation::run(with_levers(base, choice, {0.0, 0.0}), base.statutes), never = shipped("manufacturer/base.json").run;
    CHECK(without.months.back().cash == never.months.back().cash);
}

TEST_CASE("levers: a change from a month on leaves the months before as they are") {
    const auto base = shipped("manufacturer/base.json");
    const auto price = levers(base, {{LeverKind::scale, "/segments/*/price=0.9..1.2"}}, Month::of(2029, 4));
    const auto run = simulation::run(with_levers(base, price, {1.1}), base.statutes);
    for (std::size_t t = 0; t < 24; ++t) CHECK(run.months[t].net_sales == base.run.months[t].net_sales);
    CHECK(run.months[24].net_sales != base.run.months[24].net_sales);
    same_when_saved(base, price, {1.1});
}

TEST_CASE("levers: shares of a split always make the whole, and the plan's shares come back") {
    const auto base = shipped("manufacturer/base.json");
    const auto split = levers(base, {{LeverKind::split, "/evaluation/selling_weight,/evaluation/customer_value_weight,/evaluation/improvement_weight,/evaluation/development_weight"}});
    const auto planned = shares_of(split[0], planned_setting(split));
    for (std::size_t i = 0; i < planned.size(); ++i) CHECK(planned[i] == doctest::Approx(split[0].shares[i]).epsilon(1e-9));
    for (const auto& numbers : {Setting{0.0, 0.0, 0.0}, Setting{1.0, 1.0, 1.0}, Setting{0.2, 0.9, 0.5}, Setting{0.0, 1.0, 0.0}}) {
        const auto shares = shares_of(split[0], numbers);
        CHECK(std::accumulate(shares.begin(), shares.end(), 0.0) == doctest::Approx(1.0).epsilon(1e-12));
        for (const double share : shares) CHECK(share >= 0.0);
    }
}

TEST_CASE("levers: even numbers give every share the same mean") {
    Lever split;
    split.kind = LeverKind::split;
    split.places.resize(3);
    split.shares = {0.5, 0.25, 0.25};
    split.step = 0.001;
    std::vector<double> mean(3, 0.0);
    constexpr int steps = 60;
    for (int i = 0; i < steps; ++i)
        for (int k = 0; k < steps; ++k) {
            const double numbers[] = {(i + 0.5) / steps, (k + 0.5) / steps};
            const auto shares = shares_of(split, numbers);
            for (std::size_t j = 0; j < 3; ++j) mean[j] += shares[j] / (steps * steps);
        }
    for (const double one : mean) CHECK(one == doctest::Approx(1.0 / 3.0).epsilon(0.01));
}

TEST_CASE("levers: settings snap to steps that people would choose") {
    const auto base = shipped("manufacturer/base.json");
    const auto some = levers(base, {{LeverKind::scale, "/segments/*/price=0.9..1.2"}, {LeverKind::set, "/segments/machined_parts/price=1000..5000"}, {LeverKind::shift, "/investments/*=0..36"}});
    const auto at = snapped(some, {1.033333333, 2345.6789, 7.4});
    CHECK(at[0] == 1.033);
    CHECK(at[1] == doctest::Approx(2345.0).epsilon(0.005));
    CHECK(at[2] == 7.0);
    CHECK(snapped(some, {9.0, 9e9, 99.0}) == Setting{1.2, 5000.0, 36.0});
}

TEST_CASE("levers: without bounds a value stays near the plan's where its table is for companies of any size") {
    const auto base = shipped("manufacturer/base.json");
    const auto some = levers(base, {{LeverKind::set, "/segments/machined_parts/price"}, {LeverKind::set, "/management/goal_clarity"}});
    CHECK(some[0].low == 1200.0);
    CHECK(some[0].high == 3600.0);
    CHECK(some[1].low == 0.0);
    CHECK(some[1].high == 1.0);
}

TEST_CASE("levers: what cannot be decided is refused, each for its own reason and in both languages") {
    const auto base = test::shop(R"({"timeline": {"rise": {"from": "2028-04", "scale": {"/segments/s/price": 1.03}}}})");
    const auto refused = [&](LeverKind kind, const char* written, Month from = {}) {
        auto request = lever_request(kind, written);
        REQUIRE(request);
        request.value->from = from;
        const auto found = levers_of(base, {&*request.value, 1});
        REQUIRE(found.problems.size() == 1);
        CHECK_FALSE(found.problems[0].message.ja.empty());
        return found.problems[0].code;
    };
    CHECK(refused(LeverKind::split, "/segments/s/volume") == "split-of-one");
    CHECK(refused(LeverKind::split, "/segments/s/note_share,/segments/s/inventory_days") == "nothing-to-split");
    CHECK(refused(LeverKind::shift, "/timeline/rise=0.5..3") == "bounds-empty");
    CHECK(refused(LeverKind::shift, "/timeline/fall=0..3") == "nothing-there");
    CHECK(refused(LeverKind::choose, "/segments/s") == "nothing-there");
    CHECK(refused(LeverKind::set, "/opening/cash=1000000..9000000", Month::of(2028, 4)) == "fixed-quantity");
    CHECK(refused(LeverKind::set, "/segments/s/price=90..110") == "changes-in-the-plan");
    CHECK(refused(LeverKind::scale, "/nothing/*/price=0.9..1.1") == "unknown-pointer");
    CHECK(refused(LeverKind::scale, "/loans/*/principal=0.9..1.1") == "nothing-there");
}

TEST_CASE("levers: what is no address with bounds is told as it was written") {
    for (const auto& [kind, written] : {std::pair{LeverKind::set, ""}, {LeverKind::set, "=1..2"}, {LeverKind::scale, "/segments/s/price,volume=1..2"},
                                        {LeverKind::scale, "/segments/s/price=low..high"}, {LeverKind::add, "/segments/s/price=1.."},
                                        {LeverKind::choose, "/timeline/rise=0..1"}, {LeverKind::split, "/segments/a/price,/segments/b/price=0..1"}}) {
        CAPTURE(written);
        const auto read = lever_request(kind, written);
        REQUIRE(read.problems.size() == 1);
        CHECK(read.problems[0].code == "lever-unreadable");
        CHECK(read.problems[0].message.en.find(written) != std::string::npos);
    }
}

TEST_CASE("levers: of many items the label names three and counts the rest") {
    const auto base = test::shop(R"({"timeline": {
        "a": {"from": "2028-01", "add": {"/segments/s/price": 1}}, "b": {"from": "2028-02", "add": {"/segments/s/price": 1}},
        "c": {"from": "2028-03", "add": {"/segments/s/price": 1}}, "d": {"from": "2028-04", "add": {"/segments/s/price": 1}},
        "e": {"from": "2028-05", "add": {"/segments/s/price": 1}}}})");
    const auto all = levers(base, {{LeverKind::choose, "/timeline/*"}});
    CHECK(all[0].items.size() == 5);
    CHECK(all[0].label.en.ends_with(" + 2 more"));
    CHECK(all[0].label.ja.ends_with("ほか2件"));
}
