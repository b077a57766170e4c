#include "import/company_parts.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace goho::imports::parts {

namespace {

namespace sg = accounting::segment;
namespace cl = accounting::cost_line;
namespace jg = accounting::job_group;

constexpr double unit_price = 1000.0;  // yen: books know sales, not units
constexpr double standard_tax = 0.10;
constexpr double dearest_hire = 1e8;  // yen: the most that a plan takes

/// Sales accounts with what is taken off them: returns and rebates belong to the first.
std::vector<std::vector<std::size_t>> sales_accounts(const Ledger& ledger) {
    std::vector<std::vector<std::size_t>> out;
    std::vector<std::size_t> taken_off;
    for (std::size_t i = 0; i < ledger.lines.size(); ++i) {
        if (ledger.lines[i].section != Section::sales) continue;
        Yen sum = 0;
        for (const Yen amount : ledger.lines[i].amounts) sum += amount;
        if (sum > 0) out.push_back({i});
        else taken_off.push_back(i);
    }
    if (out.empty()) out.emplace_back();
    out.front().insert(out.front().end(), taken_off.begin(), taken_off.end());
    return out;
}

/// Twelve weights by calendar month; average months where a year is not known.
void set_season(sg::Parameters<double>& p, const std::vector<Month>& months, const std::vector<double>& sales) {
    const double average = mean(sales);
    if (months.size() < 12 || average <= 0.0) return;
    constexpr double sg::Parameters<double>::*weights[] = {
        &sg::Parameters<double>::january, &sg::Parameters<double>::february, &sg::Parameters<double>::march,
        &sg::Parameters<double>::april, &sg::Parameters<double>::may, &sg::Parameters<double>::june,
        &sg::Parameters<double>::july, &sg::Parameters<double>::august, &sg::Parameters<double>::september,
        &sg::Parameters<double>::october, &sg::Parameters<double>::november, &sg::Parameters<double>::december};
    for (int calendar = 1; calendar <= 12; ++calendar) {
        std::vector<double> same;
        for (std::size_t t = 0; t < months.size(); ++t) {
            if (months[t].month() == calendar) same.push_back(sales[t]);
        }
        const double weight = std::max(0.0, mean(same) / average);
        p.*weights[calendar - 1] = std::round(weight * 1000.0) / 1000.0;
    }
}

/// Months from sales (with tax) to their receipt, as the balances show it; at most a year.
double lag(double balance, double monthly) { return monthly > 0.0 ? std::clamp(std::round(balance / monthly * 100.0) / 100.0, 0.0, 12.0) : 0.0; }

double average_of(const Making& m, double Books::*line) {
    std::vector<double> values;
    for (const Books& b : m.in.books) values.push_back(b.*line);
    return m.has_balance() ? mean(values) : m.opening.*line;
}

void set_terms(const Making& m, sg::Parameters<double>& p, double monthly_sales) {
    constexpr double sight = 3.0;
    const double billed = monthly_sales * (1.0 + standard_tax);
    p.collection_lag = lag(average_of(m, &Books::accounts_receivable), billed);
    p.note_sight = sight;
    p.note_share = billed > 0.0 ? std::clamp(std::round(average_of(m, &Books::notes_receivable) / (billed * sight) * 1000.0) / 1000.0, 0.0, 1.0) : 0.0;
}

}  // namespace

void segments(Making& m) {
    const auto accounts = sales_accounts(m.in.ledger);
    std::vector<std::vector<double>> sales;
    std::vector<double> totals, goods, stock;
    double all = 0.0;
    for (const auto& lines : accounts) {
        sales.push_back(amounts_of(m.in, lines));
        totals.push_back(std::max(0.0, mean(sales.back())));
        all += mean(sales.back());
    }
    for (const Books& b : m.in.books) goods.push_back(b.cost_of_goods), stock.push_back(b.inventory);
    const double goods_share = all > 0.0 ? std::max(0.0, mean(goods) / all) : 0.0;
    const auto opening_stock = divided(m.opening.inventory, totals);
    const double average_stock = m.has_balance() ? mean(stock) : m.opening.inventory;
    for (std::size_t k = 0; k < accounts.size(); ++k) {
        Item<sg::Parameters<double>> item;
        const LedgerLine* const line = accounts[k].empty() ? nullptr : &m.in.ledger.lines[accounts[k].front()];
        item.id = free_id(m.plan.segments, line ? line->account->id : "sales");
        item.name = line ? name_of(*line) : Text{"Sales", "売上高"};
        auto& p = item.parameters;
        p.price = unit_price;
        p.volume = std::max(0.0, mean(sales[k])) / unit_price;
        p.unit_variable_cost = unit_price * goods_share;
        p.opening_inventory = opening_stock[k];
        p.inventory_days = mean(goods) > 0.0 ? std::clamp(std::round(average_stock / mean(goods) * 30.0), 0.0, 720.0) : 0.0;
        set_season(p, m.in.ledger.months, sales[k]);
        set_terms(m, p, all);
        m.plan.segments.push_back(std::move(item));
    }
    for (std::size_t t = 0; t < m.count(); ++t) {
        std::vector<double> of_month;
        for (const auto& amounts : sales) of_month.push_back(std::max(0.0, amounts[t]));
        const auto goods_parts = divided(goods[t], of_month), stock_parts = divided(stock[t], totals);
        for (std::size_t k = 0; k < accounts.size(); ++k) {
            auto& a = m.months[t].segments.emplace_back();
            a.net_sales = sales[k][t];
            a.cost_of_goods = goods_parts[k];
            if (m.has_balance()) a.inventory = stock_parts[k];
        }
    }
    auto& q = m.plan.purchasing;
    const double billed = std::max(0.0, mean(goods)) * (1.0 + standard_tax);
    q.payment_lag = lag(average_of(m, &Books::accounts_payable), billed);
    q.note_sight = 3.0;
    q.note_share = billed > 0.0 ? std::clamp(std::round(average_of(m, &Books::notes_payable) / (billed * 3.0) * 1000.0) / 1000.0, 0.0, 1.0) : 0.0;
    m.assumed.push_back({"books know sales and not units: one unit sells for 1,000 yen; put your own prices and volumes in place",
                         "帳簿には数量がないため、1単位を1,000円としました。実際の単価と数量に置き換えてください"});
    m.assumed.push_back({"materials and stocks are divided over the segments by their sales", "材料費・棚卸資産は、部門の売上比で分けました"});
}

void cost_lines(Making& m) {
    const auto add = [&](const LedgerLine& line, const std::vector<double>& amounts, const cl::Parameters<double>& p) {
        m.plan.cost_lines.push_back({free_id(m.plan.cost_lines, line.account->id), name_of(line), p});
        for (std::size_t t = 0; t < m.count(); ++t) m.months[t].cost_lines.push_back({amounts[t]});
    };
    for (const Classified& item : m.in.classification) {
        const LedgerLine& line = m.in.ledger.lines[item.lines.front()];
        if (!line.account->is_cost_line()) continue;
        cl::Parameters<double> p;
        p.behaviour = item.behaviour;
        p.place = line.section == Section::sga ? accounting::Place::sga : accounting::Place::cost_of_sales;
        p.category = line.account->category;
        p.sales_share = std::max(0.0, item.sales_share);
        p.monthly_amount = std::max(0.0, whole_yen(item.monthly_amount));
        using accounting::Category;
        if (p.category == Category::taxes_and_dues || p.category == Category::insurance) p.purchase_tax_rate = 0.0;
        add(line, amounts_of(m.in, item.lines), p);
    }
    for (std::size_t i = 0; i < m.in.ledger.lines.size(); ++i) {
        const LedgerLine& line = m.in.ledger.lines[i];
        const bool non_operating = line.section == Section::non_operating_expenses && line.account->line != &Books::interest_expense;
        const bool extraordinary = line.section == Section::extraordinary_losses;
        if (!non_operating && !extraordinary) continue;
        const auto amounts = amounts_of(m.in, {i});
        cl::Parameters<double> p;
        p.behaviour = accounting::Behaviour::fixed;
        p.place = non_operating ? accounting::Place::non_operating : accounting::Place::extraordinary;
        p.monthly_amount = non_operating ? std::max(0.0, whole_yen(mean(amounts))) : 0.0;  // losses are not planned again
        p.purchase_tax_rate = 0.0;
        p.payment_lag = 0;
        add(line, amounts, p);
    }
}

namespace {

/// One group of people: who they are and where their pay stands, with the amounts of every month.
struct People {
    jg::Role role;
    jg::LabourPlace place;
    std::vector<double> pay, bonus, social, hiring;
};

struct Usual {
    std::string_view id;
    Label name;
    double pay;    // yen a month of one person: an assumption
    double hours;
};
Usual usual(jg::Role role) {
    switch (role) {
        case jg::Role::officer: return {"officers", {"Officers", "役員"}, 700000.0, 160.0};
        case jg::Role::part_time: return {"part_time", {"Part-time", "パート・アルバイト"}, 100000.0, 80.0};
        case jg::Role::employee: break;
    }
    return {"employees", {"Employees", "従業員"}, 300000.0, 160.0};
}

People& people_of(std::vector<People>& all, jg::Role role, jg::LabourPlace place, std::size_t months) {
    for (People& p : all) {
        if (p.role == role && p.place == place) return p;
    }
    const std::vector<double> none(months, 0.0);
    return all.emplace_back(People{role, place, none, none, none, none});
}

/// Social insurance stands in one account for everybody of a place; each group bears it by its pay.
void share_social_insurance(std::vector<People>& people, jg::LabourPlace place, std::size_t months) {
    for (std::size_t t = 0; t < months; ++t) {
        double whole = 0.0;
        std::vector<double> pay;
        std::vector<People*> here;
        for (People& p : people) {
            if (p.place != place) continue;
            here.push_back(&p);
            pay.push_back(std::max(0.0, p.pay[t]));
            whole += p.social[t];
        }
        const auto parts = divided(whole, pay);
        for (std::size_t i = 0; i < here.size(); ++i) here[i]->social[t] = parts[i];
    }
}

std::vector<People> all_people(const Making& m) {
    std::vector<People> out;
    const auto add = [](std::vector<double>& to, const std::vector<double>& amounts) {
        for (std::size_t t = 0; t < to.size(); ++t) to[t] += amounts[t];
    };
    for (const Classified& item : m.in.classification) {
        const LedgerLine& line = m.in.ledger.lines[item.lines.front()];
        const auto place = line.section == Section::sga ? jg::LabourPlace::sga : jg::LabourPlace::cost_of_sales;
        const auto amounts = amounts_of(m.in, item.lines);
        const auto book = line.account->line;
        const auto group = [&](jg::Role role) -> People& { return people_of(out, role, place, m.count()); };
        if (book == &Books::officer_pay) add(group(jg::Role::officer).pay, amounts);
        if (book == &Books::employee_pay) add(group(jg::Role::employee).pay, amounts);
        if (book == &Books::part_time_pay) add(group(jg::Role::part_time).pay, amounts);
        if (book == &Books::bonus_cost) add(group(jg::Role::employee).bonus, amounts);
        if (book == &Books::social_insurance) add(group(jg::Role::employee).social, amounts);
        if (book == &Books::hiring_cost) add(group(jg::Role::employee).hiring, amounts);
    }
    for (const auto place : {jg::LabourPlace::cost_of_sales, jg::LabourPlace::sga}) share_social_insurance(out, place, m.count());
    return out;
}

/// What the hiring account of the books comes to for each leaver replaced. Without such an account hiring stands in others,
/// and a cost of its own would count it twice.
double cost_of_a_hire(const Making& m, const jg::Parameters<double>& p, double monthly) {
    const auto& w = m.plan.workforce;
    const double leavers = p.headcount * (p.role == jg::Role::part_time ? w.part_time_attrition_rate : w.attrition_rate);
    return monthly > 0.0 && leavers > 0.0 ? std::min(whole_yen(monthly / leavers), dearest_hire) : 0.0;
}

void tell_hiring(Making& m, bool in_books) {
    if (in_books) {
        m.assumed.push_back({"the hiring account of the books goes on, divided over the leavers who are replaced; no other hiring cost is added",
                             "採用費は帳簿の採用費が続くものとし、退職者の補充1人あたりに割り当てました。ほかには見込んでいません"});
    } else {
        m.assumed.push_back({"what hiring costs is in the accounts of the books already; none is added",
                             "採用費は帳簿の費用に含まれるものとし、別に見込んでいません"});
    }
}

}  // namespace

void job_groups(Making& m) {
    const auto people = all_people(m);
    double pay = 0.0, social = 0.0;
    for (const People& p : people) pay += mean(p.pay), social += mean(p.social);
    const double social_rate = pay > 0.0 ? std::clamp(std::round(social / pay * 1e4) / 1e4, 0.0, 0.5) : 0.155;
    for (std::size_t k = 0; k < people.size(); ++k) {
        const People& group = people[k];
        const Usual about = usual(group.role);
        const bool factory = group.place == jg::LabourPlace::cost_of_sales;
        Item<jg::Parameters<double>> item;
        item.id = free_id(m.plan.job_groups, std::string(about.id) + (factory ? "_production" : ""));
        item.name = {std::string(about.name.en) + (factory ? ", production" : ""), std::string(about.name.ja) + (factory ? "（製造）" : "")};
        auto& p = item.parameters;
        const double monthly = std::max(0.0, mean(group.pay));
        p.role = group.role;
        p.place = group.place;
        p.headcount = monthly > 0.0 ? std::max(1.0, std::round(monthly / about.pay)) : 0.0;
        p.monthly_pay = p.headcount > 0.0 ? whole_yen(monthly / p.headcount) : about.pay;
        p.standard_hours = about.hours;
        p.social_insurance_rate = social_rate;
        p.bonus_months = monthly > 0.0 ? std::clamp(12.0 * mean(group.bonus) / monthly / (1.0 + social_rate), 0.0, 24.0) : 0.0;
        p.hiring_cost = cost_of_a_hire(m, p, mean(group.hiring));
        p.opening_bonus_allowance = k == 0 ? m.opening.bonus_allowance : 0.0;
        m.plan.job_groups.push_back(std::move(item));
        for (std::size_t t = 0; t < m.count(); ++t) {
            auto& a = m.months[t].job_groups.emplace_back();
            a.pay = group.pay[t];
            a.bonus = group.bonus[t];
            a.social_insurance = group.social[t];
            a.hiring_cost = group.hiring[t];
            if (m.has_balance()) a.bonus_allowance = k == 0 ? m.in.books[t].bonus_allowance : 0.0;
        }
    }
    if (people.empty()) return;
    const auto hires = [](const People& p) { return mean(p.hiring) > 0.0; };
    tell_hiring(m, std::any_of(people.begin(), people.end(), hires));
    m.assumed.push_back({"social insurance is divided over the groups by their pay", "法定福利費は、各職種の給与の比で分けました"});
    m.assumed.push_back({"numbers of people: pay divided by 300,000 yen a month for employees, 700,000 for officers, 100,000 for part-time staff; put the true numbers in place",
                         "人数は、従業員30万円・役員70万円・パート10万円の月給で割って求めました。実際の人数に置き換えてください"});
}

}  // namespace goho::imports::parts
