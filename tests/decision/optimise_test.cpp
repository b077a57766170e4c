#include "decision/optimise.hpp"

#include "decision/shop.hpp"

#include <cmath>

using namespace goho;
using namespace goho::decision;
using test::said;
using test::shipped;
using test::shop;

namespace {

OptimiseRequest request(const std::vector<std::pair<LeverKind, std::string>>& levers, std::vector<std::string> goals, std::vector<std::string> conditions = {}) {
    OptimiseRequest out;
    for (const auto& [kind, text] : levers) {
        const auto read = lever_request(kind, text);
        REQUIRE(read);
        out.levers.push_back(*read.value);
    }
    out.goals = std::move(goals);
    out.conditions = std::move(conditions);
    out.effort.rounds = 40;
    return out;
}

const std::vector<std::pair<LeverKind, std::string>> three_levers{{LeverKind::scale, "/segments/*/price=0.96..1.06"},
                                                                  {LeverKind::set, "/management/measurement=0.2..0.9"},
                                                                  {LeverKind::set, "/management/goal_clarity=0.3..0.9"}};

/// What the draft of a candidate gives when it is read and run.
Judgement judged_draft(const Base& base, const Optimised& result, std::size_t i) {
    const auto changed = with_draft(base, result.drafts[i]);
    for (const auto& problem : changed.problems) FAIL(to_string(problem, Language::english));
    return Judge(base, result.goals, result.conditions)(changed.value->scenario);
}

}  // namespace

TEST_CASE("optimise: as good as a grid over three levers, and its draft gives what it says") {
    const auto base = shipped("manufacturer/base.json");
    const auto wanted = request(three_levers, {"npv"}, {"index_employees@10>=57"});
    const auto result = optimise(base, wanted);
    REQUIRE(result);
    REQUIRE_FALSE(result.value->best.empty());
    REQUIRE(result.value->impossible.empty());
    const Judge judge(base, result.value->goals, result.value->conditions);
    double best = -1e300;
    constexpr int steps = 8;
    for (int i = 0; i <= steps; ++i)
        for (int j = 0; j <= steps; ++j)
            for (int k = 0; k <= steps; ++k) {
                const auto one = judge(with_levers(base, result.value->levers, {0.96 + 0.1 * i / steps, 0.2 + 0.7 * j / steps, 0.3 + 0.6 * k / steps}));
                if (one.feasible()) best = std::max(best, one.figures[0]);
            }
    CHECK(result.value->best.front().figures[0] >= best);
    for (std::size_t i = 0; i < result.value->best.size(); ++i) {
        const auto draft = judged_draft(base, *result.value, i);
        CHECK(draft.figures[0] == result.value->best[i].figures[0]);
        CHECK(draft.slack[0] == result.value->best[i].slack[0]);
        CHECK(draft.feasible());
    }
}

TEST_CASE("optimise: a condition on a budget has the price that a closed form gives") {
    // Every yen borrowed without interest is a yen of cash at the end of the first year; the budget of 5 million binds.
    const auto base = shop(R"({"loans": {"bank": {"repayment": "equal_principal", "principal": 1000000, "drawn": "2027-04", "term_months": 60, "grace_months": 48, "annual_interest_rate": 0}}})");
    const auto result = optimise(base, request({{LeverKind::set, "/loans/bank/principal=0..20000000"}}, {"max:cash@1"}, {"sum(/loans/bank/principal)<=500万円"}));
    REQUIRE(result);
    REQUIRE(result.value->impossible.empty());
    CHECK(result.value->best.front().setting[0] == 5e6);
    REQUIRE(result.value->prices.size() == 1);
    CHECK(result.value->prices[0].gain == result.value->prices[0].relaxed_by);
    CHECK(said(tell(*result.value, MoneyUnit::thousand)).find("eased by 1,000 thousand yen, the goal would be better by 1,000 thousand yen") != std::string::npos);
}

TEST_CASE("optimise: says which condition cannot be met, and which two not together") {
    const auto base = shop();
    const auto alone = optimise(base, request({{LeverKind::set, "/segments/s/price=90..120"}}, {"npv"}, {"operating_income@1>=2000000", "net_sales@1>=1000000"}));
    REQUIRE(alone);
    REQUIRE(alone.value->impossible.size() == 1);
    CHECK(alone.value->impossible[0].conditions == std::vector<std::size_t>{0});
    CHECK(*alone.value->impossible[0].nearest == 12.0 * (60.0 * 10000.0 - 500000.0) - 2e6);
    CHECK(said(tell(*alone.value, MoneyUnit::thousand)).find("\"Operating income, year 1 at least 2,000 thousand yen\" cannot be met: at best it is missed by 800 thousand yen.") != std::string::npos);

    const auto together = optimise(base, request({{LeverKind::set, "/segments/s/price=90..120"}}, {"npv"}, {"operating_income@1>=0", "net_sales@1<=13000000"}));
    REQUIRE(together);
    REQUIRE(together.value->impossible.size() == 1);
    CHECK(together.value->impossible[0].conditions == std::vector<std::size_t>{0, 1});
    CHECK(said(tell(*together.value, MoneyUnit::thousand)).find("can each be met, but not together") != std::string::npos);
    CHECK(said(tell(*together.value, MoneyUnit::thousand), Language::japanese).find("同時には満たせません") != std::string::npos);
}

TEST_CASE("optimise: no plan of a front betters another, and each draft gives its figures") {
    const auto base = shipped("manufacturer/base.json");
    auto wanted = request({{LeverKind::scale, "/segments/*/price=0.97..1.06"},
                           {LeverKind::split, "/evaluation/selling_weight,/evaluation/customer_value_weight,/evaluation/improvement_weight,/evaluation/development_weight"}},
                          {"five"});
    wanted.effort.rounds = 15;
    const auto result = optimise(base, wanted);
    REQUIRE(result);
    const auto& plans = result.value->best;
    REQUIRE(plans.size() > 2);
    CHECK(plans.size() <= wanted.shown);
    for (std::size_t a = 0; a < plans.size(); ++a) {
        for (std::size_t b = 0; b < plans.size(); ++b) {
            bool nowhere_worse = a != b, better = false;
            for (std::size_t g = 0; g < 5; ++g) {
                nowhere_worse = nowhere_worse && plans[a].figures[g] >= plans[b].figures[g];
                better = better || plans[a].figures[g] > plans[b].figures[g];
            }
            CHECK_FALSE((nowhere_worse && better));
        }
        CHECK(judged_draft(base, *result.value, a).figures == plans[a].figures);
    }
}

TEST_CASE("optimise: the same on one thread and on four") {
    const auto base = shipped("wholesaler/base.json");
    for (const char* goal : {"npv", "five"}) {
        auto wanted = request(three_levers, {goal}, {"lowest_cash>=0"});
        wanted.effort.rounds = 6;
        wanted.effort.threads = 1;
        const auto one = optimise(base, wanted);
        wanted.effort.threads = 4;
        const auto four = optimise(base, wanted);
        REQUIRE(one);
        CHECK(telling_json(tell(*one.value, MoneyUnit::yen)) == telling_json(tell(*four.value, MoneyUnit::yen)));
    }
}

TEST_CASE("optimise: robust over trials, a floor of cash holds with the probability asked for") {
    auto base = shipped("manufacturer/base.json");
    base.scenario.uncertainty.defaults = true;
    auto wanted = request({{LeverKind::set, "/management/goal_clarity=0.3..0.9"}, {LeverKind::scale, "/cost_lines/*/monthly_amount=0.9..1.0"}}, {"cumulative_operating_income"}, {"P(lowest_cash>=1000万円)>=60%"});
    wanted.chance.trials = 64;
    wanted.effort.rounds = 4;
    wanted.effort.population = 64;
    const auto result = optimise(base, wanted);
    REQUIRE(result);
    REQUIRE_FALSE(result.value->best.empty());
    const auto again = Judge(base, result.value->goals, result.value->conditions, wanted.chance)(with_levers(base, result.value->levers, result.value->best[0].setting));
    CHECK(again.figures == result.value->best[0].figures);
    CHECK(again.feasible() == result.value->impossible.empty());
}

TEST_CASE("optimise: over trials the plan is worth nothing against itself, whatever counts of them") {
    auto base = shipped("manufacturer/base.json");
    base.scenario.uncertainty.defaults = true;
    for (const auto level : {std::optional<double>(), std::optional<double>(0.1)}) {
        auto wanted = request({{LeverKind::set, "/management/goal_clarity=0.3..0.9"}}, {"npv"}, {"P(npv>=0)>=50%"});
        wanted.chance = {64, 1, level};
        wanted.effort.rounds = 1;
        wanted.effort.population = 16;
        const auto result = optimise(base, wanted);
        REQUIRE(result);
        CHECK(result.value->planned.figures[0] == 0.0);
        CHECK(result.value->planned.slack[0] == 0.5);  // in every trial, and half of them were asked for
    }
}

TEST_CASE("optimise: can be stopped") {
    auto wanted = request(three_levers, {"npv"});
    int asked = 0;
    wanted.effort.threads = 1;
    wanted.effort.progress = [&](double) { return ++asked < 3; };
    const auto result = optimise(shipped("manufacturer/base.json"), wanted);
    REQUIRE(result);
    CHECK(result.value->stopped);
}

TEST_CASE("optimise: nonsense is refused, everything at once") {
    const auto base = shop();
    const auto wrong = said(optimise(base, request({{LeverKind::set, "/segments/s/prise=1..2"}}, {"nvp", "headcount"}, {"cash@2>>1", "P(cash@2>=0)>=150%", "target:x"})));
    for (const char* part : {"/segments/s/price", "did you mean \"npv\"?", "neither better high nor better low", "\"cash@2>>1\" is no condition", "is no probability", "no target"}) {
        CAPTURE(part);
        CHECK(wrong.find(part) != std::string::npos);
    }
    CHECK(said(optimise(base, request({}, {"npv"}))).find("say what may be changed") != std::string::npos);
    CHECK(said(optimise(base, request({{LeverKind::set, "/segments/s/price=1..2"}}, {"npv"}, {"P(cash@2>=0)>=90%"}))).find("uncertain") != std::string::npos);
}
