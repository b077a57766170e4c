// Five directions of invented years: all at the top, and none of a direction known.
#include "stakeholders/five.hpp"
#include "stakeholders/invented_year.hpp"

#include <cmath>
#include <doctest/doctest.h>

using namespace goho;
using namespace goho::stakeholders;

namespace {

/// Every figure at its goalpost for 100, for a company of 100 million yen of sales.
YearView excellent_year() {
    constexpr double m = 1e6;
    YearView y;
    y.behaves = true;
    auto& b = y.now;
    b.net_sales = 100 * m;
    b.ordinary_income = 8 * m;
    b.marginal_profit = 80 * m;
    b.fixed_cost = 60 * m;          // break-even 75
    b.net_assets = 50 * m;
    b.total_assets = 100 * m;
    b.cash = 400 * m / 12;          // four months of sales
    b.long_term_loans = 100 * m;
    b.operating_cash_flow = 25 * m;
    b.operating_income = 10 * m;
    b.personnel_cost = 40 * m;      // value added 50, of which 6% is 3
    b.research_development_cost = 1.5 * m;
    b.training_cost = 1 * m;
    b.it_cost = 0.5 * m;
    y.attrition_rate_today = 0.01;
    y.complaint_rate_today = 0.02;
    y.lead_time_today = 10.0;
    y.conduct_before.real_wage_index = 1.0;
    auto& c = y.conduct;
    c.employee_satisfaction = 85.0;
    c.attrition_rate = 0.004;
    c.overtime_hours = 5.0;
    c.real_wage_index = 1.03;
    c.number_literacy = 1.0;
    c.customer_satisfaction = 90.0;
    c.churn_rate = 0.0;
    c.referral_rate = 0.005;
    c.complaint_rate = 0.006;
    c.lead_time = 5.0;
    c.trust = 90.0;
    c.credit_spread = 0.0045;
    c.headcount = c.planned_headcount = 10.0;
    c.disclosure = 1.0;
    c.research_capital = 2.0;
    c.executive_capability = 1.0;
    c.plan_linkage = 1.0;
    c.available_hours = 10'000.0;
    c.willingness_to_pay = 0.1;
    return y;
}

}  // namespace

TEST_CASE("five: a company that is excellent in everything") {
    const YearView y = excellent_year();
    const auto f = five_directions(y, y);
    for (const auto& index : f.index) CHECK(*index == doctest::Approx(100.0).epsilon(1e-12));
    CHECK(*f.level == doctest::Approx(100.0).epsilon(1e-12));
    CHECK(std::abs(*f.imbalance) < 1e-9);
    // No value added has grown and no hours are free, which counts half each; the other links are whole.
    CHECK_FALSE(f.link[0].value);
    CHECK_FALSE(f.link[1].value);
    for (const std::size_t i : {2u, 3u, 4u}) CHECK(*f.link[i].value == doctest::Approx(1.0));
    CHECK(*f.flow == doctest::Approx(std::pow(0.25, 0.2)).epsilon(1e-9));
    CHECK(*f.circulation == doctest::Approx(100.0 * std::sqrt(std::pow(0.25, 0.2))).epsilon(1e-9));
}

TEST_CASE("five: beyond every goalpost all are equal, and the first of them binds") {
    YearView y = excellent_year();
    auto& b = y.now;
    b.ordinary_income *= 1.1, b.fixed_cost *= 0.9, b.net_assets *= 1.1, b.cash *= 1.1, b.operating_cash_flow *= 1.1;
    b.research_development_cost *= 2.0;
    auto& c = y.conduct;
    c.employee_satisfaction = c.customer_satisfaction = c.trust = 99.0;
    c.attrition_rate = c.overtime_hours = c.complaint_rate = c.lead_time = c.credit_spread = 0.0;
    c.real_wage_index = 1.1;
    c.referral_rate = 0.01;
    c.research_capital = 3.0;
    const auto f = five_directions(y, y);
    for (const auto& index : f.index) CHECK(*index == 100.0);
    CHECK(f.binding == Stakeholder::company);
    CHECK(*f.imbalance == 0.0);
}

TEST_CASE("five: a link that is broken counts a hundredth, so that the circle can be mended") {
    YearView y = excellent_year();
    y.conduct.disclosure = 0.0;
    const auto f = five_directions(y, y);
    CHECK(*f.link[3].value == 0.0);
    CHECK(*f.flow == doctest::Approx(std::pow(0.25 * 0.01, 0.2)).epsilon(1e-9));
}

TEST_CASE("five: where nothing is known of a direction it stands at nought, which counts as one; the first of equals binds") {
    YearView y = excellent_year();
    y.now = {};  // neither of the company nor of what it puts into the future
    auto f = five_directions(y, y);
    CHECK(*f.index[0] == 0.0);
    CHECK(*f.index[1] == doctest::Approx(100.0));
    CHECK(*f.binding == Stakeholder::company);
    CHECK(*f.imbalance == doctest::Approx(100.0));
    CHECK(*f.level == doctest::Approx(std::pow(100.0, 0.8)).epsilon(1e-9));
    // One figure alone is the index: net assets of a quarter are half of what is asked for.
    y.now.net_assets = 25.0;
    y.now.total_assets = 100.0;
    CHECK(*five_directions(y, y).index[0] == doctest::Approx(50.0));
    y.now = {};
    y.conduct.trust = y.conduct.disclosure = y.conduct.headcount = 0.0;
    y.conduct.credit_spread = 1.0;
    f = five_directions(y, y);
    CHECK(*f.index[3] == 0.0);
    CHECK(*f.binding == Stakeholder::company);
}

TEST_CASE("five: all at nought") {
    YearView y;
    y.behaves = true;
    y.conduct.overtime_hours = 45.0;
    y.conduct.churn_rate = 1.0;
    y.conduct.credit_spread = 1.0;
    const auto f = five_directions(y, y);
    for (const auto& index : f.index) CHECK(*index == 0.0);
    CHECK(*f.imbalance == 0.0);
    CHECK(*f.level == doctest::Approx(1.0));
    CHECK(*f.binding == Stakeholder::company);
}

TEST_CASE("five: from society to the next generation: what is invested, of 6%, times the posts that are filled") {
    YearView y = invented_year();  // value added 53 million
    y.behaves = true;
    y.now.research_development_cost = 0.79e6;
    y.now.training_cost = 0.5e6;
    y.now.it_cost = 0.3e6;  // 1.59 million, 3%
    y.conduct.headcount = 6.0;
    y.conduct.planned_headcount = 10.0;
    const auto link = [&] { return five_directions(y, y).link[4].value; };
    CHECK(*link() == doctest::Approx(0.5 * 0.6));
    y.conduct.planned_headcount = 0.0;
    CHECK_FALSE(link());
    y.conduct.planned_headcount = 10.0;
    y.now.operating_income = -50e6;  // no value added
    CHECK_FALSE(link());
}

TEST_CASE("five: what people got of the growth of value added; no growth, no figure") {
    YearView first = invented_year(), year = invented_year();
    first.behaves = year.behaves = true;
    const auto link = [&] { return five_directions(year, first).link[0].value; };
    CHECK_FALSE(link());
    first.now.training_cost = 1e6;
    year.now.training_cost = 2e6;
    year.now.operating_income += 10e6;
    CHECK(*link() == doctest::Approx(0.1 / 0.3));
    year.now.operating_income = first.now.operating_income + 0.5;  // half a yen is growth
    CHECK(*link() == 1.0);
}

TEST_CASE("five: half a percent of the hours is enough to speak of, and half a person can be let go") {
    YearView y = excellent_year();
    y.conduct.freed_hours = 50.0;
    y.conduct.hours_to_customers = 15.0;
    CHECK(*five_directions(y, y).link[1].value == doctest::Approx(0.5));
    y.conduct.headcount = 0.5;
    y.conduct.dismissed = 0.01;  // 2% of them, of 5%
    CHECK(*five_directions(y, y).link[3].value == doctest::Approx(0.6));
}
