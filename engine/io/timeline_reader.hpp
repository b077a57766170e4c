// Reads the timeline of a scenario and plays it through once, so that no month leaves the range of a quantity.
// What an entry means: simulation/scenario.hpp and simulation/schedule.hpp.
#pragma once

#include "io/parameter_reader.hpp"
#include "simulation/scenario.hpp"

namespace goho::io {

std::vector<simulation::TimelineEntry> read_timeline(const Json& timeline, const simulation::Plan<double>& plan,
                                                     const AllIds& ids, Notes& notes);

/// Reports the first month in which the timeline brings a quantity out of its allowed range.
void check_timeline_values(const simulation::Scenario& scenario, Notes& notes);

/// /timeline/ID/set/~1segments~1main~1price: where an edit stands in the file.
std::string pointer_of(const simulation::TimelineEntry& entry, const simulation::Edit& edit);

}  // namespace goho::io
