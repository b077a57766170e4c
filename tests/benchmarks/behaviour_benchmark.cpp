// How long the full month step takes: the reference company with two segments and three initiatives, 120 months,
// against the same company with its books alone.
#include "core/lanes.hpp"
#include "io/scenario_reader.hpp"
#include "io/statutes.hpp"
#include "simulation/run.hpp"

#include <benchmark/benchmark.h>

using namespace goho;

namespace {

const accounting::Statutes& statutes() {
    static const accounting::Statutes read = *io::load_statutes("japan-sme-2026", "japan-2012").value;
    return read;
}

simulation::Scenario with_initiatives(int count) {
    simulation::Scenario scenario = *io::read_scenario(GOHO_SOURCE_DIR "/scenarios/cases/base.json").value;
    for (int i = 0; i < count; ++i) {
        initiatives::Parameters<double> p;
        p.start = scenario.plan.company.start + 6 * (i + 1);
        p.pilot_months = 3;
        p.support_months = 24;
        p.people_budget = p.process_budget = p.data_budget = 2e6;
        p.support_fee = 150000.0;
        p.running_cost = 50000.0;
        p.hours_saving = 0.04;
        scenario.plan.initiatives.push_back({"initiative_" + std::to_string(i), {}, p});
    }
    return scenario;
}

void measure(benchmark::State& state, const simulation::Scenario& scenario) {
    simulation::Trajectory<double> out;
    for (auto _ : state) {
        simulation::run_into(out, scenario.plan, scenario.timeline, statutes());
        benchmark::DoNotOptimize(out.months.back().cash);
    }
}

void books_alone(benchmark::State& state) {
    auto scenario = with_initiatives(0);
    scenario.plan.company.behaviour = accounting::company::Behaviour::off;
    measure(state, scenario);
}
BENCHMARK(books_alone)->Unit(benchmark::kMicrosecond);

void full_month_step(benchmark::State& state) { measure(state, with_initiatives(static_cast<int>(state.range(0)))); }
BENCHMARK(full_month_step)->Arg(0)->Arg(3)->Unit(benchmark::kMicrosecond);

void full_month_step_eight_lanes(benchmark::State& state) {
    const auto scenario = with_initiatives(3);
    const auto plan = simulation::converted_plan<Lanes>(scenario.plan);
    simulation::Trajectory<Lanes> out;
    for (auto _ : state) {
        simulation::run_into(out, plan, scenario.timeline, statutes());
        benchmark::DoNotOptimize(out.months.back().cash[0]);
    }
}
BENCHMARK(full_month_step_eight_lanes)->Unit(benchmark::kMicrosecond);

}  // namespace
