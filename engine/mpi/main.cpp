// goho-mpi: what goho becomes when mpirun or srun starts it. The leader is goho as anybody knows it; the others compute
// what it hands out and say nothing. Guide: docs/cluster.md.
#include "cli/enter.hpp"
#include "cluster/queue.hpp"
#include "mpi/mpi_world.hpp"

#include <boost/mpi/environment.hpp>
#include <cstdio>
#include <string>

int main(int argc, char** argv) {
    using namespace std::chrono_literals;
    // Only the thread that listens speaks MPI; others compute.
    boost::mpi::environment environment(argc, argv, boost::mpi::threading::funneled);
    goho::mpi::MpiWorld world;
    const bool leads = world.rank() == 0;
    // All would say the same, and each must leave the results to the leader.
    const bool quiet = leads || (std::freopen("/dev/null", "w", stdout) != nullptr && std::freopen("/dev/null", "w", stderr) != nullptr);
    const int result = quiet ? goho::cli::enter(argc, argv, &world) : 1;
    if (leads) goho::cluster::dismiss(world);
    else if (result != 0)
        goho::cluster::give_up(world, "process " + std::to_string(world.rank()) + " on " + environment.processor_name() + " ended with exit code " + std::to_string(result));
    std::fflush(nullptr);
    // A process that is silent must not keep the results waiting; the leader may write a large database meanwhile.
    if (!world.together(leads ? std::chrono::milliseconds(10s) : std::chrono::milliseconds(2h))) environment.abort(result);
    return leads ? result : 0;
}
