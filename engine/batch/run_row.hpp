// What the database keeps of a run besides its results: which file, which point, and what was wrong with it.
#pragma once

#include "core/problem.hpp"

#include <cstdint>

namespace goho::batch {

class Sweep;

struct RunRow {
    std::int64_t id = 0;
    std::string file, point;  // the point in words; empty without a sweep
    Text name;
    std::string hash;         // empty when it could not be computed
    std::int64_t result = 0;
    std::vector<double> values;  // of the axes
    Problems problems, notes;
};

/// The last step of a pointer, with as many before it as tell the axes apart: price, or machined_parts/price.
std::vector<std::string> short_names(const std::vector<std::string>& pointers);
/// Those of the axes of a sweep.
std::vector<std::string> axis_names(const Sweep& sweep);

}  // namespace goho::batch
