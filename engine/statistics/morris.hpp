// Morris screening: which of many parameters matter at all, for few trials. Each trajectory starts at a point of a grid
// and moves one parameter after the other by half the grid and a bit; the change in the output over the step is an
// elementary effect. Leaves out how much of the spread a parameter explains (sobol_indices.hpp). The parameters are seen
// as quantile levels, in the unit cube. Theory: docs/model/uncertainty-statistics.md.
#pragma once

#include "statistics/sampling.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace goho::statistics::morris {

/// Trials that a design needs.
constexpr std::size_t cost(std::size_t parameters, std::size_t trajectories) { return trajectories * (parameters + 1); }

/// The points in the order of their trials, `parameters` numbers each: the steps of the first trajectory, of the second
/// and so on. `levels` >= 2 is even; a step has length levels / (2 (levels - 1)). Trajectory t asks for draw t of the
/// source, so that more trajectories leave the first ones as they are.
std::vector<double> design(std::size_t parameters, std::size_t trajectories, int levels, const Uniform& uniform);

struct Effect {
    double mean = 0.0;                  // mu: with sign; effects of both signs cancel
    double mean_absolute = 0.0;         // mu*: by which parameters are ranked
    double low = 0.0, high = 0.0;       // 95% interval of mu*; NaN for fewer than two effects
    double deviation = 0.0;             // sigma: large where the effect depends on the other parameters, or is bent
    std::size_t used = 0, dropped = 0;  // elementary effects; without any, all figures are NaN
};

struct Screening {
    std::vector<Effect> effects;  // by parameter
    std::size_t missing = 0;      // outputs without result
    bool constant = false;        // the output never changes: all effects are nought
};

/// `points` as from design(), or of any design whose steps move one parameter each; one output for every point. An
/// output without result takes away the effects before and after it.
Screening analyse(std::span<const double> points, std::span<const double> outputs, std::size_t parameters,
                  const Bootstrap& bootstrap);

}  // namespace goho::statistics::morris
