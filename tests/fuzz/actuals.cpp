// The section of months as they happened.
#include "fuzz/fuzz.hpp"

namespace goho::fuzz {

namespace {

void try_actuals(std::string_view text) { try_section("actuals", text); }

}  // namespace

}  // namespace goho::fuzz

GOHO_FUZZ_TARGET("actuals", goho::fuzz::try_actuals)
