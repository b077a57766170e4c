// The balance sheet, read off the state at the end of a month: no flow is used, so that it checks the flows.
// Theory: docs/model/accounting.md, BS-1 to BS-15.
#pragma once

#include "simulation/state.hpp"

namespace goho::simulation {

template <class Real> void add_asset(accounting::Books<Real>& b, accounting::fixed_asset::Class asset_class, Real book_value) {
    using Class = accounting::fixed_asset::Class;
    switch (asset_class) {
        case Class::building:
        case Class::structure: b.buildings += book_value; break;
        case Class::machinery: b.machinery += book_value; break;
        case Class::vehicle: b.vehicles += book_value; break;
        case Class::tools: b.tools += book_value; break;
        case Class::land: b.land += book_value; break;
        case Class::software: b.software += book_value; break;
        case Class::other: b.other_fixed_assets += book_value; break;
    }
}

template <class Real>
void fill_balance_sheet(const Plan<Real>& plan, const State<Real>& s, Month month, accounting::Books<Real>& b) {
    using namespace accounting;
    b.cash = s.treasury.cash;
    b.notes_receivable = s.notes_receivable;        // BS-1
    b.accounts_receivable = s.accounts_receivable;  // BS-2
    for (const auto& segment : s.segments) b.inventory += segment.inventory;
    b.tax_receivable = positive_part(-s.corporate_tax.accrued) + positive_part(-s.consumption_tax.balance);  // BS-3
    b.other_receivables = s.subsidies_receivable;   // BS-4
    b.other_current_assets = s.other_current_assets;  // BS-5
    b.current_assets = b.cash + b.notes_receivable + b.accounts_receivable + b.inventory + b.tax_receivable +
                       b.other_receivables + b.other_current_assets;  // BS-6

    b.other_fixed_assets = s.other_fixed_assets;
    const auto add = [&](const fixed_asset::Parameters<Real>& p, const fixed_asset::State<Real>& asset) {
        add_asset(b, p.asset_class, asset.book_value);
        b.construction_in_progress += asset.construction;
        if (fixed_asset::in_service(p, month, plan.company.start) && fixed_asset::depreciates(p)) {
            b.accumulated_depreciation += p.cost - asset.book_value;
        }
    };
    for (std::size_t i = 0; i < s.assets.size(); ++i) add(plan.assets[i].parameters, s.assets[i]);
    for (std::size_t i = 0; i < s.investments.size(); ++i) {
        if (plan.investments[i].parameters.treatment == investment::Treatment::capitalise) {
            add(investment::as_asset(plan.investments[i].parameters), s.investments[i]);
        }
    }
    b.fixed_assets = b.buildings + b.machinery + b.vehicles + b.tools + b.land + b.software +
                     b.construction_in_progress + b.other_fixed_assets;  // BS-7
    b.total_assets = b.current_assets + b.fixed_assets;                  // BS-8

    b.notes_payable = s.notes_payable;                        // BS-9
    b.accounts_payable = s.accounts_payable;                  // BS-10
    b.other_payables = s.unpaid_costs + s.unpaid_insurance;   // BS-11
    b.accrued_corporate_tax = positive_part(s.corporate_tax.accrued);
    b.consumption_tax_payable = positive_part(s.consumption_tax.balance);
    for (const auto& group : s.job_groups) b.bonus_allowance += group.bonus_allowance;
    b.overdraft = s.treasury.overdraft;
    for (std::size_t i = 0; i < s.loans.size(); ++i) {
        switch (plan.loans[i].parameters.kind) {
            case loan::Kind::short_term: b.short_term_loans += s.loans[i].balance; break;
            case loan::Kind::long_term: b.long_term_loans += s.loans[i].balance; break;
            case loan::Kind::bond: b.bonds += s.loans[i].balance; break;
        }
    }
    b.other_liabilities = s.other_liabilities;
    b.total_liabilities = b.notes_payable + b.accounts_payable + b.other_payables + b.accrued_corporate_tax +
                          b.consumption_tax_payable + b.bonus_allowance + b.overdraft + b.short_term_loans +
                          b.long_term_loans + b.bonds + b.other_liabilities;  // BS-12
    b.paid_in_capital = s.paid_in_capital;                    // BS-13
    b.retained_earnings = s.retained_earnings;                // BS-14
    b.net_assets = b.paid_in_capital + b.retained_earnings;   // BS-15
}

}  // namespace goho::simulation
