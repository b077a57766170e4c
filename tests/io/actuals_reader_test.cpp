// The section "actuals": what is read, what is refused, and that writing it gives it back.
#include "io/scenario_reader.hpp"
#include "io/scenario_writer.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace goho;

namespace {

io::Reading read(const std::string& actuals) {
    return io::read_scenario_text(fmt::format(R"({{"format": 1, "company": {{"start": "2027-04", "months": 24}},
        "opening": {{"cash": 1000000, "paid_in_capital": 1000000, "retained_earnings": 0}},
        "segments": {{"main": {{"price": 100, "volume": 10}}}}, "cost_lines": {{"rent": {{"behaviour": "fixed", "monthly_amount": 50000}}}},
        "actuals": {}}})", actuals), "test.json");
}

std::string problem(const io::Reading& reading) {
    if (reading.problems.size() != 1) return fmt::format("{} problems", reading.problems.size());
    return reading.problems.front().code + " " + reading.problems.front().pointer;
}

}  // namespace

TEST_CASE("actuals: months are read in the order of time, money with units, and the rest stays planned") {
    const auto reading = read(R"({"2027-05": {"cost_lines": {"rent": {"amount": 51000}}},
                                  "2027-04": {"segments": {"main": {"net_sales": "12万円"}}, "company": {"accounts_receivable": 7}}})");
    REQUIRE(reading.value);
    const auto& months = reading.value->plan.actuals.months;
    REQUIRE(months.size() == 2);
    CHECK(months[0].segments[0].net_sales == 120000.0);
    CHECK(months[0].company.accounts_receivable == 7.0);
    CHECK_FALSE(simulation::actual::given(months[0].cost_lines[0].amount));
    CHECK(months[1].cost_lines[0].amount == 51000.0);
    CHECK_FALSE(simulation::actual::given(months[1].segments[0].net_sales));
}

TEST_CASE("actuals: what is written is read again as it was") {
    const auto reading = read(R"({"2027-04": {"segments": {"main": {"net_sales": 120000, "volume": 9.5}}}, "2027-05": {}})");
    REQUIRE(reading.value);
    const std::string text = io::scenario_text(*reading.value);
    const auto again = io::read_scenario_text(text, "again.json");
    REQUIRE(again.value);
    CHECK(again.value->plan.actuals.months.size() == 2);
    CHECK(io::scenario_text(*again.value) == text);
}

TEST_CASE("actuals: each wrong place is told with its address") {
    CHECK(problem(read(R"({"2027-04": {}, "2027-06": {}})")) == "actuals-with-a-gap /actuals/2027-06");
    CHECK(problem(read(R"({"2027-05": {}})")) == "actuals-with-a-gap /actuals/2027-05");
    CHECK(problem(read(R"({"2027-04": {}, "2029-04": {}})")) == "outside-plan /actuals/2029-04");
    CHECK(problem(read(R"({"2027-04": {"cost_lines": {"rnet": {"amount": 1}}}})")) == "unknown-key /actuals/2027-04/cost_lines/rnet");
    CHECK(problem(read(R"({"2027-04": {"cost_lines": {"rent": {"amout": 1}}}})")) == "unknown-key /actuals/2027-04/cost_lines/rent/amout");
    CHECK(problem(read(R"({"2027-04": {"compny": {}}})")) == "unknown-key /actuals/2027-04/compny");
    CHECK(problem(read(R"({"2027-04": {"company": {"accounts_receivable": 0.5}}})")) == "not-whole-yen /actuals/2027-04/company/accounts_receivable");
    CHECK(problem(read(R"({"2027-04": {"company": {"accounts_receivable": "many"}}})")) == "wrong-type /actuals/2027-04/company/accounts_receivable");
    CHECK(problem(read(R"({"2027-04": []})")) == "wrong-type /actuals/2027-04");
    CHECK(problem(read(R"([])")) == "wrong-type /actuals");
}
