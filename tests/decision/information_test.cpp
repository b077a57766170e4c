// The worth of knowing, for a shop whose present value is linear in what is uncertain.
#include "decision/information.hpp"

#include "io/scenario_reader.hpp"
#include "io/statutes.hpp"

#include <doctest/doctest.h>
#include <cmath>
#include <numbers>

using namespace goho;
using namespace goho::decision;

namespace {

constexpr const char* rent = "/cost_lines/rent/monthly_amount";

struct Shop {
    simulation::Scenario scenario;
    accounting::Statutes statutes;
    operator uncertainty::Subject() const { return {&scenario, &statutes}; }
};

io::Json shop() {
    return io::Json::parse(R"({"format": 1, "name": "Shop", "company": {"start": "2027-04", "months": 36},
      "opening": {"cash": 500000000, "paid_in_capital": 500000000, "retained_earnings": 0},
      "treasury": {"discount_rate": 0.0},
      "segments": {"s": {"price": 1000, "volume": 10000, "unit_variable_cost": 200}},
      "cost_lines": {"rent": {"category": "rent", "behaviour": "fixed", "monthly_amount": 1000000}}})");
}

Shop read(const io::Json& content) {
    const auto reading = io::read_scenario_text(content.dump());
    for (const auto& problem : reading.problems) FAIL_CHECK(to_string(problem, Language::english));
    REQUIRE(reading);
    return {*reading.value, *io::load_statutes("japan-sme-2026", "japan-2012").value};
}

io::Json with_normal(io::Json content, const char* pointer, double mean, double sd) {
    content["uncertainty"]["quantities"][pointer] = {{"distribution", "normal"}, {"mean", mean}, {"sd", sd}};
    return content;
}

Information found(const Shop& base, const Shop& other, InformationRequest request = {}) {
    const std::vector<uncertainty::Subject> both{base, other};
    Problems warnings;
    auto result = information(both, request, warnings);
    for (const auto& problem : result.problems) FAIL_CHECK(to_string(problem, Language::english));
    REQUIRE(result);
    return std::move(*result.value);
}

Problems refused(const std::vector<uncertainty::Subject>& subjects, const InformationRequest& request = {}) {
    Problems warnings;
    auto result = information(subjects, request, warnings);
    CHECK_FALSE(result);
    return result.problems;
}

double worth_of_normal(double m, double s) {
    const double z = m / s, density = std::exp(-0.5 * z * z) / std::sqrt(2.0 * std::numbers::pi), below = 0.5 * std::erfc(-z / std::numbers::sqrt2);
    return s * density + m * below - std::max(0.0, m);
}

/// The base pays an uncertain rent; the other moves to where the rent is fixed.
std::pair<Shop, Shop> moving_or_not(double fixed) {
    const io::Json base = with_normal(shop(), rent, 1'000'000, 100'000);
    io::Json other = shop();
    other["name"] = "Moved";
    other["cost_lines"]["rent"]["monthly_amount"] = fixed;
    other["uncertainty"]["quantities"]["/segments/s/unit_variable_cost"] = {{"distribution", "normal"}, {"mean", 200.0}, {"sd", 1e-3}};
    return {read(base), read(other)};
}

}  // namespace

TEST_CASE("information: knowing the rent is worth what the closed form says") {
    const auto [base, other] = moving_or_not(1'010'000);
    const Information all = found(base, other);
    REQUIRE(all.alternatives.size() == 2);
    const auto& known = all.quantities.front();
    CHECK(known.input.pointer == rent);
    CHECK(known.as == Measured::value);
    // A yen of rent a month moves the worth by so much; taxes and the month in which they are paid are in it.
    const double ahead = all.alternatives[0].mean - all.alternatives[1].mean;
    const double per_yen = (all.alternatives[0].planned - all.alternatives[1].planned) / 10'000.0;
    CHECK(per_yen > 20.0);
    const double truth = worth_of_normal(ahead, per_yen * 100'000.0);
    CHECK(std::abs(known.known.worth.value - truth) < 3.0 * known.known.worth.standard_error);
    CHECK(known.known.worth.tells());
    REQUIRE(known.known.turns.size() == 1);
    CHECK(known.known.turns[0].value == doctest::Approx(1'010'000).epsilon(0.005));
    CHECK(all.best == 0);
    CHECK(all.next == 1);
    CHECK_FALSE(all.always);
    CHECK(all.alternatives[0].best_share + all.alternatives[1].best_share == doctest::Approx(1.0));
}

TEST_CASE("information: a part is worth no more than the whole, and those worth most come first") {
    const auto [base, other] = moving_or_not(1'000'000);
    const Information all = found(base, other);
    for (std::size_t i = 0; i < all.quantities.size(); ++i) {
        CHECK(all.quantities[i].known.worth.value >= 0.0);
        CHECK(all.quantities[i].known.worth.value <= all.everything.value);
        if (i > 0) CHECK(all.quantities[i].known.worth.value <= all.quantities[i - 1].known.worth.value);
        CHECK_FALSE(all.quantities[i].measure.en.empty());
        CHECK_FALSE(all.quantities[i].measure.ja.empty());
    }
}

TEST_CASE("information: one that is always the best leaves nothing to measure") {
    const auto [base, other] = moving_or_not(2'000'000);
    const Information all = found(base, other);
    CHECK(all.always);
    CHECK(all.everything.value == 0.0);
    const Telling said = tell(all, MoneyUnit::thousand);
    CHECK(said.sentences.front().en.starts_with("No measurement could change this choice: \"Shop\" is the best in every one of the 4,000 trials"));
    CHECK(said.sentences.front().ja.starts_with("どのような調査をしても、この選択は変わりません。"));
    CHECK(said.sentences.size() == 1);
}

TEST_CASE("information: the same whatever the number of threads, another with another seed") {
    const auto [base, other] = moving_or_not(1'010'000);
    InformationRequest request;
    request.trials = 1000;
    request.threads = 1;
    const std::string one = telling_json(tell(found(base, other, request), MoneyUnit::thousand));
    request.threads = 3;
    CHECK(one == telling_json(tell(found(base, other, request), MoneyUnit::thousand)));
    request.seed = 2;
    CHECK(one != telling_json(tell(found(base, other, request), MoneyUnit::thousand)));
}

TEST_CASE("information: one draw for items that the plan values differently is told against the plan") {
    io::Json content = shop();
    content["segments"]["t"] = {{"price", 3000}, {"volume", 100}, {"unit_variable_cost", 600}};
    content["uncertainty"]["quantities"]["/segments/*/price"] = {{"spread", "20%"}};
    io::Json dearer = content;
    dearer["cost_lines"]["rent"]["behaviour"] = "variable";
    dearer["cost_lines"]["rent"]["sales_share"] = 0.0971;
    dearer["cost_lines"]["rent"].erase("monthly_amount");
    const Information all = found(read(content), read(dearer));
    REQUIRE(all.quantities.size() == 1);
    const auto& one = all.quantities.front();
    CHECK(one.as == Measured::multiple);
    CHECK(one.input.planned == 1.0);
    CHECK(one.input.middle == doctest::Approx(1.0));
    CHECK(one.input.low == doctest::Approx(0.8632).epsilon(0.001));
    CHECK(one.known.worth.tells());
    CHECK(tell(all, MoneyUnit::thousand).sentences.at(2).en.find("% of the plan") != std::string::npos);
}

TEST_CASE("information: what cannot be asked") {
    const auto [base, other] = moving_or_not(1'010'000);
    CHECK(refused({base}).front().code == "alternatives-needed");
    CHECK(refused({}).front().code == "alternatives-needed");
    io::Json shorter = with_normal(shop(), rent, 1'000'000, 100'000);
    shorter["company"]["months"] = 24;
    CHECK(refused({base, read(shorter)}).front().code == "months-differ");
    CHECK(refused({base, read(shop())}).front().code == "nothing-uncertain");
    InformationRequest few;
    few.trials = 199;
    CHECK(refused({base, other}, few).front().code == "bad-trials");
    io::Json wandering = shop();
    wandering["uncertainty"]["paths"]["/segments/s/volume"] = {{"persistence", 0.6}, {"deviation", 0.04}};
    const Shop wanders = read(wandering);
    CHECK(refused({wanders, wanders}).front().code == "nothing-to-measure");
}

TEST_CASE("information: it can be stopped") {
    const auto [base, other] = moving_or_not(1'010'000);
    InformationRequest request;
    request.progress = [](double) { return false; };
    const Information stopped = found(base, other, request);
    CHECK(stopped.stopped);
    CHECK(tell(stopped, MoneyUnit::thousand).sentences.size() == 1);
}

TEST_CASE("information: small figures keep the digits that tell them from nothing") {
    const auto words = [](double value) { return in_words(value, "times", MoneyUnit::thousand).en; };
    CHECK(words(-2.62) == "-2.6 times");
    CHECK(words(0.35) == "0.35 times");
    CHECK(words(0.08) == "0.080 times");
    CHECK(words(0.007) == "0.0070 times");
    CHECK(words(12.0) == "12 times");
}
