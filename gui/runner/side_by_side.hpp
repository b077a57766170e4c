// Work of a few milliseconds that is done side by side on as many threads as the machine has.
#pragma once

#include <algorithm>
#include <atomic>
#include <functional>
#include <future>
#include <thread>
#include <vector>

namespace goho::gui {

/// Does all of it, in any order, and waits.
inline void side_by_side(const std::vector<std::function<void()>>& work) {
    std::atomic<std::size_t> next = 0;
    const auto some = [&] {
        for (std::size_t i = next++; i < work.size(); i = next++) work[i]();
    };
    const std::size_t threads = std::min<std::size_t>(work.size(), std::max(1u, std::thread::hardware_concurrency()));
    std::vector<std::future<void>> others;
    for (std::size_t i = 1; i < threads; ++i) others.push_back(std::async(std::launch::async, some));
    some();
    for (auto& other : others) other.get();
}

}  // namespace goho::gui
