// How long the books of the shipped manufacturer take: one run of 120 months, the same over lanes, and reading.
#include "analysis/study.hpp"
#include "core/lanes.hpp"
#include "io/scenario_reader.hpp"
#include "io/statutes.hpp"
#include "simulation/run.hpp"

#include <benchmark/benchmark.h>

using namespace goho;

namespace {

constexpr const char* company = GOHO_SOURCE_DIR "/scenarios/manufacturer/base.json";

const simulation::Scenario& scenario() {
    static const simulation::Scenario read = *io::read_scenario(company).value;
    return read;
}

const accounting::Statutes& statutes() {
    static const accounting::Statutes read = *io::load_statutes("japan-sme-2026", "japan-2012").value;
    return read;
}

void run_of_120_months(benchmark::State& state) {
    simulation::Trajectory<double> out;
    for (auto _ : state) {
        simulation::run_into(out, scenario().plan, scenario().timeline, statutes());
        benchmark::DoNotOptimize(out.months.back().cash);
    }
}
BENCHMARK(run_of_120_months)->Unit(benchmark::kMicrosecond);

void run_of_120_months_eight_lanes(benchmark::State& state) {
    const auto plan = simulation::converted_plan<Lanes>(scenario().plan);
    simulation::Trajectory<Lanes> out;
    for (auto _ : state) {
        simulation::run_into(out, plan, scenario().timeline, statutes());
        benchmark::DoNotOptimize(out.months.back().cash[0]);
    }
    state.counters["runs"] = benchmark::Counter(static_cast<double>(state.iterations()) * Lanes::width, benchmark::Counter::kIsRate);
}
BENCHMARK(run_of_120_months_eight_lanes)->Unit(benchmark::kMicrosecond);

void study_with_indicators_and_gates(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(analysis::study(scenario(), statutes()).gates.size());
}
BENCHMARK(study_with_indicators_and_gates)->Unit(benchmark::kMicrosecond);

void read_a_scenario_file(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(io::read_scenario(company).value->plan.segments.size());
}
BENCHMARK(read_a_scenario_file)->Unit(benchmark::kMicrosecond);

}  // namespace
