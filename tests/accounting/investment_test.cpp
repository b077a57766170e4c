#include "accounting/investment.hpp"
#include "lanes_agree.hpp"

#include <doctest/doctest.h>
#include <vector>

using namespace goho;
using namespace goho::accounting;
using namespace goho::accounting::investment;

namespace {

const Month april_2026 = Month::of(2026, 4);
const fixed_asset::Rates five_years{.straight_line = 0.2, .declining = 0.4, .revised = 0.5, .guarantee = 0.108};

template <class Real> std::vector<Flows<Real>> course(const Parameters<Real>& p, int months) {
    std::vector<Flows<Real>> result;
    State<Real> state;
    for (int t = 0; t < months; ++t) {
        const auto [next, f] = step(p, state, {april_2026 + t, april_2026, t > 0 && t % 12 == 0, five_years});
        state = next;
        result.push_back(f);
    }
    return result;
}

}  // namespace

TEST_CASE("investment: capitalised, it is paid in parts, then charged over its life, and costs something to run") {
    // 6,000,000 of software in three parts of 2,000,000 from May to July; from July 1,200,000 a year, 100,000 a month;
    // from August 50,000 a month to run it.
    Parameters<double> p;
    p.amount = 6'000'000;
    p.start = Month::of(2026, 5);
    p.spending_months = 3;
    p.asset_class = fixed_asset::Class::software;
    p.useful_life = 5;
    p.monthly_running_cost = 50'000;
    const auto c = course(p, 80);
    CHECK(c[0].spending == 0);
    for (int t = 1; t <= 3; ++t) {
        CHECK(c[t].spending == 2'000'000);
        CHECK(c[t].purchase_tax == 200'000);
        CHECK(c[t].expense == 0);
    }
    CHECK(c[2].depreciation == 0);
    CHECK(c[3].depreciation == 100'000);
    CHECK(c[4].spending == 0);
    CHECK(c[4].expense == 50'000);
    CHECK(c[4].expense_tax == 5'000);
    double charged = 0.0;
    for (const auto& f : c) charged += f.depreciation;
    CHECK(charged == 6'000'000);
    CHECK(c[62].depreciation == 100'000);
    CHECK(c[63].depreciation == 0);
    CHECK(c.back().expense == 50'000);  // to the end of the plan
}

TEST_CASE("investment: expensed, it is a cost of the months in which it is spent") {
    // 1,000,000 of training over three months: 333,333, 333,334, 333,333; tax 33,333 each; then 10,000 a month.
    Parameters<double> p;
    p.kind = investment::Kind::training;
    p.treatment = Treatment::expense;
    p.amount = 1'000'000;
    p.start = april_2026;
    p.spending_months = 3;
    p.monthly_running_cost = 10'000;
    const auto c = course(p, 12);
    CHECK(c[0].expense == 333'333);
    CHECK(c[1].expense == 333'334);
    CHECK(c[2].expense == 333'333);
    CHECK(c[2].expense_tax == 33'333);
    CHECK(c[3].expense == 10'000);
    CHECK(c[3].expense_tax == 1'000);
    for (const auto& f : c) {
        CHECK(f.spending == 0);
        CHECK(f.purchase_tax == 0);
        CHECK(f.depreciation == 0);
    }
}

TEST_CASE("investment: the running cost is in whole yen, and fractions of its tax are dropped") {
    Parameters<double> p;
    p.amount = 1'000'000;
    p.start = april_2026;
    p.monthly_running_cost = 19'994.6;  // 19,995; 10% of it is 1,999.5
    const auto f = course(p, 2)[1];
    CHECK(f.expense == 19'995);
    CHECK(f.expense_tax == 1'999);
}

TEST_CASE("investment: lanes agree with single runs") {
    for (const Treatment treatment : {Treatment::capitalise, Treatment::expense}) {
        test::check_lanes_agree({0, 1, 1e5, 999'999, 1e6, 7'654'321, 1e9, 50}, [&]<class Real>(Real amount) {
            Parameters<Real> p;
            p.treatment = treatment;
            p.method = fixed_asset::Method::declining_balance;
            p.amount = amount;
            p.start = Month::of(2026, 6);
            p.spending_months = 7;
            p.useful_life = 5;
            p.monthly_running_cost = amount * 0.001;
            std::vector<Real> results;
            for (const auto& f : course(p, 84)) {
                results.insert(results.end(), {f.spending, f.purchase_tax, f.depreciation, f.expense, f.expense_tax});
            }
            return results;
        });
    }
}
