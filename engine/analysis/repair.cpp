#include "analysis/repair.hpp"

#include "analysis/valuation.hpp"
#include "simulation/actual_fit.hpp"
#include "simulation/run.hpp"
#include "simulation/schedule.hpp"

#include <algorithm>
#include <cmath>

namespace goho::analysis {

namespace {

using simulation::Plan;
using simulation::Scenario;
using Run = simulation::Trajectory<double>;

double present_value(const Run& run, double annual_rate, int months) {
    std::vector<double> flows{0.0};  // a month's money comes at its end
    for (int t = 0; t < std::min(months, static_cast<int>(run.months.size())); ++t) flows.push_back(run.months[static_cast<std::size_t>(t)].free_cash_flow);
    return net_present_value(monthly_rate(annual_rate), flows).value_or(0.0);
}

/// The plan with the levers of its last month.
Plan<double> at_end(const Scenario& scenario) {
    Plan<double> plan = scenario.plan;
    simulation::Schedule<double> schedule(plan, scenario.timeline);
    for (int t = 0; t < plan.company.months; ++t) schedule.apply(t);
    return plan;
}

/// A lever is raised for the whole plan: at its start, and wherever the timeline sets it lower.
void raise(Scenario& scenario, std::string_view section, std::string_view name, double value) {
    int index = 0;
    simulation::for_each_section<double>([&](const auto& s) {
        const int here = index++;
        if (s.name != section) return;
        auto& held = scenario.plan.*s.member;
        using Held = std::remove_reference_t<decltype(held)>;
        if constexpr (!simulation::is_collection<Held>) {
            const auto& rows = simulation::table_of<Held>();
            for (int row = 0; row < static_cast<int>(rows.size()); ++row) {
                const auto* field = std::get_if<0>(&rows[static_cast<std::size_t>(row)].field);
                if (!field || rows[static_cast<std::size_t>(row)].name != name) continue;
                held.**field = std::max(held.**field, value);
                for (auto& entry : scenario.timeline) {
                    for (auto& edit : entry.edits) {
                        const bool same = edit.address == simulation::Address{here, -1, row};
                        if (same && edit.operation == simulation::Operation::set) edit.amount = std::max(edit.amount, value);
                    }
                }
            }
        }
    });
}

/// Sets a lever for good, whatever the timeline says.
void fix(Scenario& scenario, std::string_view section, std::string_view name, double value) {
    for (auto& entry : scenario.timeline) {
        std::erase_if(entry.edits, [&](const simulation::Edit& e) { return e.pointer == "/" + std::string(section) + "/" + std::string(name); });
    }
    raise(scenario, section, name, value);
    int index = 0;
    simulation::for_each_section<double>([&](const auto& s) {
        const int here = index++;
        if (s.name != section) return;
        using Held = std::remove_reference_t<decltype(scenario.plan.*s.member)>;
        if constexpr (!simulation::is_collection<Held>) {
            const auto& rows = simulation::table_of<Held>();
            for (int row = 0; row < static_cast<int>(rows.size()); ++row) {
                if (rows[static_cast<std::size_t>(row)].name == name) *simulation::quantity_at(scenario.plan, {here, -1, row}) = value;
            }
        }
    });
}

void repair_purpose(Scenario& s) {
    for (const char* lever : {"goal_clarity", "purpose_shared"}) raise(s, "management", lever, 0.9);
}
void repair_finance(Scenario& s) {
    for (const char* lever : {"segment_results_used", "measurement"}) raise(s, "management", lever, 0.9);
    for (auto& item : s.plan.initiatives) {
        if (item.parameters.profit_line == initiatives::ProfitLine::none) item.parameters.profit_line = initiatives::ProfitLine::fixed_cost;
    }
    auto& f = s.plan.freed_hours;
    const double used = f.customers + f.sales + f.improvement + f.development + f.overtime_cut + f.headcount_cut;
    if (used >= 0.9) return;
    const double rest = 0.9 - used;  // what has no use yet goes to customers, selling, improvement and development
    fix(s, "freed_hours", "customers", f.customers + rest * 4.0 / 9.0);
    fix(s, "freed_hours", "sales", f.sales + rest * 3.0 / 9.0);
    fix(s, "freed_hours", "improvement", f.improvement + rest / 9.0);
    fix(s, "freed_hours", "development", f.development + rest / 9.0);
}
void repair_appraisal(Scenario& s) {
    double further = 0.0;
    for (const auto& task : s.plan.tasks) further += task.parameters.weight;
    const double left = 1.0 - further;
    fix(s, "evaluation", "selling_weight", 0.35 * left);
    fix(s, "evaluation", "customer_value_weight", 0.30 * left);
    fix(s, "evaluation", "improvement_weight", 0.20 * left);
    fix(s, "evaluation", "development_weight", 0.15 * left);
    raise(s, "evaluation", "customer_value_measurability", 0.8);
    raise(s, "evaluation", "improvement_measurability", 0.8);
    raise(s, "evaluation", "development_measurability", 0.6);
    accounting::cost_line::Parameters<double> redesign;
    redesign.category = accounting::Category::support_services;
    redesign.monthly_amount = 3e6;
    auto& actual = s.plan.actuals.months;
    redesign.start = redesign.end = s.plan.company.start + static_cast<int>(actual.size());  // nothing that has happened is redesigned
    s.plan.cost_lines.push_back({"appraisal_redesign", {}, redesign});
    for (auto& month : actual) simulation::fit(month, s.plan);
}
void repair_executives(Scenario& s) {
    for (const char* lever : {"budget_ownership", "cost_benefit_review", "project_responsibility", "executive_sponsorship"}) raise(s, "management", lever, 0.9);
}
void repair_long_term(Scenario& s) {
    for (const char* lever : {"plan_linkage", "institutionalisation"}) raise(s, "management", lever, 0.9);
    for (const int year : {3, 5, 10}) {
        if (std::any_of(s.plan.targets.begin(), s.plan.targets.end(), [&](const auto& t) { return t.parameters.year == year; })) continue;
        simulation::target::Parameters<double> target;
        target.year = year;
        target.variable = ShortText("ordinary_income");
        s.plan.targets.push_back({"year_" + std::to_string(year), {}, target});
    }
}

struct Remedy {
    std::string_view name;
    void (*apply)(Scenario&);
};
constexpr std::array remedies{Remedy{"purpose", repair_purpose}, Remedy{"finance", repair_finance}, Remedy{"appraisal", repair_appraisal},
                              Remedy{"executives", repair_executives}, Remedy{"long_term", repair_long_term}};

double future_share(const Run& run) {
    double spent = 0.0, added = 0.0;
    for (std::size_t t = run.months.size() > 12 ? run.months.size() - 12 : 0; t < run.months.size(); ++t) {
        const auto& b = run.months[t];
        spent += b.research_development_cost + b.training_cost + b.it_cost;
        added += b.operating_income + b.personnel_cost + b.depreciation;
    }
    return added > 0.0 ? spent / added : 0.0;
}

}  // namespace

stakeholders::EffortValue effort_value(const simulation::Scenario& scenario, const accounting::Statutes& statutes) {
    constexpr double step = 0.01;
    constexpr int months = 36;
    const double rate = scenario.plan.treasury.discount_rate;
    const double as_is = present_value(simulation::run(scenario, statutes), rate, months);
    stakeholders::EffortValue value{};
    const std::array<double evaluation::Nudge<double>::*, 4> outcomes{&evaluation::Nudge<double>::selling, &evaluation::Nudge<double>::customer_value,
                                                                       &evaluation::Nudge<double>::improvement, &evaluation::Nudge<double>::development};
    for (std::size_t j = 0; j < outcomes.size(); ++j) {
        Scenario nudged = scenario;
        nudged.plan.nudge.*outcomes[j] = step;
        value[j] = (present_value(simulation::run(nudged, statutes), rate, months) - as_is) / step;
    }
    return value;
}

Diagnosis diagnosis(const simulation::Scenario& scenario, const accounting::Statutes& statutes) {
    Diagnosis d;
    if (!scenario.plan.behaves()) return d;
    const double rate = scenario.plan.treasury.discount_rate;
    const auto worth_of_effort = effort_value(scenario, statutes);
    const Run run = simulation::run(scenario, statutes);
    const double share = future_share(run), as_is = present_value(run, rate, scenario.plan.company.months);
    d.today = stakeholders::disconnects(scenario.plan, true, worth_of_effort, share);
    d.planned = stakeholders::disconnects(at_end(scenario), false, worth_of_effort, share);
    Scenario everything = scenario;
    for (std::size_t i = 0; i < remedies.size(); ++i) {
        Scenario repaired = scenario;
        remedies[i].apply(repaired);
        remedies[i].apply(everything);
        const double worth = present_value(simulation::run(repaired, statutes), rate, repaired.plan.company.months) - as_is;
        const auto after = stakeholders::disconnects(at_end(repaired), false, worth_of_effort, share);
        d.repairs.push_back({remedies[i].name, d.planned[i].label, worth, d.planned[i].severity, after[i].severity});
        d.sum_of_parts += worth;
    }
    const double all = present_value(simulation::run(everything, statutes), rate, everything.plan.company.months) - as_is;
    d.repairs.push_back({"all", {"All five together", "5つすべて"}, all, {}, {}});
    return d;
}

}  // namespace goho::analysis
