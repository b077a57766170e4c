// What a run leaves: the books of every month, the segments, and the detail by contract, asset, line and group.
#pragma once

#include "accounting/books.hpp"
#include "core/calendar.hpp"
#include "core/variable.hpp"
#include "simulation/conduct.hpp"

#include <array>
#include <span>
#include <vector>

namespace goho::simulation {

template <class Real> struct LoanMonth { Real balance{}, drawn{}, repaid{}, interest{}, guarantee_fee{}; };
template <class Real> struct AssetMonth {
    Real book_value{}, construction{}, depreciation{}, spending{}, purchase_tax{}, proceeds{}, expense{}, expense_tax{};
};
template <class Real> struct LineMonth { Real fixed_cost{}, variable_cost{}, purchase_tax{}; };
template <class Real> struct GroupMonth { Real cost{}, headcount{}, paid{}, bonus_paid{}; };
/// What moves between accounts of the balance sheet and shows in no statement; a journal needs it.
template <class Real> struct Transfers { Real goods_tax{}, notes_received{}, notes_given{}, extraordinary{}, other_fixed_assets{}; };

/// The details by name, in the order of their members.
template <class Real>
inline constexpr auto loan_variables = std::to_array<Variable<LoanMonth<Real>, Real>>({
    stock("balance", &LoanMonth<Real>::balance, "yen", {"Loan balance", "借入残高"}, "LN-8"),
    flow("drawn", &LoanMonth<Real>::drawn, "yen", {"Drawn", "借入額"}, "LN-8"),
    flow("repaid", &LoanMonth<Real>::repaid, "yen", {"Repaid", "返済額"}, "LN-8"),
    flow("interest", &LoanMonth<Real>::interest, "yen", {"Interest", "支払利息"}, "LN-1"),
    flow("guarantee_fee", &LoanMonth<Real>::guarantee_fee, "yen", {"Guarantee fee", "信用保証料"}, "LN-2"),
});
template <class Real>
inline constexpr auto asset_variables = std::to_array<Variable<AssetMonth<Real>, Real>>({
    stock("book_value", &AssetMonth<Real>::book_value, "yen", {"Book value", "帳簿価額"}, "FA-8"),
    stock("construction", &AssetMonth<Real>::construction, "yen", {"Construction in progress", "建設仮勘定"}, "FA-1"),
    flow("depreciation", &AssetMonth<Real>::depreciation, "yen", {"Depreciation", "減価償却費"}, "FA-7"),
    flow("spending", &AssetMonth<Real>::spending, "yen", {"Instalment", "支出額"}, "FA-1"),
    flow("purchase_tax", &AssetMonth<Real>::purchase_tax, "yen", {"Consumption tax on it", "支出にかかる消費税"}, "FA-1"),
    flow("proceeds", &AssetMonth<Real>::proceeds, "yen", {"Disposal proceeds", "売却収入"}, "FA-9"),
    flow("expense", &AssetMonth<Real>::expense, "yen", {"Expensed or running cost", "費用処理額・運用費"}, "IV-2"),
    flow("expense_tax", &AssetMonth<Real>::expense_tax, "yen", {"Consumption tax on that cost", "費用にかかる消費税"}, "IV-3"),
});
template <class Real>
inline constexpr auto line_variables = std::to_array<Variable<LineMonth<Real>, Real>>({
    flow("fixed_cost", &LineMonth<Real>::fixed_cost, "yen", {"Fixed cost", "固定費"}, "CL-2"),
    flow("variable_cost", &LineMonth<Real>::variable_cost, "yen", {"Variable cost", "変動費"}, "CL-3"),
    flow("purchase_tax", &LineMonth<Real>::purchase_tax, "yen", {"Consumption tax on it", "支払にかかる消費税"}, "CL-4"),
});
template <class Real>
inline constexpr auto group_variables = std::to_array<Variable<GroupMonth<Real>, Real>>({
    flow("cost", &GroupMonth<Real>::cost, "yen", {"Personnel cost", "人件費"}, "PL-4"),
    stock("paid_headcount", &GroupMonth<Real>::headcount, "people", {"People on the payroll", "給与支払人員"}, "PY-6"),
    flow("paid", &GroupMonth<Real>::paid, "yen", {"Paid, with this month's insurance", "支払額（当月分の社会保険料を含む）"}, "CF-8"),
    flow("bonus_paid", &GroupMonth<Real>::bonus_paid, "yen", {"Bonus paid", "賞与支払額"}, "PY-9"),
});
template <class Real>
inline constexpr auto transfer_variables = std::to_array<Variable<Transfers<Real>, Real>>({
    flow("goods_tax", &Transfers<Real>::goods_tax, "yen", {"Consumption tax on goods", "仕入にかかる消費税"}, "SG-8"),
    flow("notes_received", &Transfers<Real>::notes_received, "yen", {"Notes received for accounts", "売掛金の手形回収"}, "TM-3"),
    flow("notes_given", &Transfers<Real>::notes_given, "yen", {"Notes given for accounts", "買掛金の手形支払"}, "TM-3"),
    flow("other_extraordinary", &Transfers<Real>::extraordinary, "yen", {"Extraordinary items of the books beyond the plan", "計画にない特別損益（実績）"}, "AC-9"),
    flow("other_fixed_assets_bought", &Transfers<Real>::other_fixed_assets, "yen", {"Other fixed assets bought", "その他固定資産の取得"}, "AC-9"),
});
static_assert(sizeof(LoanMonth<double>) == loan_variables<double>.size() * sizeof(double), "every detail is in its table");
static_assert(sizeof(AssetMonth<double>) == asset_variables<double>.size() * sizeof(double));
static_assert(sizeof(LineMonth<double>) == line_variables<double>.size() * sizeof(double));
static_assert(sizeof(GroupMonth<double>) == group_variables<double>.size() * sizeof(double));
static_assert(sizeof(Transfers<double>) == transfer_variables<double>.size() * sizeof(double));

/// A month-by-item table: at(t, i).
template <class T> struct Grid {
    int items = 0;
    std::vector<T> cells;
    Grid() = default;
    Grid(int months, int items_) : items(items_), cells(static_cast<std::size_t>(months) * items_) {}
    T& at(int t, int item) { return cells[static_cast<std::size_t>(t) * items + item]; }
    const T& at(int t, int item) const { return cells[static_cast<std::size_t>(t) * items + item]; }
    std::span<T> row(int t) { return {cells.data() + static_cast<std::size_t>(t) * items, static_cast<std::size_t>(items)}; }
};

template <class Real> struct Trajectory {
    Month start;
    int fiscal_year_start = 4;
    accounting::Books<Real> opening;              // only its balance sheet is filled
    std::vector<accounting::Books<Real>> months;
    Grid<accounting::SegmentBooks<Real>> segments;
    Grid<LoanMonth<Real>> loans;
    Grid<AssetMonth<Real>> assets;
    Grid<AssetMonth<Real>> investments;
    Grid<LineMonth<Real>> lines;
    Grid<GroupMonth<Real>> groups;
    std::vector<Transfers<Real>> transfers;       // by month
    bool behaves = false;                         // otherwise what follows holds zeros
    std::vector<Conduct<Real>> conduct;           // by month
    Grid<CustomerMonth<Real>> customers;
    Grid<InitiativeMonth<Real>> initiatives;
    Grid<PeopleMonth<Real>> people;
};

}  // namespace goho::simulation
