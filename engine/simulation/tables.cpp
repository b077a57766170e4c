// Checks the parameter tables of all sections at compile time, once for the whole program: beside every table the check
// would cost each source that sees a plan a second and a half.
#include "simulation/plan.hpp"

namespace goho::simulation {

namespace {

/// A template for each section, so that the compiler's message names the one whose table is wrong.
template <class Parameters> struct Checked {
    static_assert(complete(table_of<Parameters>()), "each member has one row; default, ranges, words and source are sound");
    static constexpr bool passed = true;
};
template <class Parameters> struct Checked<std::vector<Item<Parameters>>> : Checked<Parameters> {};

template <class Held> constexpr bool passes(Section<Held Plan<double>::*>) { return Checked<Held>::passed; }

static_assert(std::apply([](const auto&... section) { return (passes(section) && ...); }, sections<double>()));

}  // namespace

}  // namespace goho::simulation
