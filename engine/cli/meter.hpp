// Progress of long work on standard error: how much is done, how fast, and how long it will still take.
#pragma once

#include "cli/command.hpp"

#include <chrono>
#include <cstdint>
#include <string>

namespace goho::cli {

/// Shows nothing within the first second, and nothing at all unless somebody looks: a terminal, or `always`.
class Meter {
public:
    /// What is counted, as it stands behind a number: "runs", "件".
    Meter(const Shared& shared, bool always, Label counted);
    ~Meter() { clear(); }

    void show(std::uint64_t done, std::uint64_t total, const std::string& more = {});
    void clear();

private:
    const Shared& shared_;
    Label counted_;
    bool terminal_, wanted_, written_ = false;
    std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now(), shown_{};
};

}  // namespace goho::cli
