// Reads Local Benchmark thresholds out of a parsed file: four thresholds for each of six indicators, by industry.
// Every problem is reported at once; the bytes of the file are another reader's affair.
// Layout: engine/data/benchmarks/example-local-benchmark.json.
#pragma once

#include "core/problem.hpp"
#include "simulation/scenario.hpp"
#include "stakeholders/local_benchmark.hpp"

#include <nlohmann/json.hpp>
#include <string>

namespace goho::io {

/// `file` is the name shown in problems.
Result<stakeholders::Benchmark> read_benchmark(const nlohmann::ordered_json& document, const std::string& file);

/// Where the thresholds stand that a scenario pins, seen from here; empty when it pins none, nothing when it may not reach
/// them.
Result<std::string> pinned_benchmark(const simulation::Scenario& scenario);

/// The file at a path, or the example that travels with the program when the path is "example".
Result<stakeholders::Benchmark> load_benchmark(const std::string& path);

}  // namespace goho::io
