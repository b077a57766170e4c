#include "cluster/queue.hpp"

#include "cluster/bench.hpp"

#include <algorithm>
#include <cstring>
#include <map>

namespace goho::cluster {

namespace {

using Clock = std::chrono::steady_clock;

// The first byte of a message says what it is; tasks and answers have their number behind it.
enum Kind : char { setup = 'S', ready = 'R', task = 'T', answer = 'A', failure = 'F', alive = 'L', end = 'E' };
constexpr std::size_t numbered_head = 1 + sizeof(std::uint64_t);
constexpr std::chrono::microseconds pause{300};  // between two looks at an empty letter box

std::string letter(Kind kind, std::string_view bytes = {}) { return std::string(1, kind).append(bytes); }

std::string numbered(Kind kind, std::uint64_t number, std::string_view bytes) {
    std::string out(numbered_head, kind);
    std::memcpy(out.data() + 1, &number, sizeof number);
    return out.append(bytes);
}

std::uint64_t number_of(const std::string& message) {
    std::uint64_t number = 0;
    std::memcpy(&number, message.data() + 1, sizeof number);
    return number;
}

/// A task that has been handed out.
struct Out {
    std::string bytes;
    Clock::time_point since;
    std::vector<int> ranks;
};

class Leader {
public:
    Leader(World& world, const Compute& own, const Leading& leading) : world_(world), leading_(leading), members_(static_cast<std::size_t>(world.size())), bench_(own) {
        members_.front().ready = true;
        for (int rank = 1; rank < world.size(); ++rank) world_.send(rank, letter(setup, leading.setup));
    }
    ~Leader() { dismiss(world_); }

    bool run() {
        while (true) {
            const bool heard = listen();
            hand_out();
            show_life();
            if (exhausted_ && out_.empty()) return true;
            if (!leading_.proceed()) return false;
            if (!heard) std::this_thread::sleep_for(pause);
        }
    }

private:
    struct Member {
        bool ready = false;
        int tasks = 0;
    };

    bool listen() {
        bool heard = false;
        while (auto message = world_.receive()) {
            heard = true;
            const std::string& bytes = message->bytes;
            switch (bytes.front()) {
                case ready: members_[static_cast<std::size_t>(message->from)].ready = true; break;
                case answer: take(message->from, number_of(bytes), bytes.substr(numbered_head)); break;
                default: throw Failed(bytes.substr(1));
            }
        }
        while (auto own = bench_.done()) {
            heard = true;
            if (own->failed) throw Failed(own->bytes);
            take(0, own->number, std::move(own->bytes));
        }
        return heard;
    }

    void take(int rank, std::uint64_t number, std::string bytes) {
        --members_[static_cast<std::size_t>(rank)].tasks;
        const auto place = out_.find(number);
        if (place == out_.end()) return;  // a second answer to a task that was given twice
        took_ += Clock::now() - place->second.since;
        ++taken_;
        out_.erase(place);
        leading_.take(number, std::move(bytes));
    }

    /// One each in turn, so that the first tasks reach all.
    void hand_out() {
        const int most = !exhausted_ && leading_.plenty() ? 2 : 1;
        for (int held = 0; held < most; ++held) {
            for (std::size_t rank = 0; rank < members_.size(); ++rank) {
                if (!members_[rank].ready || members_[rank].tasks > held) continue;
                if (!exhausted_) {
                    if (auto next = leading_.next()) {
                        give(static_cast<int>(rank), next->number, std::move(next->bytes));
                        continue;
                    }
                    exhausted_ = true;
                }
                if (held == 0) again(static_cast<int>(rank));
            }
        }
    }

    /// The task that is out for the longest, if it is late and nobody else has it as well.
    void again(int rank) {
        if (taken_ == 0) return;
        const auto late = std::max<Clock::duration>(leading_.patience, took_ / taken_ * 3);
        auto longest = out_.end();
        for (auto it = out_.begin(); it != out_.end(); ++it) {
            const Out& out = it->second;
            if (out.ranks.size() > 1 || out.ranks.front() == rank || Clock::now() - out.since < late) continue;
            if (longest == out_.end() || out.since < longest->second.since) longest = it;
        }
        if (longest != out_.end()) give(rank, longest->first, longest->second.bytes);
    }

    void give(int rank, std::uint64_t number, std::string bytes) {
        Out& out = out_.try_emplace(number, Out{bytes, Clock::now(), {}}).first->second;
        out.ranks.push_back(rank);
        ++members_[static_cast<std::size_t>(rank)].tasks;
        if (rank == 0) bench_.give({number, std::move(bytes)});
        else world_.send(rank, numbered(task, number, bytes));
    }

    void show_life() {
        if (Clock::now() - shown_ < leading_.sign_of_life) return;
        shown_ = Clock::now();
        for (int rank = 1; rank < world_.size(); ++rank) world_.send(rank, letter(alive));
    }

    World& world_;
    const Leading& leading_;
    Clock::time_point shown_ = Clock::now();
    std::vector<Member> members_;
    std::map<std::uint64_t, Out> out_;
    Clock::duration took_{};
    int taken_ = 0;
    bool exhausted_ = false;
    Bench bench_;
};

}  // namespace

bool lead(World& world, const Compute& own, const Leading& leading) { return Leader(world, own, leading).run(); }

void dismiss(World& world) {
    for (int rank = 1; rank < world.size(); ++rank) world.send(rank, letter(end));
}

void give_up(World& world, const std::string& why) { world.send(0, letter(failure, why)); }

void follow(World& world, const std::function<Compute(std::string_view)>& begin, std::chrono::milliseconds patience) {
    std::unique_ptr<Bench> bench;
    auto heard = Clock::now();
    while (true) {
        const auto message = world.receive();
        if (message) {
            heard = Clock::now();
            const std::string& bytes = message->bytes;
            if (bytes.front() == end) return;
            if (bytes.front() == task && bench) bench->give({number_of(bytes), bytes.substr(numbered_head)});
            if (bytes.front() == setup) {
                try {
                    bench = std::make_unique<Bench>(begin(std::string_view(bytes).substr(1)));
                    world.send(0, letter(ready));
                } catch (const std::exception& error) {
                    give_up(world, error.what());
                }
            }
        }
        bool spoke = false;
        while (bench) {
            auto done = bench->done();
            if (!done) break;
            world.send(0, done->failed ? letter(failure, done->bytes) : numbered(answer, done->number, done->bytes));
            spoke = true;
        }
        if (bench && Clock::now() - heard > patience) throw Failed("the leader is silent");
        if (!message && !spoke) std::this_thread::sleep_for(pause);
    }
}

}  // namespace goho::cluster
