// How likely each gate, each target and cash that never runs short are, year by year, when chance has its say: from the
// same trials as a Monte Carlo run, several scenarios under the same luck. Theory: docs/model/gate_chances.md.
#pragma once

#include "chance/sampling.hpp"
#include "decision/base.hpp"
#include "uncertainty/monte_carlo.hpp"

#include <span>
#include <vector>

namespace goho::decision {

struct GateRequest {
    std::vector<int> years{3, 5, 10};  // of the plan for cash, positions of fiscal years for gates; at least one inside
    std::uint64_t trials = 1000;
    std::uint64_t seed = 1;
    chance::Sampling sampling = chance::Sampling::latin_hypercube;
    int threads = 0;                   // 0: as many as the machine has
    stakeholders::RepaymentDefinition repayment = stakeholders::RepaymentDefinition::b;
    Progress progress;
};

/// Something that a plan meets or misses in one year.
struct Prospect {
    enum class Kind { cash, gate, target } kind = Kind::gate;
    std::string id;                       // "cash", the gate's name, the target's id
    Text label;
    int year = 0;                         // of the plan; for a gate the position of the fiscal year, from 1
    Text fiscal_year;                     // of a gate
    stakeholders::Verdict planned{};
    bool due = true;                      // false: the rule gives more time
    std::optional<double> figure, threshold;  // as planned
    std::string unit;
    stakeholders::Bound bound{};
    statistics::Proportion met;           // of the trials in which it can be reckoned                       GC-1
    std::uint64_t not_computable = 0;     // trials
};

struct GateProspects {
    Text name;
    std::vector<Prospect> conditions;  // cash, then gates, then targets, each in the order of the years
};

struct GateChances {
    std::uint64_t trials = 0, seed = 0;
    std::vector<int> years, beyond;  // rising; those that no plan reaches
    std::vector<GateProspects> scenarios;
    bool stopped = false;
};

/// Problems: what cannot be drawn, no year that the plans reach.
Result<GateChances> gate_chances(std::span<const uncertainty::Subject> subjects, const GateRequest& request, Problems& warnings);

Telling tell(const GateChances& result, MoneyUnit money);

}  // namespace goho::decision
