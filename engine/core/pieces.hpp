// Work in numbered pieces that several processes may do: a piece becomes bytes wherever it is computed, and the bytes are
// taken in by the process that puts all together. The same piece gives the same bytes everywhere, so it may be computed
// twice, and what came of it may wait on a disk. Who does the pieces is somebody else's affair: engine/cluster.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace goho {

struct Pieces {
    std::string made_from;  // what was asked for, besides the scenarios; another request has other pieces
    std::uint64_t count = 0;
    std::function<std::string(std::uint64_t piece)> compute;  // from one thread at a time, which may not be the caller's
    std::function<void(std::uint64_t piece, std::string_view bytes)> take;  // each piece once, in any order, by the caller
};

/// All pieces were taken; somebody stopped the work; another process puts all together.
enum class Gathered { here, stopped, elsewhere };
using Crew = std::function<Gathered(const Pieces&)>;

}  // namespace goho
