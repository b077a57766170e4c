// The spreads of the model's own coefficients: they name what exists, stay inside what is allowed, move with a plan's
// own values and go together as the table says.
#include "uncertainty/evidence_defaults.hpp"

#include "uncertainty/workshop.hpp"

#include <algorithm>
#include <set>

using namespace test;
using namespace goho::uncertainty;

namespace {

Company reference() {
    auto company = support::uncertain_company();
    company.scenario.uncertainty.defaults = true;
    return {std::move(company.scenario), std::move(company.statutes)};
}

Draws draws_of(const Company& company) {
    Problems warnings;
    const std::vector<Subject> subjects{company};
    auto draws = prepare(subjects, chance::Sampling::random, 1, 10'000, warnings);
    for (const auto& problem : draws.problems) FAIL_CHECK(to_string(problem, Language::english));
    REQUIRE(draws);
    return std::move(*draws.value);
}

const SubjectDraws::Use& use_of(const Draws& draws, std::string_view pointer) {
    const auto& uses = draws.subjects[0].uses;
    const auto found = std::find_if(uses.begin(), uses.end(), [&](const auto& use) { return use.pointer == pointer; });
    REQUIRE(found != uses.end());
    return *found;
}

double put(const SubjectDraws::Use& use, double planned, double u) {
    return use.apply == simulation::Apply::multiply ? planned * use.quantile(u) : planned + use.quantile(u);
}

std::set<std::string> drawn_in(const simulation::Scenario& scenario) {
    std::set<std::string> pointers;
    for (const auto& quantity : with_defaults(scenario).quantities) pointers.insert(quantity.pointer);
    return pointers;
}

}  // namespace

TEST_CASE("evidence defaults: every pointer names a quantity, once, and is drawn for a plan that has it") {
    const Company company = reference();
    const auto drawn = drawn_in(company.scenario);
    std::set<std::string_view> names;
    for (const auto& row : evidence_defaults()) {
        CAPTURE(row.pointer);
        CHECK_FALSE(addresses_of(company.scenario.plan, row.pointer).empty());
        CHECK(names.insert(row.pointer).second);
        CHECK(drawn.contains(std::string(row.pointer)));
        CHECK_FALSE(row.label.en.empty());
        CHECK_FALSE(row.label.ja.empty());
        CHECK_FALSE(row.source.empty());
        CHECK(row.measure.en.ends_with('.'));
        CHECK(row.measure.ja.ends_with("。"));
    }
    CHECK(drawn.size() == evidence_defaults().size());
    for (const auto& row : default_paths()) CHECK_FALSE(addresses_of(company.scenario.plan, row.pointer).empty());
    for (const auto& pair : default_pairs()) {
        CHECK(names.contains(pair.first));
        CHECK(names.contains(pair.second));
    }
}

TEST_CASE("evidence defaults: an item's own quantity goes by the row of all items") {
    CHECK(evidence_default_of("/customers/price_elasticity")->label.en == "Price elasticity");
    CHECK(evidence_default_of("/initiatives/*/fit") == evidence_default_of("/initiatives/erp/fit"));
    CHECK(evidence_default_of("/initiatives/erp/fit") != nullptr);
    for (const auto* other : {"/initiatives/erp/price", "/initiatives/a/b/fit", "/initiatives/fit", "/segments/main/price", ""}) CHECK(evidence_default_of(other) == nullptr);
}

TEST_CASE("evidence defaults: the centre is the model's own default") {
    const simulation::Plan<double> untouched;
    for (const auto& row : evidence_defaults()) {
        if (row.pointer.find('*') != std::string_view::npos) continue;
        auto plan = untouched;
        const double value = *simulation::quantity_at(plan, addresses_of(plan, row.pointer).at(0));
        CAPTURE(row.pointer);
        // A triangular row may be in multiples of the default, or in the coefficient's own unit.
        if (row.kind != chance::Kind::normal && row.centre != 1.0) CHECK(value == doctest::Approx(row.centre));
    }
}

TEST_CASE("evidence defaults: draws stay inside what is allowed, whatever the plan's own value") {
    for (const double share : {0.0, 0.02, 0.5, 0.98, 1.0}) {
        Company company = reference();
        for (const auto& row : evidence_defaults()) {
            for (const auto& address : addresses_of(company.scenario.plan, row.pointer)) {
                const Range usual = io::rule_at(address).plausible;
                *simulation::quantity_at(company.scenario.plan, address) = usual.low + share * (usual.high - usual.low);
            }
        }
        const Draws draws = draws_of(company);
        std::size_t place = 0;
        for (const auto& use : draws.subjects[0].uses) {
            for (const double planned : use.planned) {
                const Range allowed = io::rule_at(draws.subjects[0].varied[place++]).valid;
                for (const double u : {1e-9, 0.01, 0.5, 0.99, 1.0 - 1e-9}) {
                    CAPTURE(use.pointer);
                    CAPTURE(share);
                    const double value = put(use, planned, u), dust = 1e-12 * std::abs(planned);
                    CHECK(value >= allowed.low - dust);
                    CHECK(value <= allowed.high + dust);
                }
            }
        }
    }
}

TEST_CASE("evidence defaults: a plan's own value keeps the spread around it, rates by as many points") {
    Company company = reference();
    const Draws before = draws_of(company);
    company.scenario.plan.customers.price_elasticity *= 0.5;
    company.scenario.plan.adoption.decay_most *= 1.5;
    company.scenario.plan.workforce.market_wage_growth = 0.02;
    const Draws after = draws_of(company);
    for (const double u : {0.1, 0.5, 0.9}) {
        const auto value = [&](const Draws& draws, const char* pointer) {
            const auto& use = use_of(draws, pointer);
            return put(use, use.planned[0], u);
        };
        CHECK(value(after, "/customers/price_elasticity") == doctest::Approx(0.5 * value(before, "/customers/price_elasticity")));
        CHECK(value(after, "/adoption/decay_most") == doctest::Approx(1.5 * value(before, "/adoption/decay_most")));
        CHECK(value(after, "/workforce/market_wage_growth") == doctest::Approx(0.02 + value(before, "/workforce/market_wage_growth")));
    }
    // The triangle from -3.5 to -1.2 around -2.62 with the model's own elasticity, as the source has it.
    const auto& use = use_of(before, "/customers/price_elasticity");
    const chance::Quantile source(chance::Distribution{.kind = chance::Kind::triangular, .low = -3.5, .mode = -2.62, .high = -1.2});
    for (const double u : {0.1, 0.5, 0.9}) {
        const double drawn = put(use, -2.62, u), mirrored = source(1.0 - u);
        CHECK(drawn == doctest::Approx(mirrored));  // a multiple of a value below zero: high draws are low values
    }
}

TEST_CASE("evidence defaults: what the table says goes together does, as far as it says") {
    const Company company = reference();
    const Draws draws = draws_of(company);
    BlockDraws block;
    const int n = 10'000;
    draw_uniforms(draws, nullptr, 0, n, block);
    const auto stream = [&](std::string_view pointer) {
        const auto place = std::find(draws.streams.begin(), draws.streams.end(), pointer) - draws.streams.begin();
        return std::span(block.uniforms).subspan(static_cast<std::size_t>(place * n), static_cast<std::size_t>(n));
    };
    for (const auto& pair : default_pairs()) {
        const auto a = stream(pair.first), b = stream(pair.second);
        double both = 0.0;  // uniforms are their own ranks: mean 1/2, variance 1/12
        for (std::size_t i = 0; i < a.size(); ++i) both += (a[i] - 0.5) * (b[i] - 0.5) * 12.0 / n;
        CAPTURE(pair.first);
        CAPTURE(pair.second);
        CHECK(std::abs(both - 6.0 / 3.141592653589793 * std::asin(pair.correlation / 2.0)) < four_errors(1.0, n));
    }
}

TEST_CASE("evidence defaults: what a plan spreads, wavers or correlates itself stands instead") {
    Company company = reference();
    auto& own = company.scenario.uncertainty;
    const auto add = [&](const char* pointer, chance::Distribution d) {
        own.quantities.push_back({pointer, addresses_of(company.scenario.plan, pointer), std::move(d), simulation::Apply::replace});
    };
    add("/adoption/confusion", {.kind = chance::Kind::uniform, .low = 0.1, .high = 0.2});
    add("/adoption/dual_running", {.kind = chance::Kind::uniform, .low = 0.3, .high = 0.4});
    own.correlations.push_back({"mine", "/adoption/dual_running", "/adoption/confusion", 0.2});
    const auto all = with_defaults(company.scenario);
    CHECK(all.quantities.size() == evidence_defaults().size());
    CHECK(std::count_if(all.quantities.begin(), all.quantities.end(), [](const auto& q) { return q.pointer == "/adoption/confusion"; }) == 1);
    CHECK(std::count_if(all.correlations.begin(), all.correlations.end(),
                        [](const auto& c) { return c.first == "/adoption/dual_running" || c.second == "/adoption/dual_running"; }) == 1);
    CHECK(all.paths.size() == 1);
    draws_of(company);  // and nothing contradicts

    SUBCASE("a path of prices leaves that of volumes") {
        own.paths.push_back({"/segments/*/price", addresses_of(company.scenario.plan, "/segments/*/price"), 0.5, 0.1});
        CHECK(with_defaults(company.scenario).paths.size() == 2);
    }
    SUBCASE("a path of one segment's volume stands instead of that of all") {
        const std::string pointer = "/segments/products/volume";
        own.paths.push_back({pointer, addresses_of(company.scenario.plan, pointer), 0.5, 0.1});
        const auto paths = with_defaults(company.scenario).paths;
        CHECK(paths.size() == 1);
        CHECK(paths[0].pointer == pointer);
    }
}

TEST_CASE("evidence defaults: without behaviour only the segments are uncertain") {
    Company company = reference();
    company.scenario.plan.company.behaviour = accounting::company::Behaviour::off;
    CHECK(drawn_in(company.scenario) == std::set<std::string>{"/segments/*/annual_unit_cost_change"});
    CHECK(with_defaults(company.scenario).paths.size() == 1);
    CHECK(with_defaults(company.scenario).correlations.empty());
    company.scenario.uncertainty.defaults = false;
    CHECK(drawn_in(company.scenario).empty());
}

TEST_CASE("evidence defaults: nobody is warned about spreads that he did not write") {
    Company company = reference();
    company.scenario.plan.initiatives[0].parameters.fit = 0.95;  // up to 1 / 0.7 of it would be drawn
    Problems warnings;
    const std::vector<Subject> subjects{company};
    CHECK(prepare(subjects, chance::Sampling::random, 1, 100, warnings));
    for (const auto& warning : warnings) CHECK(to_string(warning, Language::english) == "");
}
