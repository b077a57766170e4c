// Which levers stand in front. About a dozen, spread over the five stakeholders and the investment plan; a pattern that
// a company has nothing for falls away.
#pragma once

#include "document/levers.hpp"

namespace goho::gui {

struct FrontPattern {
    FrontGroup group;
    std::string_view section, key;
    std::string_view category;  // of cost lines; empty: all items
    enum class Items { all_together, first } items;
    Label together;  // its name when it moves several items
};

std::span<const FrontPattern> front_patterns();

}  // namespace goho::gui
