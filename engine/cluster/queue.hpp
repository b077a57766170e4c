// Work from a queue: rank 0 hands out tasks one by one, computes some itself, and takes each answer once. A task that is
// out for much longer than the others is given to a second process that has nothing to do, and the first answer counts;
// so one slow or silent process holds up nobody. Guide: docs/cluster.md.
#pragma once

#include "cluster/world.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <stdexcept>
#include <string_view>

namespace goho::cluster {

struct Task {
    std::uint64_t number = 0;  // its own
    std::string bytes;
};

/// What a task comes to. Called from one thread at a time. What it throws ends the work of all.
using Compute = std::function<std::string(std::string_view task)>;

struct Leading {
    std::string setup;                          // what every follower is told first
    std::function<std::optional<Task>()> next;  // nothing when all are out
    std::function<bool()> plenty = [] { return false; };  // so much is left that a process may have one task waiting
    std::function<void(std::uint64_t number, std::string answer)> take;
    std::function<bool()> proceed = [] { return true; };  // asked all the time; false ends the work
    /// A task counts as late when it is out for longer than this and than three times the average.
    std::chrono::milliseconds patience{5000};
    std::chrono::milliseconds sign_of_life{5000};  // so often the followers hear that the leader is there
};

/// A process could not do its part.
struct Failed : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// On rank 0, until all answers are taken or `proceed` says no (then false). Throws Failed.
bool lead(World& world, const Compute& own, const Leading& leading);

/// On another rank that cannot even begin: the leader will throw Failed with these words.
void give_up(World& world, const std::string& why);

/// On rank 0 where it has not led: the others need not wait for work.
void dismiss(World& world);

/// On the other ranks: `begin` makes of the setup what computes. Throws Failed when nothing is heard of the leader for
/// `patience` after it has begun: somebody may have told mpirun to go on without the dead.
void follow(World& world, const std::function<Compute(std::string_view setup)>& begin, std::chrono::milliseconds patience = std::chrono::minutes(2));

}  // namespace goho::cluster
