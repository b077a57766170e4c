// The company and the designs that the reference modes compare: the reference company of scenarios/cases, one
// programme of 18 million yen with 24 months of support from month 6 on, and a way of leading that carries it or not.
#pragma once

#include "accounting/statutes.hpp"
#include "simulation/run.hpp"

#include <functional>
#include <string>

namespace goho::modes {

/// Levers as the reference modes set them from month 6 on.
struct Leadership {
    double goal_clarity, executive_sponsorship, measurement, institutionalisation, information_sharing;
    double selling_weight, customer_value_weight, improvement_weight, development_weight;
    double customer_value_measurability, improvement_measurability, development_measurability;
};
inline constexpr Leadership as_today{0.4, 0.3, 0.2, 0.3, 0.4, 0.55, 0.25, 0.10, 0.10, 0.3, 0.3, 0.3};
inline constexpr Leadership good{0.85, 0.8, 0.9, 0.8, 0.8, 0.35, 0.30, 0.20, 0.15, 0.8, 0.8, 0.6};

inline constexpr workforce::FreedHours<double> nowhere{};
inline constexpr workforce::FreedHours<double> to_customers_and_sales{0.4, 0.3, 0.1, 0.1, 0.0, 0.0};

struct Programme {
    double people = 6e6, process = 6e6, data = 6e6;
    int pilot_months = 3;
    double follow_up = 0.9;
    int support_months = 24;
    double support_fee = 400000.0;
    double error_reduction = 0.5, lead_time_reduction = 0.5;  // in full, skilled use at perfect fit: assumptions
    bool tool_first = false;
};

struct Design {
    Leadership leadership = good;
    bool has_programme = true;
    Programme programme;
    workforce::FreedHours<double> freed = to_customers_and_sales;
    std::function<void(simulation::Scenario&)> also;  // whatever else a mode changes
};

/// Plan month in which a design begins: the seventh month of the plan.
inline constexpr int design_start = 6;

const simulation::Scenario& base();
const accounting::Statutes& statutes();
simulation::Scenario scenario_of(const Design& design);
simulation::Trajectory<double> run(const Design& design);
simulation::Trajectory<double> run_base();

/// Sets a quantity of the plan from a month of the plan on.
void set_from(simulation::Scenario& scenario, int month, const std::string& pointer, double value);

/// Operating income added up over the first `months`, against the base, in yen.
double gain(const simulation::Trajectory<double>& run, const simulation::Trajectory<double>& base, int months = 120);

}  // namespace goho::modes
