#include "analysis/repair.hpp"

#include "analysis/remedies.hpp"
#include "analysis/valuation.hpp"
#include "simulation/run.hpp"
#include "simulation/schedule.hpp"

#include <algorithm>
#include <cmath>

namespace goho::analysis {

namespace {

using simulation::Plan;
using simulation::Scenario;
using Run = simulation::Trajectory<double>;

double worth_of(const Run& run, double annual_rate, int months) { return present_value(run, annual_rate, months).value_or(0.0); }

/// The plan with the levers of its last month.
Plan<double> at_end(const Scenario& scenario) {
    Plan<double> plan = scenario.plan;
    simulation::Schedule<double> schedule(plan, scenario.timeline);
    for (int t = 0; t < plan.company.months; ++t) schedule.apply(t);
    return plan;
}

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
    const double as_is = worth_of(simulation::run(scenario, statutes), rate, months);
    stakeholders::EffortValue value{};
    const std::array<double evaluation::Nudge<double>::*, 4> outcomes{&evaluation::Nudge<double>::selling, &evaluation::Nudge<double>::customer_value,
                                                                       &evaluation::Nudge<double>::improvement, &evaluation::Nudge<double>::development};
    for (std::size_t j = 0; j < outcomes.size(); ++j) {
        Scenario nudged = scenario;
        nudged.plan.nudge.*outcomes[j] = step;
        value[j] = (worth_of(simulation::run(nudged, statutes), rate, months) - as_is) / step;
    }
    return value;
}

Diagnosis diagnosis(const simulation::Scenario& scenario, const accounting::Statutes& statutes) {
    Diagnosis d;
    if (!scenario.plan.behaves()) return d;
    const double rate = scenario.plan.treasury.discount_rate;
    const auto worth_of_effort = effort_value(scenario, statutes);
    const Run run = simulation::run(scenario, statutes);
    const double share = future_share(run), as_is = worth_of(run, rate, scenario.plan.company.months);
    d.today = stakeholders::disconnects(scenario.plan, true, worth_of_effort, share);
    d.planned = stakeholders::disconnects(at_end(scenario), false, worth_of_effort, share);
    Scenario everything = scenario;
    for (int which = 0; which < remedies; ++which) {
        const auto cure = remedy(scenario, which);
        const auto replacements = repaired_from_start(scenario, cure);
        Scenario repaired = scenario;
        put_on(repaired, replacements);
        put_on(everything, replacements);
        const double worth = worth_of(simulation::run(repaired, statutes), rate, repaired.plan.company.months) - as_is;
        const auto i = static_cast<std::size_t>(which);
        const auto after = stakeholders::disconnects(at_end(repaired), false, worth_of_effort, share);
        d.repairs.push_back({cure.name, d.planned[i].label, worth, d.planned[i].severity, after[i].severity});
        d.sum_of_parts += worth;
    }
    const double all = worth_of(simulation::run(everything, statutes), rate, everything.plan.company.months) - as_is;
    d.repairs.push_back({"all", {"All five together", "5つすべて"}, all, {}, {}});
    return d;
}

}  // namespace goho::analysis
