// Which measures a plan has, how far they may go, and who must agree.                                 TR-3
#include "accounting/terms.hpp"
#include "core/number.hpp"
#include "decision/cure.hpp"
#include "decision/places.hpp"
#include "simulation/schedule.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace goho::decision {

namespace {

using accounting::Behaviour;
using simulation::Plan;

constexpr double most_share = 0.20, most_stock_share = 0.50;  // of prices, volumes, costs and pay; of stock
constexpr double most_lag = 1.0, most_months = 36.0, most_longer = 60.0;
constexpr double months_of_sales = 6.0;  // a loan, or capital
constexpr double money_step = 1e6;

/// Of an average month of the first year that can be changed.
double monthly_sales(const Base& base, int first) {
    double sum = 0.0;
    int count = 0;
    for (std::size_t t = static_cast<std::size_t>(first); t < base.run.months.size() && count < 12; ++t, ++count) sum += base.run.months[t].net_sales;
    return count > 0 ? sum / count : 0.0;
}

struct Kin {
    std::vector<std::string> items;  // an investment and what belongs to it
    bool with_loan = false;
};

class Catalogue {
public:
    Catalogue(const Base& base, const CureFrame& frame) : base_(base), plan_(base.scenario.plan), frame_(frame) {}

    std::vector<Cure> all() {
        sales();
        costs();
        pay();
        terms_of_trade();
        investments();
        hiring();
        longer_terms();
        money();
        return std::move(out_);
    }

private:
    std::optional<Lever> lever(LeverKind kind, std::vector<std::string> pointers, double low, double high) const {
        if (pointers.empty()) return {};
        const LeverRequest request{kind, std::move(pointers), low, high, kind == LeverKind::scale || kind == LeverKind::add ? frame_.from : Month{}};
        auto found = levers_of(base_, {&request, 1});
        if (!found) return {};
        return std::move(found.value->front());
    }

    void add(Cure cure, std::optional<Lever> lever, double sign, double most) {
        if (!lever) return;
        if (cure.touches.empty()) cure.touches = lever->items.empty() ? lever->pointers : lever->items;
        cure.levers.push_back(std::move(*lever));
        cure.ways.push_back({sign, most});
        out_.push_back(std::move(cure));
    }

    /// One lever for each field: what a table allows differs between them.
    void scaled(std::string id, Text label, Party agrees, const std::vector<std::vector<std::string>>& fields, double sign, double most = most_share) {
        Cure cure{std::move(id), Cure::Kind::levers, std::move(label), agrees, most, 0.001, "fraction", {}, {}, {}, frame_.from, 0.0, {}};
        for (const auto& pointers : fields) {
            auto one = lever(LeverKind::scale, pointers, sign < 0.0 ? 1.0 - most : 1.0, sign < 0.0 ? 1.0 : 1.0 + most);
            if (!one) continue;
            cure.touches.insert(cure.touches.end(), pointers.begin(), pointers.end());
            cure.levers.push_back(std::move(*one));
            cure.ways.push_back({sign, most});
        }
        if (!cure.levers.empty()) out_.push_back(std::move(cure));
    }

    /// The pointers of one field, of all items for which a condition holds.
    template <class Items, class Holds>
    static std::vector<std::string> gathered(const char* section, const Items& items, const char* field, Holds&& holds) {
        std::vector<std::string> out;
        for (const auto& item : items)
            if (holds(item.parameters)) out.push_back(fmt::format("/{}/{}/{}", section, item.id, field));
        return out;
    }

    void sales() {
        const auto sells = [](const auto& s) { return s.price > 0.0 && s.volume > 0.0; };
        scaled("price", {"Prices up", "販売単価の引き上げ"}, Party::customers, {gathered("segments", plan_.segments, "price", sells)}, 1.0);
        scaled("volume", {"Sales volume up", "販売数量の増加"}, Party::customers, {gathered("segments", plan_.segments, "volume", sells)}, 1.0);
    }

    void costs() {
        const auto moves = [](const auto& c) { return c.behaviour == Behaviour::variable || c.behaviour == Behaviour::semi_variable; };
        const auto stands = [](const auto& c) { return c.behaviour == Behaviour::fixed || c.behaviour == Behaviour::semi_variable; };
        const auto cut = [](const auto& c) { return c.category != accounting::Category::taxes_and_dues; };
        scaled("variable_cost", {"Variable cost down", "変動費の引き下げ"}, Party::suppliers,
               {gathered("segments", plan_.segments, "unit_variable_cost", [](const auto& s) { return s.unit_variable_cost > 0.0; }),
                gathered("cost_lines", plan_.cost_lines, "amount_per_unit", [&](const auto& c) { return moves(c) && c.amount_per_unit > 0.0; }),
                gathered("cost_lines", plan_.cost_lines, "sales_share", [&](const auto& c) { return moves(c) && c.sales_share > 0.0; })},
               -1.0);
        scaled("fixed_cost", {"Fixed costs down", "固定経費の削減"}, Party::alone,
               {gathered("cost_lines", plan_.cost_lines, "monthly_amount", [&](const auto& c) { return cut(c) && stands(c) && c.monthly_amount > 0.0; }),
                gathered("cost_lines", plan_.cost_lines, "step_amount", [&](const auto& c) { return cut(c) && c.behaviour == Behaviour::step_fixed && c.step_amount > 0.0; })},
               -1.0);
    }

    void pay() {
        using accounting::job_group::Role;
        const auto paid = [](const auto& g) { return g.monthly_pay > 0.0 && g.headcount > 0.0; };
        auto officers = gathered("job_groups", plan_.job_groups, "monthly_pay", [&](const auto& g) { return g.role == Role::officer && paid(g); });
        auto everyone = gathered("job_groups", plan_.job_groups, "monthly_pay", paid);
        const bool others = everyone.size() > officers.size();
        scaled("officers_pay", {"Officers' pay down", "役員報酬の減額"}, Party::alone, {std::move(officers)}, -1.0);
        if (others) scaled("all_pay", {"All pay down", "給与・報酬の減額"}, Party::staff, {std::move(everyone)}, -1.0);
    }

    void terms_of_trade() {
        Cure collect{"collect", Cure::Kind::levers, {"Earlier collection", "売掛金回収の早期化"}, Party::customers, 0.0, 0.1, "months", {}, {}, {}, frame_.from, 0.0, {}};
        for (const auto& segment : plan_.segments) {
            const double most = std::min(most_lag, segment.parameters.collection_lag);
            if (most <= 0.0 || segment.parameters.cash_share >= 1.0) continue;
            auto one = lever(LeverKind::add, {"/segments/" + segment.id + "/collection_lag"}, -most, 0.0);
            if (!one) continue;
            collect.touches.insert(collect.touches.end(), one->pointers.begin(), one->pointers.end());
            collect.levers.push_back(std::move(*one));
            collect.ways.push_back({-1.0, most});
            collect.bound = std::max(collect.bound, most);
        }
        if (collect.bound >= collect.step) out_.push_back(std::move(collect));

        const double later = std::min(most_lag, accounting::terms::longest_lag - plan_.purchasing.payment_lag);
        if (plan_.purchasing.cash_share < 1.0 && later > 0.0) {
            Cure pay_later{"pay_later", Cure::Kind::levers, {"Later payment", "買掛金支払の繰り延べ"}, Party::suppliers, later, 0.1, "months", {}, {}, {}, frame_.from, 0.0, {}};
            add(std::move(pay_later), lever(LeverKind::add, {"/purchasing/payment_lag"}, 0.0, later), 1.0, later);
        }
        scaled("stock", {"Less stock", "在庫の圧縮"}, Party::alone,
               {gathered("segments", plan_.segments, "inventory_days", [](const auto& s) { return s.inventory_days > 0.0; })}, -1.0, most_stock_share);
    }

    /// A loan or subsidy of the same name, or in the same month where only one investment begins in it.
    Kin kin_of(std::size_t investment) const {
        const auto& one = plan_.investments[investment];
        const auto beside = std::count_if(plan_.investments.begin(), plan_.investments.end(), [&](const auto& other) { return other.parameters.start == one.parameters.start; });
        Kin out{{"/investments/" + one.id}, false};
        const auto take = [&](const char* section, const auto& item, Month month) {
            const bool belongs = month.given() && month >= frame_.from && (item.id == one.id || (beside == 1 && month == one.parameters.start));
            if (belongs) out.items.push_back(fmt::format("/{}/{}", section, item.id));
            return belongs;
        };
        for (const auto& loan : plan_.loans) out.with_loan = take("loans", loan, loan.parameters.drawn) || out.with_loan;
        for (const auto& subsidy : plan_.subsidies) take("subsidies", subsidy, subsidy.parameters.decided);
        for (const auto& entry : base_.scenario.timeline)
            if (entry.id == one.id && entry.from >= frame_.from) out.items.push_back("/timeline/" + entry.id);
        return out;
    }

    void put_off(std::string id, Text label, Text without, const std::vector<std::string>& items, bool with_loan, Month begins) {
        const Party agrees = with_loan ? Party::bank : Party::alone;
        Cure later{"putoff_" + id, Cure::Kind::levers, std::move(label), agrees, most_months, 1.0, "months", {}, {}, {}, begins, 0.0, {}};
        add(std::move(later), lever(LeverKind::shift, items, 0.0, most_months), 1.0, most_months);
        Cure out{"without_" + id, Cure::Kind::levers, std::move(without), agrees, 1.0, 1.0, "", {}, {}, {}, begins, 0.0, {}};
        add(std::move(out), lever(LeverKind::choose, items, 0.0, 1.0), -1.0, 1.0);
    }

    void investments() {
        std::vector<std::string> all;
        Month begins;
        bool with_loan = false;
        int count = 0;
        for (std::size_t i = 0; i < plan_.investments.size(); ++i) {
            const auto& one = plan_.investments[i];
            if (one.parameters.start < frame_.from || one.parameters.amount <= 0.0) continue;
            const Kin kin = kin_of(i);
            const std::string en(one.shown(Language::english)), ja(one.shown(Language::japanese));
            put_off(one.id, {fmt::format("\"{}\" put off", en), fmt::format("「{}」の延期", ja)},
                    {fmt::format("\"{}\" left out", en), fmt::format("「{}」の取りやめ", ja)}, kin.items, kin.with_loan, one.parameters.start);
            for (const auto& item : kin.items)
                if (std::find(all.begin(), all.end(), item) == all.end()) all.push_back(item);
            with_loan = with_loan || kin.with_loan;
            begins = begins.given() ? std::min(begins, one.parameters.start) : one.parameters.start;
            ++count;
        }
        if (count > 1) {
            put_off("all_investments", {"Investments put off", "すべての投資の延期"}, {"Investments left out", "すべての投資の取りやめ"}, all, with_loan, begins);
        }
    }

    /// People that an entry of the timeline adds.
    double hired(const simulation::TimelineEntry& entry) const {
        double people = 0.0;
        for (const auto& edit : entry.edits) {
            if (!edit.pointer.starts_with("/job_groups/") || !edit.pointer.ends_with("/headcount")) continue;
            auto plan = plan_;
            const double now = *simulation::quantity_at(plan, edit.address);
            people += simulation::after_edit(now, edit, 1) - now;
        }
        return people;
    }

    void hiring() {
        for (const auto& entry : base_.scenario.timeline) {
            if (entry.from < frame_.from || hired(entry) <= 0.0) continue;
            const Text name = entry.name.empty() ? Text{entry.id, entry.id} : entry.name;
            Cure later{"hire_later_" + entry.id, Cure::Kind::levers, {fmt::format("Hiring put off: \"{}\"", name.en), fmt::format("採用の延期：「{}」", name.ja)},
                       Party::alone, most_months, 1.0, "months", {}, {}, {}, entry.from, 0.0, {}};
            add(std::move(later), lever(LeverKind::shift, {"/timeline/" + entry.id}, 0.0, most_months), 1.0, most_months);
        }
    }

    void longer_terms() {
        namespace loan = accounting::loan;
        Cure cure{"longer_terms", Cure::Kind::terms, {"Longer loan terms", "借入金の返済期間の延長"}, Party::bank, most_longer, 1.0, "months", {}, {}, {}, frame_.from, 0.0, {}};
        const bool from_the_start = frame_.from == plan_.company.start;
        for (std::size_t i = 0; i < plan_.loans.size(); ++i) {
            const auto& p = plan_.loans[i].parameters;
            const bool regular = p.kind != loan::Kind::bond && (p.repayment == loan::Repayment::equal_principal || p.repayment == loan::Repayment::equal_payment);
            const bool open = loan::existing(p, plan_.company.start) ? from_the_start : p.drawn >= frame_.from;
            if (!regular || !open || p.principal <= 0.0 || p.term_months + most_longer > 600) continue;
            cure.loans.push_back(i);
            cure.touches.push_back("/loans/" + plan_.loans[i].id);
        }
        if (!cure.loans.empty()) out_.push_back(std::move(cure));
    }

    void money() {
        const double most = std::ceil(months_of_sales * monthly_sales(base_, frame_.from - plan_.company.start) / money_step) * money_step;
        if (most < money_step) return;
        const Month paid = std::max(frame_.from, frame_.first_below + -1);
        out_.push_back({"loan", Cure::Kind::loan, {"New loan", "新規借入"}, Party::bank, most, money_step, "yen", {}, {}, {"new loan"}, paid, loan_rate(base_), {}});
        out_.push_back({"capital", Cure::Kind::capital, {"New capital", "増資"}, Party::owners, most, money_step, "yen", {}, {}, {"new capital"}, paid, 0.0, {}});
    }

    const Base& base_;
    const Plan<double>& plan_;
    const CureFrame frame_;
    std::vector<Cure> out_;
};

}  // namespace

double loan_rate(const Base& base) {
    double principal = 0.0, interest = 0.0;
    for (const auto& loan : base.scenario.plan.loans) {
        principal += loan.parameters.principal;
        interest += loan.parameters.principal * loan.parameters.annual_interest_rate;
    }
    return principal > 0.0 ? std::round(interest / principal * 1e4) / 1e4 : new_loan_rate;
}

std::vector<Cure> cures_of(const Base& base, const CureFrame& frame) { return Catalogue(base, frame).all(); }

Result<std::vector<Cure>> own_cures(const Base& base, std::span<const LeverRequest> requests, const CureFrame& frame) {
    Result<std::vector<Cure>> out;
    auto levers = levers_of(base, requests);
    if (!levers) return {{}, std::move(levers.problems)};
    std::vector<Cure> cures;
    for (std::size_t i = 0; i < levers.value->size(); ++i) {
        const auto& lever = (*levers.value)[i];
        if (lever.planned < lever.low || lever.planned > lever.high) {
            out.problems.push_back(refusal("plan-outside-bounds", io::say("what the plan has, {}, lies outside of {} to {}", "計画の値 {} が範囲 {}〜{} の外にあります",
                                                                          io::shown(lever.planned), io::shown(lever.low), io::shown(lever.high)),
                                           {"bounds hold what is planned: 0.9..1.2 around 1", "範囲には計画の値を含めてください（例: 0.9..1.2）"}));
            continue;
        }
        for (const double sign : {1.0, -1.0}) {
            const double most = sign > 0.0 ? lever.high - lever.planned : lever.planned - lever.low;
            if (most <= 0.0) continue;
            const bool up = sign > 0.0, shift = lever.kind == LeverKind::shift, choose = lever.kind == LeverKind::choose;
            Cure cure{fmt::format("own_{}{}", i + 1, choose ? "" : up ? "_up" : "_down"), Cure::Kind::levers, {}, Party::depends, most, lever.step,
                      lever.kind == LeverKind::scale ? "fraction" : lever.unit, {lever}, {{sign, most}}, lever.items.empty() ? lever.pointers : lever.items,
                      shift || choose ? frame.from : lever.from, 0.0, {}};
            const Label way = choose ? Label{" left out", "の取りやめ"} : shift ? (up ? Label{" put off", "の延期"} : Label{" brought forward", "の前倒し"})
                                                                           : (up ? Label{" up", "の引き上げ"} : Label{" down", "の引き下げ"});
            cure.label = shift || choose ? Text{"\"" + lever.label.en + "\"" + std::string(way.en), "「" + lever.label.ja + "」" + std::string(way.ja)}
                                         : Text{lever.label.en + std::string(way.en), lever.label.ja + std::string(way.ja)};
            cures.push_back(std::move(cure));
        }
    }
    if (out.problems.empty()) out.value = std::move(cures);
    return out;
}

}  // namespace goho::decision
