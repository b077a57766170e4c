#include "analysis/valuation.hpp"

#include <cmath>
#include <doctest/doctest.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

using namespace goho;
using namespace goho::analysis;

namespace {

/// The rows of one kind, by value: the loops below run over what this returns.
nlohmann::json published(const char* kind) {
    std::ifstream file(std::string(GOHO_SOURCE_DIR) + "/tests/data/numpy_financial.json");
    REQUIRE(file.good());
    nlohmann::json rows = nlohmann::json::parse(file).at(kind);
    REQUIRE(rows.size() >= 2);
    return rows;
}
std::vector<double> flows_of(const nlohmann::json& j) { return j.get<std::vector<double>>(); }

}  // namespace

TEST_CASE("valuation: published internal rates") {
    for (const auto& row : published("irr")) {
        CAPTURE(row.dump());
        const auto flows = flows_of(row["cashflows"]);
        const auto rate = internal_rate(flows);
        REQUIRE(rate.has_value());
        const double expected = row["expected"];
        CHECK(std::abs(*rate - expected) <= row["rtol"].get<double>() * std::abs(expected));
        double size = 0.0;
        for (const double flow : flows) size += std::abs(flow);
        for (const double each : internal_rates(flows)) {
            CHECK(std::abs(*net_present_value(each, flows)) <= 1e-9 * size * std::max(1.0, std::pow(1.0 + each, -double(flows.size()))));
        }
    }
}

TEST_CASE("valuation: published flows that have no internal rate") {
    for (const auto& row : published("irr_must_fail")) {
        CAPTURE(row.dump());
        CHECK_FALSE(internal_rate(flows_of(row)).has_value());
    }
}

TEST_CASE("valuation: published net present values") {
    for (const auto& row : published("npv")) {
        CAPTURE(row.dump());
        const auto value = net_present_value(row["rate"], flows_of(row["cashflows"]));
        if (row["expected"].is_string()) {
            CHECK_FALSE(value.has_value());
        } else {
            const double expected = row["expected"];
            REQUIRE(value.has_value());
            CHECK(std::abs(*value - expected) <= row["rtol"].get<double>() * std::abs(expected));
        }
    }
}

TEST_CASE("valuation: published modified internal rates") {
    for (const auto& row : published("mirr")) {
        CAPTURE(row.dump());
        const auto rate = modified_internal_rate(flows_of(row["cashflows"]), row["finance"], row["reinvest"]);
        REQUIRE(rate.has_value());
        CHECK(*rate == doctest::Approx(row["expected"].get<double>()).epsilon(1e-3));
    }
    CHECK_FALSE(modified_internal_rate(std::vector{1.0, 2.0}, 0.1, 0.1).has_value());
    CHECK_FALSE(modified_internal_rate(std::vector{-1.0, -2.0}, 0.1, 0.1).has_value());
}

TEST_CASE("valuation: net present value by hand") {
    CHECK(*net_present_value(0.1, std::vector{-100.0, 55.0, 60.5}) == doctest::Approx(0.0).epsilon(1e-12));  // 50 + 50
    CHECK(*net_present_value(0.0, std::vector{-100.0, 30.0, 40.0}) == -30.0);
    CHECK(*net_present_value(-0.5, std::vector{1.0, 1.0}) == 3.0);
    CHECK_FALSE(net_present_value(std::nan(""), std::vector{1.0}).has_value());
    CHECK(*net_present_value(0.1, {}) == 0.0);
}

TEST_CASE("valuation: two changes of sign can give two rates, the nearest to zero first") {
    // -100 (1 + r)^2 + 230 (1 + r) - 132 = 0 at 1 + r = 1.1 and 1.2
    const auto rates = internal_rates(std::vector{-100.0, 230.0, -132.0});
    REQUIRE(rates.size() == 2);
    CHECK(rates[0] == doctest::Approx(0.1));
    CHECK(rates[1] == doctest::Approx(0.2));
}

TEST_CASE("valuation: of rates of both signs the one above zero is the answer, the other is listed") {
    // -100 (1 + r)^2 + 210 (1 + r) - 108 = 0 at 1 + r = 0.9 and 1.2
    const auto rates = internal_rates(std::vector{-100.0, 210.0, -108.0});
    REQUIRE(rates.size() == 2);
    CHECK(rates[0] == doctest::Approx(0.2));
    CHECK(rates[1] == doctest::Approx(-0.1));
}

TEST_CASE("valuation: a rate at which the curve only touches zero is found once") {
    const auto rates = internal_rates(std::vector{100.0, -210.0, 110.25});  // (1 + r - 1.05)^2
    REQUIRE(rates.size() == 1);
    CHECK(rates[0] == doctest::Approx(0.05).epsilon(1e-5));
}

TEST_CASE("valuation: the money back without more is a rate of zero") {
    CHECK(*internal_rate(std::vector{-100.0, 40.0, 60.0}) == 0.0);
}

TEST_CASE("valuation: rates outside the range are none") {
    CHECK_FALSE(internal_rate(std::vector{-1.0, 12.0}).has_value());   // 1,100%
    CHECK(*internal_rate(std::vector{-1.0, 11.0}) == doctest::Approx(10.0));
    CHECK_FALSE(internal_rate(std::vector{-1000.0, 1.0}).has_value()); // -99.9%
    CHECK_FALSE(internal_rate(std::vector{0.0, 0.0}).has_value());
}

TEST_CASE("valuation: payback is the first period from which the sum stays at zero or above") {
    CHECK(payback_periods(std::vector{-100.0, 50.0, 50.0}) == 3);
    CHECK(payback_periods(std::vector{-100.0, 120.0, -30.0, 20.0}) == 4);  // 20 after the second, then -10, then 10
    CHECK(payback_periods(std::vector{10.0, -5.0}) == 0);                  // never below zero
    CHECK_FALSE(payback_periods(std::vector{-100.0, 99.0}).has_value());
    CHECK_FALSE(payback_periods(std::vector{100.0, -101.0}).has_value());  // ends below
    CHECK_FALSE(payback_periods(std::vector{0.0, 0.0}).has_value());       // nothing differs
    CHECK_FALSE(payback_periods({}).has_value());
}

TEST_CASE("valuation: a year is twelve months compounded") {
    CHECK(annual_rate(monthly_rate(0.05)) == doctest::Approx(0.05));
    CHECK(annual_rate(0.01) == doctest::Approx(0.12682503));
}

TEST_CASE("valuation: monthly differences by hand") {
    // 100 out at the end of month 1, 112 back at the end of month 13: twelve months at 12%.
    std::vector<double> flows(24, 0.0);
    flows[0] = -100.0;
    flows[12] = 112.0;
    const Valuation v = valuation(flows, 0.05, Month::of(2027, 4));
    const double month = std::pow(1.05, 1.0 / 12.0);
    CHECK(*v.npv == doctest::Approx((-100.0 + 112.0 / 1.05) / month));
    CHECK(*v.irr == doctest::Approx(0.12));
    CHECK(v.other_irrs.empty());
    CHECK(v.payback_months == 13);
    CHECK(v.payback_month == Month::of(2028, 4));
    CHECK(v.sum == 12.0);
    CHECK(v.largest_outlay == 100.0);
}

TEST_CASE("valuation: a plan that equals its base is worth nothing more and has no rate") {
    const Valuation v = valuation(std::vector<double>(120, 0.0), 0.05, Month::of(2027, 4));
    CHECK(v.npv == 0.0);
    CHECK_FALSE(v.irr.has_value());
    CHECK_FALSE(v.payback_months.has_value());
    CHECK_FALSE(v.payback_month.has_value());
}

TEST_CASE("valuation: fifty years of months neither overflow nor lose the rate") {
    std::vector<double> flows(600, 1e6);
    flows[0] = -1e8;
    const Valuation v = valuation(flows, 0.05, Month::of(2027, 4));
    REQUIRE(v.irr.has_value());
    CHECK(*v.irr == doctest::Approx(annual_rate(0.009974)).epsilon(1e-3));  // 599 payments of 1% of the outlay
    CHECK(v.payback_months == 101);
}
