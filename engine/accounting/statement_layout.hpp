// How the lines of the books are set out as statements: which lines, in which order, which of them are totals.
// The same layouts serve the terminal, files, the window and reports; names and units come from the variable table.
#pragma once

#include "core/label.hpp"

#include <array>
#include <span>
#include <string_view>

namespace goho::accounting {

enum class Emphasis { none, total };

struct StatementRow {
    std::string_view variable;  // name in the variable table
    int indent = 0;
    Emphasis emphasis = Emphasis::none;
};

struct StatementLayout {
    std::string_view name;  // on the command line
    Label title;
    std::span<const StatementRow> rows;
};

namespace layout {

inline constexpr auto managerial = std::to_array<StatementRow>({
    {"net_sales", 0, Emphasis::total},
    {"cost_of_goods", 1}, {"other_variable_cost", 1}, {"variable_cost"},
    {"marginal_profit", 0, Emphasis::total},
    {"personnel_cost", 1}, {"rent_and_lease", 1}, {"it_cost", 1}, {"support_service_cost", 1}, {"advertising_cost", 1},
    {"research_development_cost", 1}, {"training_cost", 1}, {"taxes_and_dues", 1}, {"other_fixed_cost", 1},
    {"depreciation", 1}, {"fixed_cost"},
    {"operating_income", 0, Emphasis::total},
    {"non_operating_income", 1}, {"interest_expense", 1}, {"non_operating_expenses", 1},
    {"ordinary_income", 0, Emphasis::total},
    {"extraordinary_income", 1}, {"extraordinary_losses", 1}, {"profit_before_tax"}, {"corporate_taxes", 1},
    {"net_income", 0, Emphasis::total},
});

inline constexpr auto statutory = std::to_array<StatementRow>({
    {"net_sales", 0, Emphasis::total},
    {"cost_of_sales", 1},
    {"gross_profit", 0, Emphasis::total},
    {"sga_expenses", 1},
    {"operating_income", 0, Emphasis::total},
    {"non_operating_income", 1}, {"interest_expense", 1}, {"non_operating_expenses", 1},
    {"ordinary_income", 0, Emphasis::total},
    {"extraordinary_income", 1}, {"extraordinary_losses", 1}, {"profit_before_tax"}, {"corporate_taxes", 1},
    {"net_income", 0, Emphasis::total},
});

inline constexpr auto balance_sheet = std::to_array<StatementRow>({
    {"cash", 1}, {"notes_receivable", 1}, {"accounts_receivable", 1}, {"inventory", 1}, {"tax_receivable", 1},
    {"other_receivables", 1}, {"other_current_assets", 1}, {"current_assets"},
    {"buildings", 1}, {"machinery", 1}, {"vehicles", 1}, {"tools", 1}, {"land", 1}, {"software", 1},
    {"construction_in_progress", 1}, {"other_fixed_assets", 1}, {"fixed_assets"},
    {"total_assets", 0, Emphasis::total},
    {"notes_payable", 1}, {"accounts_payable", 1}, {"other_payables", 1}, {"accrued_corporate_tax", 1},
    {"consumption_tax_payable", 1}, {"bonus_allowance", 1}, {"overdraft", 1}, {"short_term_loans", 1},
    {"long_term_loans", 1}, {"bonds", 1}, {"other_liabilities", 1},
    {"total_liabilities", 0, Emphasis::total},
    {"paid_in_capital", 1}, {"retained_earnings", 1},
    {"net_assets", 0, Emphasis::total},
});

inline constexpr auto cash_flow = std::to_array<StatementRow>({
    {"profit_before_tax", 1}, {"depreciation", 1}, {"disposal_gain", 1}, {"receivables_increase", 1},
    {"inventory_increase", 1}, {"payables_increase", 1}, {"other_working_capital_change", 1}, {"corporate_tax_paid", 1},
    {"operating_cash_flow", 0, Emphasis::total},
    {"capital_expenditure", 1}, {"disposal_proceeds", 1},
    {"investing_cash_flow", 0, Emphasis::total},
    {"free_cash_flow"},
    {"loans_drawn", 1}, {"loans_repaid", 1}, {"overdraft_change", 1}, {"dividends_paid", 1}, {"capital_paid_in", 1},
    {"financing_cash_flow", 0, Emphasis::total},
    {"cash_change", 0, Emphasis::total},
    {"cash"},
});

inline constexpr auto cash_table = std::to_array<StatementRow>({
    {"cash_sales", 1}, {"accounts_collected", 1}, {"notes_collected", 1}, {"other_receipts", 1},
    {"ordinary_receipts"},
    {"purchases_paid", 1}, {"notes_paid", 1}, {"personnel_paid", 1}, {"other_costs_paid", 1}, {"interest_paid", 1},
    {"consumption_tax_paid", 1},
    {"ordinary_payments"},
    {"ordinary_balance", 0, Emphasis::total},
    {"other_balance", 0, Emphasis::total},
    {"loans_drawn", 1}, {"loans_repaid", 1}, {"overdraft_change", 1}, {"dividends_paid", 1}, {"capital_paid_in", 1},
    {"financing_balance", 0, Emphasis::total},
    {"cash_change"},
    {"cash", 0, Emphasis::total},
});

}  // namespace layout

inline constexpr auto statement_layouts = std::to_array<StatementLayout>({
    {"profit", {"Profit and loss (managerial)", "変動損益計算書"}, layout::managerial},
    {"statutory", {"Profit and loss (statutory)", "損益計算書"}, layout::statutory},
    {"balance", {"Balance sheet", "貸借対照表"}, layout::balance_sheet},
    {"cashflow", {"Cash flow statement", "キャッシュフロー計算書"}, layout::cash_flow},
    {"cash", {"Cash table", "資金繰り表"}, layout::cash_table},
});

}  // namespace goho::accounting
