#include "core/number.hpp"
#include "simulation/run.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace goho::simulation {

namespace {

/// What is no number cannot hold: it counts as beyond all bounds.
void raise(double& worst, double violation) {
    if (!(std::abs(violation) <= worst)) worst = std::isnan(violation) ? std::numeric_limits<double>::infinity() : std::abs(violation);
}

}  // namespace

double Residuals::worst() const {
    return std::max({balance_sheet, cash_flow, cash_table, profit_forms, net_assets, segments, depreciation, loans, receivables});
}

Residuals residuals(const Plan<double>& plan, const Trajectory<double>& run) {
    Residuals r;
    const auto* last = &run.opening;
    for (int t = 0; t < static_cast<int>(run.months.size()); ++t) {
        const auto& b = run.months[t];
        raise(r.balance_sheet, b.total_assets - b.total_liabilities - b.net_assets);
        raise(r.cash_flow, b.cash_change - (b.operating_cash_flow + b.investing_cash_flow + b.financing_cash_flow));
        raise(r.cash_table, b.cash_change - (b.ordinary_balance + b.other_balance + b.financing_balance));
        raise(r.profit_forms, b.operating_income - (b.gross_profit - b.sga_expenses));
        raise(r.net_assets, b.net_assets - last->net_assets - (b.net_income - b.dividends_paid + b.capital_paid_in));
        double sales = 0.0, income = 0.0;
        for (int i = 0; i < run.segments.items; ++i) {
            sales += run.segments.at(t, i).net_sales;
            income += run.segments.at(t, i).operating_income;
        }
        raise(r.segments, b.net_sales - sales);
        raise(r.segments, b.operating_income - income);
        const double owed = b.accounts_receivable + b.notes_receivable;
        const double still_due = last->accounts_receivable + last->notes_receivable + b.net_sales + b.sales_tax -
                                 b.cash_sales - b.accounts_collected - b.notes_collected;
        raise(r.receivables, owed - still_due);
        for (const auto& row : accounting::variables<double>) raise(r.largest_amount, b.*row.field);
        last = &b;
    }
    for (int i = 0; i < run.assets.items; ++i) {
        const auto& p = plan.assets[i].parameters;
        const double depreciable = p.acquired < plan.company.start ? p.opening_book_value : p.cost;
        double charged = 0.0;
        // What the books bought for an asset beyond the plan can be depreciated too.
        double bought = p.acquired < plan.company.start ? 0.0 : -p.cost;
        for (int t = 0; t < static_cast<int>(run.months.size()); ++t) {
            charged += run.assets.at(t, i).depreciation;
            bought += run.assets.at(t, i).spending;
        }
        raise(r.depreciation, positive_part(charged - depreciable - positive_part(bought)));
    }
    for (int i = 0; i < run.loans.items; ++i) {
        const auto& p = plan.loans[i].parameters;
        if (p.repayment == accounting::loan::Repayment::rollover) continue;
        const Month first = accounting::loan::existing(p, plan.company.start) ? plan.company.start + -1 : p.drawn;
        const int end = first + p.term_months - plan.company.start;
        const bool told = plan.actuals.at(end) != nullptr && end >= 0;  // the books may have it longer
        if (end >= 0 && !told && end < static_cast<int>(run.months.size())) raise(r.loans, run.loans.at(end, i).balance);
    }
    return r;
}

}  // namespace goho::simulation
