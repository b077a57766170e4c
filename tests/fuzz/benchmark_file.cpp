// A file of Local Benchmark thresholds.
#include "fuzz/fuzz.hpp"
#include "io/benchmark_file.hpp"
#include "io/json_text.hpp"

#include <algorithm>

namespace goho::fuzz {

namespace {

void require_points(const stakeholders::BenchmarkRow& row, const stakeholders::Thresholds& thresholds) {
    const auto better = stakeholders::find_indicator(row.indicator)->better;
    require(std::is_sorted(thresholds.begin(), thresholds.end()) || std::is_sorted(thresholds.rbegin(), thresholds.rend()), "thresholds run one way", row.key);
    for (std::size_t i = 0; i < thresholds.size(); ++i) {
        const int points = stakeholders::benchmark_points(thresholds[i], thresholds, better);
        require(points >= 5 - static_cast<int>(i) && points <= 5, "a figure on a threshold has at least its points", row.key);
    }
}

void try_benchmark(std::string_view text) {
    const auto document = io::parse_json(text, "benchmark.json");
    require_told(document);
    if (!document) return;
    const auto read = io::read_benchmark(*document.value, "benchmark.json");
    require_told(read);
    if (!read) return;
    require_readable(read.value->title);
    require(!read.value->id.empty() && !read.value->industries.empty(), "what was accepted has a name and an industry");
    for (const auto& industry : read.value->industries) {
        require_readable(industry.name);
        require(read.value->find(industry.id) != nullptr, "an industry is found by its id", industry.id);
        for (std::size_t i = 0; i < stakeholders::benchmark_rows.size(); ++i) require_points(stakeholders::benchmark_rows[i], industry.thresholds[i]);
    }
}

}  // namespace

}  // namespace goho::fuzz

GOHO_FUZZ_TARGET("benchmark_file", goho::fuzz::try_benchmark)
