#include "analysis/study.hpp"

namespace goho::analysis {

Study study(simulation::Scenario scenario, const accounting::Statutes& statutes, const StudyOptions& options) {
    Study s;
    s.scenario = std::move(scenario);
    const auto& plan = s.scenario.plan;
    s.run = simulation::run(s.scenario, statutes);
    s.residuals = simulation::residuals(plan, s.run);
    s.fiscal_years = simulation::fiscal_years(s.run);
    s.segment_years = simulation::segment_fiscal_years(s.run);
    s.fiscal_views = stakeholders::year_views(s.run, s.fiscal_years, plan.opening.previous_net_sales, &plan);
    s.plan_views = stakeholders::year_views(s.run, simulation::plan_years(s.run), plan.opening.previous_net_sales, &plan);
    for (const auto& year : s.fiscal_views) s.directions.push_back(stakeholders::five_directions(year, s.fiscal_views.front()));
    s.gates = stakeholders::gates(s.fiscal_views, {options.repayment, plan.company.industry.view()});
    s.gate_summary = stakeholders::gate_summary(s.gates);
    s.targets = stakeholders::target_results(plan, s.plan_views);
    s.insolvency = stakeholders::insolvency(s.run);
    s.findings = stakeholders::reality_checks(s.scenario, s.run);
    if (options.diagnose && s.run.behaves) s.diagnosis = diagnosis(s.scenario, statutes);
    const stakeholders::BenchmarkIndustry* industry =
        options.benchmark ? options.benchmark->find(plan.company.industry.view()) : nullptr;
    if (industry) {
        for (const auto& year : s.fiscal_views) s.benchmark_scores.push_back(stakeholders::local_benchmark(year, *industry));
    }
    return s;
}

}  // namespace goho::analysis
