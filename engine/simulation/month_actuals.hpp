// What a month as it happened does to the month as planned: after a module's step its flows give way to the books', and
// at the end of the month so do the balances. What a balance differs by was received or paid, so cash follows, and the
// books stay whole. Nearly every month is a planned one, so all of it is kept out of its way. Theory: docs/model/accounting.md,
// AC-1 to AC-9.
#pragma once

#include "simulation/actuals.hpp"
#include "simulation/state.hpp"
#include "simulation/trajectory.hpp"

namespace goho::simulation::detail {

/// A figure of the books; a recorded run keeps it apart, so that it can be named.
template <class Real> Real from_books(double figure) {
    Real number = figure;
    if constexpr (requires { number.keep(); }) number.keep();
    return number;
}

template <class Real> void take(Real& to, double figure) {
    if (actual::given(figure)) to = from_books<Real>(figure);
}

/// Sets a balance to what it was and returns by how much it differs from the plan.
template <class Real> Real settled(Real& balance, double figure) {
    if (!actual::given(figure)) return 0.0;
    const Real planned = balance;
    balance = from_books<Real>(figure);
    return balance - planned;
}

template <class Real>
[[gnu::noinline, gnu::cold]] void as_it_happened(const actual::Segment& a, const accounting::segment::Parameters<Real>& p,
                    const accounting::segment::State<Real>& before, accounting::segment::Step<Real>& step) {
    auto& f = step.flows;
    Real share = 1.0;  // of the planned volume
    if (actual::given(a.net_sales)) share = divide_or(Real(a.net_sales), f.net_sales, Real(1.0));
    if (actual::given(a.volume)) share = divide_or(Real(a.volume), f.volume, Real(1.0));
    f.average_volume = f.average_volume * share;                              // AC-1
    f.volume = f.volume * share;
    take(f.volume, a.volume);
    take(f.net_sales, a.net_sales);
    take(f.cost_of_goods, a.cost_of_goods);
    take(step.next.inventory, a.inventory);
    f.purchases = f.cost_of_goods + step.next.inventory - before.inventory;   // AC-2
    f.sales_tax = drop_fraction(f.net_sales * p.sales_tax_rate);
    f.purchase_tax = drop_fraction(f.purchases * p.purchase_tax_rate);
}

/// What moves with sales takes up the difference where a line has both parts.                            AC-3
template <class Real>
[[gnu::noinline, gnu::cold]] void as_it_happened(const actual::CostLine& a, const accounting::cost_line::Parameters<Real>& p,
                    accounting::cost_line::Flows<Real>& f) {
    if (!actual::given(a.amount)) return;
    if (accounting::cost_line::moves_with_sales(p)) f.variable_cost = from_books<Real>(a.amount) - f.fixed_cost;
    else take(f.fixed_cost, a.amount);
    f.purchase_tax = drop_fraction((f.fixed_cost + f.variable_cost) * p.purchase_tax_rate);
}

template <class Real>
[[gnu::noinline, gnu::cold]] void as_it_happened(const actual::JobGroup& a, const accounting::job_group::Parameters<Real>& p, int calendar_month,
                    const accounting::job_group::State<Real>& before, accounting::job_group::Step<Real>& step) {
    auto& f = step.flows;
    if (actual::given(a.pay)) f.pay = from_books<Real>(a.pay) - f.overtime_pay;
    take(f.bonus_accrued, a.bonus);
    take(f.social_insurance, a.social_insurance);
    take(f.hiring_cost, a.hiring_cost);
    const Real owed = before.bonus_allowance + f.bonus_accrued;
    step.next.bonus_allowance = accounting::job_group::pays_bonus(p, calendar_month) ? Real(0.0) : owed;
    take(step.next.bonus_allowance, a.bonus_allowance);
    f.bonus_paid = owed - step.next.bonus_allowance;                          // AC-4
}

template <class Real>
[[gnu::noinline, gnu::cold]] void as_it_happened(const actual::Asset& a, accounting::fixed_asset::Step<Real>& step) {
    auto& [next, f] = step;
    const Real charged = settled(f.depreciation, a.depreciation);
    next.year_charged += charged;
    next.book_value -= charged;
    const Real risen = settled(next.book_value, a.book_value);                // AC-5
    f.spending += positive_part(risen);
    f.proceeds += positive_part(-risen);
}

template <class Real>
[[gnu::noinline, gnu::cold]] void as_it_happened(const actual::Loan& a, accounting::loan::Step<Real>& step) {
    auto& [next, f] = step;
    if (actual::given(a.interest)) f.interest = from_books<Real>(a.interest) - f.guarantee_fee;
    const Real risen = settled(next.balance, a.balance);                      // AC-6
    f.drawn += positive_part(risen);
    f.repaid += positive_part(-risen);
}

/// What falls due after month t is brought from one sum to another, in proportion; where nothing was due, all of it
/// falls due next month. Parts are rounded cumulatively, so they add up.                                     AC-8
template <class Real> void rescale(std::vector<Real>& due, int t, Real from, Real to, int longest) {
    Real before = 0.0, driver = 0.0;
    for (int k = 1; k <= longest; ++k) {
        driver += due[static_cast<std::size_t>(t + k)];
        const Real until_here = whole_yen(to * divide_or(driver, from, Real(1.0)));
        due[static_cast<std::size_t>(t + k)] = until_here - before;
        before = until_here;
    }
}

template <class Real> Real sum_after(const std::vector<Real>& due, int t, int longest) {
    Real sum = 0.0;
    for (int k = 1; k <= longest; ++k) sum += due[static_cast<std::size_t>(t + k)];
    return sum;
}

/// Open accounts and notes are due later on; both keep their course, in the size that the balances have.
template <class Real>
void settle_terms(accounting::terms::Pipeline<Real>& pipeline, int t, Real accounts, Real notes) {
    constexpr int longest = accounting::terms::longest_note + 1;
    const Real by_account = sum_after(pipeline.account_due, t, longest), by_note = sum_after(pipeline.turns_into_note, t, longest);
    const Real all = by_account + by_note;
    const Real turning = whole_yen(accounts * divide_or(by_note, all, Real(0.0)));
    const Real note_due = sum_after(pipeline.note_due, t, longest);
    rescale(pipeline.account_due, t, by_account, accounts - turning, longest);
    rescale(pipeline.turns_into_note, t, by_note, turning, longest);
    rescale(pipeline.note_due, t, note_due, notes + turning, longest);
}

/// Profit below operating income, and the taxes on it.
template <class Real>
[[gnu::noinline, gnu::cold]] void settle_profit(const actual::Company& a, accounting::Books<Real>& b, Transfers<Real>& transfers) {
    if (actual::given(a.non_operating_income)) b.other_receipts = from_books<Real>(a.non_operating_income) - b.consumption_tax_rounding;
    transfers.extraordinary = settled(b.extraordinary_income, a.extraordinary_income) -
                              settled(b.extraordinary_losses, a.extraordinary_losses);
    b.other_balance += transfers.extraordinary;
}

/// A tax account that ends the month otherwise than planned was paid otherwise. Around the end of the year it is the
/// bill that differs, within the year what has been prepaid.                                                AC-7
template <class Real> void settle_tax(Real difference, int month_of_year, Real& paid, Real& due, Real& prepaid) {
    const bool bill = month_of_year == 0 || month_of_year == 11;
    paid -= difference;
    (bill ? due : prepaid) += bill ? difference : -difference;
}

template <class Real>
[[gnu::noinline, gnu::cold]] void settle_consumption_tax(const actual::Company& a, int month_of_year, accounting::consumption_tax::Step<Real>& step) {
    auto& [next, f] = step;
    settle_tax(settled(next.balance, a.consumption_tax_owed), month_of_year, f.paid, next.due, next.year_interim);
}

template <class Real>
[[gnu::noinline, gnu::cold]] void settle_corporate_tax(const actual::Company& a, int month_of_year, accounting::corporate_tax::Step<Real>& step) {
    auto& [next, f] = step;
    const Real charged = settled(f.expense, a.corporate_taxes);
    Real unpaid = 0.0;
    next.accrued += charged;
    settle_tax(charged, month_of_year, unpaid, next.due, next.interim);
    if (month_of_year == 11) take(next.previous_total, a.corporate_taxes);
    settle_tax(settled(next.accrued, a.corporate_tax_owed), month_of_year, f.paid, next.due, next.interim);
}

/// Trade balances and what stands beside them: the difference was received or paid in the month.             AC-9
template <class Real>
[[gnu::noinline, gnu::cold]] void settle_balances(const actual::Company& a, int t, State<Real>& s, accounting::Books<Real>& b, Transfers<Real>& transfers) {
    b.accounts_collected -= settled(s.accounts_receivable, a.accounts_receivable);
    b.notes_collected -= settled(s.notes_receivable, a.notes_receivable);
    settle_terms(s.receivables, t, s.accounts_receivable, s.notes_receivable);
    b.purchases_paid += -settled(s.accounts_payable, a.accounts_payable);
    b.notes_paid -= settled(s.notes_payable, a.notes_payable);
    settle_terms(s.payables, t, s.accounts_payable, s.notes_payable);

    Real other_payables = s.unpaid_costs + s.unpaid_insurance;
    const Real before = other_payables, costs_before = s.unpaid_costs;
    b.other_costs_paid -= settled(other_payables, a.other_payables);
    s.unpaid_insurance = whole_yen(other_payables * divide_or(s.unpaid_insurance, before, Real(0.0)));
    s.unpaid_costs = other_payables - s.unpaid_insurance;
    rescale(s.costs_due, t, costs_before, s.unpaid_costs, accounting::terms::longest_lag + 1);

    b.other_balance -= settled(s.other_current_assets, a.other_current_assets);
    transfers.other_fixed_assets = settled(s.other_fixed_assets, a.other_fixed_assets);
    b.other_balance -= transfers.other_fixed_assets;
    b.other_balance += settled(s.other_liabilities, a.other_liabilities);
    b.capital_paid_in += settled(s.paid_in_capital, a.paid_in_capital);
}

}  // namespace goho::simulation::detail
