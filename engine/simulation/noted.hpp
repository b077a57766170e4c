// Lets somebody look at what a module has reckoned within a month, beside the results that are kept. A run in plain
// numbers looks at nothing and loses nothing; a recorded run (analysis/recording.cpp) gives names to what it sees.
#pragma once

#include <cstddef>
#include <string_view>

namespace goho::simulation {

/// To be called after a module's step, with the section and the number of the item ("" and 0 for the company). The
/// flows need a table beside them: `flow_table`.
template <class Flows> void noted(std::string_view section, std::size_t item, const Flows& flows) {
    if constexpr (requires { note_flows(section, item, flows); }) note_flows(section, item, flows);
}

}  // namespace goho::simulation
