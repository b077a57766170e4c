#include "decision/cure.hpp"

#include "core/number.hpp"
#include "simulation/actual_fit.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace goho::decision {

namespace {

using simulation::Scenario;

/// Without the dust of adding tenths.
double tidy(double x) { return std::round(x * 1e9) / 1e9; }

struct Levers {
    std::vector<Lever> levers;
    Setting setting;
};
Levers levers_at(std::span<const Dose> doses) {
    Levers out;
    for (const auto& [cure, size] : doses) {
        for (std::size_t i = 0; i < cure->levers.size(); ++i) {
            const auto& lever = cure->levers[i];
            out.levers.push_back(lever);
            out.setting.push_back(tidy(lever.planned + cure->ways[i].sign * std::min(size, cure->ways[i].most)));
        }
    }
    return out;
}

template <class Items> std::string free_id(const Items& items, const std::string& wanted) {
    std::string id = wanted;
    for (int n = 2; std::any_of(items.begin(), items.end(), [&](const auto& item) { return item.id == id; }); ++n) id = fmt::format("{}_{}", wanted, n);
    return id;
}

accounting::loan::Parameters<double> new_loan(const Cure& cure, double principal) {
    accounting::loan::Parameters<double> loan;
    loan.principal = principal;
    loan.drawn = cure.begins;
    loan.term_months = new_loan_term;
    loan.annual_interest_rate = cure.rate;
    return loan;
}

void put(Scenario& scenario, const Dose& dose) {
    auto& plan = scenario.plan;
    const Cure& cure = *dose.cure;
    if (cure.kind == Cure::Kind::loan) {
        plan.loans.push_back({free_id(plan.loans, "against_shortage"), cure.label, new_loan(cure, dose.size)});
        for (auto& month : plan.actuals.months) simulation::fit(month, plan);
    }
    if (cure.kind == Cure::Kind::capital)
        plan.capital_increases.push_back({free_id(plan.capital_increases, "against_shortage"), cure.label, {dose.size, cure.begins}});
    if (cure.kind == Cure::Kind::terms)
        for (const std::size_t i : cure.loans) plan.loans[i].parameters.term_months += static_cast<int>(dose.size);
}

io::Json named(const Cure& cure) { return {{"name", {{"en", cure.label.en}, {"ja", cure.label.ja}}}}; }

void write(io::Json& patch, const simulation::Plan<double>& plan, const Dose& dose) {
    const Cure& cure = *dose.cure;
    if (cure.kind == Cure::Kind::loan) {
        const auto loan = new_loan(cure, dose.size);
        auto& into = patch["loans"][free_id(plan.loans, "against_shortage")] = named(cure);
        into["repayment"] = "equal_principal";
        into["principal"] = loan.principal;
        into["drawn"] = to_string(loan.drawn);
        into["term_months"] = loan.term_months;
        into["annual_interest_rate"] = loan.annual_interest_rate;
    }
    if (cure.kind == Cure::Kind::capital) {
        auto& into = patch["capital_increases"][free_id(plan.capital_increases, "against_shortage")] = named(cure);
        into["amount"] = dose.size;
        into["paid"] = to_string(cure.begins);
    }
    if (cure.kind == Cure::Kind::terms)
        for (const std::size_t i : cure.loans) patch["loans"][plan.loans[i].id]["term_months"] = plan.loans[i].parameters.term_months + static_cast<int>(dose.size);
}

}  // namespace

Text party_words(Party party) {
    switch (party) {
        case Party::alone: return {"nobody", "なし"};
        case Party::customers: return {"customers", "得意先"};
        case Party::suppliers: return {"suppliers", "仕入先"};
        case Party::staff: return {"staff", "従業員"};
        case Party::bank: return {"the bank", "金融機関"};
        case Party::owners: return {"owners", "株主"};
        case Party::depends: return {"depends", "内容による"};
    }
    return {};
}

int Cure::steps() const { return static_cast<int>(std::floor(bound / step + 1e-9)); }

double Cure::size(int step_count) const { return step < 1.0 ? step_count / std::round(1.0 / step) : step_count * step; }

bool go_together(const Cure& a, const Cure& b) {
    return std::none_of(a.touches.begin(), a.touches.end(), [&](const auto& one) { return std::find(b.touches.begin(), b.touches.end(), one) != b.touches.end(); });
}

Scenario with_doses(const Base& base, std::span<const Dose> doses) {
    const auto [levers, setting] = levers_at(doses);
    Scenario out = with_levers(base, levers, setting);
    for (const auto& dose : doses) put(out, dose);
    return out;
}

Draft draft_of(const Base& base, std::span<const Dose> doses, std::string id, Text name) {
    const auto [levers, setting] = levers_at(doses);
    Draft out = draft_of(base, levers, setting, std::move(id), std::move(name));
    for (const auto& dose : doses) write(out.patch, base.scenario.plan, dose);
    return out;
}

Text size_words(const Cure& cure, double size, MoneyUnit money) {
    if (cure.unit.empty() && cure.bound == 1.0) return {};
    return in_words(size, cure.unit, money);
}

Text dose_words(const Dose& dose, MoneyUnit money) {
    const Text size = size_words(*dose.cure, dose.size, money);
    const Text& label = dose.cure->label;
    if (size.empty()) return label;
    const bool sum = dose.cure->kind == Cure::Kind::loan || dose.cure->kind == Cure::Kind::capital;
    return {label.en + (sum ? " of " : " by ") + size.en, label.ja + "（" + size.ja + "）"};
}

}  // namespace goho::decision
