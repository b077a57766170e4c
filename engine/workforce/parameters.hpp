// Coefficients of people and time: hours, pressure, satisfaction, leaving and hiring, skill, and waste in routine work.
#pragma once

#include "core/parameter.hpp"

namespace goho::workforce {

template <class Real> struct Parameters {
    // Time
    Real indirect_share = 0.28;         // share of hours for indirect work today
    Real fulfilment_share = 0.45;       // share of hours for filling orders today; the rest is discretionary
    Real absence_rate = 0.04;           // share of contracted hours
    Real productivity_growth = 0.0;     // fraction/year: fulfilment time saved by general progress
    Real rework_share = 0.15;           // further fulfilment time when errors double
    Real overtime_response = 0.5;       // overtime per unit of overload
    Real overtime_limit = 0.20;         // most further overtime, share of contracted hours
    Real corner_cutting = 0.64;         // how far time per customer shrinks under overload (exponent)
    Real standard_erosion = 4.4;        // months until the standard has followed downward (19 weeks)
    Real standard_recovery = 60.0;      // months upward
    // People
    Real attrition_rate = 0.0081;       // 1/month, employees, at neutral satisfaction (9.7% a year)
    Real part_time_attrition_rate = 0.0170;
    Real attrition_sensitivity = 0.28;  // k_E per 10 points of satisfaction
    Real novice_productivity = 0.5;
    Real ramp_up_time = 8.0;            // months
    Real hiring_delay = 4.0;            // months
    Real market_wage_growth = 0.03;     // fraction/year
    // Satisfaction
    Real satisfaction_neutral = 60.0;   // points
    Real satisfaction_time = 6.0;       // months
    Real load_effect = 40.0;            // points per unit of overload
    Real development_effect = 5.0;      // points per log of development effort against today
    Real improvement_effect = 4.0;
    Real literacy_effect = 5.0;         // points per unit
    Real clarity_effect = 5.0;
    Real confusion_effect = 15.0;       // points per share of indirect hours lost to confusion
    Real wage_effect = 10.0;            // points per log of pay against the market
    Real success_effect = 3.0;          // points for visible success shared
    // Skill
    Real literacy_time = 12.0;          // months
    Real productivity_of_satisfaction = 0.026;  // per 10 points
    Real skill_elasticity = 0.05;       // gamma_h
    Real skill_depreciation = 0.25;     // fraction/year
    Real direction_effect = 0.05;       // productivity per unit of executive capability gained
    // Waste in routine work
    Real waste_today = 0.35;            // share of indirect hours
    Real waste_least = 0.10;
    Real waste_most = 0.55;
    Real waste_growth = 0.0146;         // 1/month
    Real improvement_exponent = 0.7;
};

/// Where freed hours go (section "freed_hours"); shares add up to at most 1, the rest stays idle.
template <class Real> struct FreedHours {
    Real customers = 0.0, sales = 0.0, improvement = 0.0, development = 0.0;
    Real overtime_cut = 0.0, headcount_cut = 0.0;
};

}  // namespace goho::workforce
