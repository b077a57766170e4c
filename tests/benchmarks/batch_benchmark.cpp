// What a file of a batch costs, step by step: read it, tell what it is, compute it, send it, store it, and put it into
// the finished database. docs/cluster.md reckons with these figures.
#include "batch/computed.hpp"
#include "batch/fingerprint.hpp"
#include "batch/plan_source.hpp"
#include "batch/store.hpp"
#include "batch/wire.hpp"
#include "io/scenario_reader.hpp"
#include "support/scratch.hpp"

#include <benchmark/benchmark.h>
#include <chrono>

namespace {

using namespace goho;

const std::string file = GOHO_SOURCE_DIR "/scenarios/manufacturer/base.json";

struct Plan {
    batch::Sweep sweep;
    batch::PlanSource source{file, sweep};
    const simulation::Scenario& scenario = *source.read().scenario;
    const accounting::Statutes& statutes = source.read().statutes;
};
const Plan& plan() {
    static Plan one;
    return one;
}

void batch_reads(benchmark::State& state) {
    for (auto _ : state) {
        batch::PlanSource source(file, plan().sweep);
        benchmark::DoNotOptimize(source.read().scenario);
    }
}

void batch_fingerprints(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(batch::fingerprint(plan().scenario, plan().statutes));
}

void batch_computes(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(batch::computed(plan().scenario, plan().statutes));
}

batch::Finished finished() {
    batch::Finished run;
    run.row.file = file;
    run.row.hash = batch::fingerprint(plan().scenario, plan().statutes);
    run.row.name = plan().scenario.name;
    run.computed = batch::computed(plan().scenario, plan().statutes);
    return run;
}

void batch_sends(benchmark::State& state) {
    batch::Answered answered;
    answered.runs.assign(100, finished());
    for (auto _ : state) benchmark::DoNotOptimize(batch::read_answer(batch::write_answer(answered)));
    state.counters["bytes_a_run"] = static_cast<double>(batch::write_answer(answered).size()) / 100.0;
    state.SetItemsProcessed(state.iterations() * 100);
}

/// 2,000 runs, with every commit and sync.
void batch_stores(benchmark::State& state) {
    const auto run = finished();
    constexpr int runs = 2000;
    double finishing = 0.0;
    for (auto _ : state) {
        const support::Scratch scratch;
        auto store = std::move(*batch::Store::open({scratch.path() / "r.sqlite", false, false, {file}, {}, {}, {}}).value);
        auto row = run.row;
        for (int i = 1; i <= runs; ++i) {
            row.id = row.result = i;
            store->put_result(i, std::to_string(i) + run.row.hash.substr(8), *run.computed);
            store->put_run(row);
        }
        store->commit();
        const auto begun = std::chrono::steady_clock::now();
        if (state.range(0) != 0) benchmark::DoNotOptimize(store->finish());
        finishing += std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    }
    state.counters["us_a_run_finish"] = benchmark::Counter(finishing * 1e6 / runs, benchmark::Counter::kAvgIterations);
    state.SetItemsProcessed(state.iterations() * runs);
}

}  // namespace

BENCHMARK(batch_reads)->Unit(benchmark::kMicrosecond);
BENCHMARK(batch_fingerprints)->Unit(benchmark::kMicrosecond);
BENCHMARK(batch_computes)->Unit(benchmark::kMicrosecond);
BENCHMARK(batch_sends)->Unit(benchmark::kMicrosecond);
BENCHMARK(batch_stores)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond)->UseRealTime();
