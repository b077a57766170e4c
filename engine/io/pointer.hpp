// Addresses of quantities as people write them, /segments/main/price: found in a plan, or reported with the likely
// fix. The timeline changes what is found here, and a batch sweeps it.
#pragma once

#include "io/parameter_reader.hpp"
#include "simulation/scenario.hpp"

namespace goho::io {

/// A quantity of a plan: where it stands, what is allowed there, and its name.
struct Target {
    simulation::Address address;
    NumberRule rule;
    Label label;
};

/// "segments", "main", "price" of "/segments/main/price".
std::vector<std::string_view> steps_of(std::string_view pointer);

/// Whether quantities that hold for the whole plan are wanted: the timeline cannot move them, a sweep can.
enum class Fixed { refuse, allow };

/// The quantity that a pointer names. `at` is the place where the pointer was written, for the report.
std::optional<Target> resolve_pointer(std::string_view pointer, const std::string& at, const AllIds& ids, Fixed fixed,
                                      Notes& notes);

/// The range of the quantity at an address.
NumberRule rule_at(const simulation::Address& address);

/// The pointers of all quantities of a plan, each item's own and, with a *, those of all items of a collection together.
std::vector<std::string> addresses_of(const simulation::Plan<double>& plan);

/// The ids of a plan that has been read, which must outlive them.
AllIds ids_of(const simulation::Plan<double>& plan);

}  // namespace goho::io
