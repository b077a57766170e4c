// Small companies whose books can be followed by hand.
#include "simulation/small_company.hpp"
#include "simulation/uncertainty.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <utility>

using namespace goho;
using test::company;
using test::segment;

namespace {

simulation::Trajectory<double> run(const simulation::Scenario& s) { return test::run_sound(s); }

}  // namespace

TEST_CASE("run: an idle company keeps its cash") {
    const auto r = run(company(5000000.0, 24));
    CHECK(r.opening.cash == 5000000.0);
    CHECK(r.opening.net_assets == 5000000.0);
    CHECK(r.months.back().cash == 5000000.0);
    CHECK(r.months.back().net_income == 0.0);
    CHECK(r.months.back().total_assets == 5000000.0);
}

TEST_CASE("run: without cost, cash grows by what is collected") {
    auto s = company(0.0, 4);
    segment(s).price = 1000.0;
    segment(s).volume = 100.0;
    segment(s).cash_share = 0.3;
    segment(s).collection_lag = 1.0;
    const auto r = run(s);
    // 100,000 yen and 10% tax a month: 33,000 at once, 77,000 a month later.
    CHECK(r.months[0].net_sales == 100000.0);
    CHECK(r.months[0].sales_tax == 10000.0);
    CHECK(r.months[0].cash == 33000.0);
    CHECK(r.months[0].accounts_receivable == 77000.0);
    CHECK(r.months[0].consumption_tax_payable == 10000.0);
    CHECK(r.months[1].accounts_collected == 77000.0);
    CHECK(r.months[1].cash == 143000.0);
    CHECK(r.months[3].cash == 363000.0);
    CHECK(r.months[3].net_assets == 400000.0);
}

TEST_CASE("run: notes are received when the account is due and paid after their sight") {
    auto s = company(0.0, 6);
    segment(s).price = 1000.0;
    segment(s).volume = 100.0;
    segment(s).sales_tax_rate = 0.0;
    segment(s).collection_lag = 1.0;
    segment(s).note_share = 0.4;
    segment(s).note_sight = 2.0;
    const auto r = run(s);
    CHECK(r.months[0].cash == 0.0);
    CHECK(r.months[1].cash == 60000.0);
    CHECK(r.months[1].notes_receivable == 40000.0);
    CHECK(r.transfers[1].notes_received == 40000.0);
    CHECK(r.months[2].notes_receivable == 80000.0);
    CHECK(r.months[3].notes_collected == 40000.0);
    CHECK(r.months[3].notes_receivable == 80000.0);
    CHECK(r.months[3].cash == 3 * 60000.0 + 40000.0);
}

TEST_CASE("run: the overdraft line takes up a shortfall, then cash falls below zero") {
    auto s = company(1000000.0, 6);
    s.plan.treasury.overdraft_limit = 700000.0;
    s.plan.treasury.overdraft_rate = 0.12;
    accounting::cost_line::Parameters<double> rent;
    rent.monthly_amount = 500000.0;
    rent.purchase_tax_rate = 0.0;
    rent.payment_lag = 0;
    s.plan.cost_lines.push_back({"rent", {}, rent});
    const auto r = run(s);
    CHECK(r.months[0].cash == 500000.0);
    CHECK(r.months[1].cash == 0.0);
    CHECK(r.months[1].overdraft == 0.0);
    CHECK(r.months[2].cash == 0.0);
    CHECK(r.months[2].overdraft == 500000.0);
    // 500,000 yen at 1% a month bear 5,000 yen: 500,000 + 505,000 - 700,000 = 305,000 short.
    CHECK(r.months[3].interest_expense == 5000.0);
    CHECK(r.months[3].overdraft == 700000.0);
    CHECK(r.months[3].cash == -305000.0);
    CHECK(r.months[4].interest_expense == 7000.0);
    CHECK(r.months[4].cash == -812000.0);
}

TEST_CASE("run: stock is bought once and then replaced") {
    auto s = company(1000000.0, 3);
    segment(s).volume = 100.0;
    segment(s).unit_variable_cost = 400.0;
    segment(s).inventory_days = 30.0;
    s.plan.purchasing.payment_lag = 1.0;
    const auto r = run(s);
    CHECK(r.months[0].purchases == 80000.0);
    CHECK(r.transfers[0].goods_tax == 8000.0);
    CHECK(r.months[0].inventory == 40000.0);
    CHECK(r.months[0].cost_of_goods == 40000.0);
    CHECK(r.months[0].accounts_payable == 88000.0);
    CHECK(r.months[1].purchases == 40000.0);
    CHECK(r.months[1].purchases_paid == 88000.0);
    CHECK(r.months[1].cash == 912000.0);
    CHECK(r.months[1].tax_receivable == 12000.0);  // no sales: the tax paid to suppliers is claimed back
}

TEST_CASE("run: an existing asset is written off to one yen") {
    auto s = company(0.0, 72);
    accounting::fixed_asset::Parameters<double> press;
    press.cost = 1200000.0;
    press.opening_book_value = 600000.0;
    press.acquired = Month::of(2021, 4);
    press.useful_life = 10;
    s.plan.assets.push_back({"press", {}, press});
    test::balance_opening(s.plan);
    CHECK(s.plan.opening.retained_earnings == 600000.0);
    const auto r = run(s);
    CHECK(r.opening.machinery == 600000.0);
    CHECK(r.opening.accumulated_depreciation == 600000.0);
    CHECK(r.months[0].depreciation == 10000.0);
    CHECK(r.months[11].machinery == 480000.0);
    CHECK(r.months[59].machinery == 1.0);
    CHECK(r.months[59].depreciation == 9999.0);
    CHECK(r.months[71].machinery == 1.0);
    CHECK(r.months[71].accumulated_depreciation == 1199999.0);
    CHECK(r.months[71].cash == 0.0);
}

TEST_CASE("run: a machine bought in instalments stands under construction until the last") {
    auto s = company(10000000.0, 6);
    accounting::investment::Parameters<double> machine;
    machine.amount = 1000000.0;
    machine.start = Month::of(2026, 5);
    machine.spending_months = 3;
    machine.monthly_running_cost = 10000.0;
    s.plan.investments.push_back({"machine", {}, machine});
    const auto r = run(s);
    CHECK(r.months[0].construction_in_progress == 0.0);
    CHECK(r.months[1].construction_in_progress == 333333.0);
    CHECK(r.months[2].construction_in_progress == 666667.0);
    CHECK(r.months[2].depreciation == 0.0);
    CHECK(r.months[3].construction_in_progress == 0.0);
    CHECK(r.months[3].depreciation == 8333.0);  // 1,000,000 x 0.100 / 12
    CHECK(r.months[3].machinery == 991667.0);
    CHECK(r.months[3].cash == 10000000.0 - 1000000.0 - 99999.0);  // the tax of each instalment drops its fraction
    CHECK(r.months[4].other_costs_paid == 11000.0);
    CHECK(r.investments.at(4, 0).expense == 10000.0);
    CHECK(r.investments.at(4, 0).expense_tax == 1000.0);
}

TEST_CASE("run: corporate taxes of a year are paid in the second month of the next, with an interim payment after") {
    auto s = company(0.0, 36);
    s.plan.treasury.other_income = 499999.6;  // books are kept in whole yen
    s.plan.taxes.per_capita_levy = 180000.0;
    const auto r = run(s);
    // 6,000,000 yen: 900,000 corporate, 92,700 local, no defence, 63,000 inhabitants, 180,000 per head,
    // 140,000 + 106,000 enterprise and 37% of it, 91,000, special enterprise tax.
    CHECK(r.months[10].corporate_taxes == 0.0);
    CHECK(r.months[11].corporate_taxes == 1572700.0);
    CHECK(r.months[11].accrued_corporate_tax == 1572700.0);
    CHECK(r.months[11].cash == 6000000.0);
    CHECK(r.months[12].corporate_tax_paid == 0.0);
    CHECK(r.months[13].corporate_tax_paid == 1572700.0);
    CHECK(r.months[13].accrued_corporate_tax == 0.0);
    CHECK(r.months[19].corporate_tax_paid == 786300.0);  // half, below 100 yen dropped
    CHECK(r.months[19].tax_receivable == 786300.0);
    // The enterprise tax paid in the year, 246,000 + 91,000 and 168,500 of the interim payment, is deducted.
    CHECK(r.months[23].taxable_income == 6000000.0 - 337000.0 - 168500.0);
}

TEST_CASE("run: consumption tax of a year is settled in the second month of the next, then half in advance") {
    auto s = company(0.0, 36);
    segment(s).price = 10000.0;
    segment(s).volume = 100.0;
    segment(s).cash_share = 1.0;
    const auto r = run(s);
    CHECK(r.months[11].consumption_tax_payable == 1200000.0);
    CHECK(r.months[13].consumption_tax_paid == 1200000.0);
    CHECK(r.months[19].consumption_tax_paid == 600000.0);  // 936,000 national tax: one interim payment
    CHECK(r.months[25].consumption_tax_paid == 600000.0);
}

TEST_CASE("run: a loan comes in, bears interest and goes back") {
    auto s = company(0.0, 14);
    accounting::loan::Parameters<double> loan;
    loan.principal = 1200000.0;
    loan.drawn = Month::of(2026, 5);
    loan.term_months = 12;
    loan.annual_interest_rate = 0.012;
    s.plan.loans.push_back({"bank", {}, loan});
    const auto r = run(s);
    CHECK(r.months[0].long_term_loans == 0.0);
    CHECK(r.months[1].cash == 1200000.0);
    CHECK(r.months[2].interest_expense == 1200.0);
    CHECK(r.months[2].long_term_loans == 1100000.0);
    CHECK(r.months[13].long_term_loans == 0.0);
    // 1,200 + 1,100 + ... + 100 yen of interest
    CHECK(r.months[13].cash == -7800.0);
}

TEST_CASE("run: a grant is income when decided and cash when paid; dividends follow last year's profit") {
    auto s = company(1000000.0, 16);
    s.plan.subsidies.push_back({"it", {}, {1999999.6, Month::of(2026, 6), 3}});
    s.plan.capital_increases.push_back({"family", {}, {299999.6, Month::of(2026, 5)}});
    s.plan.treasury.payout_ratio = 0.5;
    const auto r = run(s);
    CHECK(r.months[1].paid_in_capital == 1300000.0);
    CHECK(r.months[2].extraordinary_income == 2000000.0);
    CHECK(r.months[2].other_receivables == 2000000.0);
    CHECK(r.months[2].cash == 1300000.0);
    CHECK(r.months[5].cash == 3300000.0);
    CHECK(r.months[5].other_receivables == 0.0);
    // 2,000,000 yen: 300,000 corporate, 30,900 local, 21,000 inhabitants, 70,000 enterprise, 25,900 special.
    CHECK(r.months[11].corporate_taxes == 447800.0);
    CHECK(r.months[14].dividends_paid == 776100.0);  // half of 1,552,200
    CHECK(r.months[14].retained_earnings == 776100.0);
}

TEST_CASE("run: social insurance is paid a month later and the bonus in its months") {
    auto s = company(10000000.0, 6);
    accounting::job_group::Parameters<double> staff;
    staff.headcount = 1.0;
    staff.monthly_pay = 300000.0;
    staff.bonus_months = 2.0;
    staff.social_insurance_rate = 0.15;
    s.plan.job_groups.push_back({"staff", {}, staff});
    const auto r = run(s);
    // Pay 300,000, insurance 45,000, bonus 50,000 with 7,500 insurance a month.
    CHECK(r.months[0].personnel_cost == 402500.0);
    CHECK(r.months[0].personnel_paid == 300000.0);
    CHECK(r.months[0].other_payables == 45000.0);
    CHECK(r.months[0].bonus_allowance == 57500.0);
    CHECK(r.months[1].personnel_paid == 345000.0);
    CHECK(r.months[3].bonus_allowance == 0.0);  // July
    CHECK(r.months[3].personnel_paid == 345000.0 + 4 * 57500.0);
    CHECK(r.groups.at(3, 0).bonus_paid == 230000.0);
    CHECK(r.groups.at(0, 0).paid == 345000.0);  // with this month's insurance
}

TEST_CASE("residuals: one yen that is missing anywhere is found") {
    const auto s = test::random_scenario(3, 24);
    const auto sound = simulation::run(s, test::statutes());
    REQUIRE(simulation::residuals(s.plan, sound).worst() == 0.0);
    const auto with = [&](double accounting::Books<double>::*line) {
        auto spoilt = sound;
        spoilt.months.back().*line += 1.0;
        return simulation::residuals(s.plan, spoilt);
    };
    using Books = accounting::Books<double>;
    CHECK(with(&Books::total_assets).balance_sheet == 1.0);
    CHECK(with(&Books::cash_change).cash_flow == 1.0);
    CHECK(with(&Books::cash_change).cash_table == 1.0);
    CHECK(with(&Books::gross_profit).profit_forms == 1.0);
    CHECK(with(&Books::net_income).net_assets == 1.0);
    CHECK(with(&Books::net_sales).segments == 1.0);
    CHECK(with(&Books::accounts_receivable).receivables == 1.0);
    for (const auto line : {&Books::total_assets, &Books::cash_change, &Books::gross_profit, &Books::net_income}) {
        CHECK(with(line).worst() == 1.0);
    }
}

TEST_CASE("run: a machine that the plan buys is not on the balance sheet of the day before") {
    auto s = company(1000000.0, 2);
    accounting::fixed_asset::Parameters<double> press;
    press.cost = 600000.0;
    press.acquired = s.plan.company.start;
    s.plan.assets.push_back({"press", {}, press});
    const auto r = run(s);
    CHECK(r.opening.machinery == 0.0);
    CHECK(r.opening.accumulated_depreciation == 0.0);
    CHECK(r.months[0].accumulated_depreciation == r.months[0].depreciation);
}

TEST_CASE("run: a table by month and item is read as it was written") {
    simulation::Grid<int> grid(3, 4);
    grid.at(2, 1) = 7;
    CHECK(std::as_const(grid).at(2, 1) == 7);
    CHECK(grid.row(2)[1] == 7);
    CHECK(std::count(grid.cells.begin(), grid.cells.end(), 7) == 1);
}

TEST_CASE("run: a scenario that says anything of its uncertainty is not certain") {
    CHECK(simulation::Uncertainty{}.none());
    simulation::Uncertainty u;
    u.defaults = true;
    CHECK_FALSE(u.none());
    u = {};
    u.quantities.resize(1);
    CHECK_FALSE(u.none());
    u = {};
    u.paths.resize(1);
    CHECK_FALSE(u.none());
}
