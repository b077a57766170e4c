// The parts of the clinic, in the order in which they work: what a run shows, what causes it, what begins again.
#pragma once

#include "decision/clinic.hpp"
#include "simulation/schedule.hpp"

namespace goho::decision::clinic_parts {

inline constexpr double weak = 0.6;      // a lever below is a cause                              RX-7
inline constexpr double strong = 0.8;    // and is put right to this

struct Tool {
    int index = -1;
    double peak = 0.0, lowest = 0.0;
    Month peak_month, since;             // `since` not given: it is used
    double potential = 0.0;              // hours it can save x fit
};

/// Tools that fall out of use, and since when.                                                    RX-6
std::vector<Tool> tools_of(const Base& base);

std::array<SymptomFinding, symptom_count> findings_of(const Base& base, int year, const std::vector<Tool>& tools);

/// Figures at the end of a plan year, against the base.
ClinicOutcome outcome_of(const Base& base, const Base& other, int year);

/// The plan as it stands in a month.
simulation::Plan<double> plan_at(const simulation::Scenario& scenario, int month);

/// Budget that closes 63% of a wall's gap in a company of this size.
double budget_scale(const Base& base);

/// Likely causes as they stand in month `judged`, put right from month `from` on; those of tools from their own beginning.
std::vector<Cause> causes_of(const Base& base, int judged, int from, const std::vector<Tool>& tools);

/// Steps and the scenario of a restart; without steps nothing calls for one.
void plan_restart(const Base& base, const std::vector<Tool>& tools, Clinic& into);

}  // namespace goho::decision::clinic_parts
