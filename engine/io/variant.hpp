// A what-if as a file: a base, and one entry of the timeline that changes some quantities from a month on. What a person
// would otherwise write by hand; the file reads the same.
#pragma once

#include "core/calendar.hpp"
#include "core/problem.hpp"
#include "simulation/scenario.hpp"

#include <filesystem>
#include <vector>

namespace goho::io {

struct VariantChange {
    simulation::Operation operation = simulation::Operation::scale;
    std::string pointer;  // "/segments/*/price": a star stands for all items
    double amount = 0.0;
};

struct VariantRequest {
    std::filesystem::path base;
    std::string name;  // empty: the name of the file
    Month from, to;    // not given: the first month that is planned, to the end
    std::vector<VariantChange> changes;
};

/// The text of the file that is to be written at `output`; it has been read once and makes sense. Problems name what the
/// base does not have, and what the changed plan does not allow.
Result<std::string> variant_text(const VariantRequest& request, const std::filesystem::path& output);

}  // namespace goho::io
