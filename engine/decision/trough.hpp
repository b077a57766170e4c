// Where cash is lowest, what is missing to a floor, and the smallest changes that keep it above: each measure alone, pairs
// in equal shares, three together where no pair is enough. Everything proposed has been read back from the text that is
// saved, and run. Theory: docs/model/trough.md, TR-1 to TR-7.
#pragma once

#include "decision/cure.hpp"

#include <optional>
#include <vector>

namespace goho::decision {

struct TroughRequest {
    double floor = 0.0;                  // yen; cash is to be at least this in every month
    std::optional<double> floor_months;  // instead: so many months of fixed costs
    Month from;                          // first month in which a measure works; not given: the first planned
    std::vector<LeverRequest> levers;    // further measures
    int threads = 0;                     // 0: as many as the machine has
    Progress progress;
};

/// How cash stands in a run, in the months that are judged.
struct CashLow {
    double slack = 0.0;           // least of what lies above the floor; below zero: missing        TR-1
    Month slack_month;
    double cash = 0.0;            // lowest cash
    Month month;
    double overdraft = 0.0;       // most of the overdraft line in use
    Month overdraft_month;
    int months_below = 0;
    Month first_below, last_below;
    bool holds() const { return slack >= 0.0; }
};
CashLow cash_low(const simulation::Trajectory<double>& run, double floor, Month from);

/// One measure, or several, at their sizes.
struct Remedy {
    std::vector<std::size_t> cures;  // by position in Trough::cures
    std::vector<double> sizes;
    double share = 1.0;       // of the sizes at full
    bool works = false;
    CashLow low;
    double cost = 0.0;        // net income of the whole plan that it takes; below zero: brings        TR-5
    double end_cash = 0.0;    // more cash, less overdraft, at the end of the plan
    double npv = 0.0;         // more present value of free cash flow
    Draft draft;              // where it works and is proposed
};

struct Trough {
    Text plan;
    double floor = 0.0;
    std::optional<double> floor_months;
    Month from, last;                   // months that are judged
    bool from_asked = false;
    CashLow low;                        // of the plan as it is
    double loan_rate = 0.0;
    std::vector<Cure> cures;
    std::vector<Remedy> singles;        // those that work by cost, then the others by what is still missing
    std::vector<Remedy> together;       // best first: pairs, or threes where no pair works
    std::optional<Remedy> everything;   // all at their bounds, where nothing else works
    std::vector<double> cash, mended;   // by month from the first judged: as planned, and with the first remedy
    std::size_t unsaved = 0;            // proposals dropped: a scenario that says so makes no sense
    std::size_t runs = 0;
    bool stopped = false;

    bool short_of_floor() const { return !low.holds(); }
    /// The cheapest that works; null where nothing does.
    const Remedy* best() const;
};

/// Problems: a floor below zero, measures that begin too late, levers that cannot be.
Result<Trough> trough(const Base& base, const TroughRequest& request = {});

/// "2029-11", "2029年11月".
Text month_words(Month month);

Telling tell(const Trough& trough, MoneyUnit money);

}  // namespace goho::decision
