// One month of an initiative that stands halfway in everything, followed by hand.
#include "initiatives/initiative.hpp"

#include "initiatives/priority.hpp"

#include <cmath>
#include <doctest/doctest.h>

using namespace goho;
using namespace goho::initiatives;

namespace {

const Adoption<double> c;
const Month start = Month::of(2027, 4);

/// Half in use, by people half skilled; half of what did not fit has been found; half of the running budget is granted.
State<double> halfway() {
    State<double> now;
    now.begun = true;
    now.adoption = now.proficiency = now.people_wall = now.process_wall = now.data_wall = 0.5;
    now.fit_learned = now.funding = 0.5;
    now.spent = 1.0;
    return now;
}
/// A fit of 0.6 + 0.4 x 0.5 = 0.8, and a target without a measured baseline: three of four parts.
Parameters<double> tool() {
    Parameters<double> p;
    p.start = start;
    p.fit = 0.6;
    p.follow_up = 0.5;
    p.target_measure = Measure::hours;
    p.target_value = 200.0;
    p.target_month = start + 12;
    return p;
}
/// Led so that all four parts of leadership are a half: clarity 0.2 + 0.8 x 0.5 x 3/4, appraisal 0.075 of 0.15.
Inputs<double> half_led(int month) {
    Inputs<double> in;
    in.month = start + month;
    in.goal_clarity = 0.2;
    in.executive_sponsorship = in.measurement = in.institutionalisation = in.field_voice = 0.5;
    in.improvement_appraised = 0.075;
    in.attrition_rate = 0.02;
    in.hours_today = 4800.0;
    in.indirect_hours_today = 1000.0;
    in.hourly_cost = 2500.0;
    in.budget_scale = 6e6;
    return in;
}
Step<double> month(const Parameters<double>& p, int t, const State<double>& now = halfway()) { return step(c, p, now, half_led(t)); }

constexpr double reach = 0.5 * 0.65 * 0.9 * 0.7;  // walls; 0.3 + 0.7 x 0.5; 0.5 + 0.5 x 0.8; 0.4 + 0.6 x 0.5

}  // namespace

TEST_CASE("by hand: what the company can carry is walls, leadership, fit and budget") {
    CHECK(month(tool(), 6).flows.reach == doctest::Approx(reach));
}

TEST_CASE("by hand: a goal says something with its measure, its level, its month and its baseline") {
    Parameters<double> p;
    CHECK(target_parts(p) == 0.0);
    p.target_value = 0.5;  // a level of nothing
    CHECK(target_parts(p) == 0.0);
    p.target_month = start;
    CHECK(target_parts(p) == 1.0);
    p.target_measure = Measure::error_rate;
    CHECK(target_parts(p) == 3.0);
    p.baseline_measured = true;
    CHECK(target_parts(p) == 4.0);
    p.target_value = 0.0;
    CHECK(target_parts(p) == 3.0);
}

TEST_CASE("by hand: support lends sponsorship and measurement, to those who have less") {
    Parameters<double> p = tool();
    p.support_months = 12;
    // A fourth root of 0.5 x 0.6 x 0.5 x 0.6 is the square root of 0.3.
    CHECK(month(p, 6).flows.reach == doctest::Approx(0.5 * (0.3 + 0.7 * std::sqrt(0.3)) * 0.9 * 0.7));
    auto in = half_led(6);
    in.executive_sponsorship = in.measurement = 0.8;
    CHECK(step(c, p, halfway(), in).flows.reach == doctest::Approx(0.5 * (0.3 + 0.7 * std::sqrt(0.5 * 0.8)) * 0.9 * 0.7));
    in = half_led(6);
    in.improvement_appraised = 0.6;  // more than all of it
    CHECK(step(c, tool(), halfway(), in).flows.reach == doctest::Approx(0.5 * (0.3 + 0.7 * std::pow(0.125, 0.25)) * 0.9 * 0.7));
}

TEST_CASE("by hand: a provider brings its own readiness, where it has more") {
    Parameters<double> p = tool();
    p.kind = goho::initiatives::Kind::outsourcing;
    CHECK(month(p, 6).flows.reach == doctest::Approx(reach * 0.8 / 0.5));
    auto ready = halfway();
    ready.people_wall = ready.process_wall = ready.data_wall = 0.9;
    CHECK(month(p, 6, ready).flows.reach == doctest::Approx(reach * 0.9 / 0.5));
}

TEST_CASE("by hand: what a month's budget builds carries from the next month on") {
    Parameters<double> p = tool();
    p.process_budget = p.data_budget = 6e6;
    p.spending_months = 12;
    const auto spending = month(p, 6).flows, spent = month(tool(), 6).flows;
    CHECK(spending.reach == doctest::Approx(reach));
    CHECK(spending.confusion_hours == spent.confusion_hours);
    CHECK(spending.dual_running_hours == spent.dual_running_hours);
}

TEST_CASE("by hand: taking up and falling back, without support and with it") {
    // Voice 0.5 x 0.7; imitation 0.2 + 0.3 x 0.35 = 0.305, of which 0.4 + 0.6 x 0.5 = 0.7 are left without support.
    // Half held: the geometric mean of least and most falls back.
    auto now = halfway();
    now.adoption = 0.1;
    const double decay = std::sqrt(0.007 * 0.05);
    CHECK(month(tool(), 6, now).next.adoption == doctest::Approx(0.1 + (0.003 + 0.305 * 0.7 * 0.1) * (reach - 0.1) - 0.1 * decay));
    CHECK(month(tool(), 6, now).flows.basic_reproduction == doctest::Approx(0.305 * 0.7 * reach / decay));
    Parameters<double> p = tool();
    p.support_months = 12;
    const auto supported = month(p, 6, now);
    const double held = std::pow(0.6 * 0.5 * 0.6 * 0.5, 0.25);
    CHECK(supported.next.adoption ==
          doctest::Approx(0.1 + (0.03 + 0.1 * 0.5 + 0.305 * 0.1) * (supported.flows.reach - 0.1) -
                          0.1 * 0.05 * std::pow(0.007 / 0.05, held)));
}

TEST_CASE("by hand: use beyond the reach is lost, a fifth a month, once three months have passed") {
    const double decay = 0.5 * std::sqrt(0.007 * 0.05);
    CHECK(month(tool(), 3).next.adoption == doctest::Approx(0.5 - decay - 0.2 * (0.5 - reach)));
    CHECK(month(tool(), 2).next.adoption == doctest::Approx(0.5 - decay + 0.18 * 0.1));  // the launch pushes towards 0.6
}

TEST_CASE("by hand: a pilot is a small company") {
    // It is pushed towards 0.3 x 0.6 and can carry 0.3 of the reach.
    Parameters<double> p = tool();
    p.pilot_months = 6;
    auto now = halfway();
    now.adoption = 0.02;
    const double decay = 0.02 * std::sqrt(0.007 * 0.05), taken_up = (0.003 + 0.305 * 0.7 * 0.02) * (0.3 * reach - 0.02);
    CHECK(month(p, 0, now).next.adoption == doctest::Approx(0.02 + 0.18 * (0.18 - 0.02) + taken_up - decay));
    CHECK(month(p, 3, now).next.adoption == doctest::Approx(0.02 + taken_up - decay));
    // A result shows as soon as the pilot uses it: 0.02 x 0.5 of 0.09.
    CHECK(month(p, 3, now).flows.visible_success == doctest::Approx(0.5 * 0.8 * 0.01 / 0.09));
    // It ends with its sixth month and finds half of what still does not fit.
    CHECK(month(p, 4, now).next.fit_learned == 0.5);
    CHECK(month(p, 5, now).next.fit_learned == 0.75);
    CHECK(month(p, 6, now).next.fit_learned == 0.5);
    p.pilot_months = 1;
    CHECK(month(p, 0, now).next.fit_learned == 0.75);
    p.pilot_months = 0;
    p.analysis_months = 1;  // then the month before the launch is no end of a pilot
    CHECK_FALSE(calendar(p, start).pilot_ends);
}

TEST_CASE("by hand: skill grows with help, and readiness is taught and forgotten") {
    // Helped 0.5 x 0.5: half of the missing skill in 3 + 5 x 0.75 months. Forgotten: (0.02 + 0.01) x 0.5 of 0.35.
    const auto alone = month(tool(), 6).next;
    CHECK(alone.proficiency == doctest::Approx(0.5 + 0.5 / 6.75));
    CHECK(alone.people_wall == doctest::Approx(0.5 - 0.00525));
    // A budget of ln 2 of the scale halves the gap: 0.575. Taught: 0.05 x 0.6 of the missing 0.075.
    Parameters<double> p = tool();
    p.support_months = 12;
    p.people_budget = 6e6 * std::log(2.0);
    CHECK(month(p, 6).next.people_wall == doctest::Approx(0.5 + 0.00225 - 0.00525));
}

TEST_CASE("by hand: hours saved, reviewed, lost in confusion and to keeping records twice") {
    // In use: 0.5 x 0.5 x 0.8, and half out of order 1 - 0.4 x 0.5: 0.16. It could save 480 hours.
    Parameters<double> p = tool();
    p.error_reduction = 0.5;
    p.lead_time_reduction = 0.25;
    p.re_entry_reduction = 0.75;
    auto now = halfway();
    now.out_of_order = 0.5;
    const auto f = month(p, 7, now).flows;
    CHECK(f.hours_saved == doctest::Approx(76.8));
    CHECK(f.review_hours == 0.0);
    CHECK(f.error_factor == doctest::Approx(0.92));
    CHECK(f.lead_time_factor == doctest::Approx(0.96));
    CHECK(f.re_entry_factor == doctest::Approx(0.88));
    // Half of 480, process 1 - 0.5 x 0.5, help 1 - 0.4 x 0.5; it fades by 1 / (2 + 3 x 0.5) a month: after seven, e^-2.
    CHECK(f.confusion_hours == doctest::Approx(144.0 * std::exp(-2.0)));
    p.tool_first = true;
    p.pilot_months = 1;
    CHECK(month(p, 7, now).flows.confusion_hours == doctest::Approx(0.5 * 1.5 * 144.0 * std::exp(-2.0)));
    // 0.1 x 1,000 x 0.6 x 4 x 0.2 x 0.8; data 1 - 0.7 x 0.5; process 1 - 0.3 x 0.5.
    now.adoption = 0.2;
    CHECK(month(p, 7, now).flows.dual_running_hours == doctest::Approx(38.4 * 0.65 * 0.85));
}

TEST_CASE("by hand: generative AI is reviewed, errs outside its field, and costs what it is used") {
    Parameters<double> p = tool();
    p.kind = goho::initiatives::Kind::generative_ai;
    p.human_review = p.retrieval = 0.5;
    p.share_outside = 0.2;
    p.running_cost = 10'001.0;
    p.usage_cost = 6'000.0;
    auto in = half_led(6);
    in.incidents = 0.5;
    Adoption<double> a;
    a.incident_cost = 3'000'001.0;
    const auto f = step(a, p, halfway(), in).flows;
    CHECK(f.hours_saved == doctest::Approx(480.0 * 0.2 * (1.0 - 0.075)));
    CHECK(f.review_hours == doctest::Approx(480.0 * 0.2 * 0.075));
    CHECK(f.error_added == doctest::Approx(0.2 * 0.19 * 0.6 * 0.75 * 0.5));
    CHECK(f.running_cost == 6'501.0);  // half of 13,001: half of the budget is granted
    CHECK(f.incident_cost == 1'500'001.0);
    p.kind = goho::initiatives::Kind::digital;
    CHECK(step(a, p, halfway(), in).flows.error_added == 0.0);
}

TEST_CASE("by hand: all five checks end all incidents") {
    Parameters<double> p;
    p.kind = goho::initiatives::Kind::generative_ai;
    p.contract_checked = p.retention_checked = p.closed_network = p.encryption = p.certified = true;
    CHECK(incident_hazard(c, p) == 0.0);
}

TEST_CASE("by hand: a result is news for twelve months, then fades as slowly") {
    // Measured by half, fit 0.8; 0.3 x 0.5 in skilled use is half of what makes a full success.
    auto now = halfway();
    now.adoption = 0.3;
    CHECK(month(tool(), 12, now).flows.visible_success == doctest::Approx(0.5 * 0.8 * 0.5));
    CHECK(month(tool(), 24, now).flows.visible_success == doctest::Approx(0.2 * std::exp(-1.0)));
    now.adoption = now.proficiency = 0.9;  // more than a full success is none
    CHECK(month(tool(), 12, now).flows.visible_success == doctest::Approx(0.4));
}

TEST_CASE("by hand: the running budget is renewed for what its effect is seen to be worth") {
    // Seen: 0.5 + 0.5 x 0.4. What is seen to be worth its cost is renewed by a half, a quarter more by 1 / (1 + e^-1).
    auto now = halfway();
    now.benefit_year = 100'000.0;
    now.cost_year = 70'000.0;
    Parameters<double> p = tool();
    p.running_cost = 20'000.0;
    const auto even = month(p, 12, now);
    CHECK(even.flows.renewal_probability == doctest::Approx(0.5));
    CHECK(even.next.funding == doctest::Approx(0.25));
    CHECK(even.next.benefit_year == 0.0);
    CHECK(even.next.cost_year == 0.0);
    now.benefit_year = 125'000.0;
    CHECK(month(p, 12, now).flows.renewal_probability == doctest::Approx(1.0 / (1.0 + std::exp(-1.0))));
    // In between both are added up: 96 hours at 2,500 yen, and half of 20,000 yen.
    CHECK(month(p, 11, now).next.benefit_year == doctest::Approx(125'000.0 + 240'000.0));
    CHECK(month(p, 11, now).next.cost_year == 80'000.0);
    now.cost_year = 0.5;
    now.benefit_year = 0.0;
    CHECK(month(p, 12, now).flows.renewal_probability == doctest::Approx(1.0 / (1.0 + std::exp(4.0))));
}

TEST_CASE("by hand: a company that decides by the toss of a coin still renews what has cost nothing") {
    Adoption<double> coin;
    coin.renewal_slope = 0.0;
    auto now = halfway();
    Parameters<double> p = tool();
    p.running_cost = 20'000.0;  // from this month on
    CHECK(step(coin, p, now, half_led(12)).flows.renewal_probability == 1.0);
    now.cost_year = 70'000.0;
    CHECK(step(coin, p, now, half_led(12)).flows.renewal_probability == 0.5);
    // What is drawn as high as the chance is no longer granted.
    auto in = half_led(12);
    in.renewal_is_drawn = true;
    in.renewal_draw = 0.5;
    CHECK(step(coin, p, now, in).next.funding == 0.0);
}

TEST_CASE("by hand: in a trial the running budget is granted whole or not at all") {
    auto now = halfway();
    now.benefit_year = 100'000.0;
    now.cost_year = 70'000.0;
    auto in = half_led(12);
    in.renewal_is_drawn = true;
    in.renewal_draw = 0.4;
    CHECK(step(c, tool(), now, in).next.funding == 0.5);
    in.renewal_draw = 0.6;
    CHECK(step(c, tool(), now, in).next.funding == 0.0);
}

TEST_CASE("by hand: what is in use already, what training leaves, and how far it is out of order") {
    // A budget of ln 2 of the scale builds 0.575; with half of the help three quarters of the 0.425 stay.
    Parameters<double> p = tool();
    p.people_budget = 6e6 * std::log(2.0);
    auto in = half_led(0);
    in.preceding_adoption = 0.15;  // half of what makes a company ready
    const auto fresh = begin(c, p, in);
    CHECK(fresh.proficiency == 0.0);
    CHECK(fresh.people_wall == doctest::Approx(0.15 + 0.425 * 0.75));
    CHECK(fresh.out_of_order == doctest::Approx(0.5));
    p.opening_adoption = 0.4;
    CHECK(begin(c, p, in).proficiency == 0.8);
}

TEST_CASE("by hand: each budget is spent in whole yen, and costs more out of order") {
    Parameters<double> p = tool();
    p.people_budget = 1'000'001.0;
    p.process_budget = 2'000'001.0;
    p.data_budget = 3'000'001.0;
    p.spending_months = 2;
    const auto in_order = month(p, 0).flows;
    CHECK(in_order.people_cost == 500'001.0);
    CHECK(in_order.process_cost == 1'000'001.0);
    CHECK(in_order.data_cost == 1'500'001.0);
    auto now = halfway();
    now.out_of_order = 0.8;
    CHECK(month(p, 0, now).flows.process_cost == 1'400'001.0);  // 1.4 x 1,000,000.5
}

TEST_CASE("by hand: continuous use begins a year after the roll-out, and budgets are renewed after a year") {
    CHECK(calendar(tool(), start + 11).stage == Stage::roll_out);
    CHECK(calendar(tool(), start + 12).stage == Stage::continuous);
    CHECK_FALSE(calendar(tool(), start).renewal);
    CHECK(calendar(tool(), start + 12).renewal);
}

TEST_CASE("by hand: easy is what costs little, is quick and has been prepared") {
    Parameters<double> p = tool();
    p.support_fee = 100'000.0;
    p.running_cost = 50'000.0;  // 1.8 million a year, as much as two months' pay
    CHECK(priority(p, 4800.0, 2500.0, 0.9e6).ease == doctest::Approx((1.0 / 3.0 + 1.0 + 0.25) / 3.0));
    CHECK(priority(p, 4800.0, 2500.0, 0.0).ease == doctest::Approx((1.0 + 1.0 + 0.25) / 3.0));  // nobody is paid
    p.support_fee = p.running_cost = 0.0;
    p.people_budget = p.process_budget = p.data_budget = 1.0;
    CHECK(priority(p, 4800.0, 2500.0, 1e9).ease == doctest::Approx(1.0));
}

TEST_CASE("by hand: large is a month's pay in a year, easy is a half, both included") {
    // 12 x 0.1 x 0.6 x 4,800 x 2,500 = 8.64 million. As much money as pay, six months of pilot, two of four preparations: a half each.
    Parameters<double> p = tool();
    p.pilot_months = 6;
    const double effect = priority(p, 4800.0, 2500.0, 1.0).effect;
    CHECK(effect == doctest::Approx(8.64e6));
    p.data_budget = effect;
    CHECK(priority(p, 4800.0, 2500.0, effect).quadrant.en == "start now");
    CHECK(priority(p, 4800.0, 2500.0, effect * 1.01).quadrant.en == "small and quick: begin with it");
    p.pilot_months = 7;
    CHECK(priority(p, 4800.0, 2500.0, effect).quadrant.en == "large and slow: plan it");
    p.pilot_months = 0;
    p.data_budget = 0.0;
    p.tool_first = true;  // 1/1.28, at once, nothing prepared
    p.running_cost = 0.02 * effect;
    CHECK(priority(p, 4800.0, 2500.0, effect).ease > 0.5);
}
