// A company small enough that its books can be followed by hand.
#pragma once

#include "simulation/run.hpp"
#include "support/random_plan.hpp"

#include <doctest/doctest.h>

namespace goho::test {

/// A company with capital in cash and nothing else; its fiscal year and its plan start in April 2026.
inline simulation::Scenario company(double cash, int months) {
    simulation::Scenario s;
    s.plan.company.start = Month::of(2026, 4);
    s.plan.company.behaviour = accounting::company::Behaviour::off;  // the books alone
    s.plan.company.months = months;
    s.plan.opening.cash = s.plan.opening.paid_in_capital = cash;
    s.plan.taxes.per_capita_levy = 0.0;
    s.plan.segments.push_back({"main", {}, {}});
    return s;
}

inline accounting::segment::Parameters<double>& segment(simulation::Scenario& s) { return s.plan.segments[0].parameters; }

inline simulation::Trajectory<double> run_sound(const simulation::Scenario& s) {
    const auto result = simulation::run(s, statutes());
    CHECK(simulation::residuals(s.plan, result).worst() == 0.0);
    return result;
}

}  // namespace goho::test
