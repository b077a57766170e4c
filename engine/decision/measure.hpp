// What is wanted of a plan: a figure of a plan year that is to be high or low, and conditions that must hold: a figure
// above or below a value, also with a probability; a gate met; a target met; a budget kept.
#pragma once

#include "core/variable.hpp"
#include "decision/base.hpp"
#include "uncertainty/outcome.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace goho::decision {

/// "cash@3", "index_employees@10", "npv", "lowest_cash". Without a year: the last of 3, 5 and 10 that the plan has.
struct Measure {
    std::string written;
    uncertainty::Outcome what;
    bool npv = false;  // present value of free cash flow beyond the base's, at the base's rate; over trials beyond what
                       // the base has in the same trial
    Text label;        // "Cash, year 3"
};
Result<Measure> measure_of(std::string_view written, const Base& base);

struct Condition {
    enum class Kind { figure, chance, gate, target, budget };
    std::string written;
    Kind kind = Kind::figure;
    Text what;                           // the figure, gate, target or sum, without the amount
    Measure measure;                     // figure, chance
    stakeholders::Bound bound = stakeholders::Bound::at_least;
    double value = 0.0;                  // figure, chance, target, budget
    std::string value_unit;
    double probability = 0.0;            // chance
    std::string name;                    // of a gate or target
    std::vector<std::string> pointers;   // budget: the sum of these
    std::string unit;                    // of its slack
};
/// "Cash, year 3 at least 30 million yen", as a sentence names it.
Text in_words(const Condition& condition, MoneyUnit money);

/// "cash@3>=0", "debt_repayment_years_b@5<=10", "P(lowest_cash>=0)>=95%", "gate:net_assets_positive", "gates" (all of
/// them), "target:profit", "targets", "sum(/initiatives/*/initial_cost)<=5000万円". Several come from "gates" and "targets".
Result<std::vector<Condition>> conditions_of(std::string_view written, const Base& base);

/// Over how many trials figures are reckoned, and which figure of them counts.
struct Chance {
    std::uint64_t trials = 0;       // 0: a single run, without chance
    std::uint64_t seed = 1;
    std::optional<double> level;    // quantile; nothing: the mean
};

/// How a scenario stands.
struct Judgement {
    Problems problems;             // it makes no sense; then there is nothing else
    std::vector<double> figures;   // by measure; NaN where one cannot be reckoned
    std::vector<double> slack;     // by condition, in its unit: zero or more where it holds; NaN where it cannot be told
    bool holds(std::size_t condition) const { return slack[condition] >= 0.0; }
    bool feasible() const;
};

/// Judges any number of scenarios, on any number of threads at once.
class Judge {
public:
    /// `base` must outlive it. With chance, or with conditions on chance, `base` says what is uncertain.
    Judge(const Base& base, std::vector<Measure> measures, std::vector<Condition> conditions, Chance chance = {});
    Judgement operator()(const simulation::Scenario& scenario) const;

    const std::vector<Measure>& measures() const { return measures_; }
    const std::vector<Condition>& conditions() const { return conditions_; }
    /// Over which figures are reckoned; 0: none.
    std::uint64_t trials() const { return needs_trials_ ? chance_.trials : 0; }

private:
    void without_chance(const simulation::Scenario& scenario, Judgement& into) const;
    void with_chance(const simulation::Scenario& scenario, Judgement& into) const;
    /// By outcome and trial; problems where the scenario's uncertainty makes no sense.
    Result<std::vector<std::vector<double>>> trials_of(const simulation::Scenario& scenario, const std::vector<uncertainty::Outcome>& outcomes) const;
    void gates_and_targets(const simulation::Scenario& scenario, const simulation::Trajectory<double>& run, Judgement& into) const;
    double budget(const simulation::Scenario& scenario, const Condition& condition) const;

    const Base& base_;
    std::vector<Measure> measures_;
    std::vector<Condition> conditions_;
    Chance chance_;
    double base_value_ = 0.0;          // present value of the base's free cash flow
    std::vector<double> base_values_;  // the same by trial
    bool needs_trials_ = false, needs_gates_ = false;
};

/// How far a condition is from holding, free of units: 0 where it holds.
double violation(const Condition& condition, double slack);

}  // namespace goho::decision
