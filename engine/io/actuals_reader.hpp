// Reads and writes the section "actuals" of a scenario file: the first months as they happened, keyed by month.
// What they do to a run: simulation/month_actuals.hpp. Format: docs/scenario-format.md.
#pragma once

#include "io/parameter_reader.hpp"
#include "simulation/actuals.hpp"
#include "simulation/plan.hpp"

namespace goho::io {

/// Months that follow each other from the plan's first, in the order of time whatever the order of the file.
simulation::Actuals read_actuals(const Json& section, const simulation::Plan<double>& plan, const AllIds& ids, Notes& notes);

/// The section as it would be written; null when there is nothing to say.
Json actuals_json(const simulation::Plan<double>& plan);

/// One month of it for the schema.
Json actual_month_schema();

}  // namespace goho::io
