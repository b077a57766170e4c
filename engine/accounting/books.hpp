// The books of a company for one period: profit and loss in both forms, balance sheet, cash flow, and the cash
// table a bank reads. Flows are sums over the period, stocks stand at its end. The table below names every line
// once, for files, screens and pages. Identities: docs/model/accounting.md, PL, BS and CF equations.
#pragma once

#include "core/variable.hpp"

#include <array>

namespace goho::accounting {

template <class Real> struct Books {
    // Profit and loss, managerial form
    Real net_sales{}, cost_of_goods{}, other_variable_cost{}, variable_cost{}, marginal_profit{};
    Real officer_pay{}, employee_pay{}, part_time_pay{}, bonus_cost{}, social_insurance{}, hiring_cost{}, personnel_cost{};
    Real rent_and_lease{}, it_cost{}, support_service_cost{}, advertising_cost{}, research_development_cost{}, training_cost{};
    Real taxes_and_dues{}, other_fixed_cost{}, depreciation{}, fixed_cost{}, operating_income{};
    // Statutory form and below
    Real cost_of_sales{}, gross_profit{}, sga_expenses{};
    Real non_operating_income{}, interest_expense{}, non_operating_expenses{}, ordinary_income{};
    Real extraordinary_income{}, extraordinary_losses{}, profit_before_tax{}, corporate_taxes{}, net_income{};
    // Balance sheet
    Real cash{}, notes_receivable{}, accounts_receivable{}, inventory{}, tax_receivable{}, other_receivables{}, other_current_assets{},
        current_assets{};
    Real buildings{}, machinery{}, vehicles{}, tools{}, land{}, software{}, construction_in_progress{}, other_fixed_assets{},
        fixed_assets{}, accumulated_depreciation{}, total_assets{};
    Real notes_payable{}, accounts_payable{}, other_payables{}, accrued_corporate_tax{}, consumption_tax_payable{}, bonus_allowance{};
    Real overdraft{}, short_term_loans{}, long_term_loans{}, bonds{}, other_liabilities{}, total_liabilities{};
    Real paid_in_capital{}, retained_earnings{}, net_assets{};
    // Cash flow, indirect method
    Real receivables_increase{}, inventory_increase{}, payables_increase{}, other_working_capital_change{}, disposal_gain{};
    Real corporate_tax_paid{}, operating_cash_flow{};
    Real capital_expenditure{}, disposal_proceeds{}, investing_cash_flow{}, free_cash_flow{};
    Real loans_drawn{}, loans_repaid{}, overdraft_change{}, dividends_paid{}, capital_paid_in{}, financing_cash_flow{}, cash_change{};
    // Cash table, direct method
    Real cash_sales{}, accounts_collected{}, notes_collected{}, other_receipts{}, ordinary_receipts{};
    Real purchases_paid{}, notes_paid{}, personnel_paid{}, other_costs_paid{}, interest_paid{}, consumption_tax_paid{}, ordinary_payments{};
    Real ordinary_balance{}, other_balance{}, financing_balance{};
    // What the figures above are reckoned from
    Real sales_tax{}, purchase_tax{}, purchases{}, consumption_tax_rounding{}, taxable_income{}, tax_loss_used{}, employees{}, labour_hours{};
};

template <class Real> using B = Books<Real>;

template <class Real>
constexpr Variable<B<Real>, Real> yen_flow(std::string_view name, Real B<Real>::*field, Label label, Better better,
                                           std::string_view equation) {
    return {name, field, "yen", Kind::flow, label, better, equation};
}
template <class Real>
constexpr Variable<B<Real>, Real> yen_stock(std::string_view name, Real B<Real>::*field, Label label, Better better,
                                            std::string_view equation) {
    return {name, field, "yen", Kind::stock, label, better, equation};
}

template <class Real>
inline constexpr auto variables = std::to_array<Variable<B<Real>, Real>>({
    yen_flow("net_sales", &B<Real>::net_sales, {"Net sales", "売上高"}, Better::higher, "PL-1"),
    yen_flow("cost_of_goods", &B<Real>::cost_of_goods, {"Materials and goods", "材料費・商品仕入"}, Better::lower, "PL-2"),
    yen_flow("other_variable_cost", &B<Real>::other_variable_cost, {"Other variable cost", "その他変動費"}, Better::lower, "PL-2"),
    yen_flow("variable_cost", &B<Real>::variable_cost, {"Variable cost", "変動費"}, Better::lower, "PL-2"),
    yen_flow("marginal_profit", &B<Real>::marginal_profit, {"Marginal profit", "限界利益"}, Better::higher, "PL-3"),
    yen_flow("officer_pay", &B<Real>::officer_pay, {"Officers' pay", "役員報酬"}, Better::neither, "PL-4"),
    yen_flow("employee_pay", &B<Real>::employee_pay, {"Wages and salaries", "給料手当"}, Better::neither, "PL-4"),
    yen_flow("part_time_pay", &B<Real>::part_time_pay, {"Part-time wages", "雑給"}, Better::neither, "PL-4"),
    yen_flow("bonus_cost", &B<Real>::bonus_cost, {"Bonus accrued", "賞与（引当）"}, Better::neither, "PL-4"),
    yen_flow("social_insurance", &B<Real>::social_insurance, {"Social insurance", "法定福利費"}, Better::neither, "PL-4"),
    yen_flow("hiring_cost", &B<Real>::hiring_cost, {"Hiring cost", "採用費"}, Better::lower, "PL-4"),
    yen_flow("personnel_cost", &B<Real>::personnel_cost, {"Personnel cost", "人件費"}, Better::neither, "PL-4"),
    yen_flow("rent_and_lease", &B<Real>::rent_and_lease, {"Rent and lease", "地代家賃・リース料"}, Better::lower, "PL-5"),
    yen_flow("it_cost", &B<Real>::it_cost, {"IT and subscriptions", "IT・サブスク費"}, Better::lower, "PL-5"),
    yen_flow("support_service_cost", &B<Real>::support_service_cost, {"Support services and outsourcing", "業務支援・業務委託費"}, Better::lower, "PL-5"),
    yen_flow("advertising_cost", &B<Real>::advertising_cost, {"Advertising", "広告宣伝費"}, Better::neither, "PL-5"),
    yen_flow("research_development_cost", &B<Real>::research_development_cost, {"Research and development", "研究開発費"}, Better::neither, "PL-5"),
    yen_flow("training_cost", &B<Real>::training_cost, {"Training", "教育研修費"}, Better::neither, "PL-5"),
    yen_flow("taxes_and_dues", &B<Real>::taxes_and_dues, {"Taxes and dues", "租税公課"}, Better::lower, "PL-5"),
    yen_flow("other_fixed_cost", &B<Real>::other_fixed_cost, {"Other fixed cost", "その他固定費"}, Better::lower, "PL-5"),
    yen_flow("depreciation", &B<Real>::depreciation, {"Depreciation", "減価償却費"}, Better::neither, "FA-7"),
    yen_flow("fixed_cost", &B<Real>::fixed_cost, {"Fixed cost", "固定費"}, Better::lower, "PL-6"),
    yen_flow("operating_income", &B<Real>::operating_income, {"Operating income", "営業利益"}, Better::higher, "PL-7"),
    yen_flow("cost_of_sales", &B<Real>::cost_of_sales, {"Cost of sales", "売上原価"}, Better::lower, "PL-8"),
    yen_flow("gross_profit", &B<Real>::gross_profit, {"Gross profit", "売上総利益"}, Better::higher, "PL-9"),
    yen_flow("sga_expenses", &B<Real>::sga_expenses, {"SG&A expenses", "販管費"}, Better::lower, "PL-8"),
    yen_flow("non_operating_income", &B<Real>::non_operating_income, {"Non-operating income", "営業外収益"}, Better::higher, "PL-10"),
    yen_flow("interest_expense", &B<Real>::interest_expense, {"Interest and guarantee fees", "支払利息・保証料"}, Better::lower, "PL-10"),
    yen_flow("non_operating_expenses", &B<Real>::non_operating_expenses, {"Other non-operating expenses", "その他営業外費用"}, Better::lower, "PL-10"),
    yen_flow("ordinary_income", &B<Real>::ordinary_income, {"Ordinary income", "経常利益"}, Better::higher, "PL-10"),
    yen_flow("extraordinary_income", &B<Real>::extraordinary_income, {"Extraordinary income", "特別利益"}, Better::higher, "PL-11"),
    yen_flow("extraordinary_losses", &B<Real>::extraordinary_losses, {"Extraordinary losses", "特別損失"}, Better::lower, "PL-11"),
    yen_flow("profit_before_tax", &B<Real>::profit_before_tax, {"Profit before tax", "税引前当期純利益"}, Better::higher, "PL-11"),
    yen_flow("corporate_taxes", &B<Real>::corporate_taxes, {"Corporate taxes", "法人税等"}, Better::neither, "TX-10"),
    yen_flow("net_income", &B<Real>::net_income, {"Net income", "当期純利益"}, Better::higher, "PL-12"),
    yen_stock("cash", &B<Real>::cash, {"Cash and deposits", "現金預金"}, Better::higher, "CA-5"),
    yen_stock("notes_receivable", &B<Real>::notes_receivable, {"Notes receivable", "受取手形"}, Better::neither, "BS-1"),
    yen_stock("accounts_receivable", &B<Real>::accounts_receivable, {"Accounts receivable", "売掛金"}, Better::neither, "BS-2"),
    yen_stock("inventory", &B<Real>::inventory, {"Inventory", "棚卸資産"}, Better::neither, "SG-7"),
    yen_stock("tax_receivable", &B<Real>::tax_receivable, {"Tax receivable", "未収還付税金"}, Better::neither, "BS-3"),
    yen_stock("other_receivables", &B<Real>::other_receivables, {"Other receivables", "未収入金"}, Better::neither, "BS-4"),
    yen_stock("other_current_assets", &B<Real>::other_current_assets, {"Other current assets", "その他流動資産"}, Better::neither, "BS-5"),
    yen_stock("current_assets", &B<Real>::current_assets, {"Current assets", "流動資産"}, Better::higher, "BS-6"),
    yen_stock("buildings", &B<Real>::buildings, {"Buildings and structures", "建物・構築物"}, Better::neither, "FA-8"),
    yen_stock("machinery", &B<Real>::machinery, {"Machinery", "機械装置"}, Better::neither, "FA-8"),
    yen_stock("vehicles", &B<Real>::vehicles, {"Vehicles", "車両運搬具"}, Better::neither, "FA-8"),
    yen_stock("tools", &B<Real>::tools, {"Tools and equipment", "工具器具備品"}, Better::neither, "FA-8"),
    yen_stock("land", &B<Real>::land, {"Land", "土地"}, Better::neither, "FA-8"),
    yen_stock("software", &B<Real>::software, {"Software", "ソフトウェア"}, Better::neither, "FA-8"),
    yen_stock("construction_in_progress", &B<Real>::construction_in_progress, {"Construction in progress", "建設仮勘定"}, Better::neither, "FA-1"),
    yen_stock("other_fixed_assets", &B<Real>::other_fixed_assets, {"Other fixed assets", "その他固定資産"}, Better::neither, "BS-5"),
    yen_stock("fixed_assets", &B<Real>::fixed_assets, {"Fixed assets", "固定資産"}, Better::neither, "BS-7"),
    yen_stock("accumulated_depreciation", &B<Real>::accumulated_depreciation, {"Accumulated depreciation", "減価償却累計額"}, Better::neither, "BS-7"),
    yen_stock("total_assets", &B<Real>::total_assets, {"Total assets", "資産合計"}, Better::neither, "BS-8"),
    yen_stock("notes_payable", &B<Real>::notes_payable, {"Notes payable", "支払手形"}, Better::neither, "BS-9"),
    yen_stock("accounts_payable", &B<Real>::accounts_payable, {"Accounts payable", "買掛金"}, Better::neither, "BS-10"),
    yen_stock("other_payables", &B<Real>::other_payables, {"Other payables", "未払金"}, Better::neither, "BS-11"),
    yen_stock("accrued_corporate_tax", &B<Real>::accrued_corporate_tax, {"Accrued corporate taxes", "未払法人税等"}, Better::neither, "TX-13"),
    yen_stock("consumption_tax_payable", &B<Real>::consumption_tax_payable, {"Consumption tax payable", "未払消費税等"}, Better::neither, "CT-6"),
    yen_stock("bonus_allowance", &B<Real>::bonus_allowance, {"Bonus allowance", "賞与引当金"}, Better::neither, "PY-9"),
    yen_stock("overdraft", &B<Real>::overdraft, {"Overdraft", "当座貸越"}, Better::lower, "CA-4"),
    yen_stock("short_term_loans", &B<Real>::short_term_loans, {"Short-term loans", "短期借入金"}, Better::lower, "LN-8"),
    yen_stock("long_term_loans", &B<Real>::long_term_loans, {"Long-term loans", "長期借入金"}, Better::lower, "LN-8"),
    yen_stock("bonds", &B<Real>::bonds, {"Bonds", "社債"}, Better::lower, "LN-8"),
    yen_stock("other_liabilities", &B<Real>::other_liabilities, {"Other liabilities", "その他負債"}, Better::neither, "BS-5"),
    yen_stock("total_liabilities", &B<Real>::total_liabilities, {"Total liabilities", "負債合計"}, Better::lower, "BS-12"),
    yen_stock("paid_in_capital", &B<Real>::paid_in_capital, {"Paid-in capital", "資本金等"}, Better::neither, "BS-13"),
    yen_stock("retained_earnings", &B<Real>::retained_earnings, {"Retained earnings", "利益剰余金"}, Better::higher, "BS-14"),
    yen_stock("net_assets", &B<Real>::net_assets, {"Net assets", "純資産"}, Better::higher, "BS-15"),
    yen_flow("receivables_increase", &B<Real>::receivables_increase, {"Increase in receivables", "売上債権の増加"}, Better::neither, "CF-1"),
    yen_flow("inventory_increase", &B<Real>::inventory_increase, {"Increase in inventory", "棚卸資産の増加"}, Better::neither, "CF-1"),
    yen_flow("payables_increase", &B<Real>::payables_increase, {"Increase in payables", "仕入債務の増加"}, Better::neither, "CF-1"),
    yen_flow("other_working_capital_change", &B<Real>::other_working_capital_change, {"Other working capital", "その他運転資本の増減"}, Better::neither, "CF-1"),
    yen_flow("disposal_gain", &B<Real>::disposal_gain, {"Gain on disposal", "固定資産売却損益"}, Better::neither, "FA-9"),
    yen_flow("corporate_tax_paid", &B<Real>::corporate_tax_paid, {"Corporate taxes paid", "法人税等の支払"}, Better::neither, "TX-8"),
    yen_flow("operating_cash_flow", &B<Real>::operating_cash_flow, {"Operating cash flow", "営業CF"}, Better::higher, "CF-2"),
    yen_flow("capital_expenditure", &B<Real>::capital_expenditure, {"Capital expenditure", "設備投資支出"}, Better::neither, "CF-3"),
    yen_flow("disposal_proceeds", &B<Real>::disposal_proceeds, {"Disposal proceeds", "固定資産売却収入"}, Better::neither, "CF-3"),
    yen_flow("investing_cash_flow", &B<Real>::investing_cash_flow, {"Investing cash flow", "投資CF"}, Better::neither, "CF-3"),
    yen_flow("free_cash_flow", &B<Real>::free_cash_flow, {"Free cash flow", "フリーCF"}, Better::higher, "CF-4"),
    yen_flow("loans_drawn", &B<Real>::loans_drawn, {"Loans drawn", "借入による収入"}, Better::neither, "CF-5"),
    yen_flow("loans_repaid", &B<Real>::loans_repaid, {"Loans repaid", "借入金の返済"}, Better::neither, "CF-5"),
    yen_flow("overdraft_change", &B<Real>::overdraft_change, {"Change in overdraft", "当座貸越の増減"}, Better::neither, "CF-5"),
    yen_flow("dividends_paid", &B<Real>::dividends_paid, {"Dividends paid", "配当金の支払"}, Better::neither, "CA-2"),
    yen_flow("capital_paid_in", &B<Real>::capital_paid_in, {"Capital paid in", "増資による収入"}, Better::neither, "CF-5"),
    yen_flow("financing_cash_flow", &B<Real>::financing_cash_flow, {"Financing cash flow", "財務CF"}, Better::neither, "CF-5"),
    yen_flow("cash_change", &B<Real>::cash_change, {"Change in cash", "現金の増減"}, Better::higher, "CF-6"),
    yen_flow("cash_sales", &B<Real>::cash_sales, {"Cash sales", "現金売上"}, Better::neither, "CF-7"),
    yen_flow("accounts_collected", &B<Real>::accounts_collected, {"Accounts collected", "売掛金回収"}, Better::neither, "CF-7"),
    yen_flow("notes_collected", &B<Real>::notes_collected, {"Notes collected", "手形期日入金"}, Better::neither, "CF-7"),
    yen_flow("other_receipts", &B<Real>::other_receipts, {"Other receipts", "その他収入"}, Better::neither, "CF-7"),
    yen_flow("ordinary_receipts", &B<Real>::ordinary_receipts, {"Ordinary receipts", "経常収入"}, Better::higher, "CF-7"),
    yen_flow("purchases_paid", &B<Real>::purchases_paid, {"Purchases paid", "仕入代金支払"}, Better::neither, "CF-8"),
    yen_flow("notes_paid", &B<Real>::notes_paid, {"Notes paid", "手形決済"}, Better::neither, "CF-8"),
    yen_flow("personnel_paid", &B<Real>::personnel_paid, {"Personnel paid", "人件費支払"}, Better::neither, "CF-8"),
    yen_flow("other_costs_paid", &B<Real>::other_costs_paid, {"Other costs paid", "諸経費支払"}, Better::neither, "CF-8"),
    yen_flow("interest_paid", &B<Real>::interest_paid, {"Interest paid", "支払利息"}, Better::neither, "CF-8"),
    yen_flow("consumption_tax_paid", &B<Real>::consumption_tax_paid, {"Consumption tax paid", "消費税納付"}, Better::neither, "CF-8"),
    yen_flow("ordinary_payments", &B<Real>::ordinary_payments, {"Ordinary payments", "経常支出"}, Better::lower, "CF-8"),
    yen_flow("ordinary_balance", &B<Real>::ordinary_balance, {"Ordinary balance", "経常収支"}, Better::higher, "CF-9"),
    yen_flow("other_balance", &B<Real>::other_balance, {"Non-ordinary balance", "経常外収支"}, Better::neither, "CF-10"),
    yen_flow("financing_balance", &B<Real>::financing_balance, {"Financing balance", "財務収支"}, Better::neither, "CF-5"),
    yen_flow("sales_tax", &B<Real>::sales_tax, {"Consumption tax collected", "仮受消費税"}, Better::neither, "SG-8"),
    yen_flow("purchase_tax", &B<Real>::purchase_tax, {"Consumption tax on purchases", "仮払消費税"}, Better::neither, "SG-8"),
    yen_flow("purchases", &B<Real>::purchases, {"Purchases", "仕入高"}, Better::neither, "SG-6"),
    yen_flow("consumption_tax_rounding", &B<Real>::consumption_tax_rounding, {"Consumption tax rounding", "消費税端数（雑収入）"}, Better::neither, "CT-5"),
    yen_flow("taxable_income", &B<Real>::taxable_income, {"Taxable income", "課税所得"}, Better::neither, "TX-10"),
    yen_flow("tax_loss_used", &B<Real>::tax_loss_used, {"Tax loss used", "繰越欠損金控除"}, Better::neither, "TX-11"),
    {"employees", &B<Real>::employees, "people", Kind::stock, {"Headcount", "人員数"}, Better::neither, "PY-6", Stakeholder::employees},
    {"labour_hours", &B<Real>::labour_hours, "hours", Kind::flow, {"Labour hours", "総労働時間"}, Better::neither, "PY-8", Stakeholder::employees},
});

/// What a segment brings, down to its share of operating income.
template <class Real> struct SegmentBooks {
    Real volume{}, net_sales{}, variable_cost{}, marginal_profit{}, direct_fixed_cost{}, segment_profit{}, allocated_cost{},
        operating_income{};
};

template <class Real> using SB = SegmentBooks<Real>;
template <class Real>
inline constexpr auto segment_variables = std::to_array<Variable<SB<Real>, Real>>({
    {"volume", &SB<Real>::volume, "units", Kind::flow, {"Sales volume", "販売数量"}, Better::higher, "SG-2"},
    {"net_sales", &SB<Real>::net_sales, "yen", Kind::flow, {"Net sales", "売上高"}, Better::higher, "SG-3"},
    {"variable_cost", &SB<Real>::variable_cost, "yen", Kind::flow, {"Variable cost", "変動費"}, Better::lower, "DP-1"},
    {"marginal_profit", &SB<Real>::marginal_profit, "yen", Kind::flow, {"Marginal profit", "限界利益"}, Better::higher, "DP-2"},
    {"direct_fixed_cost", &SB<Real>::direct_fixed_cost, "yen", Kind::flow, {"Direct fixed cost", "部門直接固定費"}, Better::lower, "DP-3"},
    {"segment_profit", &SB<Real>::segment_profit, "yen", Kind::flow, {"Segment profit", "部門貢献利益"}, Better::higher, "DP-4"},
    {"allocated_cost", &SB<Real>::allocated_cost, "yen", Kind::flow, {"Allocated shared cost", "共通費配賦額"}, Better::lower, "DP-5"},
    {"operating_income", &SB<Real>::operating_income, "yen", Kind::flow, {"Operating income", "部門営業利益"}, Better::higher, "DP-6"},
});

/// Adds a later period to an earlier one: flows add up, stocks are the later one's.
template <class Real, template <class> class S, std::size_t N>
S<Real> joined(S<Real> earlier, const S<Real>& later, const std::array<Variable<S<Real>, Real>, N>& table) {
    for (const auto& row : table) {
        earlier.*row.field = row.kind == Kind::flow ? earlier.*row.field + later.*row.field : later.*row.field;
    }
    return earlier;
}

static_assert(sizeof(Books<double>) == variables<double>.size() * sizeof(double), "every line of the books is in the table");
static_assert(sizeof(SegmentBooks<double>) == segment_variables<double>.size() * sizeof(double));

}  // namespace goho::accounting
