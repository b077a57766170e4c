#include "accounting/job_group.hpp"
#include "lanes_agree.hpp"

#include <doctest/doctest.h>
#include <vector>

using namespace goho;
using namespace goho::accounting::job_group;

namespace {

Parameters<double> workers() {
    Parameters<double> p;
    p.headcount = 10;
    p.monthly_pay = 320'000;
    p.social_insurance_rate = 0.155;
    return p;
}

State<double> full_house() {
    State<double> s;
    s.headcount = 10;
    return s;
}

}  // namespace

TEST_CASE("job group: pay and the employer's insurance") {
    // 10 x 320,000 = 3,200,000; 15.5% of it = 496,000; 10 x 160 hours.
    const auto [next, f] = step(workers(), full_house(), {4, false});
    CHECK(f.pay == 3'200'000);
    CHECK(f.social_insurance == 496'000);
    CHECK(f.overtime_pay == 0);
    CHECK(f.hours == 1'600);
    CHECK(f.hires == 0);
    CHECK(f.hiring_cost == 0);
    CHECK(next.headcount == 10);
}

TEST_CASE("job group: overtime pays a quarter more, beyond sixty hours a half more") {
    // 320,000 / 160 = 2,000 an hour. 20 hours x 2,500 = 50,000 a person.
    auto p = workers();
    p.overtime_hours = 20;
    auto f = step(p, full_house(), {4, false}).flows;
    CHECK(f.overtime_pay == 500'000);
    CHECK(f.social_insurance == 573'500);  // 15.5% of 3,700,000
    CHECK(f.hours == 1'800);
    p.overtime_hours = 60;  // 60 x 2,500 = 150,000
    CHECK(step(p, full_house(), {4, false}).flows.overtime_pay == 1'500'000);
    p.overtime_hours = 80;  // 60 x 2,500 + 20 x 3,000 = 210,000
    CHECK(step(p, full_house(), {4, false}).flows.overtime_pay == 2'100'000);
}

TEST_CASE("job group: the bonus is set aside every month and paid in two") {
    // 4 months of pay a year: 3,200,000 x 4 / 12 = 1,066,666.67 -> 1,066,667, insurance 165,333.385 -> 165,333,
    // together 1,232,000 a month.
    auto p = workers();
    p.bonus_months = 4;
    State<double> state = full_house();
    std::vector<double> paid;
    double accrued = 0.0, paid_in_all = 0.0;
    for (int t = 0; t < 12; ++t) {  // from April
        const auto [next, f] = step(p, state, {(t + 3) % 12 + 1, false});
        CHECK(f.bonus_accrued == 1'232'000);
        state = next;
        paid.push_back(f.bonus_paid);
        accrued += f.bonus_accrued;
        paid_in_all += f.bonus_paid;
        CHECK(state.bonus_allowance == accrued - paid_in_all);
    }
    // July pays April to July, December August to December; January to March are owed: 3 x 1,232,000.
    CHECK(paid == std::vector<double>{0, 0, 0, 4'928'000, 0, 0, 0, 0, 6'160'000, 0, 0, 0});
    CHECK(state.bonus_allowance == 3'696'000);
}

TEST_CASE("job group: the opening allowance is paid with the first bonus; one month may be the only one") {
    auto p = workers();
    State<double> state = full_house();
    state.bonus_allowance = 1'000'000;
    CHECK(step(p, state, {6, false}).flows.bonus_paid == 0);
    CHECK(step(p, state, {7, false}).flows.bonus_paid == 1'000'000);
    p.summer_bonus_month = p.winter_bonus_month = 3;
    CHECK(step(p, state, {7, false}).flows.bonus_paid == 0);
    CHECK(step(p, state, {3, false}).flows.bonus_paid == 1'000'000);
}

TEST_CASE("job group: each person added costs a hiring, leaving costs nothing") {
    auto p = workers();
    p.headcount = 12.5;
    p.hiring_cost = 900'000;
    const auto grown = step(p, full_house(), {4, false});
    CHECK(grown.flows.hires == 2.5);
    CHECK(grown.flows.hiring_cost == 2'250'000);
    CHECK(step(p, grown.next, {5, false}).flows.hires == 0);
    p.headcount = 8;
    const auto shrunk = step(p, grown.next, {5, false});
    CHECK(shrunk.flows.hires == 0);
    CHECK(shrunk.flows.pay == 2'560'000);
    CHECK(shrunk.next.headcount == 8);
}

TEST_CASE("job group: a raise comes with the fiscal year and moves overtime and bonus too") {
    auto p = workers();
    p.annual_raise = 0.05;
    p.overtime_hours = 10;
    p.bonus_months = 3;
    const auto [next, f] = step(p, full_house(), {4, true});
    CHECK(f.pay == 3'360'000);           // 336,000 each
    CHECK(f.overtime_pay == 262'500);    // 10 x 10 x 2,100 x 1.25
    CHECK(f.bonus_accrued == 970'200);   // 3,360,000 x 3 / 12 = 840,000, and 15.5% of it
    CHECK(step(p, next, {5, false}).flows.pay == 3'360'000);
}

TEST_CASE("job group: changes end where nobody, and no overtime, is left") {
    auto p = workers();
    p.headcount = 2;
    p.overtime_hours = 10;
    const auto gone = step(p, full_house(), {.calendar_month = 4, .headcount_change = -3.0});
    CHECK(gone.next.headcount == 0);
    CHECK(gone.flows.pay == 0);
    const auto rested = step(p, full_house(), {.calendar_month = 4, .overtime_change = -15.0});
    CHECK(rested.flows.overtime_pay == 0);
    CHECK(rested.flows.hours == 320);
}

TEST_CASE("job group: lanes agree with single runs") {
    test::check_lanes_agree({0, 1, 7.5, 10, 33.3, 250, 1e4, 2}, []<class Real>(Real x) {
        Parameters<Real> p;
        p.headcount = x;
        p.monthly_pay = 287'654.0;
        p.annual_raise = 0.023;
        p.bonus_months = 3.7;
        p.overtime_hours = min(x * 9.0, Real(95.0));
        State<Real> state;
        state.headcount = 5.0;
        std::vector<Real> results;
        for (int t = 0; t < 26; ++t) {
            const auto [next, f] = step(p, state, {t % 12 + 1, t % 12 == 3});
            state = next;
            for (const Real& r : {f.pay, f.overtime_pay, f.bonus_accrued, f.social_insurance, f.hiring_cost, f.bonus_paid,
                                  f.hires, f.hours, next.bonus_allowance}) {
                results.push_back(r);
            }
        }
        return results;
    });
}
