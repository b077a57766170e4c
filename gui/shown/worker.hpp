// A thread with one place for work: what is put there while it is busy waits, and is replaced by what comes later.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace goho::gui {

class Worker {
public:
    Worker() : thread_([this] { loop(); }) {}
    ~Worker() {
        {
            const std::lock_guard lock(mutex_);
            ending_ = true;
            next_ = nullptr;
        }
        changed_.notify_one();
        thread_.join();
    }
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    void put(std::function<void()> work) {
        {
            const std::lock_guard lock(mutex_);
            next_ = std::move(work);
        }
        changed_.notify_one();
    }
    /// Waits until what was put here is done.
    void finish() {
        std::unique_lock lock(mutex_);
        idle_.wait(lock, [this] { return !next_ && !working_; });
    }
    /// Forgets what waits; what is being done goes on.
    void clear() {
        const std::lock_guard lock(mutex_);
        next_ = nullptr;
    }

private:
    void loop() {
        for (;;) {
            std::function<void()> work;
            {
                std::unique_lock lock(mutex_);
                changed_.wait(lock, [this] { return ending_ || next_; });
                if (ending_) return;
                std::swap(work, next_);
                working_ = true;
            }
            work();
            work = nullptr;  // what it holds ends here, too
            {
                const std::lock_guard lock(mutex_);
                working_ = false;
            }
            idle_.notify_all();
        }
    }

    std::mutex mutex_;
    std::condition_variable changed_, idle_;
    std::function<void()> next_;
    bool ending_ = false, working_ = false;
    std::thread thread_;  // last: it uses the others
};

}  // namespace goho::gui
