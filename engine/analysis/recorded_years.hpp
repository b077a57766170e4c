// The years of a recorded run: what the books of a plan year add up to, and the indicators reckoned from them, as series
// of the recording, so that they are explained like every other figure.
#pragma once

#include "analysis/recording.hpp"

namespace goho::analysis {

/// After the run, while its tape is still in use. `plan` is the recorded one, whose quantities have their names.
void record_years(Recording& recording, const simulation::Plan<Traced>& plan);

}  // namespace goho::analysis
