// A month as it happened, piece by piece: what a figure of the books moves besides itself.
#include "simulation/month_actuals.hpp"

#include <doctest/doctest.h>
#include <numeric>
#include <vector>

using namespace goho;
using namespace goho::simulation;

namespace {

double sum(const std::vector<double>& due) { return std::accumulate(due.begin(), due.end(), 0.0); }

}  // namespace

TEST_CASE("month of actuals: a tax account around the year's end corrects the bill, within the year what was prepaid") {
    for (int month = 0; month < 12; ++month) {
        CAPTURE(month);
        double paid = 100.0, due = 500.0, prepaid = 200.0;
        simulation::detail::settle_tax(30.0, month, paid, due, prepaid);  // 30 more is owed than planned, so 30 less was paid
        const bool bill = month == 0 || month == 11;
        CHECK(paid == 70.0);
        CHECK(due == (bill ? 530.0 : 500.0));
        CHECK(prepaid == (bill ? 200.0 : 170.0));
    }
}

TEST_CASE("month of actuals: depreciation beyond the plan lowers the book value and counts in its year") {
    accounting::fixed_asset::Step<double> step{};
    step.next.book_value = 9'700.0;
    step.next.year_charged = 300.0;
    step.flows.depreciation = 300.0;
    actual::Asset a;
    a.depreciation = 500.0;
    simulation::detail::as_it_happened(a, step);
    CHECK(step.next.book_value == 9'500.0);
    CHECK(step.next.year_charged == 500.0);
    CHECK(step.flows.spending == 0.0);
}

TEST_CASE("month of actuals: sales where none were planned leave the average volume at its plan") {
    accounting::segment::Parameters<double> p;
    accounting::segment::Step<double> step{};
    step.flows.average_volume = 10.0;
    actual::Segment a;
    a.net_sales = 5'000.0;
    simulation::detail::as_it_happened(a, p, {}, step);
    CHECK(step.flows.average_volume == 10.0);
    CHECK(step.flows.net_sales == 5'000.0);
    a.volume = 7.0;
    simulation::detail::as_it_happened(a, p, {}, step);
    CHECK(step.flows.average_volume == 10.0);
    CHECK(step.flows.volume == 7.0);
}

TEST_CASE("month of actuals: accounts of which nothing is due fall due next month") {
    std::vector<double> due(6, 0.0);
    simulation::detail::rescale(due, 1, 0.0, 900.0, 3);
    CHECK(due == std::vector<double>{0, 0, 900, 0, 0, 0});
}

TEST_CASE("month of actuals: what will turn into notes keeps its share of the accounts, in whole yen") {
    // 101 yen, half of which is to turn into notes: 50.5 is 51, and 50 stay accounts.
    accounting::terms::Pipeline<double> pipeline(2);
    pipeline.account_due[1] = 100.0;
    pipeline.turns_into_note[1] = 100.0;
    simulation::detail::settle_terms(pipeline, 0, 101.0, 0.0);
    CHECK(pipeline.turns_into_note[1] == 51.0);
    CHECK(pipeline.account_due[1] == 50.0);
    CHECK(sum(pipeline.note_due) == 51.0);
}

TEST_CASE("month of actuals: other income is what is left beside the rounding of consumption tax") {
    accounting::Books<double> b{};
    Transfers<double> transfers{};
    b.consumption_tax_rounding = 67.0;
    actual::Company a;
    a.non_operating_income = 1'000.0;
    simulation::detail::settle_profit(a, b, transfers);
    CHECK(b.other_receipts == 933.0);
}

TEST_CASE("month of actuals: other payables keep the share of insurance, in whole yen, and the course of the rest") {
    Plan<double> plan;
    plan.company.months = 24;
    State<double> s = opening_balances(plan);
    accounting::Books<double> b{};
    Transfers<double> transfers{};
    actual::Company a;
    const int last = accounting::terms::longest_lag;
    s.unpaid_costs = s.unpaid_insurance = 100.0;
    s.costs_due[static_cast<std::size_t>(last)] = 100.0;
    a.other_payables = 101.0;
    simulation::detail::settle_balances(a, 0, s, b, transfers);
    CHECK(s.unpaid_insurance == 51.0);
    CHECK(s.unpaid_costs == 50.0);
    CHECK(s.costs_due[static_cast<std::size_t>(last)] == 50.0);
    CHECK(b.other_costs_paid == 99.0);
    // Where nothing was owed before, all of it is costs, and due next month.
    State<double> t = opening_balances(plan);
    a.other_payables = 500.0;
    simulation::detail::settle_balances(a, 0, t, b, transfers);
    CHECK(t.unpaid_insurance == 0.0);
    CHECK(t.costs_due[1] == 500.0);
}

TEST_CASE("month of actuals: half of the planned volume is half of an average month's") {
    accounting::segment::Parameters<double> p;
    accounting::segment::Step<double> step{};
    step.flows.volume = 20.0;
    step.flows.average_volume = 10.0;
    actual::Segment a;
    a.volume = 10.0;
    simulation::detail::as_it_happened(a, p, {}, step);
    CHECK(step.flows.average_volume == 5.0);
    CHECK(step.flows.volume == 10.0);
}

TEST_CASE("month of actuals: consumption tax drops fractions of a yen") {
    accounting::segment::Parameters<double> p;
    accounting::segment::Step<double> step{};
    actual::Segment a;
    a.net_sales = 1'005.0;
    a.cost_of_goods = 507.0;
    simulation::detail::as_it_happened(a, p, {}, step);
    CHECK(step.flows.sales_tax == 100.0);    // of 100.5
    CHECK(step.flows.purchase_tax == 50.0);  // of 50.7
}

TEST_CASE("month of actuals: half a yen that falls due is a yen, and the rest makes up for it") {
    std::vector<double> due{0.0, 50.0, 50.0};
    simulation::detail::rescale(due, 0, 100.0, 101.0, 2);
    CHECK(due == std::vector<double>{0.0, 51.0, 50.0});
}

TEST_CASE("month of actuals: accounts of which nothing was due turn into no notes") {
    accounting::terms::Pipeline<double> pipeline(2);
    simulation::detail::settle_terms(pipeline, 0, 900.0, 0.0);
    CHECK(pipeline.account_due[1] == 900.0);
    CHECK(sum(pipeline.turns_into_note) == 0.0);
    CHECK(sum(pipeline.note_due) == 0.0);
}

TEST_CASE("month of actuals: the tax that closes a year is the bill that the next one looks back on") {
    actual::Company a;
    a.corporate_taxes = 70.0;
    for (int month = 0; month < 12; ++month) {
        CAPTURE(month);
        accounting::corporate_tax::Step<double> step{};
        step.next.previous_total = 500.0;
        simulation::detail::settle_corporate_tax(a, month, step);
        CHECK(step.next.previous_total == (month == 11 ? 70.0 : 500.0));
    }
}
