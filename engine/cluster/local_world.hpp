// Threads in the place of processes: what is sent between them is what MPI would carry. For tests, and for whoever wants
// to see the protocol at work without a cluster.
#pragma once

#include "cluster/world.hpp"

#include <deque>
#include <memory>
#include <mutex>
#include <vector>

namespace goho::cluster {

class LocalWorld final : public World {
public:
    /// As many members of one world; each is used by a thread of its own.
    static std::vector<std::unique_ptr<LocalWorld>> of(int size);

    int rank() const override { return rank_; }
    int size() const override;
    void send(int to, std::string bytes) override;
    std::optional<Message> receive() override;

private:
    struct Box {
        std::mutex mutex;
        std::deque<Message> messages;
    };
    using Boxes = std::vector<std::unique_ptr<Box>>;
    LocalWorld(std::shared_ptr<Boxes> boxes, int rank) : boxes_(std::move(boxes)), rank_(rank) {}

    std::shared_ptr<Boxes> boxes_;
    int rank_;
};

}  // namespace goho::cluster
