#include "stakeholders/disconnects.hpp"

#include "analysis/repair.hpp"
#include "simulation/actual_fit.hpp"
#include "stakeholders/reality_checks.hpp"
#include "support/reference_design.hpp"

#include <algorithm>
#include <cmath>
#include <doctest/doctest.h>

using namespace goho;
using namespace goho::stakeholders;

namespace {

bool asks(const simulation::Scenario& scenario, std::string_view code) {
    const auto run = simulation::run(scenario, modes::statutes());
    const auto found = reality_checks(scenario, run);
    return std::any_of(found.begin(), found.end(), [&](const Finding& f) { return f.code == code; });
}

initiatives::Parameters<double> tool(Month start) {
    initiatives::Parameters<double> p;
    p.start = start;
    p.data_budget = 10e6;
    p.follow_up = 0.0;
    return p;
}

}  // namespace

TEST_CASE("disconnects: by hand") {
    simulation::Plan<double> plan = modes::base().plan;
    plan.management.goal_clarity = 0.8;
    plan.management.purpose_shared = 0.5;
    plan.management.budget_ownership = plan.management.cost_benefit_review = 0.4;
    plan.management.project_responsibility = plan.management.executive_sponsorship = 0.9;
    const auto all = disconnects(plan, false, EffortValue{1e6, 1e6, 1e6, 1e6}, 0.03);
    REQUIRE(all.size() == 5);
    CHECK(*all[0].severity == doctest::Approx(60.0));                                  // 1 - 0.8 x 0.5
    CHECK(*all[1].severity == doctest::Approx(100.0 * (1.0 - (0.0 + 0.3 + 0.2) / 3.0)));  // uses, segments, measurement
    CHECK(*all[3].severity == doctest::Approx(100.0 * (1.0 - 0.6)));                   // root of 0.4 x 0.9
    CHECK(*all[4].severity == doctest::Approx(100.0 * (1.0 - (1.0 + 0.2 + 0.5) / 3.0)));  // targets stand, linkage 0.2, half the money
    CHECK(all[0].reason.en.starts_with("weakest: purpose shared (50 of 100)"));
}

TEST_CASE("disconnects: appraisal is connected when it points where value lies, and cannot be judged without") {
    simulation::Plan<double> plan = modes::base().plan;
    const auto& e = plan.evaluation;
    const EffortValue along{e.selling_weight, e.customer_value_weight * 0.3, e.improvement_weight * 0.3, e.development_weight * 0.3};
    CHECK(*disconnects(plan, false, along, 0.03)[2].severity == doctest::Approx(0.0));
    const EffortValue across{0.0, 1.0, 0.0, 0.0};
    CHECK(*disconnects(plan, false, across, 0.03)[2].severity > 60.0);
    CHECK_FALSE(disconnects(plan, false, {}, 0.03)[2].severity);
}

TEST_CASE("disconnects: grades") {
    CHECK(grade_of(20.0).en == "connected");
    CHECK(grade_of(40.0).en == "watch");
    CHECK(grade_of(60.0).en == "tending to split");
    CHECK(grade_of(60.1).ja == "分断");
}

TEST_CASE("diagnosis: a company whose first months have happened is diagnosed, too") {
    auto scenario = modes::base();
    scenario.plan.actuals.months.assign(14, simulation::blank_month(scenario.plan));
    const auto d = analysis::diagnosis(scenario, modes::statutes());
    REQUIRE(d.repairs.size() == 6);
    for (const auto& repair : d.repairs) CHECK(std::isfinite(repair.worth));
}

TEST_CASE("diagnosis: a repair lowers its own disconnect to connected or nearly so, and the whole is not the sum") {
    modes::Design design;
    design.leadership = modes::as_today;
    design.freed = modes::nowhere;
    const auto d = analysis::diagnosis(modes::scenario_of(design), modes::statutes());
    REQUIRE(d.repairs.size() == 6);
    for (std::size_t i = 0; i < 5; ++i) {
        CAPTURE(d.repairs[i].name);
        if (d.repairs[i].before) CHECK(*d.repairs[i].after <= *d.repairs[i].before);
    }
    CHECK(*d.repairs[0].after <= 20.0);
    CHECK(*d.repairs[1].after <= 20.0);
    CHECK(*d.repairs[3].after <= 20.0);
    CHECK(d.repairs.back().worth > 0.0);
    CHECK(d.repairs.back().worth > d.sum_of_parts);
    const auto value = analysis::effort_value(modes::base(), modes::statutes());
    CHECK(value[0] > 0.0);
    CHECK(value[1] > 0.0);
}

TEST_CASE("reality checks: the reference company raises no question") {
    CHECK(reality_checks(modes::base(), simulation::run(modes::base(), modes::statutes())).empty());
}

TEST_CASE("reality checks: each question is asked where it belongs") {
    const Month start = modes::base().plan.company.start;
    auto s = modes::base();
    s.plan.job_groups[1].parameters.hiring_cost = 0.0;
    CHECK(asks(s, "hiring-without-cost"));

    s = modes::base();
    for (auto& item : s.plan.job_groups) item.parameters.headcount = 0.0;
    CHECK_FALSE(asks(s, "freed-hours-idle"));

    s = modes::base();
    for (auto& item : s.plan.segments) item.parameters.annual_volume_growth = 0.08;
    CHECK(asks(s, "more-work-than-hours"));

    s = modes::base();
    s.plan.job_groups[1].parameters.overtime_hours = 50.0;
    CHECK(asks(s, "overtime-beyond-law"));

    modes::Design idle;
    idle.freed = modes::nowhere;
    CHECK(asks(modes::scenario_of(idle), "freed-hours-idle"));
    CHECK_FALSE(asks(modes::scenario_of({}), "freed-hours-idle"));

    s = modes::base();
    s.plan.management.executive_sponsorship = 0.9;
    CHECK(asks(s, "change-without-cause"));

    s = modes::base();
    s.plan.initiatives.push_back({"tool", {}, tool(start)});
    CHECK(asks(s, "initiative-without-people"));
    CHECK(asks(s, "money-without-executives"));
    s.plan.initiatives[0].parameters.target_measure = initiatives::Measure::hours;
    CHECK(asks(s, "target-without-measurement"));
    auto next = tool(start + 1);
    next.follows.index = 0;
    s.plan.initiatives.push_back({"next", {}, next});
    CHECK(asks(s, "out-of-order"));

    s = modes::base();
    modes::set_from(s, 12, "/job_groups/office/headcount", 3.0);
    CHECK(asks(s, "cut-beyond-freed-hours"));
    s = modes::base();
    modes::set_from(s, 12, "/segments/products/price", 13000.0);
    CHECK(asks(s, "dearer-than-customers-pay"));
    s = modes::base();
    modes::set_from(s, 12, "/cost_lines/research/monthly_amount", 0.0);
    CHECK(asks(s, "research-stopped"));
}

TEST_CASE("reality checks: nothing is asked where behaviour is off") {
    auto s = modes::base();
    s.plan.company.behaviour = accounting::company::Behaviour::off;
    s.plan.job_groups[1].parameters.hiring_cost = 0.0;
    CHECK(reality_checks(s, simulation::run(s, modes::statutes())).empty());
}
