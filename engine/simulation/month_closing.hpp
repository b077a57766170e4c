// Closing the books of one month: shared cost divided, profit and taxes, cash, and the cash flow statement.
// Theory: docs/model/accounting.md, PL, CF and DP equations.
#pragma once

#include "simulation/balance_sheet.hpp"
#include "simulation/month_books.hpp"

namespace goho::simulation {

namespace detail {

/// Divides the shared cost over the segments by the chosen basis; the shares add up to the pool.
template <class Real> void allocate(const Plan<Real>& plan, State<Real>& s, MonthResult<Real>& out, Real shared) {
    using namespace accounting;
    using Allocation = company::Allocation;
    auto& basis = s.allocation_basis;
    for (std::size_t i = 0; i < basis.size(); ++i) {
        basis[i] = plan.company.allocation == Allocation::sales ? out.segments[i].net_sales : Real(0.0);
    }
    if (plan.company.allocation != Allocation::sales) {
        for (const auto& item : plan.job_groups) {
            const auto& p = item.parameters;
            if (!p.segment.given()) continue;
            const bool by_hours = plan.company.allocation == Allocation::hours;
            basis[p.segment.index] += by_hours ? p.headcount * (p.standard_hours + p.overtime_hours) : p.headcount;
        }
    }
    Real total = 0.0;
    for (const Real& share : basis) total += share;
    Real driver = 0.0, before = 0.0;
    const int count = static_cast<int>(basis.size());
    for (int i = 0; i < count; ++i) {
        auto& segment = out.segments[i];
        driver += basis[i];
        // No basis at all: every segment bears the same.
        const Real until_here = whole_yen(shared * divide_or(driver, total, Real((i + 1.0) / count)));
        segment.allocated_cost = until_here - before;  // DP-5
        before = until_here;
        segment.marginal_profit = segment.net_sales - segment.variable_cost;            // DP-2
        segment.segment_profit = segment.marginal_profit - segment.direct_fixed_cost;   // DP-3, DP-4
        segment.operating_income = segment.segment_profit - segment.allocated_cost;     // DP-6
    }
}

template <class Real> void profit_and_taxes(const Plan<Real>& plan, const MonthInfo& now, State<Real>& s, MonthResult<Real>& out) {
    using namespace accounting;
    auto& b = out.books;
    b.marginal_profit = b.net_sales - b.variable_cost;          // PL-3
    b.operating_income = b.marginal_profit - b.fixed_cost;      // PL-6, PL-7
    b.gross_profit = b.net_sales - b.cost_of_sales;             // PL-8, PL-9

    auto consumption_step = consumption_tax::step(
        s.consumption_tax, {now.month_of_year, b.sales_tax, b.purchase_tax, now.taxes->consumption});
    if (now.actual) settle_consumption_tax(now.actual->company, now.month_of_year, consumption_step);
    const auto& [consumption, settled] = consumption_step;
    s.consumption_tax = consumption;
    b.consumption_tax_paid = settled.paid;
    b.consumption_tax_rounding = settled.rounding_gain;

    b.other_receipts = whole_yen(plan.treasury.other_income);
    if (now.actual) settle_profit(now.actual->company, b, out.transfers);
    b.non_operating_income = b.other_receipts + b.consumption_tax_rounding;
    b.ordinary_income = b.operating_income + b.non_operating_income - b.interest_expense - b.non_operating_expenses;  // PL-10
    b.profit_before_tax = b.ordinary_income + b.extraordinary_income - b.extraordinary_losses;                        // PL-11

    auto tax_step =
        corporate_tax::step(plan.taxes, s.corporate_tax, {now.month_of_year, b.profit_before_tax, now.taxes->corporate});
    if (now.actual) settle_corporate_tax(now.actual->company, now.month_of_year, tax_step);
    const auto& [tax, f] = tax_step;
    s.corporate_tax = tax;
    b.corporate_taxes = f.expense;
    b.corporate_tax_paid = f.paid;
    b.taxable_income = f.taxable_income;
    b.tax_loss_used = f.loss_used;
    b.net_income = b.profit_before_tax - b.corporate_taxes;     // PL-12

    if (now.month_of_year == 2) b.dividends_paid = treasury::dividend(plan.treasury, s.last_year_net_income, s.retained_earnings);
    s.retained_earnings += b.net_income - b.dividends_paid;
    if (now.actual) b.dividends_paid -= detail::settled(s.retained_earnings, now.actual->company.retained_earnings);
    s.year_net_income += b.net_income;
    if (now.month_of_year == 11) {
        s.last_year_net_income = s.year_net_income;
        s.year_net_income = 0.0;
    }
}

/// What is received and paid in the month, as a bank reads it; the overdraft takes up the rest.
template <class Real> void cash(const Plan<Real>& plan, const MonthInfo& now, State<Real>& s, MonthResult<Real>& out) {
    using namespace accounting;
    auto& b = out.books;
    const int t = now.t;
    out.transfers.notes_received = s.receivables.turns_into_note[t];
    out.transfers.notes_given = s.payables.turns_into_note[t];
    b.accounts_collected = s.receivables.account_due[t];
    b.notes_collected = s.receivables.note_due[t];
    s.accounts_receivable -= b.accounts_collected + out.transfers.notes_received;
    s.notes_receivable += out.transfers.notes_received - b.notes_collected;
    b.purchases_paid += s.payables.account_due[t];
    b.notes_paid = s.payables.note_due[t];
    s.accounts_payable -= s.payables.account_due[t] + out.transfers.notes_given;
    s.notes_payable += out.transfers.notes_given - b.notes_paid;
    b.other_costs_paid += s.costs_due[t];
    s.unpaid_costs -= s.costs_due[t];
    if (now.actual) settle_balances(now.actual->company, t, s, b, out.transfers);

    b.ordinary_receipts = b.cash_sales + b.accounts_collected + b.notes_collected + b.other_receipts;  // CF-7
    b.ordinary_payments = b.purchases_paid + b.notes_paid + b.personnel_paid + b.other_costs_paid + b.interest_paid +
                          b.consumption_tax_paid;               // CF-8
    b.ordinary_balance = b.ordinary_receipts - b.ordinary_payments;  // CF-9
    b.other_balance -= b.corporate_tax_paid;                    // CF-10
    const Real financing = b.loans_drawn - b.loans_repaid - b.dividends_paid + b.capital_paid_in;
    const auto [next, f] = treasury::step(plan.treasury, s.treasury, b.ordinary_balance + b.other_balance + financing);
    s.treasury = next;
    b.overdraft_change = f.overdraft_change;
    b.financing_balance = financing + b.overdraft_change;
}

/// The cash flow statement by the indirect method, from the change of the balance sheet.
template <class Real>
void cash_flow(const accounting::Books<Real>& last, const Transfers<Real>& transfers, accounting::Books<Real>& b) {
    const auto change = [&](Real accounting::Books<Real>::*line) { return b.*line - last.*line; };
    using Line = accounting::Books<Real>;
    b.receivables_increase = change(&Line::accounts_receivable) + change(&Line::notes_receivable);  // CF-1
    b.inventory_increase = change(&Line::inventory);
    b.payables_increase = change(&Line::accounts_payable) + change(&Line::notes_payable);
    b.other_working_capital_change = change(&Line::other_payables) + change(&Line::bonus_allowance) +
                                     change(&Line::accrued_corporate_tax) + change(&Line::consumption_tax_payable) -
                                     change(&Line::tax_receivable) - change(&Line::other_receivables) -
                                     change(&Line::other_current_assets) + change(&Line::other_liabilities) - (b.corporate_taxes - b.corporate_tax_paid);
    b.operating_cash_flow = b.profit_before_tax + b.depreciation - b.disposal_gain - b.receivables_increase -
                            b.inventory_increase + b.payables_increase + b.other_working_capital_change -
                            b.corporate_tax_paid;               // CF-2
    b.investing_cash_flow = b.disposal_proceeds - b.capital_expenditure - transfers.other_fixed_assets;  // CF-3
    b.free_cash_flow = b.operating_cash_flow + b.investing_cash_flow;         // CF-4
    b.financing_cash_flow = b.loans_drawn - b.loans_repaid + b.overdraft_change - b.dividends_paid + b.capital_paid_in;  // CF-5
    b.cash_change = b.cash - last.cash;                         // CF-6
}

}  // namespace detail

}  // namespace goho::simulation
