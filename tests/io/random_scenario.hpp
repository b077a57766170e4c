// Random scenarios that are valid: every row of every table gets a value, then what would contradict itself is
// put right. The same seed gives the same scenario everywhere.
#pragma once

#include "accounting/books.hpp"
#include "simulation/balance_sheet.hpp"
#include "simulation/scenario.hpp"
#include "support/sound_behaviour.hpp"

#include <cmath>
#include <string>

namespace goho::test {

class RandomScenario {
public:
    explicit RandomScenario(std::uint64_t seed) : state_(seed * 2654435761u + 1) {}

    simulation::Scenario make() {
        simulation::Scenario s;
        s.name = {"Random", "乱数"};
        s.description = {"Drawn at random", "Drawn at random"};
        s.file = "plan.json";
        auto& plan = s.plan;
        fill(plan.company);
        plan.company.start = Month::of(2020 + below(10), 1 + below(12));
        plan.company.months = 12 + below(60);
        simulation::for_each_section<double>([&](const auto& section) {
            auto& held = plan.*section.member;
            using Held = std::remove_cvref_t<decltype(held)>;
            if constexpr (simulation::is_collection<Held>) {
                const int count = below(4) + (std::string_view(section.name) == "segments" ? 1 : 0);
                for (int i = 0; i < count; ++i) {
                    typename Held::value_type item{
                        std::string(1, static_cast<char>('a' + i)) + "_" + std::to_string(i), {}, {}};
                    if (below(2) == 0) item.name = {"Item", "項目"};
                    items_ = std::max<int>(1, static_cast<int>(plan.segments.size()));
                    fill(item.parameters);
                    held.push_back(item);
                }
            } else if constexpr (!std::is_same_v<Held, std::remove_cvref_t<decltype(plan.company)>> &&
                                 !std::is_same_v<Held, std::remove_cvref_t<decltype(plan.pins)>>) {
                fill(held);
            }
        });
        put_right(plan);
        keep_behaviour_sound(plan);
        accounting::Books<double> books;
        simulation::fill_balance_sheet(plan, simulation::opening_balances(plan), plan.company.start + -1, books);
        plan.opening.retained_earnings += books.total_assets - books.total_liabilities - books.net_assets;
        add_timeline(s);
        return s;
    }

    double uniform() {
        state_ = state_ * 6364136223846793005u + 1442695040888963407u;
        return static_cast<double>(state_ >> 11) * 0x1p-53;
    }
    int below(int count) { return static_cast<int>(uniform() * count); }

private:
    template <class P> void fill(P& p) {
        for (const auto& row : simulation::table_of<P>()) {
            std::visit(
                [&](auto field) {
                    if constexpr (std::is_same_v<decltype(field), Choice<P>>) {
                        field.set(p, below(static_cast<int>(field.options.size())));
                    } else {
                        auto& member = p.*field;
                        using Type = std::remove_cvref_t<decltype(member)>;
                        if (row.need == Need::optional && below(3) == 0) return;
                        if constexpr (std::is_same_v<Type, double>) {
                            const double high = std::min(row.plausible.high, row.plausible.low + 1e8);
                            member = row.plausible.low + uniform() * (high - row.plausible.low);
                            if (row.unit == "yen" || below(3) == 0) member = std::floor(member);
                            if (!row.plausible.holds(member)) member = row.plausible.high;
                        } else if constexpr (std::is_same_v<Type, int>) {
                            member = static_cast<int>(row.plausible.low) +
                                     below(static_cast<int>(row.plausible.high - row.plausible.low) + 1);
                        } else if constexpr (std::is_same_v<Type, bool>) {
                            member = below(2) == 0;
                        } else if constexpr (std::is_same_v<Type, Reference>) {
                            member.index = below(items_);
                        }
                    }
                },
                row.field);
        }
    }

    void put_right(simulation::Plan<double>& plan) {
        using namespace accounting;
        const Month start = plan.company.start;
        const auto in_plan = [&] { return start + below(plan.company.months); };
        plan.company.industry = ShortText("manufacturing");
        plan.opening.accrued_enterprise_tax = std::floor(plan.opening.accrued_corporate_tax / 3.0);
        plan.opening.previous_enterprise_tax = std::floor(plan.opening.previous_corporate_taxes / 3.0);
        for (auto& [id, name, p] : plan.cost_lines) {
            const cost_line::Parameters<double> none;
            const bool moves = p.behaviour == Behaviour::variable || p.behaviour == Behaviour::semi_variable;
            if (!moves) p.sales_share = p.amount_per_unit = 0.0;
            if (p.behaviour != Behaviour::fixed && p.behaviour != Behaviour::semi_variable) p.monthly_amount = 0.0;
            if (p.behaviour != Behaviour::step_fixed) {
                p.step_amount = 0.0;
                p.step_capacity = none.step_capacity;
            }
            if (below(2) == 0) p.start = in_plan();
            if (below(2) == 0) p.end = (p.start.given() ? p.start : start) + below(30);
        }
        for (auto& [id, name, p] : plan.assets) {
            const bool existing = below(2) == 0;
            if (existing) {
                p.spending_months = 1;
                p.acquired = start + -(1 + below(60));
                p.cost += 1.0;
                p.opening_book_value = 1.0 + std::floor(uniform() * (p.cost - 1.0));
            } else {
                p.acquired = in_plan();
                p.opening_book_value = 0.0;
            }
            p.disposal_proceeds = 0.0;
            if (below(3) == 0) {
                p.disposed = (existing ? start : p.acquired + p.spending_months) + below(24);
                p.disposal_proceeds = below(1000000);
            }
            if (p.asset_class == fixed_asset::Class::land) p.method = fixed_asset::Method::none;
        }
        for (auto& [id, name, p] : plan.investments) {
            p.start = in_plan();
            if (p.asset_class == fixed_asset::Class::land) p.method = fixed_asset::Method::none;
        }
        for (auto& [id, name, p] : plan.loans) {
            if (below(2) == 0) p.drawn = in_plan();
            p.grace_months = below(p.term_months);
            const bool in_parts =
                p.repayment == loan::Repayment::equal_principal || p.repayment == loan::Repayment::equal_payment;
            p.balloon = in_parts ? std::floor(p.principal * uniform() / 2.0) : 0.0;
        }
        for (auto& [id, name, p] : plan.subsidies) p.decided = in_plan();
        for (auto& [id, name, p] : plan.capital_increases) p.paid = in_plan();
        for (auto& [id, name, p] : plan.initiatives) {
            p.start = in_plan();
            p.target_month = in_plan();
        }
        for (auto& [id, name, p] : plan.events) p.month = in_plan();
        for (auto& [id, name, p] : plan.targets) p.variable = ShortText("ordinary_income");
    }

    void add_timeline(simulation::Scenario& s) {
        const int entries = below(4);
        for (int i = 0; i < entries; ++i) {
            simulation::TimelineEntry entry;
            entry.id = "change_" + std::to_string(i);
            entry.from = s.plan.company.start + below(s.plan.company.months);
            if (below(2) == 0) entry.to = entry.from + below(24);
            const int item = below(static_cast<int>(s.plan.segments.size()));
            const auto& segment = s.plan.segments[static_cast<std::size_t>(item)];
            const std::string pointer = "/segments/" + segment.id + "/";
            if (below(2) == 0) {
                entry.edits.push_back({simulation::Operation::set, {2, item, 0}, pointer + "price", uniform() * 1e6});
            }
            if (below(2) == 0 || entry.edits.empty()) {
                if (entry.edits.empty()) entry.every_months = below(7);
                entry.edits.push_back({simulation::Operation::scale, {2, item, 1}, pointer + "volume", uniform()});
                entry.edits.push_back(
                    {simulation::Operation::add, {9, -1, 0}, "/treasury/overdraft_limit", std::floor(uniform() * 1e6)});
            }
            s.timeline.push_back(entry);
        }
    }

    std::uint64_t state_;
    int items_ = 1;
};

}  // namespace goho::test
