// Computes on a thread of its own, so that the process goes on listening meanwhile.
#pragma once

#include "cluster/queue.hpp"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace goho::cluster {

struct Answer {
    std::uint64_t number = 0;
    std::string bytes;
    bool failed = false;  // then `bytes` says why
};

class Bench {
public:
    explicit Bench(Compute compute);
    /// Drops what waits and lets what is being computed come to its end.
    ~Bench();

    void give(Task task);
    /// What has been computed; nothing when nothing has.
    std::optional<Answer> done();

private:
    void work();

    Compute compute_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Task> waiting_;
    std::deque<Answer> answers_;
    bool closing_ = false;
    std::thread thread_;
};

}  // namespace goho::cluster
