// Actuals against plan on a terminal, in the order in which a controller reads: the latest months, the year so far, why
// operating income differs, and where the year lands.
#pragma once

#include "analysis/plan_actual.hpp"
#include "cli/text_views.hpp"

namespace goho::cli {

/// `months`: how many of the latest months stand by themselves.
std::string plan_actual_text(const analysis::PlanActual& result, std::size_t months, const View& view);

}  // namespace goho::cli
