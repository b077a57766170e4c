// The processes that mpirun has started, by Boost.MPI.
#pragma once

#include "cluster/world.hpp"

#include <boost/mpi/communicator.hpp>
#include <boost/mpi/request.hpp>
#include <chrono>
#include <list>

namespace goho::mpi {

class MpiWorld final : public cluster::World {
public:
    int rank() const override { return here_.rank(); }
    int size() const override { return here_.size(); }
    void send(int to, std::string bytes) override;
    std::optional<cluster::Message> receive() override;

    /// Waits until all processes have come here. False when some have not after `patience`.
    bool together(std::chrono::milliseconds patience);

private:
    /// On its way: the bytes must stay where they are until it has left.
    struct Sending {
        std::string bytes;
        boost::mpi::request request;
    };

    boost::mpi::communicator here_;
    std::list<Sending> sending_;
};

}  // namespace goho::mpi
