// Questions that a person waits for, about the reference company, on all threads: a goal sought with one lever, the best
// of three levers, and the front of the five indices over six levers.
#include "decision/goal_seek.hpp"
#include "decision/optimise.hpp"

#include <benchmark/benchmark.h>

namespace {

using namespace goho;
using namespace goho::decision;

const Base& manufacturer() {
    static const Base base = *base_of(std::filesystem::path(GOHO_SOURCE_DIR) / "scenarios/manufacturer/base.json").value;
    return base;
}

std::vector<LeverRequest> levers(std::size_t count) {
    const std::pair<LeverKind, const char*> all[] = {{LeverKind::scale, "/segments/*/price=0.97..1.06"},         {LeverKind::set, "/management/measurement=0.2..0.9"},
                                                     {LeverKind::set, "/management/goal_clarity=0.3..0.9"},      {LeverKind::set, "/management/executive_sponsorship=0.2..0.9"},
                                                     {LeverKind::set, "/management/information_sharing=0.3..0.9"}, {LeverKind::scale, "/job_groups/*/monthly_pay=0.97..1.05"}};
    std::vector<LeverRequest> out;
    for (std::size_t i = 0; i < count; ++i) out.push_back(*lever_request(all[i].first, all[i].second).value);
    return out;
}

void goal_seek(benchmark::State& state) {
    GoalRequest request;
    request.goal = "operating_income@3>=25000000";
    request.lever = *lever_request(LeverKind::scale, "/segments/*/unit_variable_cost=0.8..1.1").value;
    for (auto _ : state) benchmark::DoNotOptimize(goho::decision::goal_seek(manufacturer(), request));
}
BENCHMARK(goal_seek)->Unit(benchmark::kMillisecond)->UseRealTime();

void optimise_three_levers(benchmark::State& state) {
    OptimiseRequest request;
    request.levers = levers(3);
    for (auto _ : state) benchmark::DoNotOptimize(optimise(manufacturer(), request));
}
BENCHMARK(optimise_three_levers)->Unit(benchmark::kMillisecond)->UseRealTime();

void front_of_five_over_six_levers(benchmark::State& state) {
    OptimiseRequest request;
    request.levers = levers(6);
    request.goals = {"five"};
    for (auto _ : state) benchmark::DoNotOptimize(optimise(manufacturer(), request));
}
BENCHMARK(front_of_five_over_six_levers)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
