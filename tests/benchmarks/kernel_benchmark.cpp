// How long a trial takes in each kernel: the reference company with two segments and three initiatives, 20 uncertain
// quantities, 120 months. `trial` is the time of one trial on one core; docs/performance.md says what to make of it.
#include "io/scenario_reader.hpp"
#include "io/statutes.hpp"
#include "kernels/kernel.hpp"
#include "support/uncertain_company.hpp"

#include <benchmark/benchmark.h>
#include <memory>

using namespace goho;

namespace {

void trials(benchmark::State& state, const kernels::Kernel& kernel) {
    const auto company = support::uncertain_company();
    const std::vector<int> monthly{support::figure("cash")};
    kernels::Job job;
    job.plan = &company.scenario.plan;
    job.timeline = &company.scenario.timeline;
    job.statutes = &company.statutes;
    job.varied = company.varied;
    job.monthly = monthly;
    const std::unique_ptr<kernels::Workspace> workspace(kernel.prepare(job));
    constexpr int count = 64;
    const auto values = support::values_around(company, count);
    std::vector<double> cash(static_cast<std::size_t>(company.scenario.plan.company.months) * count);
    kernels::Block block;
    block.trials = count;
    block.values = values.data();
    block.monthly = cash.data();
    for (auto _ : state) {
        workspace->run(block);
        benchmark::DoNotOptimize(cash.back());
    }
    state.counters["trial"] = benchmark::Counter(static_cast<double>(state.iterations()) * count,
                                                 benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

const bool registered = [] {
    for (const auto& kernel : kernels::kernels()) {
        benchmark::RegisterBenchmark(("trials/" + std::string(kernel.name)).c_str(), [&kernel](benchmark::State& s) { trials(s, kernel); })
            ->Unit(benchmark::kMillisecond);
    }
    return true;
}();

}  // namespace
