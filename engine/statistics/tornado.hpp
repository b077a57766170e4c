// One parameter at a time from its low to its high value, the others as planned: the bars of a tornado diagram, longest
// first. Leaves out what parameters do together (morris.hpp, sobol_indices.hpp). docs/model/uncertainty-statistics.md.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace goho::statistics {

/// The result with one parameter at its low and at its high value.
struct Ends {
    double at_low = 0.0, at_high = 0.0;
};

struct Bar {
    std::size_t parameter = 0;  // position among those given
    double at_low = 0.0, at_high = 0.0;
    double swing = 0.0;      // at_high - at_low; NaN when one of them has no result
    bool missing = false;    // one of the two has no result
    bool constant = false;   // both are the result as planned, but for rounding
    bool one_sided = false;  // both lie on the same side of the plan: the swing tells less than the parameter does
};

/// Sorted by |swing|, the larger first; equal ones, and those without result at the end, by position.
std::vector<Bar> tornado(std::span<const Ends> ends, double as_planned);

}  // namespace goho::statistics
