#include "analysis/remedies.hpp"

#include "simulation/actual_fit.hpp"
#include "simulation/schedule.hpp"

#include <algorithm>
#include <array>

namespace goho::analysis {

namespace {

using simulation::Address;
using simulation::Plan;
using simulation::Scenario;

std::string pointer_of(const LeverLevel& lever) { return "/" + std::string(lever.section) + "/" + std::string(lever.row); }

/// Where a lever of a single section stands.
Address address_of(std::string_view section, std::string_view row) {
    Address found;
    int index = 0;
    simulation::for_each_section<double>([&](const auto& s) {
        const int here = index++;
        using Held = std::remove_cvref_t<decltype(std::declval<Plan<double>>().*s.member)>;
        if constexpr (!simulation::is_collection<Held>) {
            const auto& rows = simulation::table_of<Held>();
            for (int r = 0; r < static_cast<int>(rows.size()); ++r) {
                if (s.name == section && rows[static_cast<std::size_t>(r)].name == row) found = {here, -1, r};
            }
        }
    });
    return found;
}

constexpr std::array<std::string_view, 3> operations{"set", "scale", "add"};

template <class List> std::string free_id(const List& items, std::string wanted) {
    const auto taken = [&](const std::string& id) { return std::any_of(items.begin(), items.end(), [&](const auto& i) { return i.id == id; }); };
    if (!taken(wanted)) return wanted;
    for (int n = 2;; ++n) {
        if (const std::string id = wanted + "_" + std::to_string(n); !taken(id)) return id;
    }
}

Remedy purpose() {
    return {"purpose", {"Say what is to be reached, and why", "目標を決め、目的を伝える"},
            {{"management", "goal_clarity", 0.9}, {"management", "purpose_shared", 0.9}}, {}};
}

Remedy finance(const Scenario& s) {
    Remedy out{"finance", {"Tie effort to profit", "取り組みを損益に結び付ける"},
               {{"management", "segment_results_used", 0.9}, {"management", "measurement", 0.9}}, {}};
    for (const auto& item : s.plan.initiatives) {
        if (item.parameters.profit_line == initiatives::ProfitLine::none)
            out.items.push_back({{"initiatives", item.id, "profit_line"}, std::string("fixed_cost")});
    }
    const auto& f = s.plan.freed_hours;
    const double used = f.customers + f.sales + f.improvement + f.development + f.overtime_cut + f.headcount_cut;
    if (used >= 0.9) return out;
    const double rest = 0.9 - used;  // what has no use yet goes to customers, selling, improvement and development
    for (const auto& [row, level] : {std::pair{"customers", f.customers + rest * 4.0 / 9.0}, std::pair{"sales", f.sales + rest * 3.0 / 9.0},
                                     std::pair{"improvement", f.improvement + rest / 9.0}, std::pair{"development", f.development + rest / 9.0}})
        out.levers.push_back({"freed_hours", row, level, false});
    return out;
}

Remedy appraisal(const Scenario& s) {
    double further = 0.0;
    for (const auto& task : s.plan.tasks) further += task.parameters.weight;
    const double left = 1.0 - further;
    Remedy out{"appraisal", {"Appraise what creates value", "価値を生む仕事を評価する"}, {}, {}};
    for (const auto& [row, weight] : {std::pair{"selling_weight", 0.35}, std::pair{"customer_value_weight", 0.30},
                                      std::pair{"improvement_weight", 0.20}, std::pair{"development_weight", 0.15}})
        out.levers.push_back({"evaluation", row, weight * left, false});
    for (const auto& [row, level] : {std::pair{"customer_value_measurability", 0.8}, std::pair{"improvement_measurability", 0.8},
                                     std::pair{"development_measurability", 0.6}})
        out.levers.push_back({"evaluation", row, level});
    out.redesign = true;
    return out;
}

Remedy executives() {
    Remedy out{"executives", {"Give executives budgets and projects", "幹部に予算と案件を任せる"}, {}, {}};
    for (const char* row : {"budget_ownership", "cost_benefit_review", "project_responsibility", "executive_sponsorship"})
        out.levers.push_back({"management", row, 0.9});
    return out;
}

Remedy long_term(const Scenario& s) {
    Remedy out{"long_term", {"Link the plan to daily work", "長期計画を日常につなげる"},
               {{"management", "plan_linkage", 0.9}, {"management", "institutionalisation", 0.9}}, {}};
    for (const int year : {3, 5, 10}) {
        if (std::any_of(s.plan.targets.begin(), s.plan.targets.end(), [&](const auto& t) { return t.parameters.year == year; })) continue;
        const std::string id = free_id(s.plan.targets, "year_" + std::to_string(year)), number = std::to_string(year);
        out.items.push_back({{"targets", id, "name"}, Text{"Year " + number + ": an ordinary income, no loss", number + "年後：経常黒字"}});
        out.items.push_back({{"targets", id, "year"}, double(year)});
        out.items.push_back({{"targets", id, "variable"}, std::string("ordinary_income")});
        out.items.push_back({{"targets", id, "value"}, 0.0});
    }
    return out;
}

/// A parameter by its row, from a number or a word.
template <class P> void put(P& parameters, std::string_view row, const Replacement& r) {
    for (const auto& one : simulation::table_of<P>()) {
        if (one.name != row) continue;
        const auto* number = std::get_if<double>(&r.value);
        const auto* word = std::get_if<std::string>(&r.value);
        if (const auto* real = std::get_if<0>(&one.field); real && number) parameters.**real = *number;
        else if (const auto* whole = std::get_if<int P::*>(&one.field); whole && number) parameters.**whole = static_cast<int>(*number);
        else if (const auto* text = std::get_if<ShortText P::*>(&one.field); text && word) parameters.**text = ShortText(*word);
        else if (const auto* month = std::get_if<Month P::*>(&one.field); month && word) parameters.**month = parse_month(*word).value_or(Month{});
        else if (const auto* choice = std::get_if<Choice<P>>(&one.field); choice && word) {
            for (std::size_t i = 0; i < choice->options.size(); ++i) {
                if (choice->options[i].key == *word) choice->set(parameters, static_cast<int>(i));
            }
        }
    }
}

void put_on_timeline(Scenario& scenario, const Replacement& r) {
    for (auto& entry : scenario.timeline) {
        if (entry.id != r.place[1]) continue;
        const auto here = [&](const simulation::Edit& e) { return e.pointer == r.place[3] && operations[static_cast<std::size_t>(e.operation)] == r.place[2]; };
        if (const auto* amount = std::get_if<double>(&r.value)) {
            for (auto& edit : entry.edits) {
                if (here(edit)) edit.amount = *amount;
            }
        } else {
            std::erase_if(entry.edits, here);
        }
    }
}

/// What the levers would be in each month, as the plan stands.
template <class F> void through_the_plan(const Scenario& scenario, F&& f) {
    Plan<double> plan = scenario.plan;
    simulation::Schedule<double> schedule(plan, scenario.timeline);
    for (int t = 0; t < plan.company.months; ++t) {
        schedule.apply(t);
        f(t, plan);
    }
}

}  // namespace

Remedy remedy(const Scenario& scenario, int which) {
    switch (which) {
        case 0: return purpose();
        case 1: return finance(scenario);
        case 2: return appraisal(scenario);
        case 3: return executives();
        default: return long_term(scenario);
    }
}

std::vector<Replacement> redesign_of_appraisal(const Scenario& scenario, Month month) {
    const std::string id = free_id(scenario.plan.cost_lines, "appraisal_redesign");
    const auto at = [&](const char* row) { return std::vector<std::string>{"cost_lines", id, row}; };
    return {{at("name"), Text{"Design of the new appraisal", "評価制度の設計"}}, {at("behaviour"), std::string("fixed")},
            {at("place"), std::string("sga")}, {at("category"), std::string("support_services")}, {at("monthly_amount"), redesign_cost},
            {at("start"), to_string(month)}, {at("end"), to_string(month)}};
}

std::vector<Replacement> repaired_from_start(const Scenario& scenario, const Remedy& remedy) {
    std::vector<Replacement> out;
    Plan<double> plan = scenario.plan;
    for (const auto& lever : remedy.levers) {
        const Address address = address_of(lever.section, lever.row);
        const double held = *simulation::quantity_at(plan, address);
        if (lever.at_least ? held < lever.level : held != lever.level)
            out.push_back({{std::string(lever.section), std::string(lever.row)}, lever.level});
        for (const auto& entry : scenario.timeline) {
            for (const auto& edit : entry.edits) {
                if (edit.address != address) continue;
                const Replacement there{{"timeline", entry.id, std::string(operations[static_cast<std::size_t>(edit.operation)]), edit.pointer}, {}};
                if (!lever.at_least) out.push_back(there);
                else if (edit.operation == simulation::Operation::set && edit.amount < lever.level) out.push_back({there.place, lever.level});
            }
        }
    }
    if (remedy.redesign && !out.empty()) {
        const auto cost = redesign_of_appraisal(scenario, plan.company.start + static_cast<int>(plan.actuals.months.size()));  // nothing that has happened is redesigned
        out.insert(out.end(), cost.begin(), cost.end());
    }
    out.insert(out.end(), remedy.items.begin(), remedy.items.end());
    return out;
}

/// A lever that the plan itself raises further later stays raised.                                RP-5
std::vector<Replacement> raised_from(const Scenario& scenario, std::span<const LeverLevel> levers, int month, const std::string& id, const Text& name) {
    std::vector<Replacement> out;
    std::vector<std::optional<double>> last(levers.size());
    std::vector<bool> moved(levers.size(), false);
    std::vector<Address> places;
    for (const auto& lever : levers) places.push_back(address_of(lever.section, lever.row));
    int entries = 0;
    through_the_plan(scenario, [&](int t, Plan<double>& plan) {
        if (t < month) return;
        std::string entry;
        for (std::size_t i = 0; i < levers.size(); ++i) {
            const double planned = *simulation::quantity_at(plan, places[i]);
            const double wanted = levers[i].at_least ? std::max(planned, levers[i].level) : levers[i].level;
            if (!moved[i] && wanted == planned) continue;     // nothing to be set yet
            if (moved[i] && last[i] && *last[i] == wanted) continue;
            moved[i] = true;
            last[i] = wanted;
            if (entry.empty()) {
                entry = free_id(scenario.timeline, ++entries == 1 ? id : id + "_" + std::to_string(entries));
                out.push_back({{"timeline", entry, "name"}, name});
                out.push_back({{"timeline", entry, "from"}, to_string(plan.company.start + t)});
            }
            out.push_back({{"timeline", entry, "set", pointer_of(levers[i])}, wanted});
        }
    });
    return out;
}

std::vector<Replacement> repaired_from(const Scenario& scenario, const Remedy& remedy, int month, const std::string& id) {
    const Text name{std::string(remedy.label.en), std::string(remedy.label.ja)};
    auto out = raised_from(scenario, remedy.levers, month, id, name);
    if (remedy.redesign && !out.empty()) {
        const auto cost = redesign_of_appraisal(scenario, scenario.plan.company.start + month);
        out.insert(out.end(), cost.begin(), cost.end());
    }
    out.insert(out.end(), remedy.items.begin(), remedy.items.end());
    return out;
}

void put_on(Scenario& scenario, std::span<const Replacement> replacements) {
    for (const auto& r : replacements) {
        if (r.place.front() == "timeline") {
            if (r.place.size() == 4) put_on_timeline(scenario, r);
            continue;
        }
        simulation::for_each_section<double>([&](const auto& s) {
            if (s.name != r.place[0]) return;
            auto& held = scenario.plan.*s.member;
            if constexpr (simulation::is_collection<std::remove_cvref_t<decltype(held)>>) {
                auto item = std::find_if(held.begin(), held.end(), [&](const auto& i) { return i.id == r.place[1]; });
                if (item == held.end()) item = held.insert(held.end(), {r.place[1], {}, {}});
                if (const auto* name = std::get_if<Text>(&r.value)) item->name = *name;
                else put(item->parameters, r.place[2], r);
            } else {
                put(held, r.place[1], r);
            }
        });
    }
    for (auto& month : scenario.plan.actuals.months) simulation::fit(month, scenario.plan);
}

}  // namespace goho::analysis
