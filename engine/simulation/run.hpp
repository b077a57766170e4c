// A run: the months of a plan one after the other, with its timeline, and the proof that the books hold together.
#pragma once

#include "accounting/statutes.hpp"
#include "simulation/scenario.hpp"
#include "simulation/trajectory.hpp"

namespace goho::simulation {

/// Simulates a plan month by month into `out`, whose memory is used again: what many runs in a row should do.
/// Instantiated for double and Lanes in run.cpp; run_template.hpp is for other number types.
template <class Real>
void run_into(Trajectory<Real>& out, const Plan<Real>& plan, const std::vector<TimelineEntry>& timeline,
              const accounting::Statutes& statutes);

template <class Real>
Trajectory<Real> run(const Plan<Real>& plan, const std::vector<TimelineEntry>& timeline, const accounting::Statutes& statutes) {
    Trajectory<Real> out;
    run_into(out, plan, timeline, statutes);
    return out;
}

inline Trajectory<double> run(const Scenario& scenario, const accounting::Statutes& statutes) {
    return run<double>(scenario.plan, scenario.timeline, statutes);
}

/// The largest violation of each identity over all months, in yen. All are zero as long as amounts stay within
/// what a double holds exactly.
struct Residuals {
    double balance_sheet = 0.0;   // assets against liabilities and net assets
    double cash_flow = 0.0;       // indirect cash flow against the change in cash
    double cash_table = 0.0;      // receipts and payments against the change in cash
    double profit_forms = 0.0;    // managerial against statutory operating income
    double net_assets = 0.0;      // change in net assets against income, dividends and capital
    double segments = 0.0;        // segments against the company, sales and operating income
    double depreciation = 0.0;    // depreciation beyond cost
    double loans = 0.0;           // balance left after the term
    double receivables = 0.0;     // what is owed against what is still due
    double largest_amount = 0.0;  // not a residual: the largest figure, to see that exactness holds

    double worst() const;
};

/// Beyond this many yen a double no longer tells one yen from the next with room to add.
inline constexpr double exact_limit = 2e15;

Residuals residuals(const Plan<double>& plan, const Trajectory<double>& trajectory);

}  // namespace goho::simulation
