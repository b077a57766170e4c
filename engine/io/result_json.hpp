// Results for programs: one JSON document for a run, one for a comparison. Numbers are plain yen and fractions,
// what cannot be computed is null. The keys are documented in docs/reference/results.md.
#pragma once

#include "analysis/comparison.hpp"
#include "analysis/study.hpp"

#include <string>
#include <vector>

namespace goho::io {

std::string run_json(const analysis::Study& study);
std::string comparison_json(const analysis::Comparison& comparison, const std::vector<const analysis::Study*>& studies);

/// Months in rows and result variables in columns, or fiscal years in rows with the indicators added.
std::string run_csv_months(const analysis::Study& study, Language language);
std::string run_csv_years(const analysis::Study& study, Language language);
/// One row for each scenario, year and figure.
std::string comparison_csv(const analysis::Comparison& comparison, Language language);

}  // namespace goho::io
