// What a variant is worth against its base: net present value, internal rate of return and payback of the monthly
// differences in free cash flow. No value is given to what lies beyond the plan. Definitions: docs/model/indicators.md,
// KP-37 to KP-40.
#pragma once

#include "core/calendar.hpp"
#include "core/discounting.hpp"
#include "simulation/trajectory.hpp"

#include <optional>
#include <span>
#include <vector>

namespace goho::analysis {

// Plain periodic forms: the first flow is now, the next one a period later. ---------------------------------

using goho::net_present_value;                                                                // KP-37

/// Every rate in (-0.99, 10] at which the flows are worth nothing: those at or above zero first, each kind with the one
/// nearest zero leading. The first is the internal rate.                                     KP-38
std::vector<double> internal_rates(std::span<const double> flows);
std::optional<double> internal_rate(std::span<const double> flows);

/// Outlays financed at one rate, receipts put out at another; nothing without both kinds.    KP-39
std::optional<double> modified_internal_rate(std::span<const double> flows, double finance_rate, double reinvest_rate);

/// Number of periods until the running sum is no longer below zero, and stays so: the position (from 1) of the first
/// flow from which it holds. 0 when the sum is never below zero; nothing when it ends below, or all flows are zero. KP-40
std::optional<int> payback_periods(std::span<const double> flows);

/// Of a run's free cash flow on its first day, over its first `months`; without them, over all. Nothing when the yearly
/// rate is -100% or less.
std::optional<double> present_value(const simulation::Trajectory<double>& run, double annual_rate, std::optional<int> months = {});

// Monthly differences, read as a year reads them. ------------------------------------------------------------

struct Valuation {
    std::optional<double> npv;            // at the start of the plan; a month's money comes at its end
    std::optional<double> irr;            // a year: (1 + monthly)^12 - 1; the first of the roots
    std::vector<double> other_irrs;       // a year; more than one sign change can give more than one rate
    std::optional<int> payback_months;
    std::optional<Month> payback_month;   // none when payback_months is 0 or nothing
    double sum = 0.0;                     // of the differences, undiscounted
    double largest_outlay = 0.0;          // deepest point of the running sum, as an amount
};

Valuation valuation(std::span<const double> monthly_differences, double annual_discount_rate, Month start);

using goho::annual_rate;
using goho::monthly_rate;

}  // namespace goho::analysis
