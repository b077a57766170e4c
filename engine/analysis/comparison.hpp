// A base and its variants side by side: key figures at plan years 3, 5 and 10, what differs, what it is worth, when
// money runs short, and which gates turn. A plain result; how it is printed is the command line's affair.
#pragma once

#include "analysis/differences.hpp"
#include "analysis/valuation.hpp"
#include "stakeholders/five.hpp"
#include "stakeholders/gates.hpp"
#include "stakeholders/local_benchmark.hpp"

namespace goho::analysis {

/// A scenario and its run; both must outlive the call only.
struct Subject {
    const simulation::Scenario* scenario = nullptr;
    const simulation::Trajectory<double>* run = nullptr;
};

struct CompareOptions {
    std::vector<int> years{3, 5, 10};  // those beyond the plan are left out
    stakeholders::GateOptions gates;   // an empty industry is taken from each scenario
    const stakeholders::Benchmark* benchmark = nullptr;
};

/// A row of the comparison: a line of the books, an indicator, or the benchmark points ("locaben_points").
struct KeyFigure {
    std::string_view name, unit;
    Label label;
    Label definition;  // empty for a line of the books
    Better better = Better::neither;
};

struct Cell {
    std::optional<double> value;
    std::optional<double> difference;  // to the base, in the unit of the row
    std::optional<double> change;      // difference as a fraction of the base's size; amounts only
};

struct GateChange {
    std::string_view gate;
    Label label;
    stakeholders::Verdict before, after;
};

struct Contender {
    Text name;
    std::vector<std::vector<Cell>> cells;             // [year][figure]
    std::vector<Cell> cumulative_operating_income;    // [year]: from the start to the end of that plan year
    std::vector<Cell> cumulative_free_cash_flow;      // [year]
    std::optional<Valuation> valuation;               // variants only, over the months both plans have
    stakeholders::Insolvency insolvency;
    std::vector<stakeholders::GateSummary> gates;     // their `last` counts in gate_results
    std::vector<stakeholders::GateResult> gate_results;
    std::vector<stakeholders::TargetResult> targets;
    std::vector<GateChange> gate_changes;             // variants only
    std::vector<Difference> differences;              // variants only: what the files say otherwise
};

struct Comparison {
    std::vector<int> years;  // plan years shown
    std::vector<KeyFigure> figures;
    double discount_rate = 0.0;  // a year, of the base
    std::vector<Contender> contenders;  // the base first
};

Comparison compare(const Subject& base, const std::vector<Subject>& variants, const CompareOptions& options = {});

}  // namespace goho::analysis
