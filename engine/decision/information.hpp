// What to measure first: how much better a choice between alternatives would turn out if one uncertain quantity were known
// before choosing. Each alternative is worth the present value of its free cash flow, at the base's discount rate; all
// meet the same luck. Theory: docs/model/information.md, VI-1 to VI-5.
#pragma once

#include "chance/sampling.hpp"
#include "decision/base.hpp"
#include "statistics/information.hpp"
#include "uncertainty/inputs.hpp"

#include <span>
#include <vector>

namespace goho::decision {

inline constexpr std::uint64_t most_information_trials = 200'000;

struct InformationRequest {
    std::uint64_t trials = 4000;  // from statistics::fewest_information_trials to most_information_trials
    std::uint64_t seed = 1;
    chance::Sampling sampling = chance::Sampling::latin_hypercube;
    int threads = 0;              // 0: as many as the machine has
    Progress progress;
};

struct Alternative {
    Text name;
    double planned = 0.0;    // present value without chance
    double mean = 0.0;
    double best_share = 0.0;  // of the trials: in which it is the best; of equals the first counts
};

/// How the values of a quantity are told: as they are, or, where one draw moves several places that the plan values
/// differently, against what the plan has there.
enum class Measured { value, multiple, addition };

struct Knowable {
    uncertainty::Input input;   // what is believed now, told as `as` says
    Measured as = Measured::value;
    statistics::PartialInformation known;
    Text measure;               // how a company finds out
};

struct Information {
    std::uint64_t trials = 0, seed = 0;
    std::uint64_t left_out = 0;     // trials in which something could not be reckoned
    double discount_rate = 0.0;     // of the base, a year
    int months = 0;
    std::vector<Alternative> alternatives;  // the base first
    std::size_t best = 0;           // on average
    std::size_t next = 0;           // the second best on average
    bool always = false;            // the best one is the best in every trial
    statistics::Worth everything;   // what knowing all would be worth, chance included
    std::vector<Knowable> quantities;  // those worth most first
    bool stopped = false;
};

/// Problems: fewer than two alternatives, plans of different months, nothing that could be measured.
Result<Information> information(std::span<const uncertainty::Subject> subjects, const InformationRequest& request, Problems& warnings);

Telling tell(const Information& result, MoneyUnit money);

}  // namespace goho::decision
