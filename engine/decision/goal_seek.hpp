// The way back from a goal (逆算): which value of one lever brings a figure of a plan year to where it should be. The whole
// range is looked at, so several answers are found, and where there is none the best that can be had is said.
// Theory: docs/model/goal_seek.md, GS-1 to GS-4.
#pragma once

#include "decision/lever.hpp"
#include "decision/measure.hpp"

#include <optional>
#include <vector>

namespace goho::decision {

struct GoalRequest {
    std::string goal;    // "operating_income@3=30000000", "cash@5>=5000万円", "P(lowest_cash>=0)>=95%", "gate:..."
    LeverRequest lever;  // one, not of shares
    Chance chance;       // for figures that are means over trials
    int threads = 0;     // 0: as many as the machine has
    Progress progress;
};

/// The lever at one place.
struct GoalPoint {
    double setting = 0.0;
    std::optional<double> figure;  // of the goal: a figure, a probability; nothing where it cannot be reckoned
};

/// Where the figure passes the goal.
struct GoalRoot {
    double setting = 0.0;
    bool rising = false;  // with the lever
    bool jump = false;    // it leaps over the goal and never equals it
};

struct GoalSeek {
    Text plan;
    Lever lever;
    Condition goal;
    bool equal = false;                // to be met exactly, not only reached
    double wanted = 0.0;
    std::uint64_t trials = 0;          // over which all figures are means; 0: a single run
    std::vector<GoalPoint> scanned;    // in rising order of the lever
    std::vector<GoalRoot> roots;       // nearest to the plan first
    GoalPoint planned, best;           // best: nearest to the goal, or beyond it as far as can be
    std::optional<GoalPoint> answer;   // nothing where the goal cannot be reached within the bounds
    std::optional<double> npv, lowest_cash, planned_lowest_cash;  // of the plan with the answer, and of the plan itself
    std::optional<Draft> draft;
    bool stopped = false;
};

Result<GoalSeek> goal_seek(const Base& base, const GoalRequest& request);

Telling tell(const GoalSeek& result, MoneyUnit money);

/// All places in [low, high] where a function passes zero, and where it touches it; places where it has no value are left
/// out. `values` are those at `grid`.                                                         GS-1, GS-2
std::vector<GoalRoot> roots_of(const std::function<double(double)>& f, const std::vector<double>& grid, const std::vector<double>& values);

}  // namespace goho::decision
