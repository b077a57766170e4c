// The parts of a disconnect, one by one, of a plan that is put together for it.
#include "stakeholders/disconnects.hpp"

#include <cmath>
#include <doctest/doctest.h>

using namespace goho;
using namespace goho::stakeholders;

namespace {

using Plan = simulation::Plan<double>;

std::vector<double> values(const Disconnect& d) {
    std::vector<double> all;
    for (const auto& part : d.parts) all.push_back(part.value);
    return all;
}

Disconnect purpose_of(const Plan& plan) { return disconnects(plan, false, {}, 0.0)[0]; }
Disconnect finance_of(const Plan& plan, bool today = false) { return disconnects(plan, today, {}, 0.0)[1]; }
Disconnect appraisal_of(const Plan& plan, const std::optional<EffortValue>& value, bool today = false) { return disconnects(plan, today, value, 0.0)[2]; }
Disconnect long_term_of(const Plan& plan, double future_share, bool today = false) { return disconnects(plan, today, {}, future_share)[4]; }

void add_initiative(Plan& plan, Month start, int follows = -1) {
    initiatives::Parameters<double> p;
    p.start = start;
    p.follows.index = follows;
    plan.initiatives.push_back({"i" + std::to_string(plan.initiatives.size()), {}, p});
}

/// What is appraised: 0.4 of selling, 0.3 of customers.
evaluation::Parameters<double> four_and_three() {
    evaluation::Parameters<double> e;
    e.selling_weight = 0.5, e.selling_measurability = 0.8;
    e.customer_value_weight = 0.6, e.customer_value_measurability = 0.5;
    e.improvement_weight = e.development_weight = 0.0;
    return e;
}

}  // namespace

TEST_CASE("disconnects: the weakest part is named, the first of equals, in both languages") {
    Plan plan;
    plan.management.goal_clarity = plan.management.purpose_shared = 0.5;
    const Disconnect d = purpose_of(plan);
    CHECK(*d.severity == doctest::Approx(75.0));
    CHECK(d.reason.en.starts_with("weakest: goal clarity (50 of 100); "));
    CHECK(d.reason.ja.starts_with("最も弱い点: 目標の明確さ（100点中50点）。"));
}

TEST_CASE("disconnects: finance: every use of freed hours counts, and every initiative with a line of profit") {
    Plan plan;
    plan.freed_hours = {.customers = 0.05, .sales = 0.1, .improvement = 0.15, .development = 0.2, .overtime_cut = 0.12, .headcount_cut = 0.08};
    plan.management.segment_results_used = plan.management_today.segment_results_used = 0.4;
    plan.management.measurement = plan.management_today.measurement = 0.6;
    CHECK(values(finance_of(plan)).size() == 3);
    CHECK(values(finance_of(plan))[0] == doctest::Approx(0.7));
    for (int i = 0; i < 4; ++i) {
        add_initiative(plan, Month::of(2027, 4));
        plan.initiatives.back().parameters.profit_line = i % 2 == 0 ? initiatives::ProfitLine::none : initiatives::ProfitLine::fixed_cost;
    }
    CHECK(values(finance_of(plan))[0] == 0.5);
    CHECK(*finance_of(plan).severity == doctest::Approx(100.0 * (1.0 - (0.5 + 0.7 + 0.4 + 0.6) / 4.0)));
    // Today there are no initiatives, and what is free has no use.
    CHECK(values(finance_of(plan, true)) == std::vector<double>{0.0, 0.4, 0.6});
}

TEST_CASE("disconnects: nothing is better connected than connected") {
    Plan plan;
    plan.freed_hours.customers = 3.0;
    plan.management.segment_results_used = plan.management.measurement = 1.0;
    CHECK(*finance_of(plan).severity == 0.0);
}

TEST_CASE("disconnects: appraisal: the cosine of what is appraised and what is worth it") {
    Plan plan;
    plan.evaluation = four_and_three();
    // 0.4 and 0.3 against the second alone: 0.3 / 0.5. What is worth nothing cannot be appraised too little.
    for (const double selling : {0.0, -5.0}) {
        const Disconnect d = appraisal_of(plan, EffortValue{selling, 1.0, 0.0, 0.0});
        CHECK(*d.severity == doctest::Approx(40.0));
        REQUIRE(d.parts.size() == 4);
        CHECK(values(d)[0] == 1.0);
        CHECK(values(d)[1] == doctest::Approx(0.6));
        CHECK(values(d)[2] == 1.0);
    }
    // 0.8 and 0.6 against 0.6 and 0.8: 0.48 + 0.48; customers are appraised by 0.6 / 0.8 of what they are worth.
    const Disconnect d = appraisal_of(plan, EffortValue{3000.0, 4000.0, 0.0, 0.0});
    CHECK(*d.severity == doctest::Approx(4.0));
    CHECK(values(d)[0] == 1.0);
    CHECK(values(d)[1] == doctest::Approx(0.75));
}

TEST_CASE("disconnects: appraisal cannot be judged where nothing is appraised, or nothing is worth it") {
    Plan plan;
    plan.evaluation = four_and_three();
    for (const EffortValue& nothing : {EffortValue{}, EffortValue{-1.0, -2.0, 0.0, 0.0}}) {
        CHECK_FALSE(appraisal_of(plan, nothing).severity);
        CHECK(appraisal_of(plan, nothing).parts.empty());
    }
    plan.evaluation.selling_weight = plan.evaluation.customer_value_weight = 0.0;
    CHECK_FALSE(appraisal_of(plan, EffortValue{1.0, 1.0, 1.0, 1.0}).severity);
    // Of today it is today's appraisal that counts.
    plan.evaluation_today = four_and_three();
    CHECK(*appraisal_of(plan, EffortValue{4.0, 3.0, 0.0, 0.0}, true).severity == doctest::Approx(0.0));
    CHECK_FALSE(appraisal_of(plan, EffortValue{4.0, 3.0, 0.0, 0.0}).severity);
}

TEST_CASE("disconnects: long term: a third for each of the years 3, 5 and 10 that has a target, and 6% put into the future") {
    Plan plan;
    plan.management.plan_linkage = 0.25;
    CHECK(values(long_term_of(plan, 0.03)) == std::vector<double>{0.0, 0.25, 0.5});
    simulation::target::Parameters<double> target;
    target.year = 5;
    plan.targets.push_back({"five", {}, target});
    target.year = 4;
    plan.targets.push_back({"four", {}, target});
    CHECK(values(long_term_of(plan, 0.03))[0] == doctest::Approx(1.0 / 3.0));
    CHECK(values(long_term_of(plan, 0.12))[2] == 1.0);
}

TEST_CASE("disconnects: long term: initiatives that start after the one they follow are in their order") {
    const Month start = Month::of(2027, 4);
    Plan plan;
    add_initiative(plan, start);
    CHECK(values(long_term_of(plan, 0.0)).size() == 3);  // none follows another
    add_initiative(plan, start + 6, 0);
    REQUIRE(values(long_term_of(plan, 0.0)).size() == 4);
    CHECK(values(long_term_of(plan, 0.0))[3] == 1.0);
    add_initiative(plan, start + 6, 1);  // together
    add_initiative(plan, start + 5, 1);  // before
    CHECK(values(long_term_of(plan, 0.0))[3] == doctest::Approx(1.0 / 3.0));
    CHECK(values(long_term_of(plan, 0.0, true)).size() == 3);  // today there are none
}

TEST_CASE("disconnects: a grade ends where the next begins") {
    CHECK(grade_of(20.1).en == "watch");
    CHECK(grade_of(40.1).en == "tending to split");
}
