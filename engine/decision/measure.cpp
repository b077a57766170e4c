#include "decision/measure.hpp"

#include "analysis/valuation.hpp"
#include "core/number.hpp"
#include "decision/lever.hpp"
#include "io/scenario_reader.hpp"
#include "stakeholders/indicator.hpp"
#include "statistics/quantile.hpp"
#include "uncertainty/evidence_defaults.hpp"
#include "uncertainty/trials.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace goho::decision {

namespace {

using stakeholders::Bound;

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
constexpr std::uint64_t usual_trials = 256;  // where conditions on chance do not say how many

double slack_of(Bound bound, double figure, double value) { return bound == Bound::at_least ? figure - value : value - figure; }

}  // namespace

bool Judgement::feasible() const {
    return problems.empty() && std::all_of(slack.begin(), slack.end(), [](double s) { return s >= 0.0; });
}

double violation(const Condition& condition, double slack) {
    if (std::isnan(slack)) return 10.0;
    if (slack >= 0.0) return 0.0;
    const double scale = condition.kind == Condition::Kind::chance ? 1.0 : std::max({std::abs(condition.value), condition.unit == "yen" ? 1e6 : 1.0});
    return -slack / scale;
}

Judge::Judge(const Base& base, std::vector<Measure> measures, std::vector<Condition> conditions, Chance chance)
    : base_(base), measures_(std::move(measures)), conditions_(std::move(conditions)), chance_(chance) {
    base_value_ = analysis::present_value(base.run, base.scenario.plan.treasury.discount_rate).value_or(nothing);
    needs_trials_ = chance_.trials > 0;
    for (const auto& condition : conditions_) {
        needs_trials_ = needs_trials_ || condition.kind == Condition::Kind::chance;
        needs_gates_ = needs_gates_ || condition.kind == Condition::Kind::gate || condition.kind == Condition::Kind::target;
    }
    if (needs_trials_ && chance_.trials == 0) chance_.trials = usual_trials;
    const auto is_npv = [](const Measure& m) { return m.npv; };
    const bool npv = std::any_of(measures_.begin(), measures_.end(), is_npv) ||
                     std::any_of(conditions_.begin(), conditions_.end(), [&](const Condition& c) { return is_npv(c.measure); });
    if (!needs_trials_ || !npv) return;
    auto values = trials_of(base.scenario, {*uncertainty::find_outcome("present_value", 0)});
    if (values) base_values_ = std::move(values.value->front());  // else every scenario's judgement says why
}

Judgement Judge::operator()(const simulation::Scenario& given) const {
    Judgement out;
    out.problems = io::problems_of(given);
    if (!out.problems.empty()) return out;
    simulation::Scenario scenario = given;
    scenario.plan.treasury.discount_rate = base_.scenario.plan.treasury.discount_rate;  // all are worth what the base's rate says
    out.figures.assign(measures_.size(), nothing);
    out.slack.assign(conditions_.size(), nothing);
    without_chance(scenario, out);
    if (needs_trials_) with_chance(scenario, out);
    return out;
}

void Judge::without_chance(const simulation::Scenario& scenario, Judgement& into) const {
    const auto run = simulation::run(scenario, base_.statutes);
    std::vector<uncertainty::Outcome> outcomes;
    for (const auto& measure : measures_) outcomes.push_back(measure.what);
    for (const auto& condition : conditions_)
        if (condition.kind == Condition::Kind::figure) outcomes.push_back(condition.measure.what);
    uncertainty::TrialReader reader(scenario, run, outcomes, {}, uncertainty::Judging::none);
    const auto& read = reader.planned(scenario.plan).outcomes;
    const auto figure = [&](const Measure& measure, std::size_t at) {
        return measure.npv ? read[at] - base_value_ : read[at];
    };
    for (std::size_t i = 0; i < measures_.size(); ++i) into.figures[i] = figure(measures_[i], i);
    std::size_t at = measures_.size();
    for (std::size_t i = 0; i < conditions_.size(); ++i) {
        const auto& condition = conditions_[i];
        if (condition.kind == Condition::Kind::figure) into.slack[i] = slack_of(condition.bound, figure(condition.measure, at++), condition.value);
        if (condition.kind == Condition::Kind::budget) into.slack[i] = slack_of(condition.bound, budget(scenario, condition), condition.value);
    }
    if (needs_gates_) gates_and_targets(scenario, run, into);
}

void Judge::gates_and_targets(const simulation::Scenario& scenario, const simulation::Trajectory<double>& run, Judgement& into) const {
    const double before = scenario.plan.opening.previous_net_sales;
    const auto fiscal = stakeholders::year_views(run, simulation::fiscal_years(run), before, &scenario.plan);
    stakeholders::GateOptions options;
    options.industry = scenario.plan.company.industry.view();
    const auto results = stakeholders::gates(fiscal, options);
    const auto summary = stakeholders::gate_summary(results);
    const auto targets = stakeholders::target_results(scenario.plan, stakeholders::year_views(run, simulation::plan_years(run), before, &scenario.plan));
    for (std::size_t i = 0; i < conditions_.size(); ++i) {
        const auto& condition = conditions_[i];
        if (condition.kind == Condition::Kind::gate) {
            for (const auto& one : summary) {
                if (one.gate != condition.name) continue;
                const auto& decides = results[static_cast<std::size_t>(one.last)];
                if (decides.figure && decides.threshold) into.slack[i] = slack_of(decides.bound, *decides.figure, *decides.threshold);
                else if (one.verdict != stakeholders::Verdict::not_computable) into.slack[i] = one.verdict == stakeholders::Verdict::met ? 0.0 : -1.0;
                // A gate that is just met may ask for more than its threshold; its verdict decides.
                if (one.verdict == stakeholders::Verdict::met) into.slack[i] = std::max(0.0, into.slack[i]);
                if (one.verdict == stakeholders::Verdict::missed) into.slack[i] = std::min(-1e-9, into.slack[i]);
            }
        } else if (condition.kind == Condition::Kind::target) {
            for (const auto& one : targets)
                if (one.id == condition.name && one.figure) into.slack[i] = slack_of(one.bound, *one.figure, one.value);
        }
    }
}

double Judge::budget(const simulation::Scenario& scenario, const Condition& condition) const {
    simulation::Plan<double> plan = scenario.plan;
    double sum = 0.0;
    for (const auto& pointer : condition.pointers)
        for (const auto& address : uncertainty::addresses_of(plan, pointer)) sum += *simulation::quantity_at(plan, address);
    return sum;
}

Result<std::vector<std::vector<double>>> Judge::trials_of(const simulation::Scenario& scenario, const std::vector<uncertainty::Outcome>& outcomes) const {
    const uncertainty::Subject subject{&scenario, &base_.statutes};
    Problems warnings;
    auto draws = uncertainty::prepare({&subject, 1}, chance::Sampling::latin_hypercube, chance_.seed, chance_.trials, warnings);
    if (!draws) return {{}, std::move(draws.problems)};
    const auto run = simulation::run(scenario, base_.statutes);
    uncertainty::TrialPlan plan;
    plan.subjects = {&subject, 1};
    plan.draws = &*draws.value;
    plan.judging = uncertainty::Judging::none;
    plan.threads = 1;
    plan.runs.push_back(&run);
    plan.outcomes.push_back(outcomes);
    std::vector<std::vector<double>> values(outcomes.size(), std::vector<double>(static_cast<std::size_t>(chance_.trials)));
    uncertainty::run_trials(plan, 0, chance_.trials, [&](int, const uncertainty::BlockResult& block) {
        const auto n = static_cast<std::size_t>(block.count);
        for (std::size_t k = 0; k < outcomes.size(); ++k)
            for (std::size_t i = 0; i < n; ++i) values[k][block.first + i] = block.outcomes[0][k * n + i];
    }, {});
    return {std::move(values), {}};
}

void Judge::with_chance(const simulation::Scenario& scenario, Judgement& into) const {
    std::vector<uncertainty::Outcome> outcomes;
    for (const auto& measure : measures_) outcomes.push_back(measure.what);
    for (const auto& condition : conditions_)
        if (condition.kind == Condition::Kind::chance) outcomes.push_back(condition.measure.what);
    auto trials = trials_of(scenario, outcomes);
    if (!trials) {
        into.problems = std::move(trials.problems);
        return;
    }
    auto& values = *trials.value;
    const auto against_base = [&](const Measure& measure, std::vector<double>& by_trial) {
        for (std::size_t i = 0; measure.npv && i < by_trial.size(); ++i) by_trial[i] -= base_values_.empty() ? nothing : base_values_[i];
    };
    for (std::size_t i = 0; i < measures_.size(); ++i) {
        against_base(measures_[i], values[i]);
        double sum = 0.0;  // NaN where a trial has none
        for (const double x : values[i]) sum += x;
        into.figures[i] = chance_.level ? statistics::quantile(values[i], *chance_.level) : sum / static_cast<double>(chance_.trials);
    }
    std::size_t at = measures_.size();
    for (std::size_t i = 0; i < conditions_.size(); ++i) {
        const auto& condition = conditions_[i];
        if (condition.kind != Condition::Kind::chance) continue;
        auto& by_trial = values[at++];
        against_base(condition.measure, by_trial);
        const auto met = std::count_if(by_trial.begin(), by_trial.end(), [&](double x) { return slack_of(condition.bound, x, condition.value) >= 0.0; });
        into.slack[i] = static_cast<double>(met) / static_cast<double>(chance_.trials) - condition.probability;
    }
}

}  // namespace goho::decision
