// What must hold for every plan whatsoever: the identities of the books, figures that are numbers, and one model
// for one plan or for eight in lock-step.
#include "simulation/run.hpp"
#include "support/random_plan.hpp"

#include <doctest/doctest.h>
#include <algorithm>
#include <bitset>
#include <cmath>
#include <cstring>

using namespace goho;
using simulation::Trajectory;

namespace {

/// Every figure of a trajectory as one row of numbers, in a fixed order.
template <class Real> std::vector<Real> figures(const Trajectory<Real>& run) {
    std::vector<Real> all;
    const auto add = [&]<class T>(const T& record) {
        static_assert(sizeof(T) % sizeof(Real) == 0);
        const auto* first = reinterpret_cast<const Real*>(&record);
        all.insert(all.end(), first, first + sizeof(T) / sizeof(Real));
    };
    const auto add_all = [&](const auto& records) {
        for (const auto& record : records) add(record);
    };
    add(run.opening);
    add_all(run.months);
    add_all(run.segments.cells);
    add_all(run.loans.cells);
    add_all(run.assets.cells);
    add_all(run.investments.cells);
    add_all(run.lines.cells);
    add_all(run.groups.cells);
    add_all(run.transfers);
    return all;
}

int not_a_number(const Trajectory<double>& run) {
    int count = 0;
    for (double x : figures(run)) count += std::isfinite(x) ? 0 : 1;
    return count;
}

}  // namespace

TEST_CASE("run: a figure that is no number breaks every identity that it stands in, and is never exact") {
    const auto scenario = test::random_scenario(1);
    auto run = simulation::run(scenario, test::statutes());
    run.months[3].total_assets = std::nan("");
    const auto r = simulation::residuals(scenario.plan, run);
    CHECK(std::isinf(r.balance_sheet));
    CHECK(std::isinf(r.worst()));
    CHECK_FALSE(r.largest_amount < simulation::exact_limit);
    CHECK(r.loans == 0.0);
}

TEST_CASE("run: the books of thousands of random plans hold together to the yen") {
    std::bitset<12> fiscal_year_starts;
    int short_of_cash = 0, shortest = 1000, longest = 0, with_timeline = 0, taxed = 0;
    for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
        const auto scenario = test::random_scenario(seed);
        const auto run = simulation::run(scenario, test::statutes());
        const auto r = simulation::residuals(scenario.plan, run);
        CAPTURE(seed);
        REQUIRE(not_a_number(run) == 0);
        REQUIRE(r.largest_amount < simulation::exact_limit);
        REQUIRE(run.opening.total_assets == run.opening.total_liabilities + run.opening.net_assets);
        REQUIRE(r.balance_sheet == 0.0);
        REQUIRE(r.cash_flow == 0.0);
        REQUIRE(r.cash_table == 0.0);
        REQUIRE(r.profit_forms == 0.0);
        REQUIRE(r.net_assets == 0.0);
        REQUIRE(r.segments == 0.0);
        REQUIRE(r.depreciation == 0.0);
        REQUIRE(r.loans == 0.0);
        REQUIRE(r.receivables == 0.0);
        REQUIRE(r.worst() == 0.0);

        fiscal_year_starts.set(scenario.plan.company.fiscal_year_start - 1);
        shortest = std::min(shortest, scenario.plan.company.months);
        longest = std::max(longest, scenario.plan.company.months);
        short_of_cash += run.months.back().cash < 0.0;
        taxed +=
            std::any_of(run.months.begin(), run.months.end(), [](const auto& b) { return b.taxable_income > 0.0; });
        with_timeline += !scenario.timeline.empty();
    }
    // The draw reaches the corners that matter.
    CHECK(fiscal_year_starts.all());
    CHECK(shortest == 1);
    CHECK(longest == 240);
    CHECK(short_of_cash > 100);
    CHECK(short_of_cash < 2900);
    CHECK(with_timeline > 1000);
    CHECK(taxed > 500);
    CHECK(taxed < 2500);
}

TEST_CASE("run: stocks of random plans stay on their side of zero") {
    for (std::uint64_t seed = 1; seed <= 500; ++seed) {
        const auto scenario = test::random_scenario(seed);
        const auto run = simulation::run(scenario, test::statutes());
        CAPTURE(seed);
        bool fine = true;
        for (const auto& b : run.months) {
            for (const double stock : {b.notes_receivable,
                                       b.accounts_receivable,
                                       b.inventory,
                                       b.tax_receivable,
                                       b.other_receivables,
                                       b.buildings,
                                       b.machinery,
                                       b.vehicles,
                                       b.tools,
                                       b.land,
                                       b.software,
                                       b.construction_in_progress,
                                       b.notes_payable,
                                       b.accounts_payable,
                                       b.other_payables,
                                       b.accrued_corporate_tax,
                                       b.consumption_tax_payable,
                                       b.bonus_allowance,
                                       b.overdraft,
                                       b.short_term_loans,
                                       b.long_term_loans,
                                       b.bonds,
                                       b.employees,
                                       b.labour_hours,
                                       b.net_sales,
                                       b.purchases}) {
                fine = fine && stock >= 0.0;
            }
            // Cash falls below zero only when the overdraft line is used up.
            fine = fine && (b.cash >= 0.0 || b.overdraft > 0.0 || scenario.plan.treasury.overdraft_limit < 1.0);
        }
        CHECK(fine);
    }
}

TEST_CASE("run: eight plans in lock-step give the bits that each gives alone") {
    constexpr int width = Lanes::width;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        CAPTURE(seed);
        auto scenario = test::random_scenario(seed, 120);
        test::Draws draws(1'000'000 + seed);
        std::vector<simulation::Plan<double>> alone(width, scenario.plan);
        auto together = simulation::converted_plan<Lanes>(scenario.plan);
        for (int lane = 0; lane < width; ++lane) {
            if (lane > 0) test::draw_quantities(alone[lane], draws);
            test::set_lane(together, lane, alone[lane]);
            while (!test::stays_valid(alone[lane], scenario.timeline)) scenario.timeline.pop_back();
        }
        const auto lanes = figures(simulation::run<Lanes>(together, scenario.timeline, test::statutes()));
        for (int lane = 0; lane < width; ++lane) {
            CAPTURE(lane);
            const auto expected = figures(simulation::run<double>(alone[lane], scenario.timeline, test::statutes()));
            REQUIRE(lanes.size() == expected.size());
            std::vector<double> found;
            for (const Lanes& figure : lanes) found.push_back(figure[lane]);
            CHECK(std::memcmp(found.data(), expected.data(), found.size() * sizeof(double)) == 0);
        }
    }
}

TEST_CASE("run: the same plan gives the same bits again") {
    const auto scenario = test::random_scenario(7);
    const auto first = figures(simulation::run(scenario, test::statutes()));
    const auto second = figures(simulation::run(scenario, test::statutes()));
    REQUIRE(first.size() == second.size());
    CHECK(std::memcmp(first.data(), second.data(), first.size() * sizeof(double)) == 0);
}

TEST_CASE("run: memory that another plan has used leaves no trace") {
    Trajectory<double> used;
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        CAPTURE(seed);
        const auto scenario = test::random_scenario(seed, 60);
        simulation::run_into(used, scenario.plan, scenario.timeline, test::statutes());
        const auto again = figures(used), fresh = figures(simulation::run(scenario, test::statutes()));
        REQUIRE(again.size() == fresh.size());
        CHECK(std::memcmp(again.data(), fresh.data(), fresh.size() * sizeof(double)) == 0);
    }
}

TEST_CASE("run: a random plan depends on its seed alone") {
    const auto a = test::random_scenario(11), b = test::random_scenario(11), c = test::random_scenario(12);
    CHECK(a.timeline == b.timeline);
    CHECK(a.plan.opening.retained_earnings == b.plan.opening.retained_earnings);
    CHECK(a.plan.opening.retained_earnings != c.plan.opening.retained_earnings);
}
