// The chart of accounts of a journal: one account for every line of the balance sheet and every kind of income and
// expense, and one for each segment, cost line, contract and grant under the id it has in the scenario.
#pragma once

#include "io/journal.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace goho::io {

namespace account_name {
inline constexpr std::string_view cash = "Assets:Cash", notes_receivable = "Assets:Notes-Receivable",
                                  accounts_receivable = "Assets:Accounts-Receivable", inventory = "Assets:Inventory",
                                  tax_receivable = "Assets:Tax-Receivable",
                                  other_receivables = "Assets:Other-Receivables",
                                  other_current_assets = "Assets:Other-Current-Assets", buildings = "Assets:Buildings",
                                  machinery = "Assets:Machinery", vehicles = "Assets:Vehicles", tools = "Assets:Tools",
                                  land = "Assets:Land", software = "Assets:Software",
                                  construction = "Assets:Construction-In-Progress",
                                  other_fixed_assets = "Assets:Other-Fixed-Assets";
inline constexpr std::string_view notes_payable = "Liabilities:Notes-Payable",
                                  accounts_payable = "Liabilities:Accounts-Payable",
                                  other_payables = "Liabilities:Other-Payables",
                                  corporate_tax = "Liabilities:Corporate-Taxes",
                                  consumption_tax = "Liabilities:Consumption-Tax",
                                  bonus_allowance = "Liabilities:Bonus-Allowance", overdraft = "Liabilities:Overdraft",
                                  short_term_loans = "Liabilities:Short-Term-Loans",
                                  long_term_loans = "Liabilities:Long-Term-Loans", bonds = "Liabilities:Bonds",
                                  other_liabilities = "Liabilities:Other-Liabilities",
                                  capital = "Equity:Paid-In-Capital";
inline constexpr std::string_view sales = "Income:Sales", other_income = "Income:Other",
                                  tax_rounding = "Income:Consumption-Tax-Rounding", subsidies = "Income:Subsidies",
                                  initiative_subsidies = "Income:Initiative-Subsidies",
                                  disposal_gains = "Income:Disposal-Gains",
                                  extraordinary = "Income:Extraordinary";
inline constexpr std::string_view goods = "Expenses:Goods", costs = "Expenses:Costs",
                                  officer_pay = "Expenses:Personnel:Officers",
                                  employee_pay = "Expenses:Personnel:Employees",
                                  part_time_pay = "Expenses:Personnel:Part-Time", bonus = "Expenses:Personnel:Bonus",
                                  social_insurance = "Expenses:Personnel:Social-Insurance",
                                  hiring = "Expenses:Personnel:Hiring", depreciation = "Expenses:Depreciation",
                                  investments = "Expenses:Investments", initiatives = "Expenses:Initiatives",
                                  management = "Expenses:Management", interest = "Expenses:Interest",
                                  guarantee_fees = "Expenses:Guarantee-Fees",
                                  overdraft_interest = "Expenses:Overdraft-Interest",
                                  disposal_losses = "Expenses:Disposal-Losses",
                                  corporate_taxes = "Expenses:Corporate-Taxes";
}  // namespace account_name

/// The account of a class of fixed assets, net of depreciation.
std::string_view asset_account(accounting::fixed_asset::Class asset_class);

struct Chart {
    std::vector<Account> all;  // in the order of the statements
    std::vector<std::string> sales, costs, investments, initiatives, loans, interest, guarantee_fees, subsidies,
        initiative_subsidies;  // by item
};

Chart chart_of_accounts(const simulation::Plan<double>& plan);

}  // namespace goho::io
