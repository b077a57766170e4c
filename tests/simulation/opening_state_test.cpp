#include "simulation/balance_sheet.hpp"

#include <doctest/doctest.h>

using namespace goho;
using namespace goho::simulation;

namespace {

accounting::Statutes statutes() {
    accounting::Statutes s;
    s.tax_periods.resize(1);
    s.tax_periods[0].corporate.local_corporate_rate = 0.103;
    s.tax_periods[0].corporate.inhabitants_rate = 0.07;
    s.depreciation.resize(11);
    s.depreciation[10] = {.straight_line = 0.1, .declining = 0.2, .revised = 0.25, .guarantee = 0.06552};
    return s;
}

Plan<double> plan_from(Month start) {
    Plan<double> plan;
    plan.company.start = start;
    plan.company.months = 12;
    plan.company.fiscal_year_start = 4;
    return plan;
}

}  // namespace

TEST_CASE("opening state: the interim threshold sees the national part of last year's bill") {
    // A bill of 403,800 with 47,900 of enterprise tax and the levy of 180,000: 175,900 / 1.173 = 149,957.
    auto plan = plan_from(Month::of(2026, 4));
    plan.opening.previous_corporate_taxes = 403'800;
    plan.opening.previous_enterprise_tax = 47'900;
    plan.taxes.per_capita_levy = 180'000;
    CHECK(opening_state(plan, statutes()).corporate_tax.previous_corporate == doctest::Approx(149'957.4).epsilon(1e-6));
}

TEST_CASE("opening state: last year's bill is read with the rates of that year's first month") {
    // 1,173 = 1,000 x (1 + 0.103 + 0.07) by the rates from April 2025; those of a month earlier or later are none.
    const Month year_begins = Month::of(2025, 4);
    for (const Month other : {year_begins + -1, year_begins + 1}) {
        auto law = statutes();
        law.tax_periods[0].from = year_begins;
        accounting::TaxPeriod neither_rate;
        neither_rate.from = other;
        law.tax_periods.insert(other < year_begins ? law.tax_periods.begin() : law.tax_periods.end(), neither_rate);
        auto plan = plan_from(Month::of(2026, 4));
        plan.taxes.per_capita_levy = 0.0;
        plan.opening.previous_corporate_taxes = 1'173.0;
        CHECK(opening_state(plan, law).corporate_tax.previous_corporate == doctest::Approx(1'000.0));
    }
}

TEST_CASE("opening state: an old asset stands in the year of its schedule") {
    // Bought April 2018, plan from April 2026: switched in the seventh year at 262,144.
    auto plan = plan_from(Month::of(2026, 4));
    accounting::fixed_asset::Parameters<double> p;
    p.method = accounting::fixed_asset::Method::declining_balance;
    p.cost = 1'000'000;
    p.opening_book_value = 131'072;
    p.acquired = Month::of(2018, 4);
    plan.assets.push_back({"press", {}, p});
    CHECK(opening_balances(plan).assets[0].book_value == 131'072);  // the balance alone asks for no law
    const auto state = opening_state(plan, statutes());
    REQUIRE(state.assets.size() == 1);
    CHECK(state.assets[0].book_value == 131'072);
    CHECK(state.assets[0].revised_base == 262'144);
}

TEST_CASE("opening state: a loss carried forward takes its place by the years it has left") {
    auto plan = plan_from(Month::of(2026, 4));
    plan.opening.tax_loss = 3'000'000;
    plan.opening.tax_loss_years_left = 1;  // the running year is the last
    CHECK(opening_state(plan, statutes()).corporate_tax.losses[9] == 3'000'000);
    plan.opening.tax_loss_years_left = 10;  // it arose last year
    CHECK(opening_state(plan, statutes()).corporate_tax.losses[0] == 3'000'000);
}

TEST_CASE("opening state: land that was written down has not been depreciated") {
    auto plan = plan_from(Month::of(2026, 4));
    accounting::fixed_asset::Parameters<double> p;
    p.asset_class = accounting::fixed_asset::Class::land;
    p.cost = 1'000'000;
    p.opening_book_value = 600'000;
    p.acquired = Month::of(2018, 4);
    plan.assets.push_back({"site", {}, p});
    accounting::Books<double> b{};
    fill_balance_sheet(plan, opening_balances(plan), plan.company.start, b);
    CHECK(b.land == 600'000);
    CHECK(b.accumulated_depreciation == 0.0);
}
