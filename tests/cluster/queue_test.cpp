#include "cluster/local_world.hpp"
#include "cluster/queue.hpp"

#include <atomic>
#include <doctest/doctest.h>
#include <set>
#include <thread>

using namespace goho;
using namespace goho::cluster;
using namespace std::chrono_literals;

namespace {

/// A world of threads whose followers compute `follower`.
struct Threads {
    std::vector<std::unique_ptr<LocalWorld>> members;
    std::vector<std::thread> followers;

    Threads(int size, const std::function<Compute(std::string_view)>& begin) : members(LocalWorld::of(size)) {
        for (int i = 1; i < size; ++i) followers.emplace_back([this, i, begin] { follow(*members[static_cast<std::size_t>(i)], begin); });
    }
    ~Threads() { join(); }
    void join() {
        for (auto& follower : followers) follower.join();
        followers.clear();
    }
    World& leader() { return *members.front(); }
};

Leading numbers_until(std::uint64_t count, std::multiset<std::string>& taken) {
    Leading leading;
    leading.setup = "x";
    leading.next = [n = std::uint64_t{0}, count]() mutable -> std::optional<Task> {
        if (n == count) return {};
        ++n;
        return Task{n, std::to_string(n)};
    };
    leading.take = [&taken](std::uint64_t number, const std::string& answer) {
        CHECK(answer.starts_with(std::to_string(number) + "x"));
        taken.insert(answer);
    };
    return leading;
}

Compute appends(std::string_view what) {
    return [word = std::string(what)](std::string_view task) { return std::string(task) + word; };
}

}  // namespace

TEST_CASE("queue: every task is computed and taken once, by however many processes") {
    for (const int size : {1, 2, 4, 9}) {
        CAPTURE(size);
        std::multiset<std::string> taken;
        {
            Threads threads(size, appends);
            Leading leading = numbers_until(100, taken);
            leading.plenty = [] { return true; };
            CHECK(lead(threads.leader(), appends("x"), leading));
        }
        CHECK(taken.size() == 100);
        CHECK(std::set<std::string>(taken.begin(), taken.end()).size() == 100);
    }
}

TEST_CASE("queue: nothing to do ends at once") {
    std::multiset<std::string> taken;
    Threads threads(3, appends);
    CHECK(lead(threads.leader(), appends("x"), numbers_until(0, taken)));
}

TEST_CASE("queue: whoever watches can stop it, and the followers go home") {
    std::multiset<std::string> taken;
    Threads threads(3, appends);
    Leading leading = numbers_until(1000000, taken);
    leading.proceed = [&] { return taken.size() < 10; };
    CHECK_FALSE(lead(threads.leader(), appends("x"), leading));
    threads.join();
    CHECK(taken.size() >= 10);
}

TEST_CASE("queue: a task that is out for too long is given to another, and counts once") {
    std::atomic<bool> silent = true, slept = false;
    std::multiset<std::string> taken;
    {
        // The first task of the follower takes until everything else has long been done.
        Threads threads(2, [&](std::string_view word) -> Compute {
            return [&, answer = appends(word)](std::string_view task) {
                for (bool first = !slept.exchange(true); first && silent;) std::this_thread::sleep_for(1ms);
                return answer(task);
            };
        });
        Leading leading = numbers_until(20, taken);
        leading.patience = 20ms;
        const Compute own = [answer = appends("x")](std::string_view task) {
            std::this_thread::sleep_for(2ms);
            return answer(task);
        };
        CHECK(lead(threads.leader(), own, leading));
        CHECK(slept);
        silent = false;
    }
    CHECK(taken.size() == 20);
}

TEST_CASE("queue: what a follower cannot do is told by the leader") {
    std::multiset<std::string> taken;
    SUBCASE("in a task") {
        Threads threads(2, [](std::string_view) -> Compute { return [](std::string_view) -> std::string { throw std::runtime_error("no disk"); }; });
        const Compute own = [](std::string_view task) {
            std::this_thread::sleep_for(1ms);
            return std::string(task) + "x";
        };
        CHECK_THROWS_WITH_AS(lead(threads.leader(), own, numbers_until(1000000, taken)), "no disk", Failed);
    }
    SUBCASE("at its beginning") {
        Threads threads(2, [](std::string_view) -> Compute { throw Failed("another version"); });
        CHECK_THROWS_WITH_AS(lead(threads.leader(), appends("x"), numbers_until(100000000, taken)), "another version", Failed);
    }
    SUBCASE("by the leader itself") {
        Threads threads(2, appends);
        CHECK_THROWS_WITH_AS(lead(threads.leader(), [](std::string_view) -> std::string { throw std::runtime_error("own"); }, numbers_until(100000000, taken)), "own", Failed);
    }
}

TEST_CASE("queue: a follower does not wait for a leader that is gone, but for one that is busy") {
    const auto members = LocalWorld::of(2);
    members[0]->send(1, "S");  // as a leader does, which then falls silent
    CHECK_THROWS_AS(follow(*members[1], appends, 20ms), Failed);

    Threads threads(2, appends);
    std::multiset<std::string> taken;
    Leading leading = numbers_until(1, taken);
    leading.sign_of_life = 5ms;
    const auto patient = LocalWorld::of(2);
    std::thread follower([&] { CHECK_NOTHROW(follow(*patient[1], appends, 200ms)); });
    const Compute slow = [](std::string_view task) {
        std::this_thread::sleep_for(500ms);
        return std::string(task) + "x";
    };
    CHECK(lead(*patient[0], slow, leading));
    follower.join();
    dismiss(threads.leader());
}
