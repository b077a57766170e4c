// Everything that a company carries from one month into the next. Made once per run and changed in place by
// month_step alone, so a month allocates nothing.
#pragma once

#include "accounting/books.hpp"
#include "accounting/consumption_tax.hpp"
#include "accounting/statutes.hpp"
#include "accounting/terms.hpp"
#include "core/variable.hpp"
#include "simulation/behaviour.hpp"
#include "simulation/plan.hpp"

#include <array>

namespace goho::simulation {

/// Where a month stands in the plan and in its fiscal year; the same for every number type.
struct MonthInfo {
    int t = 0;  // 0 = first month of the plan
    Month month, plan_start;
    int month_of_year = 0;
    bool new_fiscal_year = false;  // a fiscal year begins, the plan's first month excepted
    const accounting::TaxPeriod* taxes = nullptr;
    const accounting::Statutes* statutes = nullptr;
    const ActualMonth* actual = nullptr;  // the month as it happened, where the books have it
};

template <class Real> struct State {
    std::vector<accounting::segment::State<Real>> segments;
    std::vector<accounting::cost_line::State<Real>> cost_lines;
    std::vector<accounting::job_group::State<Real>> job_groups;
    std::vector<accounting::fixed_asset::State<Real>> assets;
    std::vector<accounting::investment::State<Real>> investments;
    std::vector<accounting::loan::State<Real>> loans;
    accounting::corporate_tax::State<Real> corporate_tax;
    accounting::consumption_tax::State<Real> consumption_tax;
    accounting::treasury::State<Real> treasury;

    accounting::terms::Pipeline<Real> receivables, payables;  // what falls due when
    std::vector<Real> costs_due, subsidies_due;
    Real accounts_receivable = 0.0, notes_receivable = 0.0, accounts_payable = 0.0, notes_payable = 0.0;
    Real unpaid_costs = 0.0, unpaid_insurance = 0.0, subsidies_receivable = 0.0;
    Real other_current_assets = 0.0, other_fixed_assets = 0.0, other_liabilities = 0.0;
    Real paid_in_capital = 0.0, retained_earnings = 0.0;
    Real year_net_income = 0.0, last_year_net_income = 0.0;

    Behaviour<Real> behaviour;

    std::vector<Real> allocation_basis;  // scratch of one month

    explicit State(int months)
        : receivables(months), payables(months), costs_due(months + accounting::terms::longest_note + 2),
          subsidies_due(months + accounting::terms::longest_note + 2) {}
};

/// What is carried into the next month, by name, so that a result can be explained.
template <class Real>
inline constexpr auto state_variables = std::to_array<Variable<State<Real>, Real>>({
    stock("accounts_receivable", &State<Real>::accounts_receivable, "yen", {"Accounts receivable", "売掛金"}, "BS-2"),
    stock("notes_receivable", &State<Real>::notes_receivable, "yen", {"Notes receivable", "受取手形"}, "BS-1"),
    stock("accounts_payable", &State<Real>::accounts_payable, "yen", {"Accounts payable", "買掛金"}, "BS-10"),
    stock("notes_payable", &State<Real>::notes_payable, "yen", {"Notes payable", "支払手形"}, "BS-9"),
    stock("unpaid_costs", &State<Real>::unpaid_costs, "yen", {"Costs not yet paid", "未払の経費"}, "BS-11"),
    stock("unpaid_insurance", &State<Real>::unpaid_insurance, "yen", {"Social insurance not yet paid", "未払の社会保険料"}, "BS-11"),
    stock("subsidies_receivable", &State<Real>::subsidies_receivable, "yen", {"Subsidies not yet paid", "未収の補助金"}, "BS-4"),
    stock("other_current_assets", &State<Real>::other_current_assets, "yen", {"Other current assets", "その他流動資産"}, "BS-5"),
    stock("other_fixed_assets", &State<Real>::other_fixed_assets, "yen", {"Other fixed assets", "その他固定資産"}, "BS-5"),
    stock("other_liabilities", &State<Real>::other_liabilities, "yen", {"Other liabilities", "その他負債"}, "BS-5"),
    stock("paid_in_capital", &State<Real>::paid_in_capital, "yen", {"Paid-in capital", "資本金等"}, "BS-13"),
    stock("retained_earnings", &State<Real>::retained_earnings, "yen", {"Retained earnings", "利益剰余金"}, "BS-14"),
    stock("year_net_income", &State<Real>::year_net_income, "yen", {"Net income of this year so far", "当期純利益（累計）"}, "CA-2"),
    stock("last_year_net_income", &State<Real>::last_year_net_income, "yen", {"Last year's net income", "前期純利益"}, "CA-2"),
});

/// The balances with which a plan begins; no law is asked for them.
template <class Real> State<Real> opening_balances(const Plan<Real>& plan) {
    using namespace accounting;
    const auto& o = plan.opening;
    State<Real> s(plan.company.months);
    for (const auto& item : plan.segments) {
        s.segments.push_back({});
        s.segments.back().inventory = item.parameters.opening_inventory;
    }
    s.cost_lines.resize(plan.cost_lines.size());
    for (const auto& item : plan.job_groups) {
        s.job_groups.push_back({});
        s.job_groups.back().headcount = item.parameters.headcount;
        s.job_groups.back().bonus_allowance = item.parameters.opening_bonus_allowance;
    }
    for (const auto& item : plan.assets) {
        s.assets.push_back({});
        if (item.parameters.acquired < plan.company.start) s.assets.back().book_value = item.parameters.opening_book_value;
    }
    s.investments.resize(plan.investments.size());
    for (const auto& item : plan.loans) s.loans.push_back(loan::opening(item.parameters, plan.company.start));

    s.corporate_tax.due = o.accrued_corporate_tax;
    s.corporate_tax.due_enterprise = o.accrued_enterprise_tax;
    s.corporate_tax.accrued = o.accrued_corporate_tax - o.prepaid_corporate_tax;
    s.corporate_tax.interim = o.prepaid_corporate_tax;
    s.corporate_tax.year_profit = o.profit_to_date;
    s.corporate_tax.previous_total = o.previous_corporate_taxes;
    s.corporate_tax.previous_enterprise = o.previous_enterprise_tax;
    s.corporate_tax.losses[corporate_tax::loss_years - o.tax_loss_years_left] = o.tax_loss;
    s.consumption_tax.balance = s.consumption_tax.due = o.consumption_tax_owed;
    s.consumption_tax.previous_net = o.previous_consumption_tax;
    s.treasury.cash = o.cash;
    s.treasury.overdraft = o.overdraft;

    s.accounts_receivable = o.accounts_receivable;
    s.notes_receivable = o.notes_receivable;
    s.accounts_payable = o.accounts_payable;
    s.notes_payable = o.notes_payable;
    terms::open_balance(s.receivables.account_due, o.accounts_receivable, o.receivable_months);
    terms::open_balance(s.receivables.note_due, o.notes_receivable, o.receivable_months);
    terms::open_balance(s.payables.account_due, o.accounts_payable, o.payable_months);
    terms::open_balance(s.payables.note_due, o.notes_payable, o.payable_months);
    s.unpaid_costs = o.other_payables;
    s.costs_due[0] = o.other_payables;
    s.other_current_assets = o.other_current_assets;
    s.other_fixed_assets = o.other_fixed_assets;
    s.other_liabilities = o.other_liabilities;
    s.paid_in_capital = o.paid_in_capital;
    s.retained_earnings = o.retained_earnings;
    s.last_year_net_income = o.previous_net_income;
    s.behaviour = behaviour_today(plan);
    s.allocation_basis.resize(plan.segments.size());
    return s;
}

/// The state in which a plan begins: its balances, and what the law makes of the years before.
template <class Real> State<Real> opening_state(const Plan<Real>& plan, const accounting::Statutes& statutes) {
    using namespace accounting;
    const Month start = plan.company.start;
    const int first_month = plan.company.fiscal_year_start;
    State<Real> s = opening_balances(plan);
    for (std::size_t i = 0; i < plan.assets.size(); ++i) {
        const auto& p = plan.assets[i].parameters;
        s.assets[i] = fixed_asset::opening(p, start, first_month, statutes.depreciation[p.useful_life]);
    }
    s.corporate_tax.previous_corporate = corporate_tax::corporate_part(
        plan.opening.previous_corporate_taxes, plan.opening.previous_enterprise_tax, plan.taxes.per_capita_levy,
        statutes.taxes_of(fiscal_year_start(start, first_month) + -12).corporate);
    return s;
}

}  // namespace goho::simulation
