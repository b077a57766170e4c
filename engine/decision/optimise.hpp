// The best plan within levers and conditions; or, with several goals, the plans of which none betters one goal without
// another getting worse. Says what is nearly as good, which condition costs most, and, where nothing meets all conditions,
// which of them cannot be met. Theory: docs/model/optimisation.md, OP-1 to OP-10.
#pragma once

#include "decision/measure.hpp"
#include "decision/search.hpp"

#include "decision/lever.hpp"

namespace goho::decision {

struct OptimiseRequest {
    std::vector<LeverRequest> levers;
    /// "npv", "index_employees@10", "min:debt_repayment_years_b@5"; "five": all five indices.
    std::vector<std::string> goals{"npv"};
    std::vector<std::string> conditions;  // as conditions_of() reads them
    Chance chance;                        // robust: goals are means or quantiles over trials
    Effort effort;
    std::size_t alternatives = 4;         // other plans that are nearly as good
    double nearly = 0.02;                 // share of what the best gains that they may lack
    std::size_t shown = 12;               // plans of a front
};

struct Candidate {
    Setting setting;
    std::vector<double> figures;  // by goal
    std::vector<double> slack;    // by condition
};

/// What a condition costs.
struct ShadowPrice {
    std::size_t condition = 0;
    double relaxed_by = 0.0;  // in its unit; 0: it was left out altogether
    double gain = 0.0;        // of the goal
};

/// A condition that cannot be met, or two that cannot be met together.
struct Impossible {
    std::vector<std::size_t> conditions;
    std::optional<double> nearest;  // of a single one: the slack that comes nearest
};

struct Optimised {
    Text plan;
    std::vector<Lever> levers;
    std::vector<Measure> goals;
    std::vector<bool> higher_is_better;     // by goal
    std::vector<Condition> conditions;
    Chance chance;
    Candidate planned;
    std::vector<Candidate> best;            // one goal: the best, then the alternatives; several: plans of the front
    std::vector<ShadowPrice> prices;        // of conditions that bind, the dearest first; one goal only
    std::vector<Impossible> impossible;     // where nothing meets all conditions
    std::size_t front_size = 0, evaluations = 0;
    std::vector<Draft> drafts;              // by `best`
    bool stopped = false;

    bool front() const { return goals.size() > 1; }
};

Result<Optimised> optimise(const Base& base, const OptimiseRequest& request);
Telling tell(const Optimised& result, MoneyUnit money);

}  // namespace goho::decision
