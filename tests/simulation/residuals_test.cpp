// What a run is held to besides the sums of its books: what assets may lose, and when loans are gone.
#include "simulation/run.hpp"

#include <doctest/doctest.h>

using namespace goho;

namespace {

/// Six months of nothing at all, with an asset and a loan to be spoilt.
struct Empty {
    simulation::Plan<double> plan;
    simulation::Trajectory<double> run;
    Empty() {
        plan.company.start = run.start = Month::of(2026, 4);
        plan.company.months = 6;
        run.months.resize(6);
        run.assets = {6, 1};
        run.loans = {6, 1};
        plan.assets.push_back({"press", {}, {}});
        plan.loans.push_back({"loan", {}, {}});
        asset().cost = 100.0;
    }
    accounting::fixed_asset::Parameters<double>& asset() { return plan.assets[0].parameters; }
    simulation::Residuals residuals() const { return simulation::residuals(plan, run); }
};

}  // namespace

TEST_CASE("residuals: nothing is depreciated beyond its book value, its cost, and what the books have added") {
    Empty e;
    e.asset().acquired = e.plan.company.start + -12;
    e.asset().opening_book_value = 60.0;
    e.run.assets.at(1, 0).depreciation = 30.0;
    e.run.assets.at(5, 0).depreciation = 40.0;
    CHECK(e.residuals().depreciation == 10.0);
    e.run.assets.at(3, 0).spending = 4.0;
    CHECK(e.residuals().depreciation == 6.0);
    // Bought by the plan: 100 may be depreciated, 70 are; of 130, 30 are too much. What is still to be paid is no matter.
    e.asset().acquired = e.plan.company.start;
    e.run.assets.at(3, 0).spending = 100.0;
    CHECK(e.residuals().depreciation == 0.0);
    e.run.assets.at(4, 0).depreciation = 60.0;
    CHECK(e.residuals().depreciation == 30.0);
    e.run.assets.at(3, 0).spending = 20.0;
    e.run.assets.at(4, 0).depreciation = 0.0;
    CHECK(e.residuals().depreciation == 0.0);
}

TEST_CASE("residuals: a loan of before the plan is gone after its term, which counts from the plan's first month") {
    for (const int term : {1, 3, 6}) {
        CAPTURE(term);
        Empty e;
        e.plan.loans[0].parameters.term_months = term;
        for (int t = 0; t < 6; ++t) e.run.loans.at(t, 0).balance = t < term - 1 ? 900.0 : t == term - 1 ? 5.0 : 0.0;
        CHECK(e.residuals().loans == 5.0);
        e.run.loans.at(term - 1, 0).balance = 0.0;
        CHECK(e.residuals().loans == 0.0);
    }
}
