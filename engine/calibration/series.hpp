// What the actual months of a scenario tell, figure by figure: the history that a plan is fitted to.
// Theory: docs/model/calibration.md, CB-1.
#pragma once

#include "simulation/plan.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace goho::calibration {

/// How a figure is used where nobody says which figures to use.
enum class Use {
    usual,     // what a month brings: sales, cost, pay
    /// Only for what moves nothing else: balances, whose errors carry over from month to month, and what lies beyond
    /// operations, where roundings of taxes end.
    if_alone,
    if_asked,  // what everything flows into: taxes, cash, retained earnings
};

/// One figure through the months of the history.
struct Series {
    std::string name;         // address in an actual month: /segments/main/net_sales
    std::string_view figure;  // net_sales
    std::string_view unit;
    Text label;               // "Net sales (Machined parts)"
    Use use = Use::usual;
    std::vector<int> months;  // those of the plan that have it, counted from 0
    std::vector<double> values;
};

/// Every figure that is given at least once, in the order of the sections.
std::vector<Series> history_of(const simulation::Plan<double>& plan);

/// The same figures of the same months as `months` have them, one series after the other.
std::vector<double> figures_of(const simulation::Plan<double>& plan, const std::vector<simulation::ActualMonth>& months,
                               const std::vector<Series>& wanted);

}  // namespace goho::calibration
