#include "mpi/mpi_world.hpp"

#include <boost/mpi/status.hpp>
#include <mpi.h>
#include <thread>

namespace goho::mpi {

namespace {

constexpr int tag = 1;

}  // namespace

void MpiWorld::send(int to, std::string bytes) {
    Sending& sending = sending_.emplace_back();
    sending.bytes = std::move(bytes);
    sending.request = here_.isend(to, tag, sending.bytes.data(), static_cast<int>(sending.bytes.size()));
}

std::optional<cluster::Message> MpiWorld::receive() {
    sending_.remove_if([](Sending& sending) { return sending.request.test().has_value(); });
    // Asked, and not waited for: a receive that waits keeps a core busy.
    const auto arrived = here_.iprobe(boost::mpi::any_source, tag);
    if (!arrived) return {};
    MPI_Status status = *arrived;
    int length = 0;
    MPI_Get_count(&status, MPI_CHAR, &length);
    cluster::Message message{arrived->source(), std::string(static_cast<std::size_t>(length), '\0')};
    here_.recv(message.from, tag, message.bytes.data(), length);
    return message;
}

bool MpiWorld::together(std::chrono::milliseconds patience) {
    const auto begun = std::chrono::steady_clock::now();
    MPI_Request all = MPI_REQUEST_NULL;
    MPI_Ibarrier(here_, &all);
    while (true) {
        int done = 0;
        MPI_Test(&all, &done, MPI_STATUS_IGNORE);
        if (done) return true;
        if (std::chrono::steady_clock::now() - begun > patience) return false;
        receive();  // nobody waits for a letter to a process that has finished
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

}  // namespace goho::mpi
