// The timeline of a scenario: changes of quantities from a month on.
#include "fuzz/fuzz.hpp"

namespace goho::fuzz {

namespace {

void try_timeline(std::string_view text) { try_section("timeline", text); }

}  // namespace

}  // namespace goho::fuzz

GOHO_FUZZ_TARGET("timeline", goho::fuzz::try_timeline)
