#include "io/journal_accounts.hpp"

#include <algorithm>

namespace goho::io {

namespace {

namespace name = account_name;
using Books = accounting::Books<double>;

constexpr BalanceAccount balance_sheet[] = {
    {name::cash, &Books::cash, false},
    {name::notes_receivable, &Books::notes_receivable, false},
    {name::accounts_receivable, &Books::accounts_receivable, false},
    {name::inventory, &Books::inventory, false},
    {name::tax_receivable, &Books::tax_receivable, false},
    {name::other_receivables, &Books::other_receivables, false},
    {name::other_current_assets, &Books::other_current_assets, false},
    {name::buildings, &Books::buildings, false},
    {name::machinery, &Books::machinery, false},
    {name::vehicles, &Books::vehicles, false},
    {name::tools, &Books::tools, false},
    {name::land, &Books::land, false},
    {name::software, &Books::software, false},
    {name::construction, &Books::construction_in_progress, false},
    {name::other_fixed_assets, &Books::other_fixed_assets, false},
    {name::notes_payable, &Books::notes_payable, true},
    {name::accounts_payable, &Books::accounts_payable, true},
    {name::other_payables, &Books::other_payables, true},
    {name::corporate_tax, &Books::accrued_corporate_tax, true},
    {name::consumption_tax, &Books::consumption_tax_payable, true},
    {name::bonus_allowance, &Books::bonus_allowance, true},
    {name::overdraft, &Books::overdraft, true},
    {name::short_term_loans, &Books::short_term_loans, true},
    {name::long_term_loans, &Books::long_term_loans, true},
    {name::bonds, &Books::bonds, true},
    {name::other_liabilities, &Books::other_liabilities, true},
    {name::capital, &Books::paid_in_capital, true},
};

Text text(Label label) { return {std::string(label.en), std::string(label.ja)}; }

Text label_of(double Books::*line) {
    for (const auto& row : accounting::variables<double>) {
        if (row.field == line) return text(row.label);
    }
    return {};
}

/// An id as one part of an account name: a capital or a digit first, then letters, digits and dashes.
std::string component(std::string_view id) {
    std::string part;
    for (const char c : id) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        part += plain ? c : '-';
    }
    if (part.empty() || part.front() == '-') part.insert(part.begin(), 'X');
    if (part.front() >= 'a' && part.front() <= 'z') part.front() = static_cast<char>(part.front() - 'a' + 'A');
    return part;
}

/// Two ids may look the same as parts of a name (_a and x_a): the later one then gets a number.
std::string unused(const std::string& wanted, const std::vector<Account>& taken) {
    const auto is_taken = [&](const std::string& account) {
        return std::any_of(taken.begin(), taken.end(), [&](const Account& a) { return a.name == account; });
    };
    std::string account = wanted;
    for (int number = 2; is_taken(account); ++number) account = wanted + "-" + std::to_string(number);
    return account;
}

class ChartMaker {
public:
    void add(std::string_view account, Text label) { chart.all.push_back({std::string(account), std::move(label)}); }

    template <class P> std::string add_item(std::string_view parent, const Item<P>& item, Label kind) {
        const std::string account = unused(std::string(parent) + ":" + component(item.id), chart.all);
        const auto words = [&](Language language) {
            return std::string(kind.in(language)) + ": " + std::string(item.shown(language));
        };
        chart.all.push_back({account, {words(Language::english), words(Language::japanese)}});
        return account;
    }

    template <class P>
    std::vector<std::string> add_items(std::string_view parent, const std::vector<Item<P>>& items, Label kind) {
        std::vector<std::string> accounts;
        for (const auto& item : items) accounts.push_back(add_item(parent, item, kind));
        return accounts;
    }

    Chart chart;
};

std::string_view loan_account(accounting::loan::Kind kind) {
    using Kind = accounting::loan::Kind;
    return kind == Kind::short_term ? name::short_term_loans : kind == Kind::bond ? name::bonds : name::long_term_loans;
}

}  // namespace

std::span<const BalanceAccount> balance_accounts() { return balance_sheet; }

std::string_view asset_account(accounting::fixed_asset::Class asset_class) {
    using Class = accounting::fixed_asset::Class;
    switch (asset_class) {
        case Class::building:
        case Class::structure:
            return name::buildings;
        case Class::machinery:
            return name::machinery;
        case Class::vehicle:
            return name::vehicles;
        case Class::tools:
            return name::tools;
        case Class::land:
            return name::land;
        case Class::software:
            return name::software;
        case Class::other:
            break;
    }
    return name::other_fixed_assets;
}

Chart chart_of_accounts(const simulation::Plan<double>& plan) {
    ChartMaker make;
    for (const auto& row : balance_sheet) make.add(row.account, label_of(row.line));
    make.add(retained_earnings_account, label_of(&Books::retained_earnings));
    for (const auto& item : plan.loans) {
        make.chart.loans.push_back(make.add_item(loan_account(item.parameters.kind), item, {"Loan", "借入金"}));
    }
    make.chart.sales = make.add_items(name::sales, plan.segments, {"Sales", "売上高"});
    make.add(name::other_income, {"Other income", "営業外収益"});
    make.add(name::tax_rounding, label_of(&Books::consumption_tax_rounding));
    make.chart.subsidies = make.add_items(name::subsidies, plan.subsidies, {"Subsidy", "補助金"});
    make.chart.initiative_subsidies =
        make.add_items(name::initiative_subsidies, plan.initiatives, {"Subsidy for the initiative", "施策の補助金"});
    make.add(name::extraordinary, {"Extraordinary items of the books", "特別損益（実績）"});
    make.add(name::disposal_gains, {"Gain on disposal", "固定資産売却益"});
    make.add(name::goods, label_of(&Books::cost_of_goods));
    make.chart.costs = make.add_items(name::costs, plan.cost_lines, {"Cost", "費用"});
    make.add(name::officer_pay, label_of(&Books::officer_pay));
    make.add(name::employee_pay, label_of(&Books::employee_pay));
    make.add(name::part_time_pay, label_of(&Books::part_time_pay));
    make.add(name::bonus, label_of(&Books::bonus_cost));
    make.add(name::social_insurance, label_of(&Books::social_insurance));
    make.add(name::hiring, label_of(&Books::hiring_cost));
    make.add(name::depreciation, label_of(&Books::depreciation));
    make.chart.investments =
        make.add_items(name::investments, plan.investments, {"Investment, expensed", "投資（費用処理・運用費）"});
    make.chart.initiatives = make.add_items(name::initiatives, plan.initiatives, {"Initiative", "施策"});
    make.add(name::management, {"Leading differently", "経営のしくみの費用"});
    make.chart.interest = make.add_items(name::interest, plan.loans, {"Interest", "支払利息"});
    make.chart.guarantee_fees = make.add_items(name::guarantee_fees, plan.loans, {"Guarantee fee", "信用保証料"});
    make.add(name::overdraft_interest, {"Overdraft interest", "当座貸越利息"});
    make.add(name::disposal_losses, {"Loss on disposal", "固定資産売却・除却損"});
    make.add(name::corporate_taxes, label_of(&Books::corporate_taxes));
    return std::move(make.chart);
}

}  // namespace goho::io
