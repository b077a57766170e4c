// The model's run in the shape of actual months: what the books would say if the plan came true. History and model can
// then be laid side by side, figure by figure. Theory: docs/model/calibration.md, CB-1.
#pragma once

#include "accounting/statutes.hpp"
#include "simulation/scenario.hpp"

namespace goho::calibration {

/// The first `months` months of the plan (1 to its length) without its actual months; every figure is given.
std::vector<simulation::ActualMonth> model_months(const simulation::Plan<double>& plan,
                                                  const std::vector<simulation::TimelineEntry>& timeline,
                                                  const accounting::Statutes& statutes, int months);

}  // namespace goho::calibration
