// The search for the best point of a box, and for the front where no goal can be bettered without another getting worse.
// Knows nothing of plans: functions of points, bounds, and what makes a point impossible. The same request gives the same
// points on any number of threads. Methods: docs/model/optimisation.md, OP-1 to OP-5.
#pragma once

#include "decision/base.hpp"

#include <cstdint>
#include <functional>
#include <vector>

namespace goho::decision {

using Point = std::vector<double>;

/// What a point is worth: goals are to be small; violation is zero where all conditions hold, else how far off it is.
struct Worth {
    std::vector<double> goals;
    double violation = 0.0;
};

struct Landscape {
    Point low, high;
    std::function<Worth(const Point&)> worth;    // may be called from several threads at once
    std::function<Point(const Point&)> settle;   // the nearest point that can be had; empty: any point
    int goals = 1;
    std::vector<Point> begin_with;               // points that must be among the first
};

struct Effort {
    int population = 96;
    int rounds = 100;
    std::uint64_t seed = 1;
    int threads = 0;  // 0: as many as the machine has
    Progress progress;
};

struct Found {
    Point point;
    Worth worth;
};

struct Searched {
    std::vector<Found> best;   // one goal: all points looked at that are not impossible, the best first; several: the front
    Found nearest;             // where every point is impossible: the least impossible one
    std::size_t evaluations = 0;
    bool stopped = false;
    bool possible() const { return !best.empty(); }
};

/// One goal, by differential evolution on several islands, then a compass search from the best.             OP-1
Searched search_best(const Landscape& landscape, const Effort& effort = {});
/// Several goals, by NSGA-II; the front is made of all points that were ever looked at.                      OP-2
Searched search_front(const Landscape& landscape, const Effort& effort = {});

/// The volume that a front dominates below a reference point.
double hypervolume(const std::vector<Found>& front, const std::vector<double>& reference);

/// So many points of a front that show it best: the best of each goal, then those farthest from what is shown.  OP-3
std::vector<Found> representatives(const std::vector<Found>& front, std::size_t most);

}  // namespace goho::decision
