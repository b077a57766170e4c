// A month as it happened has an entry for every item of its plan: whoever adds an item to a plan brings its months along.
#pragma once

#include "simulation/plan.hpp"

namespace goho::simulation {

/// Entries that are new say nothing.
template <class Real> void fit(ActualMonth& month, const Plan<Real>& plan) {
    month.segments.resize(plan.segments.size());
    month.cost_lines.resize(plan.cost_lines.size());
    month.job_groups.resize(plan.job_groups.size());
    month.assets.resize(plan.assets.size());
    month.loans.resize(plan.loans.size());
}

/// A month of which nothing is said.
template <class Real> ActualMonth blank_month(const Plan<Real>& plan) {
    ActualMonth month;
    fit(month, plan);
    return month;
}

}  // namespace goho::simulation
