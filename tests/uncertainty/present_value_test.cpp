// The present value of free cash flow as an outcome, and verdicts of gates by fiscal year.
#include "uncertainty/workshop.hpp"

#include "analysis/comparison.hpp"
#include "core/discounting.hpp"

using namespace test;
using namespace goho::uncertainty;

namespace {

Json uncertain_rent() { return {{rent, normal(500000, 50000)}}; }

double worth(const Company& company, double rate) {
    std::vector<double> flows;
    for (const auto& month : simulation::run(company.scenario, company.statutes).months) flows.push_back(month.free_cash_flow);
    return *value_of_months(rate, flows);
}

Request wanting(std::vector<std::string> outcomes) {
    Request request;
    request.trials = 200;
    request.outcomes = std::move(outcomes);
    return request;
}

}  // namespace

TEST_CASE("present value: of the plan as it stands, and of the plan with each trial's values") {
    const Company company = workshop(uncertain_rent());
    const auto all = test::run({company}, wanting({"present_value"}));
    const auto& outcome = all.subjects.at(0).outcomes.at(0);
    CHECK(outcome.what.year == 0);
    CHECK(outcome.what.unit == "yen");
    CHECK(outcome.planned == doctest::Approx(worth(company, company.scenario.plan.treasury.discount_rate)).epsilon(1e-12));
    // The cheapest rent that was drawn gives the highest value.
    Company cheapest = company, dearest = company;
    *simulation::quantity_at(cheapest.scenario.plan, company.scenario.uncertainty.quantities.at(0).addresses.at(0)) = 300000;
    *simulation::quantity_at(dearest.scenario.plan, company.scenario.uncertainty.quantities.at(0).addresses.at(0)) = 700000;
    CHECK(outcome.moments.largest < worth(cheapest, company.scenario.plan.treasury.discount_rate));
    CHECK(outcome.moments.smallest > worth(dearest, company.scenario.plan.treasury.discount_rate));
    CHECK(outcome.moments.deviation() > 0.0);
}

TEST_CASE("present value: undiscounted it is the cumulative free cash flow, trial by trial") {
    Json document = workshop_json();
    document["treasury"]["discount_rate"] = 0.0;
    document["uncertainty"]["quantities"] = uncertain_rent();
    const Company company = company_of(document);
    auto request = wanting({"present_value", "cumulative_free_cash_flow"});
    request.years = {3};
    const auto all = test::run({company}, request);
    const auto& outcomes = all.subjects.at(0).outcomes;
    CHECK(outcomes.at(0).moments.mean == doctest::Approx(outcomes.at(1).moments.mean).epsilon(1e-12));
    CHECK(outcomes.at(0).moments.largest == doctest::Approx(outcomes.at(1).moments.largest).epsilon(1e-12));
    CHECK(outcomes.at(0).spread.levels == outcomes.at(1).spread.levels);
}

TEST_CASE("present value: asking for it changes nothing else") {
    const Company company = workshop(uncertain_rent());
    const auto with = test::run({company}, wanting({"lowest_cash", "present_value"})), without = test::run({company}, wanting({"lowest_cash"}));
    const auto &a = with.subjects.at(0), &b = without.subjects.at(0);
    REQUIRE(a.fans.size() == b.fans.size());
    for (std::size_t f = 0; f < a.fans.size(); ++f) CHECK(a.fans[f].levels == b.fans[f].levels);
    CHECK(a.outcomes.at(0).moments == b.outcomes.at(0).moments);
}

TEST_CASE("present value: the difference of two plans is the value that a comparison shows") {
    Json document = workshop_json();
    document["uncertainty"]["quantities"] = uncertain_rent();
    const Company base = company_of(document);
    document["cost_lines"]["fuel"]["monthly_amount"] = 250000;
    const Company variant = company_of(document);
    const auto all = test::run({base, variant}, wanting({"present_value"}));
    const auto before = simulation::run(base.scenario, base.statutes), after = simulation::run(variant.scenario, variant.statutes);
    const auto comparison = analysis::compare({&base.scenario, &before}, {{&variant.scenario, &after}});
    REQUIRE(comparison.contenders.at(1).valuation);
    CHECK(all.subjects.at(1).outcomes.at(0).planned - all.subjects.at(0).outcomes.at(0).planned ==
          doctest::Approx(*comparison.contenders[1].valuation->npv).epsilon(1e-9));
}

TEST_CASE("present value: all at the rate of the first, where that is asked for") {
    Json document = workshop_json();
    document["uncertainty"]["quantities"] = {{"/treasury/discount_rate", {{"distribution", "uniform"}, {"low", 0.0}, {"high", 0.1}}}};
    const Company base = company_of(document);
    document["treasury"]["discount_rate"] = 0.15;
    document["uncertainty"]["quantities"] = uncertain_rent();
    const Company same_rent = company_of(document);
    const std::vector<Subject> subjects{base, same_rent};
    Problems warnings;
    auto draws = prepare(subjects, chance::Sampling::random, 1, 100, warnings);
    REQUIRE(draws);
    const std::vector<simulation::Trajectory<double>> runs{simulation::run(base.scenario, base.statutes), simulation::run(same_rent.scenario, same_rent.statutes)};
    TrialPlan plan;
    plan.subjects = subjects;
    plan.draws = &*draws.value;
    plan.runs = {&runs[0], &runs[1]};
    plan.outcomes.assign(2, {*find_outcome("present_value", 0), *find_outcome("cumulative_free_cash_flow", 3)});
    plan.judging = Judging::none;
    plan.one_discount_rate = true;
    std::mutex one_at_a_time;
    std::size_t trials = 0;
    run_trials(plan, 0, 100, [&](int, const BlockResult& block) {
        const std::lock_guard lock(one_at_a_time);
        const auto n = static_cast<std::size_t>(block.count);
        for (std::size_t i = 0; i < n; ++i) {
            // Both earn about the same every month, so that discounting takes the same part of it.
            const double kept_by_base = block.outcomes[0][i] / block.outcomes[0][n + i], kept = block.outcomes[1][i] / block.outcomes[1][n + i];
            CHECK(kept == doctest::Approx(kept_by_base).epsilon(0.02));
            CHECK(kept > 0.85);  // at 15% a year it would be 0.81
            CHECK(block.gate_years[0][i].empty());
            ++trials;
        }
    }, {});
    CHECK(trials == 100);
}

TEST_CASE("gate years: only when asked for, in the order of the plan's own gates") {
    const Company company = workshop(uncertain_rent());
    auto request = wanting({"lowest_cash"});
    request.gates = true;
    CHECK(test::run({company}, request).subjects.at(0).gate_years.empty());
    request.gate_years = true;
    const auto all = test::run({company}, request);
    const auto run = simulation::run(company.scenario, company.statutes);
    const auto views = stakeholders::year_views(run, simulation::fiscal_years(run), company.scenario.plan.opening.previous_net_sales, &company.scenario.plan);
    stakeholders::GateOptions options;
    options.industry = company.scenario.plan.company.industry.view();
    const auto gates = stakeholders::gates(views, options);
    const auto& years = all.subjects.at(0).gate_years;
    REQUIRE(years.size() == gates.size());
    for (std::size_t i = 0; i < gates.size(); ++i) {
        CHECK(years[i].planned.gate == gates[i].gate);
        CHECK(years[i].planned.year == gates[i].year);
        CHECK(years[i].planned.verdict == gates[i].verdict);
        CHECK(years[i].met.trials + years[i].not_computable == all.trials);
    }
}
