// Everything a planner asks of one scenario, reckoned once: the run, its years, indicators, gates, targets, shortage
// of cash and the proof that the books hold. What the command line, the window and reports show comes from here.
#pragma once

#include "analysis/repair.hpp"
#include "simulation/period.hpp"
#include "simulation/run.hpp"
#include "stakeholders/five.hpp"
#include "stakeholders/gates.hpp"
#include "stakeholders/local_benchmark.hpp"
#include "stakeholders/reality_checks.hpp"

namespace goho::analysis {

struct Study {
    simulation::Scenario scenario;
    simulation::Trajectory<double> run;
    simulation::Residuals residuals;
    std::vector<simulation::Period> fiscal_years;
    std::vector<simulation::SegmentPeriod> segment_years;
    std::vector<stakeholders::YearView> fiscal_views, plan_views;
    std::vector<stakeholders::FiveDirections> directions;  // by fiscal year; without figures where behaviour is off
    std::vector<stakeholders::GateResult> gates;
    std::vector<stakeholders::GateSummary> gate_summary;
    std::vector<stakeholders::TargetResult> targets;
    stakeholders::Insolvency insolvency;
    std::vector<stakeholders::Finding> findings;            // plan reality checks
    std::optional<Diagnosis> diagnosis;                     // the five disconnects, when asked for
    std::vector<stakeholders::BenchmarkScore> benchmark_scores;  // by fiscal year; empty without a benchmark
};

struct StudyOptions {
    stakeholders::RepaymentDefinition repayment = stakeholders::RepaymentDefinition::b;
    const stakeholders::Benchmark* benchmark = nullptr;
    bool diagnose = false;  // a dozen further runs
};

Study study(simulation::Scenario scenario, const accounting::Statutes& statutes, const StudyOptions& options = {});

}  // namespace goho::analysis
