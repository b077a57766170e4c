// What is asked of every trial: a figure of a plan year, a figure of the whole plan, whether gates and targets are met,
// and when cash runs short. Reckoned with the same functions as for a single run. Leaves out how trials are gathered.
#pragma once

#include "kernels/kernel.hpp"
#include "simulation/trajectory.hpp"
#include "stakeholders/gates.hpp"

#include <optional>
#include <string>
#include <vector>

namespace goho::uncertainty {

/// A figure by name: a line of the books or of conduct, an indicator, "index_company" and its like, "circulation",
/// "cumulative_operating_income", "cumulative_free_cash_flow" (from the start to the end of that year), or, of all
/// months and with year 0, "lowest_cash" and "present_value" (of free cash flow, at the plan's discount rate).
struct Outcome {
    std::string name;
    int year = 0;
    std::string_view unit;
    Label label;
    Better better = Better::neither;
};

/// The outcome of that name, or nothing when there is none.
std::optional<Outcome> find_outcome(std::string_view name, int year);
std::vector<std::string_view> outcome_names();

/// One trial, reckoned.
struct TrialResult {
    std::vector<double> outcomes;                // NaN where it cannot be reckoned
    std::vector<stakeholders::Verdict> gates;    // in the order of gate_summary() of the plan
    std::vector<stakeholders::Verdict> gate_years;  // in the order of gates() of the plan; only when asked for
    std::vector<stakeholders::Verdict> targets;     // in the order of the plan
    int first_short = -1;                        // month in which cash first runs short, -1 never
};

/// What is made of the gates in every trial: nothing, a verdict for each gate, or also one for each of its fiscal years.
enum class Judging { none, summary, years };

/// Reads trials out of the blocks of one scenario. Holds the shape of its years, so each thread has its own.
class TrialReader {
public:
    /// `run` is the plan as it stands, without chance.
    TrialReader(const simulation::Scenario& scenario, const simulation::Trajectory<double>& run, const std::vector<Outcome>& outcomes,
                const stakeholders::GateOptions& gates, Judging judging);

    bool needs_plan_years() const { return needs_plan_years_; }
    /// Where plan years are fiscal years they serve for gates as well.
    bool needs_fiscal_years() const { return judging_ != Judging::none && !years_coincide_; }
    /// The months of this figure are wanted, too, as the block's monthly figure number `row`.
    std::optional<int> needs_months_of() const;
    void months_stand_at(std::size_t row) { flows_row_ = row; }

    /// `cash` are the months of the block's first monthly figure; `plan` holds the values of this trial.
    const TrialResult& read(const kernels::Block& block, int trial, const simulation::Plan<double>& plan);

    /// The plan as it stands, reckoned in the same way.
    const TrialResult& planned(const simulation::Plan<double>& plan);

private:
    struct Wanted {
        enum class From { figure, indicator, direction, cumulative, lowest_cash, present_value } from;
        std::size_t index = 0;  // of the figure, or of the direction figure
        const stakeholders::Indicator* indicator = nullptr;
        int year = 0;
    };
    static Wanted wanted(const Outcome& outcome);
    void needs(const Wanted& wanted);
    double figure_at(std::size_t year, std::size_t index) const;
    double reckoned(const Wanted& wanted) const;
    const TrialResult& judged(const simulation::Plan<double>& plan, const accounting::Books<double>& opening,
                              const simulation::Conduct<double>& first_month);

    std::vector<Wanted> wanted_, targets_;
    stakeholders::GateOptions gate_options_;
    Judging judging_;
    bool needs_plan_years_ = false, years_coincide_ = false, needs_free_cash_flow_ = false;
    std::vector<stakeholders::YearView> plan_years_, fiscal_years_;
    std::vector<bool> viewed_;  // plan years whose every figure is looked at
    const kernels::Block* block_ = nullptr;  // that is read; null for the plan as it stands
    std::size_t trial_ = 0;
    std::vector<stakeholders::GateResult> gates_;
    std::vector<stakeholders::GateSummary> summary_;
    std::vector<double> cash_, free_cash_flow_;  // by month
    double discount_rate_ = 0.0;
    std::size_t flows_row_ = 0;
    accounting::Books<double> opening_;
    simulation::Conduct<double> first_month_;
    TrialResult result_;
};

}  // namespace goho::uncertainty
