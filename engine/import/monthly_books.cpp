#include "import/monthly_books.hpp"

#include "simulation/month_books.hpp"

#include <algorithm>
#include <array>

namespace goho::imports {

namespace {

using accounting::Behaviour;
using Books = accounting::Books<double>;

/// The classification of each line of the ledger, where it has one.
std::vector<const Classified*> by_line(const Ledger& ledger, const std::vector<Classified>& classification) {
    std::vector<const Classified*> out(ledger.lines.size(), nullptr);
    for (const Classified& item : classification) {
        for (const std::size_t line : item.lines) out[line] = &item;
    }
    return out;
}

double variable_part(const Classified& item, double amount) {
    if (item.behaviour == Behaviour::variable) return amount;
    return item.behaviour == Behaviour::semi_variable ? amount - whole_yen(item.monthly_amount) : 0.0;  // AC-3
}

void add_cost(Books& b, const LedgerLine& line, const Classified& item, double amount) {
    (line.section == Section::sga ? b.sga_expenses : b.cost_of_sales) += amount;
    if (!line.account->is_cost_line()) {
        b.*(line.account->line) += amount;
        return;
    }
    const double variable = variable_part(item, amount);
    b.other_variable_cost += variable;
    simulation::detail::cost_structure_line(b, line.account->category) += amount - variable;
}

/// Interest keeps its line; whatever else stands in a section below the operating line belongs to that section.
void add_below_operating_line(Books& b, const LedgerLine& line, double amount) {
    switch (line.section) {
        case Section::non_operating_income:
            b.non_operating_income += amount;
            break;
        case Section::non_operating_expenses:
            (line.account->line == &Books::interest_expense ? b.interest_expense : b.non_operating_expenses) += amount;
            break;
        case Section::extraordinary_income:
            b.extraordinary_income += amount;
            break;
        case Section::extraordinary_losses:
            b.extraordinary_losses += amount;
            break;
        default:
            b.corporate_taxes += amount;
            break;
    }
}

void finish_profit(Books& b) {
    b.variable_cost = b.cost_of_goods + b.other_variable_cost;
    b.marginal_profit = b.net_sales - b.variable_cost;
    b.personnel_cost =
        b.officer_pay + b.employee_pay + b.part_time_pay + b.bonus_cost + b.social_insurance + b.hiring_cost;
    b.fixed_cost = b.personnel_cost + b.rent_and_lease + b.it_cost + b.support_service_cost + b.advertising_cost +
                   b.research_development_cost + b.training_cost + b.taxes_and_dues + b.other_fixed_cost +
                   b.depreciation;
    b.operating_income = b.marginal_profit - b.fixed_cost;
    b.gross_profit = b.net_sales - b.cost_of_sales;
    b.ordinary_income = b.operating_income + b.non_operating_income - b.interest_expense - b.non_operating_expenses;
    b.profit_before_tax = b.ordinary_income + b.extraordinary_income - b.extraordinary_losses;
    b.net_income = b.profit_before_tax - b.corporate_taxes;
}

/// `undivided` is what the files deduct from all depreciable assets together (below zero).
void divide_depreciation(Books& b, double undivided) {
    constexpr auto classes = std::to_array({&Books::buildings, &Books::machinery, &Books::vehicles, &Books::tools});
    double cost = 0.0, left = undivided;
    for (const auto line : classes) cost += b.*line;
    for (const auto line : classes) {
        const double share = cost > 0.0 ? whole_yen(undivided * (b.*line / cost)) : 0.0;
        b.*line += share;
        left -= share;
    }
    (cost > 0.0 ? b.buildings : b.other_fixed_assets) += left;
    b.accumulated_depreciation = -undivided;
}

void finish_balance(Books& b) {
    b.current_assets = b.cash + b.notes_receivable + b.accounts_receivable + b.inventory + b.tax_receivable +
                       b.other_receivables + b.other_current_assets;
    b.fixed_assets = b.buildings + b.machinery + b.vehicles + b.tools + b.land + b.software +
                     b.construction_in_progress + b.other_fixed_assets;
    b.total_assets = b.current_assets + b.fixed_assets;
    b.total_liabilities = b.notes_payable + b.accounts_payable + b.other_payables + b.accrued_corporate_tax +
                          b.consumption_tax_payable + b.bonus_allowance + b.overdraft + b.short_term_loans +
                          b.long_term_loans + b.bonds + b.other_liabilities;
    b.net_assets = b.paid_in_capital + b.retained_earnings;
}

Books books_of(const Ledger& ledger, const std::vector<const Classified*>& classified, std::size_t month) {
    Books b;
    b.net_sales = static_cast<double>(ledger.sum(Section::sales, month));
    double undivided = 0.0;
    for (std::size_t i = 0; i < ledger.lines.size(); ++i) {
        const LedgerLine& line = ledger.lines[i];
        const auto amount = static_cast<double>(line.amounts[month]);
        if (line.section == Section::sales) continue;
        if (classified[i] != nullptr) add_cost(b, line, *classified[i], amount);
        else if (statement_of(line.section) == Statement::profit) add_below_operating_line(b, line, amount);
        else if (line.account->line == &Books::accumulated_depreciation) undivided += amount;
        else b.*(line.account->line) += amount;
    }
    finish_profit(b);
    divide_depreciation(b, undivided);
    finish_balance(b);
    return b;
}

}  // namespace

std::vector<Books> monthly_books(const Ledger& ledger, const std::vector<Classified>& classification) {
    const auto classified = by_line(ledger, classification);
    std::vector<Books> out;
    for (std::size_t m = 0; m < ledger.months.size(); ++m) out.push_back(books_of(ledger, classified, m));
    return out;
}

}  // namespace goho::imports
