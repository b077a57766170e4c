// What the database keeps of a run: every figure of every plan year, how the gates and targets ended, and the
// shortage of cash. A study holds a hundred times as much.
#pragma once

#include "analysis/study.hpp"

#include <cstdint>
#include <span>

namespace goho::batch {

/// A column of the yearly figures: a line of the books, of conduct, an indicator or an index of the five directions.
struct Figure {
    std::string_view name, unit;
    Label label;
};
std::span<const Figure> figures();
const Figure* find_figure(std::string_view name);

struct YearRow {
    int year = 0;  // of the plan, from 1
    Month first, last;
    std::vector<double> values;  // in the order of figures(); NaN where it cannot be computed
};

struct GateRow {
    std::string gate, verdict;
    int fiscal_year = 0;  // of the plan, from 1: the one that decides
    std::optional<double> figure, threshold;
    bool due = true;
    int years_missed = 0;  // due fiscal years in which it is missed
};

struct TargetRow {
    std::string target;
    int year = 0;
    std::string variable;
    std::string bound;
    double value = 0.0;
    std::optional<double> figure;
    std::string verdict;
};

struct Computed {
    Month start;
    int months = 0;
    bool behaves = false;
    stakeholders::Insolvency insolvency;
    double residual = 0.0;  // the largest violation of an identity, in yen
    std::vector<YearRow> years;
    std::vector<GateRow> gates;
    std::vector<TargetRow> targets;
};

Computed computed(simulation::Scenario scenario, const accounting::Statutes& statutes);

}  // namespace goho::batch
