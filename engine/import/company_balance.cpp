#include "import/company_parts.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace goho::imports::parts {

namespace {

namespace fa = accounting::fixed_asset;
namespace ln = accounting::loan;

struct AssetClass {
    double Books::*line;
    fa::Class asset_class;
    std::string_view id;
    Label name;
    int useful_life;  // years, where depreciation does not say it: an assumption
    bool production;  // whether its depreciation usually stands in cost of sales
};
constexpr AssetClass asset_classes[] = {
    {&Books::machinery, fa::Class::machinery, "machinery", {"Machinery", "機械装置"}, 10, true},
    {&Books::buildings, fa::Class::building, "buildings", {"Buildings", "建物・構築物"}, 24, true},
    {&Books::tools, fa::Class::tools, "tools", {"Tools and equipment", "工具器具備品"}, 6, true},
    {&Books::vehicles, fa::Class::vehicle, "vehicles", {"Vehicles", "車両運搬具"}, 5, false},
    {&Books::software, fa::Class::software, "software", {"Software", "ソフトウェア"}, 5, false},
    {&Books::land, fa::Class::land, "land", {"Land", "土地"}, 10, false},
};

struct Held {
    const AssetClass* about = nullptr;
    fa::Site place = fa::Site::sga;
    double opening = 0.0;
    std::vector<double> book, depreciation;
};

std::vector<double> depreciation_in(const Making& m, bool production) {
    std::vector<double> out(m.count(), 0.0);
    for (const Classified& item : m.in.classification) {
        const LedgerLine& line = m.in.ledger.lines[item.lines.front()];
        if (line.account->line != &Books::depreciation || (line.section != Section::sga) != production) continue;
        const auto amounts = amounts_of(m.in, item.lines);
        for (std::size_t t = 0; t < out.size(); ++t) out[t] += amounts[t];
    }
    return out;
}

bool any(const std::vector<double>& values) {
    return std::any_of(values.begin(), values.end(), [](double v) { return v != 0.0; });
}

/// A month's depreciation of one place goes to the assets there whose book value fell, else to what is worth most.
void charge(std::vector<Held>& held, fa::Site place, std::size_t t, double amount) {
    std::vector<Held*> here;
    std::vector<double> fall, worth;
    for (Held& h : held) {
        if (h.place != place || h.about->asset_class == fa::Class::land) continue;
        const double before = t > 0 ? h.book[t - 1] : h.opening;
        here.push_back(&h);
        fall.push_back(std::max(0.0, before - h.book[t]));
        worth.push_back(std::max(0.0, before));
    }
    if (here.empty()) return;
    const auto parts = divided(amount, any(fall) ? fall : worth);
    for (std::size_t i = 0; i < here.size(); ++i) here[i]->depreciation[t] = parts[i];
}

/// Cost and useful life under which straight-line depreciation goes on as it did.
void set_depreciation(fa::Parameters<double>& p, const Held& h) {
    const double yearly = mean(h.depreciation) * 12.0, base = std::max(p.opening_book_value, 1.0);
    p.useful_life = h.about->useful_life;
    p.cost = base;
    if (h.about->asset_class == fa::Class::land || yearly <= 0.0) {
        p.method = fa::Method::none;
        return;
    }
    if (yearly * p.useful_life < base) p.useful_life = std::clamp(static_cast<int>(std::ceil(base / yearly)), 2, 50);
    p.cost = std::max(base, std::ceil(yearly * p.useful_life));
}

std::vector<Held> held_assets(const Making& m, bool in_production, bool in_sga) {
    std::vector<Held> out;
    for (const AssetClass& about : asset_classes) {
        Held h{&about, fa::Site::sga, m.opening.*about.line, {}, std::vector<double>(m.count(), 0.0)};
        for (const Books& b : m.in.books) h.book.push_back(m.has_balance() ? b.*about.line : h.opening);
        if (h.opening == 0.0 && !any(h.book)) continue;
        h.place = in_production && (about.production || !in_sga) ? fa::Site::cost_of_sales : fa::Site::sga;
        out.push_back(std::move(h));
    }
    return out;
}

}  // namespace

void assets(Making& m) {
    const auto production = depreciation_in(m, true), sga = depreciation_in(m, false);
    auto held = held_assets(m, any(production), any(sga));
    static constexpr AssetClass nothing{nullptr, fa::Class::other, "other_depreciation", {"Depreciation without an asset", "対応する資産のない償却費"}, 5, false};
    for (const auto& [place, amounts] : {std::pair{fa::Site::cost_of_sales, &production}, std::pair{fa::Site::sga, &sga}}) {
        const bool borne = std::any_of(held.begin(), held.end(),
                                       [&, p = place](const Held& h) { return h.place == p && h.about->asset_class != fa::Class::land; });
        if (any(*amounts) && !borne) held.push_back({&nothing, place, 0.0, std::vector<double>(m.count(), 0.0), std::vector<double>(m.count(), 0.0)});
        for (std::size_t t = 0; t < m.count(); ++t) charge(held, place, t, (*amounts)[t]);
    }
    for (const Held& h : held) {
        Item<fa::Parameters<double>> item{free_id(m.plan.assets, h.about->id), {std::string(h.about->name.en), std::string(h.about->name.ja)}, {}};
        auto& p = item.parameters;
        p.asset_class = h.about->asset_class;
        p.place = h.place;
        p.opening_book_value = h.opening;
        p.acquired = m.plan.company.start + -1;
        p.purchase_tax_rate = 0.0;
        set_depreciation(p, h);
        if (h.opening == 0.0) {  // bought within the imported months, or nothing that can be seen
            const auto bought = std::find_if(h.book.begin(), h.book.end(), [](double b) { return b != 0.0; });
            const auto t = bought == h.book.end() ? 0 : static_cast<int>(bought - h.book.begin());
            p.acquired = m.plan.company.start + t;
            p.cost = bought == h.book.end() ? 0.0 : std::max(0.0, *bought + h.depreciation[static_cast<std::size_t>(t)]);
            if (p.cost == 0.0) p.method = fa::Method::none;
        }
        m.plan.assets.push_back(std::move(item));
        for (std::size_t t = 0; t < m.count(); ++t) {
            auto& a = m.months[t].assets.emplace_back();
            a.depreciation = h.depreciation[t];
            if (m.has_balance() || h.about == &nothing) a.book_value = h.book[t];
        }
    }
    if (held.empty()) return;
    m.assumed.push_back({"one asset for each class, written off in a straight line at the speed of these months; put the assets of the register in place",
                         "資産区分ごとに1件とし、この期間の償却額が続く定額法としました。固定資産台帳の資産に置き換えてください"});
    m.assumed.push_back({"nothing is bought in place of what wears out: depreciation ends in time, so add the investments that keep the company going",
                         "更新投資は見込んでいません。償却が終わると利益が増えるため、必要な更新投資を計画に加えてください"});
}

namespace {

struct Debt {
    const LedgerLine* line = nullptr;
    double opening = 0.0;
    std::vector<double> balance;
};

std::vector<Debt> debts(const Making& m) {
    std::vector<Debt> out;
    for (const LedgerLine& line : m.in.ledger.lines) {
        const auto book = line.account->line;
        if (book != &Books::short_term_loans && book != &Books::long_term_loans && book != &Books::bonds && book != &Books::overdraft) continue;
        Debt d{&line, static_cast<double>(line.opening.value_or(m.has_balance() ? line.amounts.front() : Yen{0})), {}};
        for (const Yen amount : line.amounts) d.balance.push_back(m.has_balance() ? static_cast<double>(amount) : d.opening);
        if (d.opening != 0.0 || any(d.balance)) out.push_back(std::move(d));
    }
    return out;
}

ln::Kind kind_of(double Books::*line) {
    return line == &Books::long_term_loans ? ln::Kind::long_term : line == &Books::bonds ? ln::Kind::bond : ln::Kind::short_term;
}

/// Repaid at the speed of these months; a debt that did not fall is rolled over.
void set_repayment(ln::Parameters<double>& p, const Debt& d) {
    double repaid = 0.0, before = d.opening;
    for (const double balance : d.balance) {
        repaid += std::max(0.0, before - balance);
        before = balance;
    }
    const double monthly = repaid / static_cast<double>(d.balance.size());
    p.repayment = ln::Repayment::rollover;
    p.term_months = 12;
    if (p.kind != ln::Kind::long_term || monthly <= 0.0) return;
    p.repayment = ln::Repayment::equal_principal;
    p.term_months = std::clamp(static_cast<int>(std::ceil(p.principal / monthly)), static_cast<int>(d.balance.size()) + 1, 420);
}

std::vector<double> interest_of(const Making& m) {
    std::vector<double> out;
    for (const Books& b : m.in.books) out.push_back(b.interest_expense);
    return out;
}

/// Interest of a company without debts at the months' ends is that of a loan of nothing: as a cost line it would not be
/// interest, and the first months would not be the books.
void interest_alone(Making& m, const std::vector<double>& interest) {
    if (!any(interest)) return;
    Item<ln::Parameters<double>> item{free_id(m.plan.loans, "interest"), {"Interest", "支払利息"}, {}};
    item.parameters.kind = ln::Kind::short_term;
    item.parameters.repayment = ln::Repayment::rollover;
    item.parameters.term_months = 12;
    m.plan.loans.push_back(std::move(item));
    for (std::size_t t = 0; t < m.count(); ++t) {
        auto& a = m.months[t].loans.emplace_back();
        a.interest = interest[t];
        if (m.has_balance()) a.balance = 0.0;
    }
}

}  // namespace

void loans(Making& m) {
    const auto all = debts(m);
    const auto interest = interest_of(m);
    if (all.empty()) return interest_alone(m, interest);
    double debt = 0.0;
    for (const Debt& d : all) debt += mean(d.balance);
    const double rate = debt > 0.0 ? std::clamp(std::round(mean(interest) * 12.0 / debt * 1e4) / 1e4, 0.0, 0.3) : 0.0;
    for (const Debt& d : all) {
        Item<ln::Parameters<double>> item{free_id(m.plan.loans, d.line->account->id), name_of(*d.line), {}};
        auto& p = item.parameters;
        p.kind = kind_of(d.line->account->line);
        p.principal = std::max(0.0, d.opening);
        p.annual_interest_rate = rate;
        if (d.opening == 0.0) {
            const auto drawn = std::find_if(d.balance.begin(), d.balance.end(), [](double b) { return b > 0.0; });
            if (drawn != d.balance.end()) {
                p.principal = *drawn;
                p.drawn = m.plan.company.start + static_cast<int>(drawn - d.balance.begin());
            }
        }
        set_repayment(p, d);
        m.plan.loans.push_back(std::move(item));
    }
    for (std::size_t t = 0; t < m.count(); ++t) {
        std::vector<double> before;
        for (const Debt& d : all) before.push_back(std::max(0.0, t > 0 ? d.balance[t - 1] : d.opening));
        const auto parts = divided(interest[t], before);
        for (std::size_t i = 0; i < all.size(); ++i) {
            auto& a = m.months[t].loans.emplace_back();
            a.interest = parts[i];
            if (m.has_balance()) a.balance = all[i].balance[t];
        }
    }
    m.assumed.push_back({fmt::format("all debts bear {:.2f}% a year and are repaid at the speed of these months; put the terms of each contract in place", rate * 100.0),
                         fmt::format("借入はすべて年{:.2f}%、この期間の返済ペースが続くものとしました。契約ごとの条件に置き換えてください", rate * 100.0)});
}

void balances(Making& m) {
    const auto corporate_claim = [&](auto&& amount_of) {
        double sum = 0.0;
        for (const LedgerLine& line : m.in.ledger.lines) {
            if (line.account->id == "income_tax_paid") sum += amount_of(line);
        }
        return sum;
    };
    const double prepaid = corporate_claim([&](const LedgerLine& line) {
        return static_cast<double>(line.opening.value_or(m.has_balance() && !m.in.ledger.has_opening ? line.amounts.front() : Yen{0}));
    });
    auto& o = m.plan.opening;
    const Books& b = m.opening;
    o.cash = b.cash;
    o.notes_receivable = b.notes_receivable;
    o.accounts_receivable = b.accounts_receivable;
    o.other_current_assets = b.other_current_assets + b.other_receivables;
    o.other_fixed_assets = b.other_fixed_assets + b.construction_in_progress;
    o.notes_payable = b.notes_payable;
    o.accounts_payable = b.accounts_payable;
    o.other_payables = b.other_payables;
    o.consumption_tax_owed = b.consumption_tax_payable - (b.tax_receivable - prepaid);
    o.accrued_corporate_tax = b.accrued_corporate_tax;
    o.prepaid_corporate_tax = prepaid;
    o.other_liabilities = b.other_liabilities;
    o.paid_in_capital = b.paid_in_capital;
    o.retained_earnings = b.retained_earnings;
    m.plan.taxes.per_capita_levy = b.paid_in_capital > 10e6 ? 180000.0 : 70000.0;

    std::vector<double> other_income;
    for (const Books& month : m.in.books) other_income.push_back(month.non_operating_income);
    m.plan.treasury.other_income = std::max(0.0, whole_yen(mean(other_income)));
    for (std::size_t t = 0; t < m.count(); ++t) {
        const Books& month = m.in.books[t];
        auto& a = m.months[t].company;
        a.non_operating_income = month.non_operating_income;
        a.extraordinary_income = month.extraordinary_income;
        a.corporate_taxes = month.corporate_taxes;
        if (!m.has_balance()) continue;
        const double claim = corporate_claim([&](const LedgerLine& line) { return static_cast<double>(line.amounts[t]); });
        a.accounts_receivable = month.accounts_receivable;
        a.notes_receivable = month.notes_receivable;
        a.other_current_assets = month.other_current_assets + month.other_receivables;
        a.other_fixed_assets = month.other_fixed_assets + month.construction_in_progress;
        a.accounts_payable = month.accounts_payable;
        a.notes_payable = month.notes_payable;
        a.other_payables = month.other_payables;
        a.corporate_tax_owed = month.accrued_corporate_tax - claim;
        a.consumption_tax_owed = month.consumption_tax_payable - (month.tax_receivable - claim);
        a.other_liabilities = month.other_liabilities;
        a.paid_in_capital = month.paid_in_capital;
        a.retained_earnings = month.retained_earnings;
        a.cash = month.cash;
    }
    m.assumed.push_back({"prices, volumes, pay and costs stay as they are; growth is yours to say", "価格・数量・賃金・費用は横ばいとしました。伸び率は計画として入れてください"});
    const double elasticity = m.plan.customers.price_elasticity, leaving = m.plan.workforce.attrition_rate * 100.0;
    m.assumed.push_back({fmt::format("customers answer a change of price as a study of other markets found (elasticity {:.2f}), and {:.2f}% of the employees leave "
                                     "a month; neither is known of this company, so put its own experience in place", elasticity, leaving),
                         fmt::format("値上げに対する顧客の反応は他市場の研究値（価格弾力性{:.2f}）、離職は月{:.2f}%（従業員）を用いました。いずれもこの会社の実績ではないため、"
                                     "自社の経験値に置き換えてください", elasticity, leaving)});
    m.assumed.push_back({"last year's taxes are not known, so none are paid in advance in the first year", "前期の税額がわからないため、初年度の中間納付は見込んでいません"});
}

}  // namespace goho::imports::parts
