// The books of one month, subject by subject: trade, cost, pay, assets, initiatives, loans, grants. What is closed from
// them stands in month_closing.hpp; the order of both is month_step's. Theory: docs/model/accounting.md.
#pragma once

#include "simulation/month_actuals.hpp"
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
    Conduct<Real>& conduct;
    std::span<CustomerMonth<Real>> customers;
    std::span<InitiativeMonth<Real>> initiatives;
    std::span<PeopleMonth<Real>> people;
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
/// Returns what was ordered at the prices of the plan's start, season taken out.
template <class Real> Real trade(const Plan<Real>& plan, const MonthInfo& now, State<Real>& s, MonthResult<Real>& out) {
    using namespace accounting;
    auto& b = out.books;
    Real billed_by_suppliers = 0.0, workload = 0.0;
    for (std::size_t i = 0; i < plan.segments.size(); ++i) {
        const auto& p = plan.segments[i].parameters;
        auto step = segment::step(
            p, s.segments[i], {now.month.month(), now.new_fiscal_year, s.behaviour.responses.volume_factor[i]});
        if (now.actual) as_it_happened(now.actual->segments[i], p, s.segments[i], step);
        const auto& [next, f] = step;
        noted("segments", i, f);
        s.segments[i] = next;
        workload += s.behaviour.today.prices[i] * f.average_volume;  // WF-34
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
    return workload;
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
        auto [next, f] = cost_line::step(p, s.cost_lines[i], {now.month, now.new_fiscal_year, sales, units});
        if (now.actual) as_it_happened(now.actual->cost_lines[i], p, f);
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
        auto step = job_group::step(
            p, s.job_groups[i],
            {now.month.month(), now.new_fiscal_year, s.behaviour.responses.headcount_change[i],
             s.behaviour.responses.replacements[i], s.behaviour.responses.overtime_change[i]});
        if (now.actual) as_it_happened(now.actual->job_groups[i], p, now.month.month(), s.job_groups[i], step);
        const auto& [next, f] = step;
        noted("job_groups", i, f);
        s.job_groups[i] = next;
        const Real pay = f.pay + f.overtime_pay;
        switch (p.role) {
            case job_group::Role::officer: b.officer_pay += pay; break;
            case job_group::Role::employee: b.employee_pay += pay; break;
            case job_group::Role::part_time: b.part_time_pay += pay; break;
        }
        if (p.role != job_group::Role::officer) b.employees += next.headcount;
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
        out.groups[i] = {cost, next.headcount, paid + f.social_insurance, f.bonus_paid};
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
        auto step = fixed_asset::step(p, s.assets[i], inputs(p.useful_life));
        if (now.actual) as_it_happened(now.actual->assets[i], step);
        const auto& [next, f] = step;
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

/// What initiatives and another way of leading cost: operating cost of the whole company, paid at once.     IN-32
template <class Real> void initiatives(const Plan<Real>& plan, MonthResult<Real>& out, Real& shared) {
    using accounting::Category;
    auto& b = out.books;
    const auto charge = [&](Real amount, Category category) {
        operating_fixed_cost(out, amount, false, Reference{}, shared);
        cost_structure_line(b, category) += amount;
        b.other_costs_paid += amount;
    };
    for (std::size_t i = 0; i < plan.initiatives.size(); ++i) {
        const auto& m = out.initiatives[i];
        const bool service = plan.initiatives[i].parameters.kind == goho::initiatives::Kind::outsourcing ||
                             plan.initiatives[i].parameters.kind == goho::initiatives::Kind::support_service;
        charge(m.people_cost, Category::training);
        charge(m.process_cost + m.support_cost, Category::support_services);
        charge(m.data_cost, Category::it);
        charge(m.running_cost, service ? Category::support_services : Category::it);
        charge(m.incident_cost, Category::other);
        b.purchase_tax += m.purchase_tax;
        b.other_costs_paid += m.purchase_tax;
        b.extraordinary_income += m.subsidy;
        b.other_balance += m.subsidy;
    }
    charge(out.conduct.management_cost, Category::other);                                                // MG-6
}

template <class Real> void loans(const Plan<Real>& plan, const MonthInfo& now, State<Real>& s, MonthResult<Real>& out) {
    using namespace accounting;
    auto& b = out.books;
    for (std::size_t i = 0; i < plan.loans.size(); ++i) {
        auto step = loan::step(plan.loans[i].parameters, s.loans[i],
                               {now.month, now.plan_start, plan.treasury.market_rate_change,
                                s.behaviour.responses.spread_change});
        if (now.actual) as_it_happened(now.actual->loans[i], step);
        const auto& [next, f] = step;
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

}  // namespace detail

}  // namespace goho::simulation
