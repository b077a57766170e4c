#include "cluster/bench.hpp"

namespace goho::cluster {

Bench::Bench(Compute compute) : compute_(std::move(compute)), thread_([this] { work(); }) {}

Bench::~Bench() {
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
    }
    wake_.notify_one();
    thread_.join();
}

void Bench::give(Task task) {
    {
        const std::lock_guard lock(mutex_);
        waiting_.push_back(std::move(task));
    }
    wake_.notify_one();
}

std::optional<Answer> Bench::done() {
    const std::lock_guard lock(mutex_);
    if (answers_.empty()) return {};
    Answer answer = std::move(answers_.front());
    answers_.pop_front();
    return answer;
}

void Bench::work() {
    while (true) {
        Task task;
        {
            std::unique_lock lock(mutex_);
            wake_.wait(lock, [this] { return closing_ || !waiting_.empty(); });
            if (closing_) return;
            task = std::move(waiting_.front());
            waiting_.pop_front();
        }
        Answer answer{task.number, {}, false};
        try {
            answer.bytes = compute_(task.bytes);
        } catch (const std::exception& error) {
            answer = {task.number, error.what(), true};
        }
        const std::lock_guard lock(mutex_);
        answers_.push_back(std::move(answer));
    }
}

}  // namespace goho::cluster
