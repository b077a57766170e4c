// The processes that work together, and what they send each other: bytes. Rank 0 leads. One process alone is a world too.
#pragma once

#include <optional>
#include <string>

namespace goho::cluster {

struct Message {
    int from = 0;
    std::string bytes;
};

/// Used from one thread of a process only.
class World {
public:
    virtual ~World() = default;
    virtual int rank() const = 0;
    virtual int size() const = 0;
    /// Returns at once; messages between two processes arrive in the order in which they were sent.
    virtual void send(int to, std::string bytes) = 0;
    /// What has arrived, from whomever; nothing when there is nothing yet.
    virtual std::optional<Message> receive() = 0;
};

class Alone final : public World {
public:
    int rank() const override { return 0; }
    int size() const override { return 1; }
    void send(int, std::string) override {}
    std::optional<Message> receive() override { return {}; }
};

}  // namespace goho::cluster
