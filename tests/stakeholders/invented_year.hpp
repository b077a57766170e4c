// A small invented company whose figures can be reckoned by head. Amounts in million yen in the comments.
#pragma once

#include "stakeholders/indicator.hpp"

#include <vector>

namespace goho::stakeholders {

inline YearView invented_year() {
    constexpr double m = 1e6;
    YearView y;
    y.first = Month::of(2027, 4);
    y.last = Month::of(2028, 3);
    y.label = {"FY2027", "2027年度（2028年3月期）"};
    y.previous_sales = 100 * m;
    y.before.total_assets = 60 * m;
    y.before.net_assets = 30 * m;

    auto& b = y.now;
    b.net_sales = 120 * m;
    b.cost_of_goods = 40 * m;
    b.other_variable_cost = 8 * m;
    b.variable_cost = 48 * m;
    b.marginal_profit = 72 * m;
    b.officer_pay = 8 * m;
    b.employee_pay = 20 * m;
    b.part_time_pay = 2 * m;
    b.bonus_cost = 2 * m;
    b.personnel_cost = 36 * m;
    b.rent_and_lease = 6 * m;
    b.taxes_and_dues = 1 * m;
    b.depreciation = 5 * m;
    b.fixed_cost = 60 * m;
    b.operating_income = 12 * m;
    b.cost_of_sales = 72 * m;
    b.gross_profit = 48 * m;
    b.interest_expense = 2 * m;
    b.ordinary_income = 10 * m;
    b.corporate_taxes = 3 * m;
    b.net_income = 7 * m;
    b.cash = 20 * m;
    b.notes_receivable = 4 * m;
    b.accounts_receivable = 16 * m;
    b.inventory = 8 * m;
    b.current_assets = 50 * m;
    b.total_assets = 100 * m;
    b.notes_payable = 2 * m;
    b.accounts_payable = 6 * m;
    b.overdraft = 1 * m;
    b.short_term_loans = 5 * m;
    b.long_term_loans = 30 * m;
    b.bonds = 4 * m;
    b.other_liabilities = 2 * m;
    b.total_liabilities = 60 * m;
    b.net_assets = 40 * m;
    b.purchases = 36.5 * m;
    b.loans_repaid = 5 * m;
    b.employees = 10;
    b.labour_hours = 20000;
    return y;
}

/// The invented year again and again, from April 2027.
inline std::vector<YearView> years_of(int count) {
    std::vector<YearView> years;
    for (int i = 0; i < count; ++i) {
        YearView y = invented_year();
        y.first = Month::of(2027 + i, 4);
        y.last = Month::of(2028 + i, 3);
        years.push_back(y);
    }
    return years;
}

}  // namespace goho::stakeholders
