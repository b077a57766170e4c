// What a variant does otherwise than its base, parted into changes that can be made one without the other: each item of a
// collection, each section, or groups that a person names. Any of them can be put on the base alone or with others.
#pragma once

#include "core/label.hpp"
#include "core/problem.hpp"
#include "io/wording.hpp"
#include "statistics/shapley.hpp"

#include <string>
#include <vector>

namespace goho::decision {

/// One value that differs: what the variant has there, or nothing where it has none.
struct Change {
    std::string pointer;
    std::optional<io::Json> value;
};

struct ChangeGroup {
    std::string id;  // "/loans/machine", "/evaluation", or the name that a person gave
    Text label;
    std::vector<Change> changes;
};

/// Named by a person: all changes at or below these places.
struct NamedGroup {
    std::string name;
    std::vector<std::string> places;
};

enum class Grouping { item, section };

/// In the order of the variant; texts, stories, targets and what is uncertain change no figure and are left out. Problems:
/// a named place at which nothing changes.
Result<std::vector<ChangeGroup>> change_groups(const io::Json& base, const io::Json& variant, Grouping grouping,
                                               const std::vector<NamedGroup>& named = {});

/// The base with some of the changes.
io::Json with_changes(const io::Json& base, const std::vector<ChangeGroup>& groups, statistics::Coalition which);

}  // namespace goho::decision
