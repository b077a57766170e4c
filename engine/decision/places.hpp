// Places of a plan that hold no quantity: the months of items, found by name or by address.
#pragma once

#include "simulation/scenario.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace goho::decision {

/// Null when no month stands there.
Month* month_at(simulation::Plan<double>& plan, const simulation::Address& address);

struct MonthPlace {
    simulation::Address address;
    std::string pointer;  // "/investments/machine/start"
};

/// An item of a collection with all its months, or one of them; an entry of the timeline.
struct ItemPlace {
    std::string item;  // "/investments/machine"
    Text label;
    std::vector<MonthPlace> months;
    int entry = -1;    // of the timeline
};

/// "/investments/machine", "/investments/machine/start", "/timeline/growth", "/investments/*"; empty when nothing is there.
std::vector<ItemPlace> items_at(const simulation::Scenario& scenario, std::string_view pointer);

/// "/investments/machine" of everything that can be put off, for suggestions.
std::vector<std::string> movable_items(const simulation::Scenario& scenario);

}  // namespace goho::decision
