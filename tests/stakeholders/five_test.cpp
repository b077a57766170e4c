// Five directions: scores against fixed goalposts, indices, links, and the circle.
#include "analysis/study.hpp"
#include "stakeholders/five.hpp"
#include "stakeholders/invented_year.hpp"
#include "support/reference_design.hpp"

#include <cmath>
#include <doctest/doctest.h>

using namespace goho;
using namespace goho::stakeholders;

namespace {

analysis::Study study_of(simulation::Scenario scenario) { return analysis::study(std::move(scenario), modes::statutes()); }

const analysis::Study& today() {
    static const analysis::Study study = study_of(modes::base());
    return study;
}

}  // namespace

TEST_CASE("five: a figure scores 0 at one goalpost and 100 at the other, and never beyond") {
    const Goalpost satisfaction{Stakeholder::customers, "customer_satisfaction", 50.0, 90.0};
    CHECK(score(satisfaction, 50.0) == 0.0);
    CHECK(score(satisfaction, 70.0) == 50.0);
    CHECK(score(satisfaction, 120.0) == 100.0);
    CHECK(score(satisfaction, 10.0) == 0.0);
    const Goalpost overtime{Stakeholder::employees, "overtime_hours", 45.0, 5.0};  // less is better
    CHECK(score(overtime, 45.0) == 0.0);
    CHECK(score(overtime, 5.0) == 100.0);
    CHECK(score(overtime, 25.0) == 50.0);
}

TEST_CASE("five: every goalpost names a figure that exists, five to a direction at most") {
    std::array<int, directions> count{};
    for (const auto& post : goalposts()) {
        CAPTURE(post.figure);
        CHECK(find_quantity(post.figure).has_value());
        CHECK(post.zero != post.hundred);
        ++count[static_cast<std::size_t>(post.who)];
    }
    for (const int n : count) {
        CHECK(n >= 4);
        CHECK(n <= 5);
    }
}

TEST_CASE("five: the level is the geometric mean, the circulation the root of level and flow") {
    const auto& f = today().directions.front();
    double product = 1.0;
    double lowest = 100.0, highest = 0.0;
    for (const auto& index : f.index) {
        REQUIRE(index);
        CHECK(*index >= 0.0);
        CHECK(*index <= 100.0);
        product *= std::pow(std::max(1.0, *index), 0.2);
        lowest = std::min(lowest, *index);
        highest = std::max(highest, *index);
    }
    CHECK(*f.level == doctest::Approx(product));
    CHECK(*f.imbalance == doctest::Approx(highest - lowest));
    CHECK(*f.index[static_cast<std::size_t>(*f.binding)] == lowest);
    CHECK(*f.circulation == doctest::Approx(std::sqrt(*f.level * 100.0 * *f.flow)));
}

TEST_CASE("five: the reference company stands still; a gain that nobody shares lifts the level and stops the circle") {
    const auto& base = today();
    for (int i = 1; i < directions; ++i) {  // the company itself saves money
        CHECK(*base.directions.back().index[i] == doctest::Approx(*base.directions.front().index[i]).epsilon(0.03));
    }
    const auto better = study_of(modes::scenario_of({}));
    CHECK(*better.directions.back().level > *base.directions.back().level);
    CHECK(*better.directions.back().link[0].value < 0.2);  // pay and training did not follow the value added
    auto shared = modes::scenario_of({});
    for (auto& item : shared.plan.job_groups) item.parameters.annual_raise = 0.012;
    CHECK(*study_of(std::move(shared)).directions.back().circulation > *base.directions.back().circulation);
    CHECK(*better.directions.back().index[1] > *base.directions.back().index[1]);
    CHECK(*better.directions.back().index[2] > *base.directions.back().index[2]);
    CHECK(*better.directions.back().index[4] > *base.directions.back().index[4]);
}

TEST_CASE("five: without behaviour there are no indices") {
    auto scenario = modes::base();
    scenario.plan.company.behaviour = accounting::company::Behaviour::off;
    const auto study = study_of(std::move(scenario));
    CHECK_FALSE(study.directions.front().circulation);
    CHECK_FALSE(study.directions.front().binding);
    CHECK_FALSE(figure(study.fiscal_views.front(), "employee_satisfaction"));
    CHECK_FALSE(figure(study.fiscal_views.front(), "annual_retention"));
}

TEST_CASE("indicators: retention, hours and wages are read from conduct") {
    const auto& first = today().fiscal_views.front();
    CHECK(*figure(first, "annual_retention") == doctest::Approx(std::pow(1.0 - 0.0087, 12.0)));
    CHECK(*figure(first, "attrition_against_normal") == doctest::Approx(1.0));
    CHECK(*figure(first, "relative_wage_growth") == doctest::Approx(0.0));
    CHECK(*figure(first, "referrals_per_hundred") == doctest::Approx(2.4));
    CHECK(*figure(first, "hiring_fill_rate") == doctest::Approx(1.0));
    CHECK_FALSE(figure(first, "freed_hours_used"));  // nothing is free
}

TEST_CASE("five: four of the links by hand") {
    YearView first = invented_year(), year = invented_year();
    first.behaves = year.behaves = true;
    year.now.marginal_profit += 20e6;
    year.now.operating_income += 17e6;
    year.now.ordinary_income += 17e6;
    year.now.personnel_cost += 2e6;
    year.now.fixed_cost += 3e6;
    year.now.training_cost += 1e6;
    auto& c = year.conduct;
    c.available_hours = 10'000.0;
    c.freed_hours = 100.0;
    c.hours_to_customers = 18.0;
    c.hours_to_sales = 12.0;
    c.churn_rate = 0.01;
    c.willingness_to_pay = 0.02;
    c.disclosure = 0.6;
    c.headcount = 100.0;
    c.dismissed = 1.0;
    const auto links = [&] { return five_directions(year, first).link; };
    // Three million more for people, of what the value added grew by, against 30%.
    const double grown = value_added(year.now) - value_added(first.now);
    REQUIRE(grown > 10e6);
    CHECK(*links()[0].value == doctest::Approx(3e6 / grown / 0.3));
    CHECK(*links()[1].value == doctest::Approx(0.3 / 0.6));
    // 0.99^12 = 0.886385; 0.12 of 0.2.
    CHECK(*links()[2].value == doctest::Approx(0.5 * (0.8863848717 - 0.75) / 0.22 + 0.5 * 0.6));
    CHECK(*links()[3].value == doctest::Approx(0.6 * (1.0 - 0.01 / 0.05)));
    c.freed_hours = 49.0;  // below half a percent of the hours: too few to speak of
    CHECK_FALSE(links()[1].value.has_value());
    c.headcount = 0.0;
    CHECK(*links()[3].value == doctest::Approx(0.6));
}
