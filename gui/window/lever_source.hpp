// All quantities of the active plan as levers, read off the parameter tables: where each stands, its ranges, meaning and
// evidence, its value and the base's. About twelve of them stand in front, spread over the five directions.
#pragma once

#include "window/lever_row.hpp"
#include "window/session.hpp"

#include <vector>

namespace goho::gui {

struct Lever {
    LeverFace face;
    QString group;               // of the section, or the direction for those in front
    std::string section;
    int front = -1;              // rank among those in front
    bool weight = false;         // of appraisal: all add up to 100%
    double value = 0.0;
    std::optional<double> base;  // where the tick stands
};

/// Empty when the active scenario cannot be computed.
std::vector<Lever> levers_of(Session& session);

/// Where a value stands in words: cut back, as now, ambitious, excessive.
QString zone_of(const Lever& lever, const Words& words);

}  // namespace goho::gui
