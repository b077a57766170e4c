// Thousands of trials of one scenario, or of several that are compared: how the months fan out, where the years end up,
// how likely gates, targets and a shortage of cash are, how often one plan beats another, and whether the trials are
// enough to say so. The same scenarios, seed and number of trials give the same bytes on any number of threads and any
// machine. Theory: docs/model/uncertainty.md.
#pragma once

#include "core/pieces.hpp"
#include "statistics/convergence.hpp"
#include "statistics/moments.hpp"
#include "statistics/proportion.hpp"
#include "uncertainty/gather.hpp"

#include <array>
#include <functional>

namespace goho::uncertainty {

inline constexpr std::uint64_t most_trials = 100'000'000;

struct Request {
    std::uint64_t trials = 1000;
    std::uint64_t seed = 1;
    chance::Sampling sampling = chance::Sampling::latin_hypercube;
    int threads = 0;                       // 0: as many as the machine has
    std::string kernel;                    // empty: the fastest that this machine can run
    std::vector<std::string> fans{"cash", "operating_income", "net_sales"};
    std::vector<std::string> outcomes;     // empty: ordinary_income, cash, net_assets and a few more
    std::vector<int> years{3, 5, 10};      // those beyond the plan are left out
    bool gates = true, gate_years = false;  // the summary of each gate; also each of its fiscal years
    stakeholders::GateOptions gate_options;
    double wanted = 0.02;                  // half width of a probability that is precise enough
    /// Called now and then with the trials done; false stops the run.
    std::function<bool(std::uint64_t)> progress;
    /// Who runs the trials, where others help or what is done is kept; this process alone when empty. It tells progress
    /// itself. Every process of a crew makes the same request.
    Crew crew;
    std::uint64_t piece_trials = 0;         // of a piece of work for the crew; 0: about a second on one core
};

struct Fan {
    std::string name;
    std::string_view unit;
    Label label;
    std::vector<double> planned;                                     // by month, without chance
    std::array<std::vector<double>, fan_levels.size()> levels;       // [level][month]
    double error = 0.0;                                              // the quantiles' largest error; zero when exact
};

struct OutcomeResult {
    Outcome what;
    double planned = 0.0;      // without chance; NaN where it cannot be reckoned
    statistics::Moments moments;
    Spread spread;
    statistics::Verdict mean;  // whether the trials tell the mean to a tenth of the spread
    std::optional<statistics::Contest> contest;  // against the base, where the outcome has a better direction
};

struct GateChance {
    std::string name;
    Label label;  // of a gate
    Text text;    // of a target
    stakeholders::Verdict planned;
    statistics::Proportion met;
    std::uint64_t missed = 0, not_computable = 0;
};

/// A gate in one fiscal year.
struct GateYearChance {
    stakeholders::GateResult planned;
    statistics::Proportion met;
    std::uint64_t missed = 0, not_computable = 0;
};

struct ShortageChance {
    int year = 0;  // until the end of this plan year; 0: ever
    statistics::Proportion probability;
};

struct SubjectResult {
    Text name;
    std::vector<Fan> fans;
    std::vector<OutcomeResult> outcomes;
    std::vector<GateChance> gates, targets;
    std::vector<GateYearChance> gate_years;
    std::vector<ShortageChance> shortage;
    std::vector<std::uint64_t> first_short;  // trials by the month in which cash first runs short
    Month start;
};

/// What was drawn, for the reader.
struct DrawnQuantity {
    std::string pointer;
    std::size_t subject = 0;
    double planned = 0.0, low = 0.0, middle = 0.0, high = 0.0;  // 5%, 50%, 95%
};

struct MonteCarlo {
    std::uint64_t trials = 0, seed = 0;
    chance::Sampling sampling{};
    bool exact = true;
    std::vector<SubjectResult> subjects;  // the base first
    std::vector<DrawnQuantity> drawn;
    statistics::Verdict widest;           // the least certain of all probabilities
    bool stopped = false;                 // by `progress` or by the crew; then nothing else is filled in
    bool elsewhere = false;               // another process of the crew has the results; then nothing else is filled in
};

/// Problems: what cannot be drawn, names that are no figures, absurd sizes.
Result<MonteCarlo> monte_carlo(std::span<const Subject> subjects, const Request& request, Problems& warnings);

/// What can be a fan: the lines of the books and of conduct.
std::vector<std::string_view> fan_names();

/// The default outcomes for a plan.
std::vector<Outcome> default_outcomes(const simulation::Plan<double>& plan, const std::vector<int>& years);

}  // namespace goho::uncertainty
