// A part of the work for one of several jobs that know nothing of each other, such as the tasks of a job array: share
// 3 of 10 has every tenth piece.
#pragma once

#include "core/problem.hpp"

#include <cstdint>
#include <string_view>

namespace goho::cluster {

struct Share {
    std::uint64_t number = 1, of = 1;

    bool whole() const { return of == 1; }
    bool has(std::uint64_t piece) const { return piece % of == number - 1; }
};

inline constexpr std::uint64_t most_shares = 100'000;

/// "3/10".
Result<Share> read_share(std::string_view written);

}  // namespace goho::cluster
