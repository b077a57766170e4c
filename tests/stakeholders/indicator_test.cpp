#include "stakeholders/indicator.hpp"

#include "stakeholders/invented_year.hpp"

#include <cmath>
#include <doctest/doctest.h>
#include <set>
#include <string>

using namespace goho;
using namespace goho::stakeholders;

namespace {

void check(const YearView& year, std::string_view name, double expected) {
    CAPTURE(name);
    const auto value = figure(year, name);
    REQUIRE(value.has_value());
    CHECK(*value == doctest::Approx(expected).epsilon(1e-12));
}
void check_none(const YearView& year, std::string_view name) {
    CAPTURE(name);
    REQUIRE(find_indicator(name) != nullptr);
    CHECK_FALSE(figure(year, name).has_value());
}

}  // namespace

TEST_CASE("indicators: a year reckoned by hand") {
    const YearView y = invented_year();
    check(y, "break_even_sales", 100e6);              // 60 / (72 / 120)
    check(y, "break_even_ratio", 100.0 / 120.0);
    check(y, "margin_of_safety", 20.0 / 120.0);
    check(y, "fixed_cost_ratio", 0.5);                // 60 / 120
    check(y, "gross_margin", 0.4);                    // 48 / 120
    check(y, "marginal_profit_ratio", 0.6);           // 72 / 120
    check(y, "operating_margin", 0.1);                // 12 / 120
    check(y, "ordinary_margin", 10.0 / 120.0);
    check(y, "operating_leverage", 6.0);              // 72 / 12
    check(y, "labour_share", 0.5);                    // 36 / 72
    check(y, "value_added_subsidy", 53e6);            // 12 + 36 + 5
    check(y, "value_added_boj", 60e6);                // 10 + 36 + 2 + 6 + 1 + 5
    check(y, "value_added_deduction", 72e6);          // 120 - 48
    check(y, "value_added_per_head", 5.3e6);          // 53 / 10
    check(y, "return_on_assets", 0.125);              // 10 / ((60 + 100) / 2)
    check(y, "return_on_equity", 0.2);                // 7 / ((30 + 40) / 2)
    check(y, "receivable_days", 20.0 * 365 / 120);    // (4 + 16) a 120 / 365 a day
    check(y, "inventory_days", 73.0);                 // 8 * 365 / 40
    check(y, "payable_days", 80.0);                   // (2 + 6) * 365 / 36.5
    check(y, "working_capital_days", 20.0 * 365 / 120 + 73.0 - 80.0);
    check(y, "current_ratio", 50.0 / 24.0);           // 60 - 30 - 4 - 2 of liabilities are short
    check(y, "equity_ratio", 0.4);                    // 40 / 100
    check(y, "liquidity_months", 2.0);                // 20 / 10 a month
    check(y, "dscr", 2.0);                            // (12 + 5 - 3) / (5 + 2)
    check(y, "interest_coverage", 6.0);               // 12 / 2
    check(y, "debt_repayment_years_a", 20.0 / 12.0);  // debt 1 + 5 + 30 + 4, working capital 20; 10 + 5 - 3
    check(y, "debt_repayment_years_b", 40.0 / 14.0);  // 12 + 5 - 3
    check(y, "debt_repayment_years_c", 0.0);          // 40 - 20 - 20 of cash: nothing left to repay
    check(y, "sales_growth", 0.2);                    // 120 / 100 - 1
    check(y, "debt_to_monthly_sales", 4.0);           // 40 / 10
    check(y, "productivity_growth_plan", 2650.0);     // 53,000,000 yen / 20,000 hours
}

TEST_CASE("indicators: the six of the Local Benchmark reckoned by hand") {
    const YearView y = invented_year();
    check(y, "locaben_sales_growth", 0.2);
    check(y, "locaben_operating_margin", 0.1);
    check(y, "locaben_labour_productivity", 1200.0);           // 12,000 thousand yen / 10 people
    check(y, "locaben_ebitda_debt_multiple", 20.0 / 17.0);     // (40 - 20) / (12 + 5)
    check(y, "locaben_working_capital_months", 2.0);           // (16 + 4 + 8 - 6 - 2) / 10
    check(y, "locaben_equity_ratio", 0.4);
}

TEST_CASE("indicators: a part year is taken as twelve months where a year is meant") {
    YearView half = invented_year();
    half.months = 6;
    check(half, "operating_margin", 0.1);                     // flow against flow: nothing to convert
    check(half, "break_even_sales", 100e6);                   // of the months shown
    check(half, "value_added_subsidy", 53e6);
    check(half, "value_added_per_head", 10.6e6);
    check(half, "return_on_assets", 0.25);
    check(half, "liquidity_months", 1.0);                     // 20 / (240 / 12)
    check(half, "inventory_days", 36.5);
    check(half, "sales_growth", 1.4);                         // 240 / 100 - 1
    check(half, "locaben_labour_productivity", 2400.0);
    check(half, "debt_repayment_years_b", 40.0 / 31.0);       // 2 * 17 - 3: the bill is the whole year's
    check(half, "return_on_equity", 17.0 / 35.0);             // (2 * 10 - 3) / 35
}

TEST_CASE("indicators: before the year's taxes are known nothing is said after tax") {
    YearView y = invented_year();
    y.months = 3;
    y.closes_year = false;
    for (const auto name : {"return_on_equity", "dscr", "debt_repayment_years_a", "debt_repayment_years_b"}) check_none(y, name);
    check(y, "debt_repayment_years_c", 0.0);  // no debt left needs no cash flow
    check(y, "interest_coverage", 6.0);
}

TEST_CASE("indicators: an empty year gives no figure that divides, and never NaN") {
    YearView empty;
    for (const Indicator& row : indicators()) {
        CAPTURE(row.name);
        const auto value = row.compute(empty);
        if (value) CHECK(std::isfinite(*value));
        const bool amount = row.unit == "yen" && row.name != "break_even_sales";
        const bool nothing_to_turn_over = row.unit == "days";
        const bool no_debt = row.name.starts_with("debt_repayment_years");
        CHECK(value.has_value() == (amount || nothing_to_turn_over || no_debt));
        if (value) CHECK(*value == 0.0);
    }
}

TEST_CASE("indicators: what zero means, one by one") {
    const auto with = [](auto&& change) {
        YearView y = invented_year();
        change(y);
        return y;
    };
    const YearView no_sales = with([](YearView& y) { y.now.net_sales = 0; });
    for (const auto name : {"break_even_sales", "break_even_ratio", "margin_of_safety", "fixed_cost_ratio", "gross_margin", "marginal_profit_ratio",
                            "operating_margin", "ordinary_margin", "receivable_days", "working_capital_days", "liquidity_months",
                            "debt_to_monthly_sales", "locaben_operating_margin", "locaben_working_capital_months"}) {
        check_none(no_sales, name);
    }
    check(no_sales, "sales_growth", -1.0);
    const YearView no_margin = with([](YearView& y) { y.now.marginal_profit = 0; });
    for (const auto name : {"break_even_sales", "break_even_ratio", "margin_of_safety", "labour_share"}) check_none(no_margin, name);
    check_none(with([](YearView& y) { y.now.operating_income = 0; }), "operating_leverage");
    check_none(with([](YearView& y) { y.now.operating_income = -1; }), "operating_leverage");
    check_none(with([](YearView& y) { y.now.employees = 0; }), "value_added_per_head");
    check_none(with([](YearView& y) { y.now.employees = 0; }), "locaben_labour_productivity");
    check_none(with([](YearView& y) { y.now.labour_hours = 0; }), "productivity_growth_plan");
    check_none(with([](YearView& y) { y.before.total_assets = -y.now.total_assets; }), "return_on_assets");
    check_none(with([](YearView& y) { y.before.net_assets = -y.now.net_assets; }), "return_on_equity");
    check_none(with([](YearView& y) { y.now.cost_of_goods = 0; }), "inventory_days");
    check_none(with([](YearView& y) { y.now.cost_of_goods = 0; }), "working_capital_days");
    check(with([](YearView& y) { y.now.cost_of_goods = y.now.inventory = 0; }), "inventory_days", 0.0);
    check_none(with([](YearView& y) { y.now.purchases = 0; }), "payable_days");
    check_none(with([](YearView& y) { y.now.total_liabilities = 36e6; }), "current_ratio");  // nothing is short
    check_none(with([](YearView& y) { y.now.total_assets = 0; }), "equity_ratio");
    check_none(with([](YearView& y) { y.now.loans_repaid = y.now.interest_expense = 0; }), "dscr");
    check_none(with([](YearView& y) { y.now.interest_expense = 0; }), "interest_coverage");
    check_none(with([](YearView& y) { y.previous_sales.reset(); }), "sales_growth");
    check_none(with([](YearView& y) { y.previous_sales = 0.0; }), "sales_growth");
    const YearView no_cash_flow = with([](YearView& y) { y.now.ordinary_income = y.now.operating_income = -5e6; });
    for (const auto name : {"debt_repayment_years_a", "debt_repayment_years_b", "locaben_ebitda_debt_multiple"}) check_none(no_cash_flow, name);
}

TEST_CASE("indicators: every row is named, defined and labelled in both languages, and found by name") {
    std::set<std::string_view> names;
    for (const Indicator& row : indicators()) {
        CAPTURE(row.name);
        CHECK(names.insert(row.name).second);
        CHECK(find_indicator(row.name) == &row);
        for (const auto text : {row.unit, row.label.en, row.label.ja, row.definition.en, row.definition.ja, row.source}) CHECK_FALSE(text.empty());
        CHECK(row.equation.starts_with("KP-"));
    }
    CHECK(find_indicator("no_such_thing") == nullptr);
    CHECK_FALSE(figure(invented_year(), "no_such_thing").has_value());
    CHECK(figure(invented_year(), "net_sales") == 120e6);
    CHECK(find_quantity("net_sales")->unit == "yen");
    CHECK(find_quantity("dscr")->label.ja == "元利返済カバー率（DSCR）");
}

TEST_CASE("indicators: no two figures share a label") {
    std::set<std::string_view> en, ja;
    for (const Indicator& row : indicators()) {
        CAPTURE(row.name);
        CHECK(en.insert(row.label.en).second);
        CHECK(ja.insert(row.label.ja).second);
    }
}

TEST_CASE("years: each year begins with the balance sheet and sales of the one before") {
    simulation::Trajectory<double> run;
    run.start = Month::of(2027, 10);
    run.fiscal_year_start = 4;
    run.opening.total_assets = 7.0;
    for (int t = 0; t < 18; ++t) {
        accounting::Books<double> b;
        b.net_sales = 10.0;
        b.total_assets = t;
        run.months.push_back(b);
    }
    const auto views = year_views(run, simulation::fiscal_years(run), 100.0);
    REQUIRE(views.size() == 2);
    CHECK(views[0].before.total_assets == 7.0);
    CHECK(views[0].previous_sales == 100.0);
    CHECK(views[1].before.total_assets == 5.0);   // month six of the plan
    CHECK(views[1].previous_sales == 120.0);      // six months of 10, as twelve
    CHECK_FALSE(year_views(run, simulation::fiscal_years(run), 0.0)[0].previous_sales.has_value());
}

TEST_CASE("thresholds: a figure on a threshold has reached it, a yen short has not") {
    CHECK(at_least(33.44 / 32.0 - 1.0, 0.045));
    CHECK(at_most(0.1 + 0.2, 0.3));
    CHECK_FALSE(at_least(0.0449999999, 0.045));
    CHECK_FALSE(at_least(1e12 - 1.0, 1e12));
    CHECK_FALSE(at_most(1.0, 0.0));
}

TEST_CASE("years: conduct of the year before, in the first year its own first month; only where there is behaviour") {
    simulation::Conduct<double> first_month;
    first_month.real_wage_index = 1.0;
    std::vector<YearView> years(3);
    for (std::size_t i = 0; i < 3; ++i) {
        years[i].behaves = true;
        years[i].conduct.real_wage_index = 2.0 + static_cast<double>(i);
        years[i].now.total_assets = 10.0 + static_cast<double>(i);
    }
    accounting::Books<double> opening;
    opening.total_assets = 9.0;
    link_years(years, opening, first_month, 0.5);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(years[i].conduct_before.real_wage_index == 1.0 + static_cast<double>(i));
        CHECK(years[i].before.total_assets == 9.0 + static_cast<double>(i));
    }
    CHECK(years[0].previous_sales == 0.5);
    std::vector<YearView> without(2);
    link_years(without, opening, first_month, 0.5);
    for (const auto& year : without) CHECK(year.conduct_before.real_wage_index == 0.0);
}

TEST_CASE("figures: every figure of the books and of conduct by its name") {
    YearView year;
    year.behaves = true;
    double next = 1.0;
    for (const auto& row : accounting::variables<double>) year.now.*row.field = next++;
    for (const auto& row : simulation::conduct_variables<double>) year.conduct.*row.field = next++;
    next = 1.0;
    for (const auto& row : accounting::variables<double>) CHECK(figure(year, row.name) == next++);
    for (const auto& row : simulation::conduct_variables<double>) CHECK(figure(year, row.name) == next++);
    year.behaves = false;
    for (const auto& row : simulation::conduct_variables<double>) CHECK_FALSE(figure(year, row.name));
}

TEST_CASE("indicators: half a yen of debt is debt") {
    YearView y = invented_year();
    y.now.overdraft = y.now.short_term_loans = y.now.bonds = 0.0;
    y.now.long_term_loans = 0.5;
    check(y, "debt_repayment_years_b", 0.5 / 14e6);
}

TEST_CASE("thresholds: rounding grows with the threshold, whatever its sign, and below one no further shrinks") {
    CHECK(at_least(1e12 - 0.05, 1e12));
    CHECK_FALSE(at_least(1e12 - 0.2, 1e12));
    CHECK(at_least(-1e12 - 0.05, -1e12));
    CHECK(at_least(0.045 - 5e-14, 0.045));
    CHECK_FALSE(at_least(0.045 - 2e-13, 0.045));
    CHECK(at_least(-5e-14, 0.0));
}
