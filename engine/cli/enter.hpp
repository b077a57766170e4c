// The command line as a function, for the programs that are it: goho, and goho-mpi where several processes work together.
#pragma once

#include "cluster/world.hpp"

namespace goho::cli {

/// What the process returns. `world`: the processes of which this is one; null when it is alone.
int enter(int argc, char** argv, cluster::World* world);

}  // namespace goho::cli
