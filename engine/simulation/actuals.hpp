// Months as they happened: figures from the company's books that stand in place of what the plan would give. They cover
// the first months of a plan without a gap; what is not given stays as planned. From the last of them the plan goes on.
// What they do to a month: month_actuals.hpp. Theory: docs/model/accounting.md, AC-1 to AC-9.
#pragma once

#include "core/label.hpp"
#include "core/parameter.hpp"

#include <array>
#include <limits>
#include <string_view>
#include <tuple>
#include <vector>

namespace goho::simulation {

namespace actual {

/// A figure that the books do not say.
inline constexpr double not_given = std::numeric_limits<double>::quiet_NaN();
constexpr bool given(double figure) { return figure == figure; }

struct Segment {
    double net_sales = not_given, volume = not_given, cost_of_goods = not_given, inventory = not_given;
};
struct CostLine {
    double amount = not_given;
};
struct JobGroup {
    double pay = not_given, bonus = not_given, social_insurance = not_given, hiring_cost = not_given, bonus_allowance = not_given;
};
struct Asset {
    double depreciation = not_given, book_value = not_given;
};
struct Loan {
    double interest = not_given, balance = not_given;
};
struct Company {
    double non_operating_income = not_given, extraordinary_income = not_given, extraordinary_losses = not_given,
           corporate_taxes = not_given;
    double accounts_receivable = not_given, notes_receivable = not_given, other_current_assets = not_given,
           other_fixed_assets = not_given, accounts_payable = not_given, notes_payable = not_given, other_payables = not_given,
           corporate_tax_owed = not_given, consumption_tax_owed = not_given, other_liabilities = not_given,
           paid_in_capital = not_given, retained_earnings = not_given, cash = not_given;
};

/// A figure that the books may give: its key in the file, and what it is.
template <class S> struct Figure {
    std::string_view name;
    double S::*field;
    std::string_view unit;
    Label label, meaning;
};
inline constexpr Range valid{-1e13, 1e13};

inline constexpr auto segment_figures = std::to_array<Figure<Segment>>({
    {"net_sales", &Segment::net_sales, "yen", {"Net sales", "売上高"}, {"Without consumption tax.", "税抜の売上高。"}},
    {"volume", &Segment::volume, "units", {"Volume", "販売数量"},
     {"Units sold; without it the planned price stands and the volume follows sales.", "販売数量。省略時は計画単価のまま、数量が売上に従う。"}},
    {"cost_of_goods", &Segment::cost_of_goods, "yen", {"Materials and goods", "材料費・商品仕入"},
     {"Materials or goods in what was sold.", "売上に対応する材料費・商品原価。"}},
    {"inventory", &Segment::inventory, "yen", {"Inventory", "棚卸資産"}, {"At the end of the month.", "月末の残高。"}},
});
inline constexpr auto cost_line_figures = std::to_array<Figure<CostLine>>({
    {"amount", &CostLine::amount, "yen", {"Cost", "費用"}, {"The whole line, without consumption tax.", "その費目の合計（税抜）。"}},
});
inline constexpr auto job_group_figures = std::to_array<Figure<JobGroup>>({
    {"pay", &JobGroup::pay, "yen", {"Pay", "給与"}, {"With overtime, without bonus.", "残業手当を含み、賞与を除く。"}},
    {"bonus", &JobGroup::bonus, "yen", {"Bonus", "賞与"}, {"Charged to the month, accrued or paid.", "その月の費用（引当または支給）。"}},
    {"social_insurance", &JobGroup::social_insurance, "yen", {"Social insurance", "法定福利費"}, {"The employer's share.", "会社負担分。"}},
    {"hiring_cost", &JobGroup::hiring_cost, "yen", {"Hiring cost", "採用費"}, {"Of the month.", "その月の採用費。"}},
    {"bonus_allowance", &JobGroup::bonus_allowance, "yen", {"Bonus allowance", "賞与引当金"}, {"At the end of the month.", "月末の残高。"}},
});
inline constexpr auto asset_figures = std::to_array<Figure<Asset>>({
    {"depreciation", &Asset::depreciation, "yen", {"Depreciation", "減価償却費"}, {"Of the month.", "その月の償却費。"}},
    {"book_value", &Asset::book_value, "yen", {"Book value", "帳簿価額"},
     {"At the end of the month; a rise was bought, a fall beyond depreciation was sold at book value.",
      "月末の残高。増加は取得、償却を超える減少は簿価での売却とみなす。"}},
});
inline constexpr auto loan_figures = std::to_array<Figure<Loan>>({
    {"interest", &Loan::interest, "yen", {"Interest and guarantee fee", "支払利息・保証料"}, {"Of the month.", "その月の額。"}},
    {"balance", &Loan::balance, "yen", {"Loan balance", "借入残高"},
     {"At the end of the month; a rise was drawn, a fall repaid.", "月末の残高。増加は借入、減少は返済。"}},
});
inline constexpr auto company_figures = std::to_array<Figure<Company>>({
    {"non_operating_income", &Company::non_operating_income, "yen", {"Non-operating income", "営業外収益"}, {"Of the month.", "その月の額。"}},
    {"extraordinary_income", &Company::extraordinary_income, "yen", {"Extraordinary income", "特別利益"}, {"Of the month.", "その月の額。"}},
    {"extraordinary_losses", &Company::extraordinary_losses, "yen", {"Extraordinary losses", "特別損失"}, {"Of the month.", "その月の額。"}},
    {"corporate_taxes", &Company::corporate_taxes, "yen", {"Corporate taxes", "法人税等"}, {"Charged to the month.", "その月に計上した額。"}},
    {"accounts_receivable", &Company::accounts_receivable, "yen", {"Accounts receivable", "売掛金"}, {"At the end of the month.", "月末の残高。"}},
    {"notes_receivable", &Company::notes_receivable, "yen", {"Notes receivable", "受取手形"}, {"At the end of the month.", "月末の残高。"}},
    {"other_current_assets", &Company::other_current_assets, "yen", {"Other current assets", "その他流動資産"}, {"At the end of the month.", "月末の残高。"}},
    {"other_fixed_assets", &Company::other_fixed_assets, "yen", {"Other fixed assets", "その他固定資産"},
     {"At the end of the month, without what is listed among the assets.", "月末の残高（個別資産に載せたものを除く）。"}},
    {"accounts_payable", &Company::accounts_payable, "yen", {"Accounts payable", "買掛金"}, {"At the end of the month.", "月末の残高。"}},
    {"notes_payable", &Company::notes_payable, "yen", {"Notes payable", "支払手形"}, {"At the end of the month.", "月末の残高。"}},
    {"other_payables", &Company::other_payables, "yen", {"Other payables", "未払金"}, {"At the end of the month.", "月末の残高。"}},
    {"corporate_tax_owed", &Company::corporate_tax_owed, "yen", {"Corporate taxes owed", "未払法人税等"},
     {"At the end of the month; below zero where more was prepaid.", "月末の残高（前払のときは負）。"}},
    {"consumption_tax_owed", &Company::consumption_tax_owed, "yen", {"Consumption tax owed", "未払消費税等"},
     {"At the end of the month: collected less paid on purchases and prepaid; below zero for a refund.",
      "月末の残高（仮受−仮払−中間納付を含む。還付のときは負）。"}},
    {"other_liabilities", &Company::other_liabilities, "yen", {"Other liabilities", "その他負債"}, {"At the end of the month.", "月末の残高。"}},
    {"paid_in_capital", &Company::paid_in_capital, "yen", {"Paid-in capital", "資本金等"}, {"At the end of the month.", "月末の残高。"}},
    {"retained_earnings", &Company::retained_earnings, "yen", {"Retained earnings", "利益剰余金"},
     {"At the end of the month; a change beyond net income was paid to the owners.", "月末の残高。純利益を超える変動は配当とみなす。"}},
    {"cash", &Company::cash, "yen", {"Cash and deposits", "現金預金"},
     {"At the end of the month: only compared with what all other figures give.", "月末の残高。ほかの数値から決まる残高との照合だけに使う。"}},
});
template <class Rows, class S> constexpr bool every_figure_has_a_row(const Rows& rows) { return sizeof(S) == rows.size() * sizeof(double); }
static_assert(every_figure_has_a_row<decltype(segment_figures), Segment>(segment_figures));
static_assert(every_figure_has_a_row<decltype(cost_line_figures), CostLine>(cost_line_figures));
static_assert(every_figure_has_a_row<decltype(job_group_figures), JobGroup>(job_group_figures));
static_assert(every_figure_has_a_row<decltype(asset_figures), Asset>(asset_figures));
static_assert(every_figure_has_a_row<decltype(loan_figures), Loan>(loan_figures));
static_assert(every_figure_has_a_row<decltype(company_figures), Company>(company_figures));

}  // namespace actual

/// One month as it happened; items in the order of the plan's sections.
struct ActualMonth {
    std::vector<actual::Segment> segments;
    std::vector<actual::CostLine> cost_lines;
    std::vector<actual::JobGroup> job_groups;
    std::vector<actual::Asset> assets;
    std::vector<actual::Loan> loans;
    actual::Company company;
};

/// Calls f(key, member, figures) for what a month holds by item; the keys are those of the plan's sections.
template <class F> constexpr void for_each_actual_section(F&& f) {
    f("segments", &ActualMonth::segments, actual::segment_figures);
    f("cost_lines", &ActualMonth::cost_lines, actual::cost_line_figures);
    f("job_groups", &ActualMonth::job_groups, actual::job_group_figures);
    f("assets", &ActualMonth::assets, actual::asset_figures);
    f("loans", &ActualMonth::loans, actual::loan_figures);
}

struct Actuals {
    std::vector<ActualMonth> months;  // from the plan's first on

    /// The month as it happened; null where the plan speaks.
    const ActualMonth* at(int t) const { return t < static_cast<int>(months.size()) ? &months[static_cast<std::size_t>(t)] : nullptr; }
};

}  // namespace goho::simulation
