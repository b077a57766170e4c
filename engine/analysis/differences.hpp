// What changed between two scenarios, in words an executive reads: values, items that came or went, and changes
// over time. It compares what the files say, not what comes of it.
#pragma once

#include "simulation/scenario.hpp"

#include <optional>
#include <string>
#include <vector>

namespace goho::analysis {

enum class ChangeKind { changed, added, removed };

struct Difference {
    ChangeKind kind = ChangeKind::changed;
    std::string pointer;         // /segments/main/price, /loans/new_loan, /timeline/shock
    Text path;                   // "Segment Machined parts: selling price"
    Text before, after;          // as shown, without unit; empty where there is none
    std::string_view unit;       // as the parameter table writes it; empty for items and timeline entries
    std::optional<double> before_number, after_number;
    Text sentence;               // the whole line
};

/// In the order of the scenario file: sections, items in the order of `after` and then those only in `before`,
/// parameters in the order of their table; the timeline last.
std::vector<Difference> differences(const simulation::Scenario& before, const simulation::Scenario& after);

/// One timeline entry in words: "from 2028-04: sales volume of Machined parts × 0.85 until 2029-03".
Text in_words(const simulation::TimelineEntry& entry, const simulation::Plan<double>& plan);

}  // namespace goho::analysis
