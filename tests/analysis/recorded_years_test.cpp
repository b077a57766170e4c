// Figures of a year, explained: the same bits as the indicators themselves, and made of what their rows reckon from.
#include "analysis/explanation.hpp"
#include "analysis/study.hpp"
#include "io/scenario_reader.hpp"
#include "stakeholders/indicator.hpp"
#include "support/random_plan.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <numeric>

using namespace goho;
using analysis::Explanation;

namespace {

struct Company {
    analysis::Study study;
    analysis::Recording recording;
    explicit Company(const char* file) : Company(*io::read_scenario(std::string(GOHO_SOURCE_DIR "/scenarios/") + file).value) {}
    explicit Company(const simulation::Scenario& scenario)
        : study(analysis::study(scenario, test::statutes())), recording(analysis::record(scenario, test::statutes())) {}

    Explanation explained(std::string_view name, int year, int levels = 1) const {
        const auto found = analysis::locate_year(recording, name, year);
        REQUIRE(found.place);
        return analysis::explain(recording, *found.place, 0, {levels, 12});
    }
};

const Company& manufacturer() {
    static const Company company("manufacturer/base.json");
    return company;
}

std::vector<std::string> names(const std::vector<Explanation>& all) {
    std::vector<std::string> out;
    for (const auto& one : all) out.push_back(one.name);
    return out;
}

void same_as_reckoned(const Company& company) {
    for (const auto& row : stakeholders::indicators()) {
        for (std::size_t y = 0; y < company.study.plan_views.size(); ++y) {
            CAPTURE(row.name);
            CAPTURE(y);
            const auto value = row.compute(company.study.plan_views[y]);
            const auto found = analysis::locate_year(company.recording, row.name, static_cast<int>(y) + 1);
            REQUIRE(found.place.has_value() == value.has_value());
            if (value) REQUIRE(analysis::explain(company.recording, *found.place, 0, {0, 1}).value == *value);
            else REQUIRE(found.trouble == analysis::Located::Trouble::no_figure);
        }
    }
}

}  // namespace

TEST_CASE("recorded years: every indicator of every year is the one that is reckoned without a recording") {
    same_as_reckoned(manufacturer());
    same_as_reckoned(Company("wholesaler/base.json"));
}

TEST_CASE("recorded years: a plan that ends within a year") {
    auto scenario = *io::read_scenario(GOHO_SOURCE_DIR "/scenarios/manufacturer/base.json").value;
    scenario.plan.company.months = 30;
    const Company company(scenario);
    same_as_reckoned(company);
    CHECK(company.explained("net_sales", 3).inputs.size() == 6);
    CHECK_FALSE(analysis::locate_year(company.recording, "net_sales", 4).place);
}

TEST_CASE("recorded years: a margin is its two lines of the year, each the sum of its months") {
    const auto why = manufacturer().explained("operating_margin", 3, 3);
    CHECK(why.year == 3);
    CHECK_FALSE(why.month);
    CHECK(why.formula == Text{"Operating income ÷ Net sales", "営業利益 ÷ 売上高"});
    CHECK(why.equation == "KP-7");
    CHECK(why.meaning == Text{"Operating income ÷ net sales", "営業利益 ÷ 売上高"});
    REQUIRE(names(why.inputs) == std::vector<std::string>{"operating_income", "net_sales"});
    CHECK(why.value == why.inputs[0].value / why.inputs[1].value);
    const auto& sales = why.inputs[1];
    CHECK(sales.year == 3);
    CHECK(sales.formula == Text{"sum of 12 months", "12か月の合計"});
    REQUIRE(sales.inputs.size() == 12);
    CHECK(to_string(*sales.inputs.front().month) == "2029-04");
    CHECK(to_string(*sales.inputs.back().month) == "2030-03");
    CHECK(std::accumulate(sales.inputs.begin(), sales.inputs.end(), 0.0, [](double sum, const auto& m) { return sum + m.value; }) == sales.value);
    CHECK(sales.inputs.front().inputs.size() == 3);  // of the segments
}

TEST_CASE("recorded years: a balance of a year is that of its last month") {
    const auto ratio = manufacturer().explained("equity_ratio", 3);
    CHECK(ratio.formula.en == "Net assets (2030-03) ÷ Total assets (2030-03)");
    CHECK(ratio.formula.ja == "純資産（2030年3月） ÷ 資産合計（2030年3月）");
    REQUIRE(ratio.inputs.size() == 2);
    CHECK(to_string(*ratio.inputs[0].month) == "2030-03");
    const auto cash = manufacturer().explained("cash", 3);
    REQUIRE(cash.inputs.size() == 1);
    CHECK(cash.inputs[0].value == cash.value);
    CHECK(analysis::time_of(cash) == Text{"year 3", "3年目"});
    CHECK(analysis::time_of(cash.inputs[0]) == Text{"2030-03", "2030年3月"});
}

TEST_CASE("recorded years: the year before, and before the plan the quantity that says so") {
    CHECK(manufacturer().explained("sales_growth", 2).formula.en == "Net sales ÷ Net sales (year 1) − 1");
    const auto first = manufacturer().explained("sales_growth", 1);
    CHECK(first.inputs.back().name == "/opening/previous_net_sales");
}

TEST_CASE("recorded years: the sum of debt, and what a year's sales go into") {
    const auto& r = manufacturer().recording;
    const auto debt = manufacturer().explained("interest_bearing_debt", 5);
    CHECK(debt.value == stakeholders::interest_bearing_debt(manufacturer().study.plan_views[4].now));
    const auto sales = analysis::feeds(r, *analysis::locate_year(r, "net_sales", 3).place, 0);
    const auto found = names(sales);
    CHECK(std::count(found.begin(), found.end(), "operating_margin") == 1);
    CHECK(std::count(found.begin(), found.end(), "sales_growth") == 2);  // of this year and the next
}

TEST_CASE("recorded years: the same figure in another run") {
    const Company other("manufacturer/price_up.json");
    const auto why = manufacturer().explained("operating_margin", 3, 2);
    CHECK(analysis::counterpart(other.recording, why) == other.explained("operating_margin", 3).value);
    const auto& month = why.inputs[0].inputs[0];
    CHECK(analysis::counterpart(other.recording, month) == other.explained("operating_income", 3).inputs[0].value);
    const auto parameter = manufacturer().explained("sales_growth", 1).inputs.back();
    CHECK(analysis::counterpart(other.recording, parameter) == 592e6);
    auto unknown = parameter;
    unknown.name = "/nothing";
    CHECK_FALSE(analysis::counterpart(other.recording, unknown));
}
