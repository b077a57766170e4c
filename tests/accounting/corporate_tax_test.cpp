#include "accounting/corporate_tax.hpp"
#include "lanes_agree.hpp"
#include "statutory_rates.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <vector>

using namespace goho;
using namespace goho::accounting::corporate_tax;

namespace {

const Rates rates_2026 = test::corporate_rates("2026-04");
const Rates rates_2027 = test::corporate_rates("2027-04");

struct Expected {
    double corporate, local_corporate, defence, inhabitants, enterprise, special_enterprise, total;
};

void check_bill(double income, const Rates& rates, const Expected& expected) {
    CAPTURE(income);
    const Bill<double> b = bill(income, rates, 180'000.0);
    CHECK(b.corporate == expected.corporate);
    CHECK(b.local_corporate == expected.local_corporate);
    CHECK(b.defence == expected.defence);
    CHECK(b.inhabitants == expected.inhabitants);
    CHECK(b.per_capita == 180'000);
    CHECK(b.enterprise == expected.enterprise);
    CHECK(b.special_enterprise == expected.special_enterprise);
    CHECK(b.total() == expected.total);
}

template <class Real> struct Year {
    Real expense, taxable_income, loss_used, paid_final, paid_interim;
    State<Real> end;
};

/// Fiscal years whose whole profit is made in their last month.
template <class Real> std::vector<Year<Real>> years(const std::vector<Real>& profits, State<Real> state = {}) {
    std::vector<Year<Real>> result;
    for (const Real& profit : profits) {
        Year<Real> year{};
        for (int m = 0; m < 12; ++m) {
            const auto [next, f] = step(Parameters<Real>{}, state, {m, m == 11 ? profit : Real(0.0), rates_2026});
            state = next;
            if (m == 1) year.paid_final = f.paid;
            if (m == 7) year.paid_interim = f.paid;
            if (m == 11) {
                year.expense = f.expense;
                year.taxable_income = f.taxable_income;
                year.loss_used = f.loss_used;
            }
        }
        year.end = state;
        result.push_back(year);
    }
    return result;
}

}  // namespace

TEST_CASE("corporate tax: a loss and a zero owe the per-capita levy alone") {
    check_bill(-5'000'000, rates_2026, {0, 0, 0, 0, 0, 0, 180'000});
    check_bill(0, rates_2026, {0, 0, 0, 0, 0, 0, 180'000});
    check_bill(999, rates_2026, {0, 0, 0, 0, 0, 0, 180'000});  // a base below 1,000 yen is none
}

TEST_CASE("corporate tax: 4 million yen in the year from April 2026") {
    // 4,000,000 x 15%; 600,000 x 10.3%; 600,000 x 7%; 4,000,000 x 3.5%; 140,000 x 37%.
    check_bill(4'000'000, rates_2026, {600'000, 61'800, 0, 42'000, 140'000, 51'800, 1'075'600});
}

TEST_CASE("corporate tax: 8 million yen in the year from April 2026") {
    // 1,200,000; 123,600; 84,000; 140,000 + 4,000,000 x 5.3% = 352,000; x 37% = 130,240.
    check_bill(8'000'000, rates_2026, {1'200'000, 123'600, 0, 84'000, 352'000, 130'200, 2'069'800});
}

TEST_CASE("corporate tax: 24 million yen stays below the defence tax") {
    // 1,200,000 + 16,000,000 x 23.2% = 4,912,000, below 5,000,000; x 10.3% = 505,936; x 7% = 343,840;
    // 352,000 + 16,000,000 x 7% = 1,472,000; x 37% = 544,640.
    check_bill(24'000'000, rates_2026, {4'912'000, 505'900, 0, 343'800, 1'472'000, 544'600, 7'958'300});
}

TEST_CASE("corporate tax: 50 million yen with defence tax") {
    // 1,200,000 + 42,000,000 x 23.2% = 10,944,000; x 10.3% = 1,127,232; 5,944,000 x 4% = 237,760; x 7% = 766,080;
    // 352,000 + 42,000,000 x 7% = 3,292,000; x 37% = 1,218,040.
    check_bill(50'000'000, rates_2026, {10'944'000, 1'127'200, 237'700, 766'000, 3'292'000, 1'218'000, 17'764'900});
    // Before April 2026 there is no defence tax.
    CHECK(bill(50'000'000.0, test::corporate_rates("2019-10"), 180'000.0).total() == 17'764'900 - 237'700);
}

TEST_CASE("corporate tax: bases drop below 1,000 yen and amounts below 100 yen") {
    // 12,345,678 -> 12,345,000: 1,200,000 + 4,345,000 x 23.2% = 2,208,040 -> 2,208,000. Its base 2,208,000:
    // x 10.3% = 227,424; x 7% = 154,560. 352,000 + 4,345,000 x 7% = 656,150 -> 656,100; x 37% = 242,757.
    check_bill(12'345'678, rates_2026, {2'208'000, 227'400, 0, 154'500, 656'100, 242'700, 3'668'700});
    // 1,001,999 -> 1,001,000 x 15% = 150,150 -> 150,100; base 150,000: 15,450 -> 15,400; 10,500; 35,035 -> 35,000;
    // 12,950 -> 12,900.
    check_bill(1'001'999, rates_2026, {150'100, 15'400, 0, 10'500, 35'000, 12'900, 403'900});
}

TEST_CASE("corporate tax: from April 2027 the first 8 million yen bear 19%") {
    // 1,520,000; x 10.3% = 156,560; x 7% = 106,400; enterprise tax as before.
    check_bill(8'000'000, rates_2027, {1'520'000, 156'500, 0, 106'400, 352'000, 130'200, 2'445'100});
    // 1,520,000 + 3,712,000 = 5,232,000; x 10.3% = 538,896; 232,000 x 4% = 9,280; x 7% = 366,240.
    check_bill(24'000'000, rates_2027, {5'232'000, 538'800, 9'200, 366'200, 1'472'000, 544'600, 8'342'800});
}

TEST_CASE("corporate tax: a loss of 5 million is taken from the next year's 8 million") {
    const auto course = years<double>({-5'000'000, 8'000'000});
    CHECK(course[0].expense == 180'000);
    CHECK(course[0].end.losses[0] == 5'000'000);
    CHECK(course[1].loss_used == 5'000'000);
    CHECK(course[1].taxable_income == 3'000'000);
    CHECK(course[1].paid_interim == 0);  // no corporate tax the year before
    CHECK(course[1].paid_final == 180'000);
    // On 3,000,000: 450,000; 46,350 -> 46,300; 31,500; 105,000; 38,850 -> 38,800; and the levy.
    CHECK(course[1].expense == 851'600);
    for (const double loss : course[1].end.losses) CHECK(loss == 0);
}

TEST_CASE("corporate tax: the oldest loss is used first") {
    // -3 million, -2 million, then +4 million: all of the first, 1 million of the second; 1 million is left.
    const auto course = years<double>({-3'000'000, -2'000'000, 4'000'000});
    CHECK(course[2].loss_used == 4'000'000);
    CHECK(course[2].taxable_income == 0);
    CHECK(course[2].end.losses[0] == 0);          // this year
    CHECK(course[2].end.losses[1] == 1'000'000);  // last year's
    CHECK(course[2].end.losses[2] == 0);
}

TEST_CASE("corporate tax: a loss is usable in the tenth year after it and lost in the eleventh") {
    std::vector<double> profits(10, 0.0);
    profits[0] = -5'000'000;
    profits.push_back(6'000'000);
    CHECK(years(profits).back().loss_used == 5'000'000);
    CHECK(years(profits).back().taxable_income == 1'000'000);
    profits.insert(profits.begin() + 1, 0.0);
    CHECK(years(profits).back().loss_used == 0);
    CHECK(years(profits).back().taxable_income == 6'000'000);
}

TEST_CASE("corporate tax: only the usable share of income takes up losses") {
    Rates half = rates_2026;
    half.loss_usable_share = 0.5;
    State<double> state;
    state.losses[0] = 5'000'000;
    const auto f = step(Parameters<double>{}, state, {11, 8'000'000.0, half}).flows;
    CHECK(f.loss_used == 4'000'000);
    CHECK(f.taxable_income == 4'000'000);
}

TEST_CASE("corporate tax: interim and final payments of three years add up to the bills") {
    const auto course = years<double>({24'000'000, 24'000'000, 24'000'000, 0});
    // Year 1: no year before, so no interim payment; bill 7,958,300, of it enterprise tax 2,016,600.
    CHECK(course[0].paid_interim == 0);
    CHECK(course[0].expense == 7'958'300);
    // Year 2: half of 7,958,300 is 3,979,150 -> 3,979,100. Enterprise tax paid: 2,016,600 and half of it, 1,008,300.
    // Income 24,000,000 - 3,024,900 = 20,975,100 -> 20,975,000: 1,200,000 + 12,975,000 x 23.2% = 4,210,200;
    // 4,210,000 x 10.3% = 433,630 -> 433,600; x 7% = 294,700; 352,000 + 908,250 = 1,260,250 -> 1,260,200;
    // x 37% = 466,274 -> 466,200.
    CHECK(course[1].paid_final == 7'958'300);
    CHECK(course[1].paid_interim == 3'979'100);
    CHECK(course[1].taxable_income == 20'975'100);
    CHECK(course[1].expense == 4'210'200 + 433'600 + 294'700 + 180'000 + 1'260'200 + 466'200);
    // Year 3: 6,844,900 - 3,979,100 = 2,865,800; half of 6,844,900 is 3,422,450 -> 3,422,400. Enterprise tax paid:
    // 1,726,400 - 1,008,300 = 718,100 and half of 1,726,400, 863,200. Income 24,000,000 - 1,581,300 = 22,418,700.
    CHECK(course[2].paid_final == 2'865'800);
    CHECK(course[2].paid_interim == 3'422'400);
    CHECK(course[2].taxable_income == 22'418'700);
    double bills = 0.0, paid = 0.0;
    for (int y = 0; y < 3; ++y) {
        bills += course[y].expense;
        paid += course[y].paid_final + course[y].paid_interim;
    }
    CHECK(course[2].end.accrued == bills - paid);
    CHECK(paid + course[3].paid_final == bills);
}

TEST_CASE("corporate tax: what was prepaid for a year of loss comes back, its enterprise tax as income") {
    const auto course = years<double>({24'000'000, -10'000'000, 0});
    // Year 2: 2,016,600 + 1,008,300 of enterprise tax deepen the loss; the bill is the levy.
    CHECK(course[1].paid_interim == 3'979'100);
    CHECK(course[1].expense == 180'000);
    CHECK(course[1].end.losses[0] == 13'024'900);
    CHECK(course[1].end.accrued == -3'799'100);
    // Year 3: 3,979,100 - 180,000 comes back. The 1,008,300 of enterprise tax in it is income, taken by the loss.
    CHECK(course[2].paid_final == -3'799'100);
    CHECK(course[2].paid_interim == 0);
    CHECK(course[2].loss_used == 1'008'300);
    CHECK(course[2].end.losses[1] == 12'016'600);
}

TEST_CASE("corporate tax: an interim payment is due above 200,000 yen of national tax") {
    State<double> state;
    state.previous_total = 700'000;
    state.previous_corporate = 200'000;
    CHECK(step(Parameters<double>{}, state, {7, 0.0, rates_2026}).flows.paid == 0);
    state.previous_corporate = 200'100;
    CHECK(step(Parameters<double>{}, state, {7, 0.0, rates_2026}).flows.paid == 350'000);
    for (int m = 0; m < 12; ++m) {
        if (m != 7) CHECK(step(Parameters<double>{}, state, {m, 0.0, rates_2026}).flows.paid == 0);
    }
}

TEST_CASE("corporate tax: what was prepaid before the plan counts, besides the interim payment") {
    State<double> state;
    state.previous_total = 700'000;
    state.previous_corporate = 300'000;
    state.interim = 100'000;  // paid for this year before the plan began
    state.accrued = -100'000;
    const auto course = years<double>({8'000'000, 0.0}, state);
    CHECK(course[0].paid_interim == 350'000);
    // The balance due next May is the bill less the half of last year's bill and less the 100,000 yen.
    CHECK(course[1].paid_final == course[0].expense - 350'000 - 100'000);
}

TEST_CASE("corporate tax: the national part of a whole bill") {
    // On 1,000,000: 150,000 + 15,400 + 10,500 + 180,000 + 35,000 + 12,900 = 403,800. Without enterprise tax and levy
    // 175,900, / 1.173 = 149,957: no interim payment, though the whole bill is above 200,000.
    const Bill<double> b = bill(1'000'000.0, rates_2026, 180'000.0);
    CHECK(b.total() == 403'800);
    CHECK(corporate_part(403'800.0, 47'900.0, 180'000.0, rates_2026) == doctest::Approx(150'000).epsilon(0.001));
    CHECK(corporate_part(70'000.0, 0.0, 180'000.0, rates_2026) == 0);
    for (const double income : {5e5, 2e6, 9e6, 2.4e7}) {
        const Bill<double> whole = bill(income, rates_2026, 180'000.0);
        CHECK(corporate_part(whole.total(), whole.enterprise_total(), 180'000.0, rates_2026) ==
              doctest::Approx(whole.corporate).epsilon(0.002));
    }
}

TEST_CASE("corporate tax: more income never leaves less") {
    double before = -1.0;
    for (double income = 0.0; income <= 60e6; income += 12'345.0) {
        const double left = income - bill(income, rates_2026, 0.0).total();
        CHECK(left >= before);
        before = left;
    }
}

TEST_CASE("corporate tax: where no interim payment is due, no enterprise tax is paid either") {
    State<double> state;
    state.previous_total = 480'000;
    state.previous_enterprise = 100'000;
    state.previous_corporate = 200'000;
    const auto next = step(Parameters<double>{}, state, {7, 0.0, rates_2026}).next;
    CHECK(next.interim_enterprise == 0);
    CHECK(next.year_enterprise_paid == 0);  // TX-10: what is paid is deductible, and nothing else
}

TEST_CASE("corporate tax: a year of loss has no taxable income, and the next year begins at nothing") {
    const auto year = years<double>({-5'000'000})[0];
    CHECK(year.taxable_income == 0);
    CHECK(year.end.year_profit == 0);
    CHECK(year.end.year_enterprise_paid == 0);
}

TEST_CASE("corporate tax: lanes agree with single runs") {
    test::check_lanes_agree({-2e7, -5e6, 0, 999, 4e6, 12'345'678, 5e7, 3e8}, []<class Real>(Real profit) {
        std::vector<Real> results;
        for (const auto& year : years<Real>({profit, profit * 0.5, -profit, profit, profit * 1.3})) {
            for (const Real& r : {year.expense, year.taxable_income, year.loss_used, year.paid_final, year.paid_interim,
                                  year.end.accrued}) {
                results.push_back(r);
            }
            results.insert(results.end(), year.end.losses.begin(), year.end.losses.end());
        }
        return results;
    });
}
