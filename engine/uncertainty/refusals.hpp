// What is wrong with a request before anything runs, where several kinds of request can be wrong in the same way.
#pragma once

#include "core/problem.hpp"
#include "simulation/scenario.hpp"

#include <string_view>

namespace goho::uncertainty {

/// A problem of the request, not of a file.
Problem refused(std::string code, Text message, Text hint = {});

/// More threads than can be, a kernel that this machine does not have.
void check_machine(int threads, std::string_view kernel, Problems& problems);

Problem nothing_uncertain(const simulation::Scenario& scenario);

}  // namespace goho::uncertainty
