// One month of the company: the only place that knows every module and the order in which they act.
// Trade comes first, then cost, pay, assets and loans, then profit, taxes and cash; the balance sheet is read last.
// Theory: docs/model/accounting.md, "The order of a month" and PL, CF and DP equations.
#pragma once

#include "simulation/balance_sheet.hpp"
#include "simulation/noted.hpp"
#include "simulation/state.hpp"
#include "simulation/trajectory.hpp"

#include <span>

namespace goho::simulation {

/// Where one month writes its results.
template <class Real> struct MonthResult {
    accounting::Books<Real>& books;
    std::span<accounting::SegmentBooks<Real>> segments;
    std::span<LoanMonth<Real>> loans;
    std::span<AssetMonth<Real>> assets, investments;
    std::span<LineMonth<Real>> lines;
    std::span<GroupMonth<Real>> groups;
    Transfers<Real>& transfers;
};

namespace detail {

/// Fixed cost that belongs to operations: to its place in the statements and to its segment or the shared pool.
template <class Real>
void operating_fixed_cost(MonthResult<Real>& out, Real amount, bool in_cost_of_sales, Reference segment, Real& shared) {
    out.books.fixed_cost += amount;
    (in_cost_of_sales ? out.books.cost_of_sales : out.books.sga_expenses) += amount;
    (segment.given() ? out.segments[segment.index].direct_fixed_cost : shared) += amount;
}

/// The line of the fixed-cost structure that a cost belongs to.                                     PL-5
template <class Real> Real& cost_structure_line(accounting::Books<Real>& b, accounting::Category category) {
    using Category = accounting::Category;
    switch (category) {
        case Category::rent:
        case Category::lease: return b.rent_and_lease;
        case Category::it: return b.it_cost;
        case Category::support_services:
        case Category::outsourcing: return b.support_service_cost;
        case Category::advertising: return b.advertising_cost;
        case Category::research_development: return b.research_development_cost;
        case Category::training: return b.training_cost;
        case Category::taxes_and_dues: return b.taxes_and_dues;
        default: return b.other_fixed_cost;
    }
}

inline accounting::Category category_of(accounting::investment::Kind kind) {
    using Kind = accounting::investment::Kind;
    switch (kind) {
        case Kind::digital: return accounting::Category::it;
        case Kind::research_development: return accounting::Category::research_development;
        case Kind::training: return accounting::Category::training;
        default: return accounting::Category::other;
    }
}

/// Sales, purchases and the invoices for both.
template <class Real> void trade(const Plan<Real>& plan, const MonthInfo& now, State<Real>& s, MonthResult<Real>& out) {
    using namespace accounting;
    auto& b = out.books;
    Real billed_by_suppliers = 0.0;
    for (std::size_t i = 0; i < plan.segments.size(); ++i) {
        const auto& p = plan.segments[i].parameters;
        const auto [next, f] = segment::step(p, s.segments[i], {now.month.month(), now.new_fiscal_year});
        noted("segments", i, f);
        s.segments[i] = next;
        out.segments[i].volume = f.volume;
        out.segments[i].net_sales = f.net_sales;
        out.segments[i].variable_cost = f.cost_of_goods;  // DP-1
        b.net_sales += f.net_sales;                       // PL-1
        b.cost_of_goods += f.cost_of_goods;
        b.purchases += f.purchases;
        b.sales_tax += f.sales_tax;
        b.purchase_tax += f.purchase_tax;
        out.transfers.goods_tax += f.purchase_tax;
        billed_by_suppliers += f.purchases + f.purchase_tax;

        const Real billed = f.net_sales + f.sales_tax;
        const Real at_once =
            terms::invoice(s.receivables, now.t, billed, {p.cash_share, p.collection_lag, p.note_share, p.note_sight});
        b.cash_sales += at_once;
        s.accounts_receivable += billed - at_once;
    }
    const auto& q = plan.purchasing;
    const Real at_once = terms::invoice(s.payables, now.t, billed_by_suppliers,
                                        {q.cash_share, q.payment_lag, q.note_share, q.note_sight});
    b.purchases_paid = at_once;
    s.accounts_payable += billed_by_suppliers - at_once;
    b.variable_cost = b.cost_of_goods;
    b.cost_of_sales = b.cost_of_goods;
}

/// Variable cost of the whole company goes to the segments that cause it, in their causal proportion.   DP-1
template <class Real>
void spread_variable_cost(const accounting::cost_line::Parameters<Real>& p, Real index, Real amount, MonthResult<Real>& out) {
    const Real per_unit = p.amount_per_unit * index;
    Real total = 0.0;
    for (const auto& segment : out.segments) total += p.sales_share * segment.net_sales + per_unit * segment.volume;
    Real driver = 0.0, before = 0.0;
    const int count = static_cast<int>(out.segments.size());
    for (int i = 0; i < count; ++i) {
        auto& segment = out.segments[i];
        driver += p.sales_share * segment.net_sales + per_unit * segment.volume;
        const Real until_here = whole_yen(amount * divide_or(driver, total, Real((i + 1.0) / count)));
        segment.variable_cost += until_here - before;
        before = until_here;
    }
}

template <class Real>
void cost_lines(const Plan<Real>& plan, const MonthInfo& now, State<Real>& s, MonthResult<Real>& out, Real& shared) {
    using namespace accounting;
    auto& b = out.books;
    Real volume = 0.0;
    for (const auto& segment : out.segments) volume += segment.volume;
    for (std::size_t i = 0; i < plan.cost_lines.size(); ++i) {
        const auto& p = plan.cost_lines[i].parameters;
        const bool direct = p.segment.given();
        const Real sales = direct ? out.segments[p.segment.index].net_sales : b.net_sales;
        const Real units = direct ? out.segments[p.segment.index].volume : volume;
        const auto [next, f] = cost_line::step(p, s.cost_lines[i], {now.month, now.new_fiscal_year, sales, units});
        s.cost_lines[i] = next;
        out.lines[i] = {f.fixed_cost, f.variable_cost, f.purchase_tax};

        const Real cost = f.fixed_cost + f.variable_cost;
        if (p.place == Place::non_operating) {
            b.non_operating_expenses += cost;
        } else if (p.place == Place::extraordinary) {
            b.extraordinary_losses += cost;
        } else {
            const bool in_cost_of_sales = p.place == Place::cost_of_sales;
            operating_fixed_cost(out, f.fixed_cost, in_cost_of_sales, p.segment, shared);
            cost_structure_line(b, p.category) += f.fixed_cost;
            (in_cost_of_sales ? b.cost_of_sales : b.sga_expenses) += f.variable_cost;
            b.other_variable_cost += f.variable_cost;
            b.variable_cost += f.variable_cost;  // PL-2
            if (direct) out.segments[p.segment.index].variable_cost += f.variable_cost;
            else if (cost_line::moves_with_sales(p)) spread_variable_cost(p, next.index, f.variable_cost, out);
        }
        b.purchase_tax += f.purchase_tax;
        s.costs_due[now.t + p.payment_lag] += cost + f.purchase_tax;
        s.unpaid_costs += cost + f.purchase_tax;
    }
}

template <class Real>
void payroll(const Plan<Real>& plan, const MonthInfo& now, State<Real>& s, MonthResult<Real>& out, Real& shared) {
    using namespace accounting;
    auto& b = out.books;
    Real insurance = 0.0;
    for (std::size_t i = 0; i < plan.job_groups.size(); ++i) {
        const auto& p = plan.job_groups[i].parameters;
        const auto [next, f] = job_group::step(p, s.job_groups[i], {now.month.month(), now.new_fiscal_year});
        noted("job_groups", i, f);
        s.job_groups[i] = next;
        const Real pay = f.pay + f.overtime_pay;
        switch (p.role) {
            case job_group::Role::officer: b.officer_pay += pay; break;
            case job_group::Role::employee: b.employee_pay += pay; break;
            case job_group::Role::part_time: b.part_time_pay += pay; break;
        }
        if (p.role != job_group::Role::officer) b.employees += p.headcount;
        b.labour_hours += f.hours;
        b.bonus_cost += f.bonus_accrued;
        b.social_insurance += f.social_insurance;
        b.hiring_cost += f.hiring_cost;
        const Real cost = pay + f.bonus_accrued + f.social_insurance + f.hiring_cost;
        b.personnel_cost += cost;  // PL-4
        operating_fixed_cost(out, cost, p.place == job_group::LabourPlace::cost_of_sales, p.segment, shared);
        const Real paid = pay + f.bonus_paid + f.hiring_cost;
        b.personnel_paid += paid;
        insurance += f.social_insurance;
        out.groups[i] = {cost, p.headcount, paid + f.social_insurance, f.bonus_paid};
    }
    b.personnel_paid += s.unpaid_insurance;  // last month's insurance is paid now
    s.unpaid_insurance = insurance;
}

template <class Real>
void assets(const Plan<Real>& plan, const MonthInfo& now, State<Real>& s, MonthResult<Real>& out, Real& shared) {
    using namespace accounting;
    auto& b = out.books;
    const auto charge = [&](Real depreciation, fixed_asset::Site place, Reference segment) {
        b.depreciation += depreciation;
        operating_fixed_cost(out, depreciation, place == fixed_asset::Site::cost_of_sales, segment, shared);
    };
    const auto inputs = [&](int useful_life) {
        return fixed_asset::Inputs{now.month, now.plan_start, now.new_fiscal_year, now.statutes->depreciation[useful_life]};
    };
    for (std::size_t i = 0; i < plan.assets.size(); ++i) {
        const auto& p = plan.assets[i].parameters;
        const auto [next, f] = fixed_asset::step(p, s.assets[i], inputs(p.useful_life));
        s.assets[i] = next;
        out.assets[i] = {next.book_value, next.construction, f.depreciation, f.spending, f.purchase_tax, f.proceeds, Real(0.0), Real(0.0)};
        charge(f.depreciation, p.place, p.segment);
        b.capital_expenditure += f.spending;
        b.purchase_tax += f.purchase_tax;
        b.disposal_proceeds += f.proceeds;
        b.disposal_gain += f.disposal_gain;
        b.extraordinary_income += positive_part(f.disposal_gain);
        b.extraordinary_losses += positive_part(-f.disposal_gain);
        b.other_balance -= f.spending + f.purchase_tax;
    }
    for (std::size_t i = 0; i < plan.investments.size(); ++i) {
        const auto& p = plan.investments[i].parameters;
        const auto [next, f] = investment::step(p, s.investments[i], inputs(p.useful_life));
        s.investments[i] = next;
        out.investments[i] = {next.book_value, next.construction, f.depreciation, f.spending,
                              f.purchase_tax, Real(0.0), f.expense, f.expense_tax};
        charge(f.depreciation, p.place, p.segment);
        b.capital_expenditure += f.spending;
        operating_fixed_cost(out, f.expense, p.place == fixed_asset::Site::cost_of_sales, p.segment, shared);
        cost_structure_line(b, category_of(p.kind)) += f.expense;
        b.purchase_tax += f.purchase_tax + f.expense_tax;
        b.other_balance -= f.spending + f.purchase_tax;
        b.other_costs_paid += f.expense + f.expense_tax;
    }
    b.other_balance += b.disposal_proceeds;
}

template <class Real> void loans(const Plan<Real>& plan, const MonthInfo& now, State<Real>& s, MonthResult<Real>& out) {
    using namespace accounting;
    auto& b = out.books;
    for (std::size_t i = 0; i < plan.loans.size(); ++i) {
        const auto [next, f] = loan::step(plan.loans[i].parameters, s.loans[i],
                                          {now.month, now.plan_start, plan.treasury.market_rate_change});
        s.loans[i] = next;
        out.loans[i] = {next.balance, f.drawn, f.repaid, f.interest, f.guarantee_fee};
        b.loans_drawn += f.drawn;
        b.loans_repaid += f.repaid;
        b.interest_expense += f.interest + f.guarantee_fee;
    }
    b.interest_expense += treasury::overdraft_interest(plan.treasury, s.treasury);
    b.interest_paid = b.interest_expense;
}

/// Grants and owners' capital.
template <class Real> void grants(const Plan<Real>& plan, const MonthInfo& now, State<Real>& s, MonthResult<Real>& out) {
    auto& b = out.books;
    for (const auto& item : plan.subsidies) {
        if (item.parameters.decided != now.month) continue;
        const Real amount = whole_yen(item.parameters.amount);
        b.extraordinary_income += amount;
        s.subsidies_receivable += amount;
        s.subsidies_due[now.t + item.parameters.payment_lag] += amount;
    }
    b.other_balance += s.subsidies_due[now.t];
    s.subsidies_receivable -= s.subsidies_due[now.t];
    for (const auto& item : plan.capital_increases) {
        if (item.parameters.paid == now.month) b.capital_paid_in += whole_yen(item.parameters.amount);
    }
    s.paid_in_capital += b.capital_paid_in;
}

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

template <class Real> void profit_and_taxes(const Plan<Real>& plan, const MonthInfo& now, State<Real>& s, accounting::Books<Real>& b) {
    using namespace accounting;
    b.marginal_profit = b.net_sales - b.variable_cost;          // PL-3
    b.operating_income = b.marginal_profit - b.fixed_cost;      // PL-6, PL-7
    b.gross_profit = b.net_sales - b.cost_of_sales;             // PL-8, PL-9

    const auto [consumption, settled] = consumption_tax::step(
        s.consumption_tax, {now.month_of_year, b.sales_tax, b.purchase_tax, now.taxes->consumption});
    s.consumption_tax = consumption;
    b.consumption_tax_paid = settled.paid;
    b.consumption_tax_rounding = settled.rounding_gain;

    b.other_receipts = whole_yen(plan.treasury.other_income);
    b.non_operating_income = b.other_receipts + b.consumption_tax_rounding;
    b.ordinary_income = b.operating_income + b.non_operating_income - b.interest_expense - b.non_operating_expenses;  // PL-10
    b.profit_before_tax = b.ordinary_income + b.extraordinary_income - b.extraordinary_losses;                        // PL-11

    const auto [tax, f] =
        corporate_tax::step(plan.taxes, s.corporate_tax, {now.month_of_year, b.profit_before_tax, now.taxes->corporate});
    s.corporate_tax = tax;
    b.corporate_taxes = f.expense;
    b.corporate_tax_paid = f.paid;
    b.taxable_income = f.taxable_income;
    b.tax_loss_used = f.loss_used;
    b.net_income = b.profit_before_tax - b.corporate_taxes;     // PL-12

    if (now.month_of_year == 2) b.dividends_paid = treasury::dividend(plan.treasury, s.last_year_net_income, s.retained_earnings);
    s.retained_earnings += b.net_income - b.dividends_paid;
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
template <class Real> void cash_flow(const accounting::Books<Real>& last, accounting::Books<Real>& b) {
    const auto change = [&](Real accounting::Books<Real>::*line) { return b.*line - last.*line; };
    using Line = accounting::Books<Real>;
    b.receivables_increase = change(&Line::accounts_receivable) + change(&Line::notes_receivable);  // CF-1
    b.inventory_increase = change(&Line::inventory);
    b.payables_increase = change(&Line::accounts_payable) + change(&Line::notes_payable);
    b.other_working_capital_change = change(&Line::other_payables) + change(&Line::bonus_allowance) +
                                     change(&Line::accrued_corporate_tax) + change(&Line::consumption_tax_payable) -
                                     change(&Line::tax_receivable) - change(&Line::other_receivables) -
                                     change(&Line::other_current_assets) - (b.corporate_taxes - b.corporate_tax_paid);
    b.operating_cash_flow = b.profit_before_tax + b.depreciation - b.disposal_gain - b.receivables_increase -
                            b.inventory_increase + b.payables_increase + b.other_working_capital_change -
                            b.corporate_tax_paid;               // CF-2
    b.investing_cash_flow = b.disposal_proceeds - b.capital_expenditure;      // CF-3
    b.free_cash_flow = b.operating_cash_flow + b.investing_cash_flow;         // CF-4
    b.financing_cash_flow = b.loans_drawn - b.loans_repaid + b.overdraft_change - b.dividends_paid + b.capital_paid_in;  // CF-5
    b.cash_change = b.cash - last.cash;                         // CF-6
}

}  // namespace detail

/// Moves the company by one month. `last` is the month before, or the opening balance sheet.
template <class Real>
void month_step(const Plan<Real>& plan, const MonthInfo& now, const accounting::Books<Real>& last, State<Real>& s,
                MonthResult<Real> out) {
    Real shared = 0.0;  // operating cost that belongs to no segment
    detail::trade(plan, now, s, out);
    detail::cost_lines(plan, now, s, out, shared);
    detail::payroll(plan, now, s, out, shared);
    detail::assets(plan, now, s, out, shared);
    detail::loans(plan, now, s, out);
    detail::grants(plan, now, s, out);
    detail::allocate(plan, s, out, shared);
    detail::profit_and_taxes(plan, now, s, out.books);
    detail::cash(plan, now, s, out);
    fill_balance_sheet(plan, s, now.month, out.books);
    detail::cash_flow(last, out.books);
}

}  // namespace goho::simulation
