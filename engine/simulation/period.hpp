// A run read by years: fiscal years as the company closes its books, and plan years (months 1-12, 13-24, ...) for
// comparisons and targets. A first or last year may hold fewer than twelve months and says so in its label.
#pragma once

#include "core/label.hpp"
#include "simulation/trajectory.hpp"

#include <vector>

namespace goho::simulation {

template <class Real> struct PeriodOf {
    Month first, last;
    int months = 12;
    bool closes_year = true;  // holds the last month of a fiscal year, in which the year's taxes are booked
    accounting::Books<Real> books;
    Text label;
    Conduct<Real> conduct;  // zeros where behaviour is off
};
using Period = PeriodOf<double>;

/// The same span of time for the segments, in the order of the plan.
struct SegmentPeriod {
    Month first, last;
    int months = 12;
    std::vector<accounting::SegmentBooks<double>> segments;
    Text label;
};

/// en "FY2027", ja "2027年度（2028年3月期）": the year in which it starts, and the month in which it ends.
Text fiscal_year_label(Month any_month, int fiscal_year_start);

/// Over plain numbers, and over those that remember how they came about (Traced).
template <class Real> std::vector<PeriodOf<Real>> fiscal_years(const Trajectory<Real>& run);
template <class Real> std::vector<PeriodOf<Real>> plan_years(const Trajectory<Real>& run);
std::vector<SegmentPeriod> segment_fiscal_years(const Trajectory<double>& run);
std::vector<SegmentPeriod> segment_plan_years(const Trajectory<double>& run);

}  // namespace goho::simulation
