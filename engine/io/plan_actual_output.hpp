// Actuals against plan for programs: all of it as JSON, and as CSV with one row for each span and line.
// Format: docs/guide/actuals.md.
#pragma once

#include "analysis/plan_actual.hpp"

#include <string>

namespace goho::io {

std::string plan_actual_json(const analysis::PlanActual& result);
std::string plan_actual_csv(const analysis::PlanActual& result, Language language);

}  // namespace goho::io
