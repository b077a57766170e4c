// Months as they happened: the books say so to the yen, whatever was planned, and the plan goes on from there.
#include "io/scenario_reader.hpp"
#include "simulation/run.hpp"
#include "support/random_plan.hpp"

#include <cmath>
#include <doctest/doctest.h>

using namespace goho;
using simulation::ActualMonth;

namespace {

/// A month of books with a figure for everything that books can say; drawn, so that nothing fits the plan.
ActualMonth drawn_month(const simulation::Plan<double>& plan, test::Draws& draws, double share_given = 1.0) {
    ActualMonth m;
    const auto counts = [&](std::string_view key) {
        return key == "segments" ? plan.segments.size() : key == "cost_lines" ? plan.cost_lines.size() : key == "job_groups" ? plan.job_groups.size()
             : key == "assets" ? plan.assets.size() : plan.loans.size();
    };
    const auto fill = [&](auto& item, const auto& rows) {
        for (const auto& row : rows) {
            if (draws.chance(share_given)) item.*row.field = std::floor(draws.between(0.0, 9e6));
        }
    };
    simulation::for_each_actual_section([&](std::string_view key, auto member, const auto& rows) {
        (m.*member).resize(counts(key));
        for (auto& item : m.*member) fill(item, rows);
    });
    // Nobody charges an asset beyond what it is worth: depreciation comes with the book value that it leaves.
    for (auto& asset : m.assets) {
        if (!simulation::actual::given(asset.book_value)) asset.depreciation = simulation::actual::not_given;
    }
    fill(m.company, simulation::actual::company_figures);
    m.company.cash = simulation::actual::not_given;
    return m;
}

simulation::Scenario manufacturer() { return *io::read_scenario(GOHO_SOURCE_DIR "/scenarios/manufacturer/base.json").value; }

template <class Items, class Field> double sum(const Items& items, Field field) {
    double total = 0.0;
    for (const auto& item : items) total += item.*field;
    return total;
}

}  // namespace

TEST_CASE("actuals: the books of an actual month say what was given, to the yen") {
    auto scenario = manufacturer();
    test::Draws draws(1);
    for (int t = 0; t < 15; ++t) scenario.plan.actuals.months.push_back(drawn_month(scenario.plan, draws));
    const auto run = simulation::run(scenario, test::statutes());
    CHECK(simulation::residuals(scenario.plan, run).worst() == 0.0);
    for (int t = 0; t < 15; ++t) {
        CAPTURE(t);
        const auto& b = run.months[static_cast<std::size_t>(t)];
        const auto& a = scenario.plan.actuals.months[static_cast<std::size_t>(t)];
        CHECK(b.net_sales == sum(a.segments, &simulation::actual::Segment::net_sales));
        CHECK(b.cost_of_goods == sum(a.segments, &simulation::actual::Segment::cost_of_goods));
        CHECK(b.inventory == sum(a.segments, &simulation::actual::Segment::inventory));
        CHECK(b.officer_pay + b.employee_pay + b.part_time_pay == sum(a.job_groups, &simulation::actual::JobGroup::pay));
        CHECK(b.bonus_cost == sum(a.job_groups, &simulation::actual::JobGroup::bonus));
        CHECK(b.social_insurance == sum(a.job_groups, &simulation::actual::JobGroup::social_insurance));
        CHECK(b.bonus_allowance == sum(a.job_groups, &simulation::actual::JobGroup::bonus_allowance));
        CHECK(b.short_term_loans + b.long_term_loans + b.bonds == sum(a.loans, &simulation::actual::Loan::balance));
        for (std::size_t i = 0; i < a.cost_lines.size(); ++i) {
            const auto& line = run.lines.at(t, static_cast<int>(i));
            CHECK(line.fixed_cost + line.variable_cost == a.cost_lines[i].amount);
        }
        for (std::size_t i = 0; i < a.assets.size(); ++i) {
            CHECK(run.assets.at(t, static_cast<int>(i)).depreciation == a.assets[i].depreciation);
            CHECK(run.assets.at(t, static_cast<int>(i)).book_value == a.assets[i].book_value);
        }
        CHECK(b.non_operating_income == a.company.non_operating_income);
        CHECK(b.extraordinary_income == a.company.extraordinary_income);
        CHECK(b.extraordinary_losses == a.company.extraordinary_losses);
        CHECK(b.corporate_taxes == a.company.corporate_taxes);
        CHECK(b.accounts_receivable == a.company.accounts_receivable);
        CHECK(b.notes_receivable == a.company.notes_receivable);
        CHECK(b.other_current_assets == a.company.other_current_assets);
        CHECK(b.accounts_payable == a.company.accounts_payable);
        CHECK(b.notes_payable == a.company.notes_payable);
        CHECK(b.other_payables == a.company.other_payables);
        CHECK(b.accrued_corporate_tax == a.company.corporate_tax_owed);
        CHECK(b.consumption_tax_payable == a.company.consumption_tax_owed);
        CHECK(b.other_liabilities == a.company.other_liabilities);
        CHECK(b.paid_in_capital == a.company.paid_in_capital);
        CHECK(b.retained_earnings == a.company.retained_earnings);
    }
}

TEST_CASE("actuals: with the plan's own figures nothing changes") {
    auto scenario = manufacturer();
    const auto planned = simulation::run(scenario, test::statutes());
    for (int t = 0; t < 6; ++t) {
        ActualMonth m;
        m.segments.resize(scenario.plan.segments.size());
        m.job_groups.resize(scenario.plan.job_groups.size());
        const auto& b = planned.months[static_cast<std::size_t>(t)];
        for (int i = 0; i < planned.segments.items; ++i) m.segments[static_cast<std::size_t>(i)].net_sales = planned.segments.at(t, i).net_sales;
        for (int i = 0; i < planned.lines.items; ++i) m.cost_lines.push_back({planned.lines.at(t, i).fixed_cost + planned.lines.at(t, i).variable_cost});
        for (int i = 0; i < planned.assets.items; ++i) m.assets.push_back({planned.assets.at(t, i).depreciation, planned.assets.at(t, i).book_value});
        for (int i = 0; i < planned.loans.items; ++i) {
            m.loans.push_back({planned.loans.at(t, i).interest + planned.loans.at(t, i).guarantee_fee, planned.loans.at(t, i).balance});
        }
        m.company.accounts_receivable = b.accounts_receivable;
        m.company.notes_receivable = b.notes_receivable;
        m.company.accounts_payable = b.accounts_payable;
        m.company.notes_payable = b.notes_payable;
        m.company.other_payables = b.other_payables;
        m.company.retained_earnings = b.retained_earnings;
        m.company.corporate_taxes = b.corporate_taxes;
        scenario.plan.actuals.months.push_back(std::move(m));
    }
    const auto told = simulation::run(scenario, test::statutes());
    for (std::size_t t = 0; t < planned.months.size(); ++t) {
        for (const auto& row : accounting::variables<double>) {
            if (told.months[t].*row.field == planned.months[t].*row.field) continue;
            CAPTURE(t);
            FAIL_CHECK(row.name << ": " << told.months[t].*row.field << " and not " << planned.months[t].*row.field);
        }
    }
}

TEST_CASE("actuals: a plan goes on from the balances that it is told") {
    auto scenario = manufacturer();
    const auto planned = simulation::run(scenario, test::statutes());
    ActualMonth m;
    m.segments.resize(scenario.plan.segments.size());
    m.cost_lines.resize(scenario.plan.cost_lines.size());
    m.job_groups.resize(scenario.plan.job_groups.size());
    m.assets.resize(scenario.plan.assets.size());
    m.loans.resize(scenario.plan.loans.size());
    m.company.accounts_receivable = planned.months[0].accounts_receivable + 10000000.0;
    scenario.plan.actuals.months.push_back(m);
    const auto told = simulation::run(scenario, test::statutes());
    CHECK(told.months[0].cash == planned.months[0].cash - 10000000.0);  // not collected yet
    double later = 0.0;
    for (std::size_t t = 1; t < 8; ++t) later += told.months[t].accounts_collected - planned.months[t].accounts_collected;
    CHECK(later + (told.months[7].notes_collected - planned.months[7].notes_collected) <= 10000000.0);
    double collected = 0.0;
    for (std::size_t t = 1; t < 30; ++t) {
        collected += told.months[t].accounts_collected + told.months[t].notes_collected - planned.months[t].accounts_collected -
                     planned.months[t].notes_collected;
    }
    CHECK(collected == 10000000.0);
    CHECK(told.months[30].accounts_receivable == planned.months[30].accounts_receivable);
}

TEST_CASE("actuals: the books hold together to the yen whatever some books say of some months") {
    int told = 0;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        auto scenario = test::random_scenario(seed, 60);
        test::Draws draws(seed + 5000);
        const int months = draws.whole(0, std::min(scenario.plan.company.months, 24));
        for (int t = 0; t < months; ++t) scenario.plan.actuals.months.push_back(drawn_month(scenario.plan, draws, draws.unit()));
        const auto run = simulation::run(scenario, test::statutes());
        const auto r = simulation::residuals(scenario.plan, run);
        CAPTURE(seed);
        REQUIRE(r.worst() == 0.0);
        REQUIRE(std::isfinite(run.months.back().cash));
        told += months;
    }
    CHECK(told > 2000);
}

TEST_CASE("actuals: lanes and single runs give the same bits") {
    auto scenario = manufacturer();
    test::Draws draws(7);
    for (int t = 0; t < 9; ++t) scenario.plan.actuals.months.push_back(drawn_month(scenario.plan, draws, 0.6));
    const auto one = simulation::run(scenario, test::statutes());
    const auto eight = simulation::run<Lanes>(simulation::converted_plan<Lanes>(scenario.plan), scenario.timeline, test::statutes());
    for (std::size_t t = 0; t < one.months.size(); ++t) {
        for (std::size_t k = 0; k < accounting::variables<double>.size(); ++k) {
            REQUIRE((eight.months[t].*accounting::variables<Lanes>[k].field)[3] == one.months[t].*accounting::variables<double>[k].field);
        }
    }
}
