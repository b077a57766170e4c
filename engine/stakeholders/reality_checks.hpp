// Plan reality checks: what a careful reader would ask about a plan, each with its figures. A finding is a question to
// the planner, not an error. Theory: docs/model/disconnects.md, FD-21.
#pragma once

#include "simulation/run.hpp"

#include <string>
#include <vector>

namespace goho::stakeholders {

struct Finding {
    std::string_view code;  // stable name
    Text message;
    std::string pointer;    // what to look at first
};

/// In the order of the checks; none where behaviour is off.
std::vector<Finding> reality_checks(const simulation::Scenario& scenario, const simulation::Trajectory<double>& run);

}  // namespace goho::stakeholders
