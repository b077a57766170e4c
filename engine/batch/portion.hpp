// A batch done by several processes: the leader cuts the runs into portions of about a second, whoever is free reads and
// computes one, and the leader stores what comes back. Portions come back in any order; results are stored at once, runs
// in the order of the input.
#pragma once

#include "batch/keeper.hpp"

namespace goho::batch {

/// Until all runs are stored or whoever watches stops it.
void lead_portions(const Request& request, Keeper& keeper);

}  // namespace goho::batch
