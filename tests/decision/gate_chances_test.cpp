// Chances of gates, targets and cash of a small company, against the Monte Carlo run and against what is known beforehand.
#include "decision/gate_chances.hpp"

#include "io/scenario_reader.hpp"
#include "io/statutes.hpp"

#include <doctest/doctest.h>
#include <algorithm>
#include <cmath>

using namespace goho;
using namespace goho::decision;
using stakeholders::Verdict;

namespace {

struct Shop {
    simulation::Scenario scenario;
    accounting::Statutes statutes;
    operator uncertainty::Subject() const { return {&scenario, &statutes}; }
};

/// Sells at 100 what costs 60, and pays a rent that may be higher than what is left.
io::Json shop(const char* start = "2027-04", int months = 36) {
    io::Json content = io::Json::parse(R"({"format": 1, "name": "Shop", "company": {"behaviour": "off"},
      "opening": {"cash": 1000000, "paid_in_capital": 1000000, "retained_earnings": 0},
      "segments": {"s": {"price": 100, "volume": 10000, "unit_variable_cost": 60}},
      "cost_lines": {"rent": {"category": "rent", "behaviour": "fixed", "monthly_amount": 380000}},
      "targets": {"sales": {"variable": "net_sales", "year": 2, "bound": "at_least", "value": 11000000}}})");
    content["company"]["start"] = start;
    content["company"]["months"] = months;
    content["uncertainty"]["quantities"]["/cost_lines/rent/monthly_amount"] = {{"distribution", "uniform"}, {"low", 340000.0}, {"high", 440000.0}};
    return content;
}

Shop read(const io::Json& content) {
    const auto reading = io::read_scenario_text(content.dump());
    for (const auto& problem : reading.problems) FAIL_CHECK(to_string(problem, Language::english));
    REQUIRE(reading);
    return {*reading.value, *io::load_statutes("japan-sme-2026", "japan-2012").value};
}

GateChances chances(const std::vector<uncertainty::Subject>& subjects, GateRequest request = {}) {
    Problems warnings;
    auto result = gate_chances(subjects, request, warnings);
    for (const auto& problem : result.problems) FAIL_CHECK(to_string(problem, Language::english));
    REQUIRE(result);
    return std::move(*result.value);
}

const Prospect& condition(const GateProspects& all, std::string_view id, int year) {
    const auto found = std::find_if(all.conditions.begin(), all.conditions.end(), [&](const Prospect& c) { return c.id == id && c.year == year; });
    CAPTURE(id);
    CAPTURE(year);
    REQUIRE(found != all.conditions.end());
    return *found;
}

std::size_t count(const GateProspects& all, Prospect::Kind kind, int year) {
    return static_cast<std::size_t>(std::count_if(all.conditions.begin(), all.conditions.end(), [&](const Prospect& c) { return c.kind == kind && c.year == year; }));
}

GateRequest in_years(std::vector<int> years) {
    GateRequest request;
    request.years = std::move(years);
    return request;
}

}  // namespace

TEST_CASE("gate chances: a rent below what is left makes the profit, and is drawn as often as its range says") {
    const Shop company = read(shop());
    const auto all = chances({company});
    const auto& profit = condition(all.scenarios.at(0), "ordinary_income_positive", 3);
    // Ordinary income is above zero while rent is below 400,000 a month: six tenths of its range, and each stratum is drawn.
    CHECK(profit.met.value == doctest::Approx(0.6).epsilon(0.005));
    CHECK(profit.met.low < 0.6);
    CHECK(profit.met.high > 0.6);
    CHECK(profit.planned == Verdict::met);
    CHECK(profit.due);
    CHECK(condition(all.scenarios[0], "sales", 2).met.value == 1.0);
    CHECK(condition(all.scenarios[0], "cash", 3).planned == Verdict::met);
    CHECK(condition(all.scenarios[0], "interest_coverage", 3).met.trials == 0);  // no interest
    CHECK(condition(all.scenarios[0], "interest_coverage", 3).not_computable == all.trials);
}

TEST_CASE("gate chances: the same figures as the Monte Carlo run") {
    const Shop company = read(shop());
    const std::vector<uncertainty::Subject> subjects{company};
    uncertainty::Request request;
    Problems warnings;
    const auto run = uncertainty::monte_carlo(subjects, request, warnings);
    REQUIRE(run);
    const auto all = chances(subjects);
    std::size_t compared = 0;
    for (const auto& gate : run.value->subjects.at(0).gates) {
        const auto& last = condition(all.scenarios.at(0), gate.name, 3);
        if (gate.not_computable != 0 && gate.not_computable != run.value->trials) continue;  // an earlier year speaks for some trials
        if (gate.met.trials == 0) continue;
        CAPTURE(gate.name);
        CHECK(last.met.value == gate.met.value);
        CHECK(last.met.low == gate.met.low);
        ++compared;
    }
    CHECK(compared >= 5);
    for (const auto& shortage : run.value->subjects[0].shortage) {
        if (shortage.year != 3) continue;
        CHECK(condition(all.scenarios[0], "cash", 3).met.value == doctest::Approx(1.0 - shortage.probability.value).epsilon(1e-12));
        CHECK(condition(all.scenarios[0], "cash", 3).met.low == doctest::Approx(1.0 - shortage.probability.high).epsilon(1e-12));
    }
}

TEST_CASE("gate chances: 36 months that begin within a fiscal year touch four of them") {
    const Shop company = read(shop("2027-10"));
    const auto all = chances({company}, in_years({1, 3, 4, 5}));
    CHECK(all.years == std::vector{1, 3, 4});
    CHECK(all.beyond == std::vector{5});
    const auto& one = all.scenarios.at(0);
    CHECK(count(one, Prospect::Kind::gate, 1) > 5);
    CHECK(count(one, Prospect::Kind::gate, 4) > 5);
    CHECK(count(one, Prospect::Kind::cash, 3) == 1);
    CHECK(count(one, Prospect::Kind::cash, 4) == 0);  // the plan has three years of its own
    CHECK(condition(one, "dscr", 4).met.trials == 0);  // the taxes of a year that the plan ends within are not known
    CHECK(count(one, Prospect::Kind::target, 2) == 1);
    CHECK(tell(all, MoneyUnit::thousand).notes.front().en == "Year 5 lies beyond every plan and is left out.");
}

TEST_CASE("gate chances: years in any order, twice, and none inside the plan") {
    const Shop company = read(shop());
    CHECK(chances({company}, in_years({3, 1, 3})).years == std::vector{1, 3});
    Problems warnings;
    const std::vector<uncertainty::Subject> subjects{company};
    const auto beyond = gate_chances(subjects, in_years({5, 10}), warnings);
    CHECK_FALSE(beyond);
    REQUIRE(beyond.problems.size() == 1);
    CHECK(beyond.problems[0].code == "bad-year");
    CHECK(beyond.problems[0].message.en == "no plan reaches the years asked for (5, 10): the longest ends in year 3");
}

TEST_CASE("gate chances: nothing uncertain is refused as in a Monte Carlo run") {
    io::Json content = shop();
    content.erase("uncertainty");
    const Shop company = read(content);
    const std::vector<uncertainty::Subject> subjects{company};
    Problems warnings;
    const auto result = gate_chances(subjects, {}, warnings);
    REQUIRE(result.problems.size() == 1);
    CHECK(result.problems[0].code == "nothing-uncertain");
    CHECK(result.problems[0].hint.en.find("--defaults") != std::string::npos);
}

TEST_CASE("gate chances: what is most likely to fail is said first, with its year") {
    const Shop company = read(shop());
    const auto all = chances({company}, in_years({1, 3}));
    double least = 1.0;
    for (const auto& c : all.scenarios.at(0).conditions) {
        if (c.due && c.met.trials > 0) least = std::min(least, c.met.value);
    }
    const Telling said = tell(all, MoneyUnit::thousand);
    REQUIRE(said.sentences.size() >= 2);
    const auto& worst = said.sentences[1];
    if (least == 0.0) CHECK(worst.en.starts_with("Missed in every trial: "));
    else CHECK(worst.en.find(percent(least)) != std::string::npos);
    CHECK(worst.en.find("year ") != std::string::npos);
}

TEST_CASE("gate chances: the same plan twice has the same chances, a better one has better ones") {
    const Shop company = read(shop());
    io::Json cheaper = shop();
    cheaper["name"] = "Cheaper";
    cheaper["segments"]["s"]["unit_variable_cost"] = 55;
    const Shop better = read(cheaper);
    const auto same = tell(chances({company, company}), MoneyUnit::thousand);
    CHECK(same.sentences.back().en == "\"Shop\" leaves all chances as they are.");
    const auto all = chances({company, better});
    CHECK(condition(all.scenarios.at(1), "ordinary_income_positive", 3).met.value == 1.0);  // 450,000 are left, more than any rent
    const auto said = tell(all, MoneyUnit::thousand);
    CHECK(said.tables.front().id == "comparison");
    const bool raises = std::any_of(said.sentences.begin(), said.sentences.end(), [](const Text& t) { return t.en.starts_with("\"Cheaper\" raises most the chance of"); });
    CHECK(raises);
}

TEST_CASE("gate chances: the same bytes on any number of threads; it can be stopped") {
    const Shop company = read(shop());
    GateRequest request;
    request.threads = 1;
    const std::string one = telling_json(tell(chances({company}, request), MoneyUnit::thousand));
    request.threads = 3;
    CHECK(one == telling_json(tell(chances({company}, request), MoneyUnit::thousand)));
    request.progress = [](double) { return false; };
    CHECK(chances({company}, request).stopped);
}
