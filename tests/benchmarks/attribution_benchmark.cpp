// What a variant of so many changes takes to be divided exactly, on all threads: 2^changes runs of the reference company.
#include "decision/attribution.hpp"
#include "io/reach.hpp"

#include <benchmark/benchmark.h>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <unistd.h>

namespace {

using namespace goho;

void attribution(benchmark::State& state) {
    const auto folder = std::filesystem::temp_directory_path() / fmt::format("goho_attribution_benchmark_{}", ::getpid());
    std::filesystem::create_directories(folder);
    const auto base = std::filesystem::path(GOHO_SOURCE_DIR) / "scenarios/manufacturer/base.json", variant = folder / "variant.json";
    io::allow_reach(base.parent_path());
    std::string entries;
    for (int i = 0; i < state.range(0); ++i)
        entries += fmt::format(R"({}"c{}": {{"name": "Change {}", "from": "2028-{:02}", "scale": {{"/segments/prototypes/price": 1.0{}}}}})", i ? "," : "", i, i, i % 12 + 1, i + 1);
    std::ofstream(variant) << fmt::format(R"({{"format": 1, "extends": "{}", "name": "Many", "timeline": {{{}}}}})", base.string(), entries);
    for (auto _ : state) {
        const auto result = decision::attribute(base, variant);
        if (!result) state.SkipWithError(to_string(result.problems.front(), Language::english).c_str());
        benchmark::DoNotOptimize(result);
    }
    std::filesystem::remove_all(folder);
}
BENCHMARK(attribution)->Arg(4)->Arg(10)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
