#include "io/journal.hpp"

#include "core/number.hpp"
#include "io/journal_accounts.hpp"

#include <algorithm>

namespace goho::io {

namespace {

using namespace accounting;
namespace name = account_name;
using Books = accounting::Books<double>;

/// An entry under way. A second posting to the same account adds to the first.
struct Entry {
    Text narration;
    std::vector<Posting> postings{};

    void debit(std::string_view account, double amount) {
        const auto same =
            std::find_if(postings.begin(), postings.end(), [&](const Posting& p) { return p.account == account; });
        if (same != postings.end()) same->amount += amount;
        else postings.push_back({std::string(account), amount});
    }
    void credit(std::string_view account, double amount) { debit(account, -amount); }
    void move(std::string_view from, std::string_view to, double amount) {
        debit(to, amount);
        credit(from, amount);
    }
};

/// A fixed asset as the entries have it: what has been paid for it less what has been charged.
struct Held {
    double construction = 0.0, book_value = 0.0;
};

/// A tax account, and which part of it stands among the receivables because the tax office owes it.
struct TaxAccount {
    std::string_view account;
    double owed = 0.0, shown_as_claim = 0.0;
};

class Bookkeeper {
public:
    Bookkeeper(const simulation::Scenario& scenario, const simulation::Trajectory<double>& run)
        : plan_(scenario.plan), run_(run), chart_(chart_of_accounts(scenario.plan)), assets_(plan_.assets.size()),
          investments_(plan_.investments.size()) {
        journal_.title = scenario.name;
        journal_.opening = run.start + -1;
        journal_.accounts = chart_.all;
    }

    Journal keep() && {
        opening();
        const int months = static_cast<int>(run_.months.size());
        for (int t = 0; t < months; ++t) {
            now_ = run_.start + t;
            const Books& b = run_.months[t];
            trade(t, b);
            costs(t);
            payroll(t, b);
            fixed_assets(t);
            initiatives(t);
            loans(t, b);
            grants();
            settlements(t, b);
            taxes(b);
            owners(b);
            beside_the_plan(t, b);
            income_ += b.net_income;
            const bool year_ends = month_of_fiscal_year(now_, run_.fiscal_year_start) == 11;
            if (year_ends || t + 1 == months) expect(t, b);
        }
        return std::move(journal_);
    }

private:
    void post(Entry entry) {
        std::erase_if(entry.postings, [](const Posting& p) { return p.amount == 0.0; });
        if (entry.postings.empty()) return;
        for (const Posting& p : entry.postings) {
            for (TaxAccount* tax : {&corporate_tax_, &consumption_tax_}) {
                if (p.account == tax->account) tax->owed -= p.amount;
            }
        }
        journal_.transactions.push_back({now_, std::move(entry.narration), std::move(entry.postings)});
    }

    void opening() {
        now_ = journal_.opening;
        const auto& o = plan_.opening;
        Entry e{{"Opening balances", "開始残高"}};
        e.debit(name::cash, o.cash);
        e.debit(name::notes_receivable, o.notes_receivable);
        e.debit(name::accounts_receivable, o.accounts_receivable);
        for (const auto& item : plan_.segments) e.debit(name::inventory, item.parameters.opening_inventory);
        e.debit(name::other_current_assets, o.other_current_assets);
        for (std::size_t i = 0; i < assets_.size(); ++i) {
            const auto& p = plan_.assets[i].parameters;
            if (p.acquired >= run_.start) continue;
            assets_[i].book_value = p.opening_book_value;
            e.debit(asset_account(p.asset_class), p.opening_book_value);
        }
        e.debit(name::other_fixed_assets, o.other_fixed_assets);
        e.credit(name::notes_payable, o.notes_payable);
        e.credit(name::accounts_payable, o.accounts_payable);
        e.credit(name::other_payables, o.other_payables);
        e.credit(name::corporate_tax, o.accrued_corporate_tax - o.prepaid_corporate_tax);
        e.credit(name::consumption_tax, o.consumption_tax_owed);
        for (const auto& item : plan_.job_groups)
            e.credit(name::bonus_allowance, item.parameters.opening_bonus_allowance);
        e.credit(name::overdraft, o.overdraft);
        for (std::size_t i = 0; i < plan_.loans.size(); ++i) {
            const auto& p = plan_.loans[i].parameters;
            if (loan::existing(p, run_.start)) e.credit(chart_.loans[i], p.principal);
        }
        e.credit(name::other_liabilities, o.other_liabilities);
        e.credit(name::capital, o.paid_in_capital);
        e.credit(retained_earnings_account, o.retained_earnings);
        post(std::move(e));
        show_claims();
    }

    void trade(int t, const Books& b) {
        Entry sales{{"Sales", "売上"}};
        sales.debit(name::cash, b.cash_sales);
        sales.debit(name::accounts_receivable, b.net_sales + b.sales_tax - b.cash_sales);
        for (int i = 0; i < run_.segments.items; ++i) sales.credit(chart_.sales[i], run_.segments.at(t, i).net_sales);
        sales.credit(name::consumption_tax, b.sales_tax);
        post(std::move(sales));

        Entry purchases{{"Purchases", "仕入"}};
        purchases.debit(name::inventory, b.purchases);
        purchases.debit(name::consumption_tax, run_.transfers[t].goods_tax);
        purchases.credit(name::accounts_payable, b.purchases + run_.transfers[t].goods_tax);
        post(std::move(purchases));

        Entry sold{{"Goods sold", "売上原価への振替"}};
        sold.move(name::inventory, name::goods, b.cost_of_goods);
        post(std::move(sold));
    }

    void costs(int t) {
        Entry e{{"Operating costs", "諸経費の計上"}};
        for (int i = 0; i < run_.lines.items; ++i) {
            const auto& line = run_.lines.at(t, i);
            const double cost = line.fixed_cost + line.variable_cost;
            e.debit(chart_.costs[i], cost);
            e.debit(name::consumption_tax, line.purchase_tax);
            e.credit(name::other_payables, cost + line.purchase_tax);
        }
        post(std::move(e));
    }

    void payroll(int t, const Books& b) {
        const double paid_now = b.officer_pay + b.employee_pay + b.part_time_pay + b.hiring_cost;
        Entry cost{{"Personnel cost", "人件費の計上"}};
        cost.debit(name::officer_pay, b.officer_pay);
        cost.debit(name::employee_pay, b.employee_pay);
        cost.debit(name::part_time_pay, b.part_time_pay);
        cost.debit(name::hiring, b.hiring_cost);
        cost.debit(name::bonus, b.bonus_cost);
        cost.debit(name::social_insurance, b.social_insurance);
        cost.credit(name::cash, paid_now);
        cost.credit(name::bonus_allowance, b.bonus_cost);
        cost.credit(name::other_payables, b.social_insurance);
        post(std::move(cost));

        double bonus_paid = 0.0;
        for (int i = 0; i < run_.groups.items; ++i) bonus_paid += run_.groups.at(t, i).bonus_paid;
        Entry paid{{"Bonus and social insurance paid", "賞与・社会保険料の支払"}};
        paid.move(name::cash, name::bonus_allowance, bonus_paid);
        paid.move(name::cash, name::other_payables, b.personnel_paid - paid_now - bonus_paid);
        post(std::move(paid));
    }

    void fixed_assets(int t) {
        Entry bought{{"Fixed assets bought", "固定資産の取得"}}, in_service{{"Put into service", "本勘定への振替"}},
            charged{{"Depreciation", "減価償却"}}, sold{{"Fixed assets disposed of", "固定資産の売却・除却"}},
            expensed{{"Investment expensed", "投資の費用処理・運用費"}};
        const auto one = [&](const fixed_asset::Parameters<double>& p, const simulation::AssetMonth<double>& month,
                             Held& held) {
            const std::string_view account = asset_account(p.asset_class);
            held.construction += month.spending;
            bought.debit(name::construction, month.spending);
            bought.debit(name::consumption_tax, month.purchase_tax);
            bought.credit(name::cash, month.spending + month.purchase_tax);
            if (p.acquired >= run_.start && now_ - p.acquired + 1 == p.spending_months) {
                in_service.move(name::construction, account, held.construction);
                held.book_value += held.construction;
                held.construction = 0.0;
            }
            charged.move(account, name::depreciation, month.depreciation);
            held.book_value -= month.depreciation;
            if (p.disposed.given() && p.disposed == now_) {
                const double gain = month.proceeds - held.book_value - held.construction;
                sold.debit(name::cash, month.proceeds);
                sold.credit(account, held.book_value);
                sold.credit(name::construction, held.construction);
                sold.credit(name::disposal_gains, positive_part(gain));
                sold.debit(name::disposal_losses, positive_part(-gain));
                held = {};
            } else {
                sold.move(account, name::cash, month.proceeds);  // only the books have it
                held.book_value -= month.proceeds;
            }
            const double beyond = month.book_value - held.book_value;  // bought beyond the plan, as the books have it
            in_service.move(name::construction, account, beyond);
            held.construction -= beyond;
            held.book_value += beyond;
        };
        for (int i = 0; i < run_.assets.items; ++i) one(plan_.assets[i].parameters, run_.assets.at(t, i), assets_[i]);
        for (int i = 0; i < run_.investments.items; ++i) {
            const auto& month = run_.investments.at(t, i);
            one(investment::as_asset(plan_.investments[i].parameters), month, investments_[i]);
            expensed.debit(chart_.investments[i], month.expense);
            expensed.debit(name::consumption_tax, month.expense_tax);
            expensed.credit(name::cash, month.expense + month.expense_tax);
        }
        for (Entry* e : {&bought, &in_service, &charged, &sold, &expensed}) post(std::move(*e));
    }

    void initiatives(int t) {
        Entry e{{"Initiatives and ways of leading", "施策・経営のしくみの費用"}};
        for (int i = 0; i < run_.initiatives.items; ++i) {
            const auto& m = run_.initiatives.at(t, i);
            const double cost = simulation::cost_of(m);
            e.debit(chart_.initiatives[i], cost);
            e.debit(name::consumption_tax, m.purchase_tax);
            e.credit(name::cash, cost + m.purchase_tax);
            e.move(chart_.initiative_subsidies[i], name::cash, m.subsidy);
        }
        e.move(name::cash, name::management, run_.conduct[t].management_cost);
        post(std::move(e));
    }

    void loans(int t, const Books& b) {
        Entry drawn{{"Loans drawn", "借入"}}, repaid{{"Loans repaid", "借入金の返済"}},
            interest{{"Interest and fees", "利息・保証料"}};
        double by_contract = 0.0;
        for (int i = 0; i < run_.loans.items; ++i) {
            const auto& month = run_.loans.at(t, i);
            drawn.move(chart_.loans[i], name::cash, month.drawn);
            repaid.move(name::cash, chart_.loans[i], month.repaid);
            interest.debit(chart_.interest[i], month.interest);
            interest.debit(chart_.guarantee_fees[i], month.guarantee_fee);
            by_contract += month.interest + month.guarantee_fee;
        }
        interest.debit(name::overdraft_interest, b.interest_paid - by_contract);
        interest.credit(name::cash, b.interest_paid);
        for (Entry* e : {&drawn, &repaid, &interest}) post(std::move(*e));
    }

    void grants() {
        Entry decided{{"Subsidies decided", "補助金の確定"}}, received{{"Subsidies received", "補助金の入金"}};
        for (std::size_t i = 0; i < plan_.subsidies.size(); ++i) {
            const auto& p = plan_.subsidies[i].parameters;
            if (p.decided < run_.start) continue;
            if (p.decided == now_) decided.move(chart_.subsidies[i], name::other_receivables, whole_yen(p.amount));
            if (p.decided + p.payment_lag == now_)
                received.move(name::other_receivables, name::cash, whole_yen(p.amount));
        }
        for (Entry* e : {&decided, &received}) post(std::move(*e));
    }

    void settlements(int t, const Books& b) {
        const auto& transfers = run_.transfers[t];
        Entry collected{{"Receivables collected", "売掛金・手形の回収"}};
        collected.debit(name::cash, b.accounts_collected + b.notes_collected);
        collected.debit(name::notes_receivable, transfers.notes_received - b.notes_collected);
        collected.credit(name::accounts_receivable, b.accounts_collected + transfers.notes_received);
        post(std::move(collected));

        Entry suppliers{{"Suppliers paid", "買掛金・手形の支払"}};
        suppliers.debit(name::accounts_payable, b.purchases_paid + transfers.notes_given);
        suppliers.credit(name::notes_payable, transfers.notes_given - b.notes_paid);
        suppliers.credit(name::cash, b.purchases_paid + b.notes_paid);
        post(std::move(suppliers));

        double paid_at_once = 0.0;
        for (int i = 0; i < run_.investments.items; ++i) {
            const auto& month = run_.investments.at(t, i);
            paid_at_once += month.expense + month.expense_tax;
        }
        for (int i = 0; i < run_.initiatives.items; ++i) {
            const auto& month = run_.initiatives.at(t, i);
            paid_at_once += simulation::cost_of(month) + month.purchase_tax;
        }
        paid_at_once += run_.conduct[t].management_cost;
        Entry costs{{"Operating costs paid", "諸経費の支払"}};
        costs.move(name::cash, name::other_payables, b.other_costs_paid - paid_at_once);
        post(std::move(costs));

        Entry received{{"Other income", "営業外収益"}};
        received.move(name::other_income, name::cash, b.other_receipts);
        post(std::move(received));
    }

    void taxes(const Books& b) {
        Entry consumption{{"Consumption tax settled", "消費税の納付・精算"}};
        consumption.move(name::cash, name::consumption_tax, b.consumption_tax_paid);
        consumption.move(name::tax_rounding, name::consumption_tax, b.consumption_tax_rounding);
        post(std::move(consumption));

        Entry charged{{"Corporate taxes of the year", "法人税等の計上"}};
        charged.move(name::corporate_tax, name::corporate_taxes, b.corporate_taxes);
        post(std::move(charged));
        Entry paid{{"Corporate taxes paid", "法人税等の納付"}};
        paid.move(name::cash, name::corporate_tax, b.corporate_tax_paid);
        post(std::move(paid));
        show_claims();
    }

    /// A tax that has been paid beyond what is owed stands among the receivables until it turns again.
    void show_claims() {
        Entry e{{"Taxes claimed back", "未収還付税金への振替"}};
        for (TaxAccount* tax : {&corporate_tax_, &consumption_tax_}) {
            const double claim = positive_part(tax->shown_as_claim - tax->owed);
            e.move(tax->account, name::tax_receivable, claim - tax->shown_as_claim);
            tax->shown_as_claim = claim;
        }
        post(std::move(e));
    }

    void owners(const Books& b) {
        Entry dividend{{"Dividends paid", "配当金の支払"}};
        dividend.move(name::cash, retained_earnings_account, b.dividends_paid);
        post(std::move(dividend));
        Entry capital{{"Capital paid in", "増資"}};
        capital.move(name::capital, name::cash, b.capital_paid_in);
        post(std::move(capital));
        Entry overdraft{{"Overdraft drawn or paid back", "当座貸越の増減"}};
        overdraft.move(name::overdraft, name::cash, b.overdraft_change);
        post(std::move(overdraft));
    }

    /// Balances that a plan leaves alone and the books of an actual month move, and what they earned or lost besides.
    void beside_the_plan(int t, const Books& b) {
        const Books& last = t > 0 ? run_.months[t - 1] : run_.opening;
        Entry e{{"Other items of the books", "その他の項目（実績）"}};
        e.move(name::cash, name::other_current_assets, b.other_current_assets - last.other_current_assets);
        e.move(name::cash, name::other_fixed_assets, run_.transfers[t].other_fixed_assets);
        e.move(name::other_liabilities, name::cash, b.other_liabilities - last.other_liabilities);
        e.move(name::extraordinary, name::cash, run_.transfers[t].extraordinary);
        post(std::move(e));
    }

    /// What every account of the balance sheet must hold now, as the books have it.
    void expect(int t, const Books& b) {
        const auto holds = [&](std::string_view account, double amount) {
            journal_.assertions.push_back({now_, std::string(account), amount});
        };
        for (const auto& row : balance_accounts()) {
            const bool by_contract = row.account == name::short_term_loans || row.account == name::long_term_loans ||
                                     row.account == name::bonds;
            if (!by_contract) holds(row.account, row.credit ? -(b.*row.line) : b.*row.line);
        }
        for (int i = 0; i < run_.loans.items; ++i) holds(chart_.loans[i], -run_.loans.at(t, i).balance);
        holds(retained_earnings_account, -(b.retained_earnings - income_));
    }

    const simulation::Plan<double>& plan_;
    const simulation::Trajectory<double>& run_;
    Chart chart_;
    Journal journal_;
    Month now_;
    std::vector<Held> assets_, investments_;
    TaxAccount corporate_tax_{name::corporate_tax}, consumption_tax_{name::consumption_tax};
    double income_ = 0.0;  // since the plan began
};

}  // namespace

Journal journal(const simulation::Scenario& scenario, const simulation::Trajectory<double>& run) {
    return Bookkeeper(scenario, run).keep();
}

}  // namespace goho::io
