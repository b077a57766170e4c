#include "decision/goal_seek.hpp"

#include "decision/shop.hpp"

#include <cmath>

using namespace goho;
using namespace goho::decision;
using test::said;
using test::shipped;
using test::shop;

namespace {

GoalRequest request(std::string goal, LeverKind kind, std::string_view lever) {
    GoalRequest out;
    out.goal = std::move(goal);
    const auto read = lever_request(kind, lever);
    REQUIRE(read);
    out.lever = *read.value;
    return out;
}

/// The figure of a plan year, of the scenario that the answer would be saved as.
double figure_of_draft(const Base& base, const GoalSeek& result, std::string_view measure) {
    REQUIRE(result.draft);
    const auto changed = with_draft(base, *result.draft);
    for (const auto& problem : changed.problems) FAIL(to_string(problem, Language::english));
    const Judge judge(*changed.value, {*measure_of(measure, *changed.value).value}, {});
    return judge(changed.value->scenario).figures[0];
}

}  // namespace

TEST_CASE("goal seek: the price at which a shop breaks even is unit cost and rent per piece") {
    const auto base = shop();
    const auto result = goal_seek(base, request("operating_income@1=0", LeverKind::set, "/segments/s/price=50..200"));
    REQUIRE(result);
    REQUIRE(result.value->answer);
    CHECK(result.value->answer->setting == doctest::Approx(60.0 + 500000.0 / 10000.0).epsilon(1e-6));
    CHECK(std::abs(figure_of_draft(base, *result.value, "operating_income@1")) <= 12.0);  // sales are whole yen each month
    CHECK(result.value->roots.size() == 1);
}

TEST_CASE("goal seek: the loan that keeps cash above zero is as large as the hole") {
    // Rent eats the cash; a loan without interest fills the hole to the yen.
    const auto base = shop(R"({"opening": {"cash": 1000000, "paid_in_capital": 1000000},
        "loans": {"bank": {"repayment": "equal_principal", "principal": 100000, "drawn": "2027-04", "term_months": 60, "grace_months": 48, "annual_interest_rate": 0}}})");
    double lowest = 0.0;
    for (const auto& month : base.run.months) lowest = std::min(lowest, month.cash);
    REQUIRE(lowest < 0.0);
    const auto result = goal_seek(base, request("lowest_cash>=0", LeverKind::set, "/loans/bank/principal=0..50000000"));
    REQUIRE(result);
    REQUIRE(result.value->answer);
    CHECK(result.value->answer->setting >= 100000.0 - lowest);
    CHECK(result.value->answer->setting <= 100000.0 - lowest + 2.0 * result.value->lever.step);
    const double then = figure_of_draft(base, *result.value, "lowest_cash");
    CHECK(then >= 0.0);
    CHECK(then == *result.value->lowest_cash);
}

TEST_CASE("goal seek: every place where a figure passes the goal is found") {
    std::vector<double> grid, values;
    const auto f = [](double x) { return (x + 0.7) * (x - 0.1) * (x - 0.9); };
    for (int i = 0; i <= 20; ++i) grid.push_back(-1.0 + 0.1003 * i);
    for (const double x : grid) values.push_back(f(x));
    const auto roots = roots_of(f, grid, values);
    REQUIRE(roots.size() == 3);
    CHECK(roots[0].setting == doctest::Approx(-0.7));
    CHECK(roots[1].setting == doctest::Approx(0.1));
    CHECK(roots[2].setting == doctest::Approx(0.9));
    CHECK(roots[0].rising);
    CHECK_FALSE(roots[1].rising);
}

TEST_CASE("goal seek: a place where the goal is touched counts, one that is leapt over is told") {
    std::vector<double> grid{-1.0, -0.5, 0.01, 0.5, 1.0}, values;
    const auto touching = [](double x) { return x * x; };
    for (const double x : grid) values.push_back(touching(x));
    const auto touched = roots_of(touching, grid, values);
    REQUIRE(touched.size() == 1);
    CHECK(std::abs(touched[0].setting) < 1e-3);

    const auto leaping = [](double x) { return x < 0.3 ? -100.0 : 100.0; };
    values.clear();
    for (const double x : grid) values.push_back(leaping(x));
    const auto leapt = roots_of(leaping, grid, values);
    REQUIRE(leapt.size() == 1);
    CHECK(leapt[0].jump);
    CHECK(leapt[0].setting == doctest::Approx(0.3));
}

TEST_CASE("goal seek: what cannot be reached is said with the best that can be had") {
    const auto base = shop();
    const auto result = goal_seek(base, request("operating_income@1>=100000000", LeverKind::set, "/segments/s/price=100..200"));
    REQUIRE(result);
    CHECK_FALSE(result.value->answer);
    CHECK(result.value->best.setting == 200.0);
    CHECK(*result.value->best.figure == 12.0 * (140.0 * 10000.0 - 500000.0));
    CHECK(said(tell(*result.value, MoneyUnit::yen)).find("cannot be reached with Selling price (s) between 100 yen/unit and 200 yen/unit. The best is 10,800,000 yen, at 200 yen/unit.") != std::string::npos);
    CHECK(said(tell(*result.value, MoneyUnit::yen), Language::japanese).find("には届きません") != std::string::npos);
}

TEST_CASE("goal seek: a plan that is there already stays as it is") {
    const auto result = goal_seek(shop(), request("operating_income@1<=0", LeverKind::scale, "/segments/*/price=0.5..1.5"));
    REQUIRE(result);
    REQUIRE(result.value->answer);
    CHECK(result.value->answer->setting == 1.0);
    CHECK_FALSE(result.value->draft);
}

TEST_CASE("goal seek: answers of the shipped companies hold when the draft is run") {
    struct Case {
        const char *file, *goal, *lever;
        LeverKind kind;
    };
    for (const Case& c : {Case{"manufacturer/base.json", "operating_income@3>=25000000", "/segments/*/unit_variable_cost=0.8..1", LeverKind::scale},
                          Case{"wholesaler/base.json", "cash@5>=50000000", "/segments/*/price=0.95..1.1", LeverKind::scale},
                          Case{"it_services/base.json", "ordinary_income@3>=10000000", "/job_groups/*/monthly_pay=0.8..1.2", LeverKind::scale}}) {
        CAPTURE(c.file);
        const auto base = shipped(c.file);
        const auto result = goal_seek(base, request(c.goal, c.kind, c.lever));
        REQUIRE(result);
        if (!result.value->answer || !result.value->draft) continue;
        const std::string goal = c.goal;
        const double figure = figure_of_draft(base, *result.value, goal.substr(0, goal.find_first_of("<>=")));
        CHECK(figure == *result.value->answer->figure);
        CHECK(figure >= result.value->wanted);
    }
}

TEST_CASE("goal seek: months are whole, and the nearest that meets the goal is taken") {
    const auto base = shipped("manufacturer/equipment_loan.json");
    const auto result = goal_seek(base, request("lowest_cash>=60000000", LeverKind::shift, "/investments/five_axis_cell,/loans/five_axis_cell,/subsidies/*,/timeline/*=0..36"));
    REQUIRE(result);
    if (result.value->answer) CHECK(result.value->answer->setting == std::round(result.value->answer->setting));
    if (result.value->draft) CHECK(figure_of_draft(base, *result.value, "lowest_cash") == *result.value->answer->figure);
}

TEST_CASE("goal seek: the same on one thread and on four") {
    const auto base = shipped("wholesaler/base.json");
    auto wanted = request("cash@5>=50000000", LeverKind::scale, "/segments/*/price=0.95..1.1");
    wanted.threads = 1;
    const auto one = goal_seek(base, wanted);
    wanted.threads = 4;
    const auto four = goal_seek(base, wanted);
    REQUIRE(one);
    CHECK(telling_json(tell(*one.value, MoneyUnit::yen)) == telling_json(tell(*four.value, MoneyUnit::yen)));
}

TEST_CASE("goal seek: nonsense is refused, everything at once") {
    const auto base = shop();
    CHECK(said(goal_seek(base, request("operating_incom@1=0", LeverKind::set, "/segments/s/pricee=50..200"))).find("did you mean \"operating_income\"?") != std::string::npos);
    CHECK(said(goal_seek(base, request("operating_incom@1=0", LeverKind::set, "/segments/s/pricee=50..200"))).find("/segments/s/price") != std::string::npos);
    CHECK(said(goal_seek(base, request("cash@9=0", LeverKind::set, "/segments/s/price"))).find("no whole year 9") != std::string::npos);
    CHECK(said(goal_seek(base, request("cash@2000000000=0", LeverKind::set, "/segments/s/price"))).find("no whole year 2000000000") != std::string::npos);
    CHECK(said(goal_seek(base, request("cash@\x1b=0", LeverKind::set, "/segments/s/price"))).find("no whole year \\u001b") != std::string::npos);
    CHECK(said(goal_seek(base, request("cash=0", LeverKind::set, "/segments/s/price=200..100"))).find("nothing lies between") != std::string::npos);
    CHECK(said(goal_seek(base, request("cash=0", LeverKind::set, "/segments/s/price=-1..100"))).find("out of range") != std::string::npos);
    CHECK(said(goal_seek(base, request("cash=0", LeverKind::add, "/segments/s/price"))).find("say between which amounts") != std::string::npos);
    CHECK(said(goal_seek(base, request("cash=0", LeverKind::shift, "/investments/x"))).find("nothing there that begins in a month") != std::string::npos);
    CHECK(said(goal_seek(base, request("gate:nets", LeverKind::set, "/segments/s/price"))).find("is no gate") != std::string::npos);
    CHECK(said(goal_seek(base, request("gates", LeverKind::set, "/segments/s/price"))).find("a goal is one figure or one gate (goho optimize takes several conditions)") != std::string::npos);
    CHECK(said(goal_seek(base, request("cash=0", LeverKind::split, "/segments/s/note_share,/segments/s/price"))).find("goho optimize finds the best split") != std::string::npos);
    CHECK_FALSE(lever_request(LeverKind::set, "segments/s/price"));
    CHECK_FALSE(lever_request(LeverKind::set, "/segments/s/price=1"));
}
