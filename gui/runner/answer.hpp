// What the engine says of the open scenarios: one computed scenario each, and the comparison of all. Answers are made
// on a worker thread, never change afterwards, and are shared by all views.
#pragma once

#include "analysis/comparison.hpp"
#include "analysis/plan_actual.hpp"
#include "analysis/study.hpp"
#include "document/sheet_id.hpp"
#include "uncertainty/monte_carlo.hpp"

#include <cstdint>
#include <memory>
#include <vector>

namespace goho::gui {

/// One scenario, computed. Without a study its problems say why.
struct Computed {
    SheetId sheet = -1;
    std::shared_ptr<const analysis::Study> study;
    Problems problems, warnings;
    std::shared_ptr<const analysis::PlanActual> plan_actual = {};  // null without actual months
};

/// The quick part, made anew for every edit: all scenarios in the order of the workbook, the base first.
struct Answer {
    std::uint64_t revision = 0;  // of the workbook that was asked about
    std::vector<std::shared_ptr<const Computed>> scenarios;
    std::shared_ptr<const analysis::Comparison> comparison;  // of those that have a study; null when the base has none

    const Computed* find(SheetId sheet) const {
        for (const auto& scenario : scenarios) {
            if (scenario->sheet == sheet) return scenario.get();
        }
        return nullptr;
    }
};

/// The slow part, made once edits rest: the priced disconnects, and what chance does when it is switched on.
struct Refinement {
    std::uint64_t revision = 0;
    bool at_rest = true;  // false while a lever moves: fewer trials, no diagnoses, and the answer may be newer
    Problems problems;    // why there is no chance although it was asked for
    std::vector<std::pair<SheetId, std::shared_ptr<const analysis::Diagnosis>>> diagnoses;
    std::shared_ptr<const uncertainty::MonteCarlo> chance;  // subjects in the order of `sheets`; null when switched off
    std::vector<SheetId> sheets;
};

}  // namespace goho::gui
