// The five disconnects priced: what one more share of effort is worth, how split a company is at the end of its plan, and
// what repairing each disconnect alone, and all together, would be worth. Theory: docs/model/disconnects.md.
#pragma once

#include "accounting/statutes.hpp"
#include "simulation/scenario.hpp"
#include "stakeholders/disconnects.hpp"

namespace goho::analysis {

/// By finite differences: a hundredth of discretionary time more on one outcome, the present value of 36 months of free
/// cash flow less that without, per whole share.                                              FD-19
stakeholders::EffortValue effort_value(const simulation::Scenario& scenario, const accounting::Statutes& statutes);

struct Repair {
    std::string_view name;  // of the disconnect; "all" for all together
    Label label;
    double worth = 0.0;     // present value of free cash flow over the plan, against the plan as it is
    std::optional<double> before, after;  // severity at the end of the plan
};

struct Diagnosis {
    std::vector<stakeholders::Disconnect> today, planned;  // planned: levers at the end of the plan
    std::vector<Repair> repairs;                           // the five, then all together
    double sum_of_parts = 0.0;
};

/// Runs the plan a dozen times.                                                              FD-20
Diagnosis diagnosis(const simulation::Scenario& scenario, const accounting::Statutes& statutes);

}  // namespace goho::analysis
