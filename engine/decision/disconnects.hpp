// The repair of the five disconnects (五つの分断) divided and put in order: what each brings alone and in all company with
// the others, which pairs help each other, and the order in which repairs, one every few months, pay back first.
// Theory: docs/model/repairs.md, RP-1 to RP-5.
#pragma once

#include "analysis/repair.hpp"
#include "analysis/valuation.hpp"
#include "decision/patch.hpp"
#include "statistics/shapley.hpp"

namespace goho::decision {

struct DisconnectsRequest {
    int every = 6;     // months from one repair to the next
    int threads = 0;   // 0: as many as the machine has
    Progress progress;
};

/// A way of repairing, as it was run.
struct RepairRun {
    double npv = 0.0;                   // of free cash flow beyond the base
    std::optional<int> payback_months;  // 0: never below the base; nothing: not within the plan
    std::vector<double> cumulative;     // free cash flow beyond the base, summed up to each month
    Draft draft;
};

struct RepairPart {
    std::string_view name;
    Label disconnect, label;
    std::optional<double> today, before, after;  // severity: of today; at the end of the plan, without and with the repair
    bool in_place = false;                       // nothing is left to repair
    RepairRun alone;
    double share = 0.0;                          // Shapley value of the net present value, in whole yen
};

struct Disconnects {
    Text base;
    Month start;                     // of the plan
    int every = 6, first = 0;        // months between repairs; the month of the plan at which the first begins (0 = the first)
    std::vector<RepairPart> parts;   // the five
    std::vector<double> interactions;  // [part * 5 + part]
    RepairRun together, best, sequence;
    statistics::Coalition best_of = 0; // the repairs that are worth most together
    std::vector<int> order;          // of those that are not in place
    std::vector<bool> idle;          // by place in the order: the plan itself has come as far by then
    std::size_t orders = 0;          // that were run
    std::optional<int> slowest_payback;  // among all orders; nothing where one never pays back
    bool stopped = false;
};

/// Problems: behaviour is off; a plan too short for the sequence.
Result<Disconnects> disconnects(const Base& base, const DisconnectsRequest& request = {});

Telling tell(const Disconnects& result, MoneyUnit money);

}  // namespace goho::decision
