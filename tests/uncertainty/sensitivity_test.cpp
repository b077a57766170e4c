// What moves an outcome, for companies whose yearly result is worked out by hand: 12 × (price × volume − cost).
#include "uncertainty/sensitivity.hpp"

#include "io/sensitivity_output.hpp"
#include "support/random_plan.hpp"
#include "support/uncertain_company.hpp"
#include "uncertainty/evidence_defaults.hpp"

#include <cmath>
#include <doctest/doctest.h>

using namespace goho;
using namespace goho::uncertainty;

namespace {

/// A year of 100 units a month at 1,000,000 yen and 20,000,000 yen of cost a month: 960 million yen.
simulation::Scenario company() {
    simulation::Scenario s;
    s.plan.company.start = Month::of(2026, 4);
    s.plan.company.behaviour = accounting::company::Behaviour::off;
    s.plan.company.months = 12;
    s.plan.opening.cash = s.plan.opening.paid_in_capital = 1e9;
    s.plan.segments.push_back({"main", {"Pumps", "ポンプ"}, {}});
    s.plan.segments[0].parameters.price = 1e6;
    s.plan.segments[0].parameters.volume = 100.0;
    s.plan.cost_lines.push_back({"rent", {}, {}});
    s.plan.cost_lines[0].parameters.monthly_amount = 20e6;
    return s;
}

constexpr const char *price = "/segments/main/price", *volume = "/segments/main/volume", *rent = "/cost_lines/rent/monthly_amount";

void spread(simulation::Scenario& s, const std::string& pointer, double low, double high, simulation::Apply apply = simulation::Apply::replace) {
    chance::Distribution uniform;
    uniform.low = low;
    uniform.high = high;
    s.uncertainty.quantities.push_back({pointer, addresses_of(s.plan, pointer), uniform, apply});
}

SensitivityRequest request(Method method, std::vector<std::string> outcomes = {"cumulative_operating_income"}) {
    SensitivityRequest r;
    r.method = method;
    r.outcomes = std::move(outcomes);
    return r;
}

Sensitivity of(const simulation::Scenario& s, const SensitivityRequest& r, Problems* warnings = nullptr) {
    Problems unread;
    auto result = sensitivity({&s, &test::statutes()}, r, warnings != nullptr ? *warnings : unread);
    for (const auto& problem : result.problems) MESSAGE(to_string(problem, Language::english));
    REQUIRE(result);
    return std::move(*result.value);
}

std::vector<std::string> codes(const simulation::Scenario& s, const SensitivityRequest& r) {
    Problems warnings;
    const auto result = SensitivityStudy::prepare({&s, &test::statutes()}, r, warnings);
    CHECK(!result);
    std::vector<std::string> out;
    for (const auto& problem : result.problems) out.push_back(problem.code);
    return out;
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("sensitivity: bars go from the 5% to the 95% point, longest first") {
    auto s = company();
    spread(s, rent, 15e6, 25e6);
    spread(s, price, 0.9e6, 1.1e6);
    const auto result = of(s, request(Method::tornado));
    CHECK(result.runs == 5);
    REQUIRE(result.inputs.size() == 2);
    CHECK(result.inputs[0].pointer == rent);
    CHECK(result.inputs[1].label == Text{"Selling price (Pumps)", "販売単価（ポンプ）"});
    CHECK(result.inputs[1].low == doctest::Approx(910000.0));
    CHECK(result.inputs[1].high == doctest::Approx(1090000.0));
    const auto& o = result.outcomes[0];
    CHECK(o.planned == 960e6);
    CHECK(o.reference == 960e6);
    REQUIRE(o.bars.size() == 2);
    // Price: 12 × 100 × (1,090,000 − 910,000); cost: −12 × (24.5 − 15.5 million).
    CHECK(o.bars[0].parameter == 1);
    CHECK(o.bars[0].swing == doctest::Approx(216e6).epsilon(1e-9));
    CHECK(o.bars[0].at_low == doctest::Approx(960e6 - 108e6).epsilon(1e-9));
    CHECK(o.bars[1].swing == doctest::Approx(-108e6).epsilon(1e-9));
}

TEST_CASE("sensitivity: equal bars keep the order of their names") {
    auto s = company();
    s.plan.cost_lines.push_back({"fee", {}, {}});
    s.plan.cost_lines[1].parameters.monthly_amount = 20e6;
    spread(s, rent, 15e6, 25e6);
    spread(s, "/cost_lines/fee/monthly_amount", 15e6, 25e6);
    const auto result = of(s, request(Method::tornado));
    CHECK(result.inputs[result.outcomes[0].order[0]].pointer == "/cost_lines/fee/monthly_amount");
    CHECK(result.outcomes[0].bars[0].swing == result.outcomes[0].bars[1].swing);
}

TEST_CASE("sensitivity: the others stay at the plan's values, or at their medians when asked") {
    auto s = company();
    spread(s, volume, 100.0, 200.0);  // the plan is its lowest value, the median 150
    spread(s, price, 0.9e6, 1.1e6);
    auto r = request(Method::tornado);
    const auto as_it_is = of(s, r);
    CHECK(as_it_is.outcomes[0].bars[1].swing == doctest::Approx(12.0 * 100.0 * 180000.0).epsilon(1e-9));
    r.at_medians = true;
    const auto at_medians = of(s, r);
    CHECK(at_medians.outcomes[0].planned == 960e6);
    CHECK(at_medians.outcomes[0].reference == doctest::Approx(12.0 * (150.0 * 1e6 - 20e6)).epsilon(1e-9));
    CHECK(at_medians.outcomes[0].bars[1].swing == doctest::Approx(12.0 * 150.0 * 180000.0).epsilon(1e-9));
}

TEST_CASE("sensitivity: the low end of a quantity is its lower value, below zero too") {
    auto s = company();
    s.plan.company.months = 36;
    s.plan.segments[0].parameters.annual_price_change = -0.02;
    spread(s, "/segments/main/annual_price_change", 0.5, 1.5, simulation::Apply::multiply);
    for (const auto method : {Method::tornado, Method::morris}) {
        const auto result = of(s, request(method));
        CHECK(result.inputs[0].low == doctest::Approx(-0.029));
        CHECK(result.inputs[0].high == doctest::Approx(-0.011));
        if (method == Method::tornado) CHECK(result.outcomes[0].bars[0].swing > 0.0);
        else CHECK(result.outcomes[0].screening.effects[0].mean > 0.0);
    }
}

TEST_CASE("sensitivity: elementary effects of a plan in proportion are its swings") {
    auto s = company();
    spread(s, rent, 15e6, 25e6);
    spread(s, price, 0.9e6, 1.1e6);
    const auto result = of(s, request(Method::morris));
    CHECK(result.runs == 20 * 3);
    const auto& o = result.outcomes[0];
    CHECK(o.order == std::vector<std::size_t>{1, 0});
    CHECK(o.screening.effects[1].mean_absolute == doctest::Approx(216e6).epsilon(1e-6));
    CHECK(o.screening.effects[0].mean == doctest::Approx(-108e6).epsilon(1e-6));
    CHECK(o.screening.effects[0].deviation < 100.0);  // yen, from rounding
    CHECK(o.screening.effects[0].low == doctest::Approx(108e6).epsilon(1e-6));
}

TEST_CASE("sensitivity: shares of a sum are those of its variances") {
    auto s = company();
    spread(s, price, 0.9e6, 1.1e6);  // 12 × 100 × 200,000 from end to end
    spread(s, rent, 15e6, 25e6);     // 12 × 10,000,000: half as much, a quarter of the variance
    auto r = request(Method::sobol);
    r.base = 1024;
    const auto result = of(s, r);
    CHECK(result.runs == 1024 * 4);
    const auto& indices = result.outcomes[0].indices;
    CHECK(indices.first[1].value == doctest::Approx(0.8).epsilon(0.01));
    CHECK(indices.first[0].value == doctest::Approx(0.2).epsilon(0.02));
    CHECK(indices.total[1].value == doctest::Approx(0.8).epsilon(0.01));
    CHECK(indices.sum_of_first.value == doctest::Approx(1.0).epsilon(0.005));
    CHECK(indices.mean == doctest::Approx(960e6).epsilon(0.001));
    // Variance of an even spread: its width squared, divided by 12.
    CHECK(indices.variance == doctest::Approx((240e6 * 240e6 + 120e6 * 120e6) / 12.0).epsilon(0.01));
    CHECK(result.outcomes[0].order == std::vector<std::size_t>{1, 0});
}

TEST_CASE("sensitivity: price times volume, and the seventh that only both explain") {
    // Both even from 0 to twice their mean: squared coefficient of variation 2² ÷ 12 = 1/3. The variance of the product
    // is 1/3 + 1/3 + 1/9 in units of the squared mean: 3/7 each alone, 1/7 together.
    auto s = company();
    spread(s, price, 0.0, 2e6);
    spread(s, volume, 0.0, 200.0);
    auto r = request(Method::sobol);
    r.base = 8192;
    const auto result = of(s, r);
    const auto& indices = result.outcomes[0].indices;
    for (std::size_t j = 0; j < 2; ++j) {
        CHECK(indices.first[j].value == doctest::Approx(3.0 / 7.0).epsilon(0.02));
        CHECK(indices.total[j].value == doctest::Approx(4.0 / 7.0).epsilon(0.02));
        CHECK(indices.first[j].low < 3.0 / 7.0);
        CHECK(indices.first[j].high > 3.0 / 7.0);
    }
    CHECK(1.0 - indices.sum_of_first.value == doctest::Approx(1.0 / 7.0).epsilon(0.05));
    CHECK(indices.converged);

    // The effect of the price is in proportion to the volume: 12 × volume × 1,800,000 over its span.
    const auto screening = of(s, request(Method::morris)).outcomes[0].screening;
    CHECK(screening.effects[0].deviation > 0.1 * screening.effects[0].mean_absolute);
}

TEST_CASE("sensitivity: several outcomes come from the same runs as each of them alone") {
    auto s = company();
    spread(s, price, 0.9e6, 1.1e6);
    spread(s, volume, 90.0, 110.0);
    for (const auto method : {Method::tornado, Method::morris, Method::sobol}) {
        const auto both = of(s, request(method, {"lowest_cash", "net_sales"}));
        const auto one = of(s, request(method, {"net_sales"}));
        CHECK(both.runs == one.runs);
        CHECK(both.outcomes[1].order == one.outcomes[0].order);
        CHECK(both.outcomes[1].screening.effects.size() == one.outcomes[0].screening.effects.size());
        for (std::size_t j = 0; j < both.outcomes[1].indices.first.size(); ++j) {
            CHECK(both.outcomes[1].indices.first[j].value == one.outcomes[0].indices.first[j].value);
        }
    }
}

TEST_CASE("sensitivity: what nothing moves, and what cannot be reckoned, is said and explains nothing") {
    auto s = company();
    spread(s, price, 0.9e6, 1.1e6);
    const std::vector<std::string> outcomes{"depreciation", "circulation"};  // nothing to depreciate; behaviour is off
    const auto tornado = of(s, request(Method::tornado, outcomes));
    CHECK(tornado.outcomes[0].bars[0].constant);
    CHECK(tornado.outcomes[1].bars[0].missing);
    CHECK(std::isnan(tornado.outcomes[1].planned));
    const auto morris = of(s, request(Method::morris, outcomes));
    CHECK(morris.outcomes[0].screening.constant);
    CHECK(morris.outcomes[1].screening.missing == morris.runs);
    const auto sobol = of(s, request(Method::sobol, outcomes));
    CHECK(sobol.outcomes[0].indices.constant);
    CHECK(sobol.outcomes[1].indices.rows == 0);
    for (const auto* result : {&tornado, &morris, &sobol}) {
        CHECK(io::sensitivity_json(*result).find("nan") == std::string::npos);
        CHECK(io::sensitivity_csv(*result, Language::english).find("nan") == std::string::npos);
    }
}

TEST_CASE("sensitivity: chance is left out, or an input with a share of its own") {
    auto s = company();
    spread(s, "/treasury/discount_rate", 0.01, 0.02);  // moves no book
    s.uncertainty.paths.push_back({volume, addresses_of(s.plan, volume), 0.6, 0.04});
    const auto without = of(s, request(Method::sobol));
    CHECK(without.luck_left_out);
    CHECK(without.outcomes[0].indices.constant);

    auto r = request(Method::sobol);
    r.luck = true;
    const auto with = of(s, r);
    CHECK(with.luck);
    REQUIRE(with.inputs.size() == 2);
    CHECK(with.inputs[1].pointer.empty());
    CHECK(with.runs == 512 * 4);
    const auto& indices = with.outcomes[0].indices;
    CHECK(indices.total[0].value == 0.0);  // a point and the one beside it meet the same luck, to the last yen
    CHECK(indices.first[1].value == doctest::Approx(1.0).epsilon(0.2));
    CHECK(indices.total[1].value == doctest::Approx(1.0).epsilon(0.2));

    Problems warnings;
    s.uncertainty.paths.clear();
    CHECK(!of(s, r, &warnings).luck);
    REQUIRE(warnings.size() == 1);
    CHECK(warnings[0].code == "no-luck");
}

TEST_CASE("sensitivity: correlations are left out with a warning") {
    auto s = company();
    spread(s, price, 0.9e6, 1.1e6);
    spread(s, volume, 90.0, 110.0);
    const auto plain = io::sensitivity_csv(of(s, request(Method::sobol)), Language::english);
    s.uncertainty.correlations.push_back({"together", price, volume, 0.5});
    Problems warnings;
    const auto result = of(s, request(Method::sobol), &warnings);
    CHECK(io::sensitivity_csv(result, Language::english) == plain);
    CHECK(result.correlations_left_out == 1);
    REQUIRE(warnings.size() == 1);
    CHECK(warnings[0].code == "correlations-left-out");
}

TEST_CASE("sensitivity: what cannot be done is refused before anything runs") {
    auto s = company();
    CHECK(codes(s, request(Method::tornado)) == Codes{"nothing-uncertain"});
    spread(s, price, 0.9e6, 1.1e6);
    CHECK(codes(s, request(Method::tornado, {"profit"})) == Codes{"unknown-figure"});
    CHECK(codes(s, request(Method::tornado, {})) == Codes{"no-outcome"});
    auto r = request(Method::sobol);
    r.base = 500;
    CHECK(codes(s, r) == Codes{"bad-base"});
    r.base = 0;
    CHECK(codes(s, r) == Codes{"bad-base"});
    r.base = 1 << 23;  // three runs for each row
    Problems warnings;
    const auto refused = SensitivityStudy::prepare({&s, &test::statutes()}, r, warnings);
    REQUIRE(refused.problems.size() == 1);
    CHECK(refused.problems[0].message.en == "25165824 runs would be needed; 20000000 are possible at most");
    r = request(Method::morris);
    r.trajectories = 0;
    r.levels = 5;
    r.year = 2;
    r.threads = -1;
    r.kernel = "abacus";
    CHECK(codes(s, r) == Codes{"bad-threads", "unknown-kernel", "bad-year", "bad-trajectories", "bad-levels"});
}

TEST_CASE("sensitivity: a figure that is zero and only multiplied moves nothing and is no input") {
    auto s = company();
    spread(s, "/segments/main/annual_price_change", 0.9, 1.1, simulation::Apply::multiply);
    CHECK(codes(s, request(Method::tornado)) == Codes{"nothing-uncertain"});
    spread(s, price, 0.9e6, 1.1e6);
    const auto result = of(s, request(Method::morris));
    REQUIRE(result.inputs.size() == 1);
    CHECK(result.inputs[0].pointer == price);
}

TEST_CASE("sensitivity: the same bytes on any number of threads and with any kernel") {
    auto company_with_all = support::uncertain_company();
    auto& s = company_with_all.scenario;
    s.uncertainty.defaults = true;
    for (const auto method : {Method::tornado, Method::morris, Method::sobol}) {
        auto r = request(method, {"lowest_cash", "circulation", "net_income"});
        r.base = 16;
        r.trajectories = 5;
        r.luck = method == Method::sobol;
        r.threads = 1;
        r.kernel = "scalar";
        const Subject subject{&s, &company_with_all.statutes};
        Problems warnings;
        const auto first = sensitivity(subject, r, warnings);
        REQUIRE(first);
        if (method == Method::tornado) {  // a run without any draw is the plan itself
            for (const auto& outcome : first.value->outcomes) CHECK(outcome.reference == outcome.planned);
        }
        const std::string bytes = io::sensitivity_json(*first.value);
        for (const auto& kernel : kernels::kernels()) {
            for (const int threads : {1, 3}) {
                r.kernel = kernel.name;
                r.threads = threads;
                const auto again = sensitivity(subject, r, warnings);
                REQUIRE(again);
                CHECK_MESSAGE(io::sensitivity_json(*again.value) == bytes, kernel.name, threads);
            }
        }
    }
}

TEST_CASE("sensitivity: more rows make the shares more certain") {
    auto s = company();
    spread(s, price, 0.9e6, 1.1e6);
    spread(s, volume, 90.0, 110.0);
    auto r = request(Method::sobol);
    double before = 1.0;
    for (const std::uint64_t base : {64u, 1024u, 16384u}) {
        r.base = base;
        const auto widest = of(s, r).outcomes[0].indices.widest;
        CHECK(widest < before);
        before = widest;
    }
    CHECK(before < 0.1);
}
