// Where an initiative stands in a month: analysis, pilot, roll-out, continuous use; with or without outside support.
// Stages follow the plan's calendar alone, so they are the same in every lane. Theory: docs/model/initiatives.md.
#pragma once

#include "core/number.hpp"
#include "initiatives/parameters.hpp"

namespace goho::initiatives {

enum class Stage { not_started, analysis, pilot, roll_out, continuous };
inline constexpr auto stage_options = std::to_array<Option>({
    {"not_started", {"Not started", "開始前"}},
    {"analysis", {"Current-state analysis", "現状分析"}},
    {"pilot", {"Pilot", "試行"}},
    {"roll_out", {"Roll-out", "展開"}},
    {"continuous", {"Continuous use", "継続運用"}},
});

struct Calendar {
    Stage stage = Stage::not_started;
    int since_start = -1;    // months; 0 = the first
    int since_launch = -1;   // months since pilot or roll-out began
    int since_roll_out = -1;
    bool supported = false;
    bool spending = false;
    bool renewal = false;    // the running budget is decided afresh this month
    bool pilot_ends = false; // this is the last month of the pilot
};

template <class Real> Calendar calendar(const Parameters<Real>& p, Month month) {
    Calendar c;
    c.since_start = month - p.start;
    if (c.since_start < 0) return {};
    c.since_launch = c.since_start - p.analysis_months;
    c.since_roll_out = c.since_launch - p.pilot_months;
    c.supported = c.since_start < p.support_months;
    c.spending = c.since_start < p.spending_months;
    c.renewal = c.since_launch > 0 && c.since_launch % 12 == 0;
    c.pilot_ends = p.pilot_months > 0 && c.since_launch == p.pilot_months - 1;
    c.stage = c.since_launch < 0      ? Stage::analysis
              : c.since_roll_out < 0  ? Stage::pilot
              : c.since_roll_out < 12 ? Stage::roll_out
                                      : Stage::continuous;
    return c;
}

template <class Real> int security_checks(const Parameters<Real>& p) {
    return p.contract_checked + p.retention_checked + p.closed_network + p.encryption + p.certified;
}

/// Parts of a target that say something: what, to which level, by when, from which measured baseline (0 to 4).
template <class Real> Real target_parts(const Parameters<Real>& p) {
    const int named = p.target_measure != Measure::none;
    const Real level = select(p.target_value > 0.0, Real(named), Real(0.0));
    return level + double(named + p.target_month.given() + p.baseline_measured);
}

}  // namespace goho::initiatives
