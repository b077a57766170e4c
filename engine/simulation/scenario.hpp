// A scenario as the engine sees it: names, the plan in numbers, and the timeline of changes while it runs.
// How it is written in a file is io's affair. Format: docs/scenario-format.md.
#pragma once

#include "simulation/narrative.hpp"
#include "simulation/plan.hpp"
#include "simulation/uncertainty.hpp"

#include <string>
#include <vector>

namespace goho::simulation {

enum class Operation { set, scale, add };

/// One change of one quantity: replaced, multiplied, or added to.
struct Edit {
    Operation operation = Operation::set;
    Address address;
    std::string pointer;  // the address as written, e.g. /segments/main/price
    double amount = 0.0;
    friend bool operator==(const Edit&, const Edit&) = default;
};

/// Changes that belong together, from a month on. Without `every_months` they hold until `to`, then the value
/// returns to what it was. With it they are repeated every so many months, the last time not after `to`, and stay.
struct TimelineEntry {
    std::string id;
    Text name;
    Month from, to;
    int every_months = 0;
    std::vector<Edit> edits;
    friend bool operator==(const TimelineEntry&, const TimelineEntry&) = default;
};

struct Scenario {
    Text name;         // shown in tables and titles
    Text description;  // one sentence: the question it answers
    std::string file;  // where it was read from, as the user named it
    Plan<double> plan;
    std::vector<TimelineEntry> timeline;
    Uncertainty uncertainty;
    std::vector<StoryStep> story;
    std::vector<Decision> decision_log;
};

}  // namespace goho::simulation
