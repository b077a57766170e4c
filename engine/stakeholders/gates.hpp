// The gates that banks and support agencies look at, year by year: met, missed, or not computable, with the figure,
// the threshold, its definition and the date of the rule. A gate decides nothing; it says where a plan stands.
// Sources: docs/model/indicators.md and docs/sources.md, section 4.
#pragma once

#include "simulation/scenario.hpp"
#include "stakeholders/indicator.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace goho::stakeholders {

enum class Verdict { met, missed, not_computable };
Label label_of(Verdict verdict);

using Bound = simulation::target::Bound;

/// One number of a rule, with where and when it was read.
struct GateThreshold {
    std::string_view name;
    double value;
    std::string_view source;  // key of docs/sources.md
    std::string_view dated;   // year or month the rule was read
};
std::span<const GateThreshold> gate_thresholds();

/// 債務償還年数 has no single definition: one is chosen, and printed.
enum class RepaymentDefinition { a, b, c };

struct GateOptions {
    RepaymentDefinition repayment = RepaymentDefinition::b;
    std::string_view industry;  // for the labour share
};

struct GateResult {
    std::string_view gate;  // stable name, e.g. "net_assets_positive"
    Label label, definition;
    int year = 0;           // position of the fiscal year, from 0
    Text year_label;
    std::optional<double> figure;
    std::optional<double> threshold;
    std::string_view unit;
    Bound bound = Bound::at_least;
    Verdict verdict = Verdict::not_computable;
    bool due = true;  // false while the horizon of the rule lies ahead: missing it is no failure yet
    Label reason;     // why it is not computable or not due, or a finer grade ("excellent"); else empty
    std::string_view source, dated;
};

/// All gates of all fiscal years, gate by gate in a fixed order, years in order within a gate.
std::vector<GateResult> gates(const std::vector<YearView>& fiscal_years, const GateOptions& options = {});
/// The same into a list whose memory is used again.
void gates_into(std::vector<GateResult>& results, const std::vector<YearView>& fiscal_years, const GateOptions& options = {});

/// The last due verdict of a gate decides for the plan as a whole; the last of all when none is due.
struct GateSummary {
    std::string_view gate;
    Label label;
    Verdict verdict;
    int last = -1;  // the deciding result, by its position in the list it was made from
};
std::vector<GateSummary> gate_summary(const std::vector<GateResult>& results);
void gate_summary_into(std::vector<GateSummary>& summary, const std::vector<GateResult>& results);

struct TargetResult {
    std::string id;
    Text name;  // of the target, or of its variable
    int year = 0;
    std::string variable;
    std::string_view unit;
    Bound bound = Bound::at_least;
    double value = 0.0;
    std::optional<double> figure;
    Verdict verdict = Verdict::not_computable;
    Text reason;
};
Verdict verdict_of(const simulation::target::Parameters<double>& target, std::optional<double> figure);
std::vector<TargetResult> target_results(const simulation::Plan<double>& plan, const std::vector<YearView>& plan_years);

/// Cash below zero after the overdraft line is used up: a result, not an error.             KP-36
struct Insolvency {
    std::optional<Month> first_short;
    int months_short = 0;
    double deepest = 0.0;  // the largest shortage, as an amount; without interest on what would fill it
    Month deepest_month;
    double needed = 0.0;   // paid in by the first short month, cash never falls below zero
};
Insolvency insolvency(const simulation::Trajectory<double>& run);

}  // namespace goho::stakeholders
