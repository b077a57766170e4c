#include "workforce/climate.hpp"

#include <cmath>
#include <doctest/doctest.h>

using namespace goho;
using namespace goho::workforce;

namespace {

const Parameters<double> c;

ClimateInputs<double> as_today() {
    ClimateInputs<double> in;
    in.goal_clarity = in.goal_clarity_today = 0.4;
    in.literacy_today = in.information_sharing = 0.4;
    return in;
}

}  // namespace

TEST_CASE("climate: under today's conditions nothing moves for ten years") {
    Climate<double> now;
    for (int t = 0; t < 120; ++t) now = step(c, now, as_today());
    CHECK(now.satisfaction == doctest::Approx(60.0).epsilon(1e-12));
    CHECK(now.literacy == doctest::Approx(0.4).epsilon(1e-12));
    CHECK(now.skill == 1.0);
    CHECK(now.waste == doctest::Approx(0.35).epsilon(1e-12));
    CHECK(now.service_standard == 1.0);
    CHECK(productivity(c, now, 0.0, 1.0) == doctest::Approx(1.0).epsilon(1e-12));
}

TEST_CASE("climate: satisfaction by hand") {
    // load 1.1: -4; twice the time to learn: +5 ln 2 = 3.47; literacy +0.2: +1; pay 5% behind the market: 10 ln 0.95 = -0.51
    auto in = as_today();
    in.load = 1.1;
    in.development_ratio = 2.0;
    in.pay_index = 0.95;
    Climate<double> now;
    now.literacy = 0.6;
    CHECK(satisfaction_goal(c, now, in) == doctest::Approx(60.0 - 4.0 + 5.0 * std::log(2.0) + 1.0 + 10.0 * std::log(0.95)));
    CHECK(step(c, now, in).satisfaction == doctest::Approx(60.0 + (satisfaction_goal(c, now, in) - 60.0) / 6.0));
}

TEST_CASE("climate: satisfaction stays between 0 and 100 under anything") {
    auto in = as_today();
    in.load = 50.0;
    in.development_ratio = in.improvement_ratio = 0.0;
    CHECK(satisfaction_goal(c, {}, in) >= 0.0);
    in.load = 0.0;
    in.development_ratio = in.improvement_ratio = 1e9;
    in.pay_index = 1e9;
    CHECK(satisfaction_goal(c, {}, in) <= 100.0);
}

TEST_CASE("climate: a standard is lost in months and won back in years") {
    auto hurried = as_today(), calm = as_today();
    hurried.service_standard_goal = 0.8;
    Climate<double> now;
    for (int t = 0; t < 12; ++t) now = step(c, now, hurried);
    CHECK(now.service_standard < 0.83);
    for (int t = 0; t < 12; ++t) now = step(c, now, calm);
    CHECK(now.service_standard < 0.88);
}

TEST_CASE("climate: without improvement waste drifts to its upper end, with more it falls, never beyond its limits") {
    auto none = as_today(), much = as_today();
    none.improvement_ratio = 0.0;
    much.improvement_ratio = 4.0;
    Climate<double> idle, busy;
    for (int t = 0; t < 600; ++t) {
        idle = step(c, idle, none);
        busy = step(c, busy, much);
    }
    CHECK(idle.waste == doctest::Approx(0.55).epsilon(1e-3));
    CHECK(busy.waste < 0.25);
    CHECK(busy.waste > 0.10);
}

TEST_CASE("climate: training at twice today's pace adds human capital, at none it fades by a quarter a year") {
    auto twice = as_today(), none = as_today();
    twice.learning_ratio = 2.0;
    none.learning_ratio = 0.0;
    Climate<double> more, less;
    for (int t = 0; t < 12; ++t) {
        more = step(c, more, twice);
        less = step(c, less, none);
    }
    CHECK(more.skill == doctest::Approx(2.0 - std::pow(1.0 - 0.25 / 12.0, 12)));
    CHECK(less.skill == doctest::Approx(std::pow(1.0 - 0.25 / 12.0, 12)));
}

TEST_CASE("climate: hours, learning and pay beyond all measure count no further") {
    const auto goal = [](const Parameters<double>& p, double load, double development) {
        auto in = as_today();
        in.load = load;
        in.development_ratio = development;
        Climate<double> now;
        now.literacy = 0.4;
        return satisfaction_goal(p, now, in);
    };
    CHECK(goal(c, 0.5, 1.0) == doctest::Approx(60.0 + 40.0 * 0.25));  // a quarter below today at most
    CHECK(goal(c, 3.0, 1.0) == doctest::Approx(60.0 - 40.0));         // twice today at most
    CHECK(goal(c, 1.0, 0.01) == doctest::Approx(60.0 + 5.0 * std::log(0.05)));
    CHECK(goal(c, 1.0, 100.0) == doctest::Approx(60.0 + 5.0 * std::log(20.0)));
    Parameters<double> hard;
    hard.load_effect = 80.0;
    CHECK(goal(hard, 3.0, 1.0) == 0.0);
}

TEST_CASE("climate: no more than a tenth of what can be removed of waste goes in a month") {
    auto in = as_today();
    in.improvement_ratio = 1e4;
    const Climate<double> now;
    CHECK(step(c, now, in).waste ==
          doctest::Approx(now.waste + c.waste_growth * (c.waste_most - now.waste) - 0.1 * (now.waste - c.waste_least)));
}

TEST_CASE("climate: each part of satisfaction by hand") {
    // Half of today's hours for improvement: -4 ln 2; literacy +0.2: +1; clarity +0.4: +2; a tenth of routine hours lost
    // to confusion: -1.5; pay that fell to half of the market's: -10 ln 2; half a success: +1.5.
    auto in = as_today();
    in.improvement_ratio = 0.5;
    in.goal_clarity = 0.8;
    in.confusion_share = 0.1;
    in.visible_success = 0.5;
    Climate<double> now;
    now.literacy = 0.6;
    now.market_wage = 2.0;
    CHECK(satisfaction_goal(c, now, in) == doctest::Approx(60.0 + 1.0 + 2.0 - 1.5 + 1.5 - 14.0 * std::log(2.0)));
}

TEST_CASE("climate: in a month a twelfth of what is shared and not yet understood is understood") {
    auto in = as_today();
    in.information_sharing = 0.8;
    CHECK(step(c, {}, in).literacy == doctest::Approx(0.4 + 0.4 / 12.0));
}

TEST_CASE("climate: wages elsewhere rise with every fiscal year, not in between") {
    auto in = as_today();
    Climate<double> now;
    now.market_wage = 1.2;
    CHECK(step(c, now, in).market_wage == 1.2);
    in.new_fiscal_year = true;
    CHECK(step(c, now, in).market_wage == doctest::Approx(1.236));  // 3% more
}

TEST_CASE("climate: an hour's output by hand") {
    // Twenty points more satisfied: e^(2 x 0.026); twice the skill: 2^0.05; executives with 0.4 more experience: 1 + 0.05 x 0.4.
    Climate<double> now;
    now.satisfaction = 80.0;
    now.skill = 2.0;
    CHECK(productivity(c, now, 0.4, 1.1) == doctest::Approx(std::exp(0.052) * std::pow(2.0, 0.05) * 1.02 * 1.1));
}
