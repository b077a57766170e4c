// People move towards what they are appraised for: effort over selling, customer value, improvement and development
// (and further tasks) from weights, measurability and habit. Leaves out how much time there is. Theory:
// docs/model/evaluation.md, EV-1 to EV-6.
#pragma once

#include "evaluation/parameters.hpp"
#include "evaluation/quadratic_programme.hpp"

#include <span>

namespace goho::evaluation {

/// The four outcomes of discretionary effort.
template <class Real> struct Effort {
    Real selling{}, customer_value{}, improvement{}, development{};
};

template <class Real> struct State {
    Vector<Real> practice{};  // what people have been doing, smoothed; habit drifts towards it
};

template <class Real> struct Inputs {
    Real literacy = 0.0, literacy_today = 0.0;
    Real goal_clarity = 0.0, goal_clarity_today = 0.0;
};

template <class Real> struct Flows {
    Effort<Real> effort;      // shares of discretionary time
    Real other_effort{};      // share that serves none of the four
    Vector<Real> gain{}, habit{}, shares{};  // by task, behind the sums: what drew, what held, what came out
};

template <class Real> struct Step {
    State<Real> next;
    Flows<Real> flows;
};

namespace detail {

/// weight x measurability of every task: what appraisal sees of it.
template <class Real> Vector<Real> seen(const Parameters<Real>& p) {
    return {p.selling_weight * p.selling_measurability, p.customer_value_weight * p.customer_value_measurability,
            p.improvement_weight * p.improvement_measurability, p.development_weight * p.development_measurability};
}

/// What it costs to move away from habit: each task for itself, and each pair.                            EV-3
template <int Size, class Real>
Matrix<Real, Size> cost_of_moving(const Response<Real>& c, const Vector<Real>& habit, int n) {
    Matrix<Real, Size> cost;
    Vector<Real> root;
    for (int j = 0; j < n; ++j) {
        cost[j][j] = 1.0 / (c.incentive_response * habit[j]);
        root[j] = sqrt(cost[j][j]);
    }
    for (int j = 0; j < n; ++j) {
        for (int k = 0; k < n; ++k) {
            if (k != j) cost[j][k] = c.task_conflict * (root[j] * root[k]);
        }
    }
    return cost;
}

}  // namespace detail

/// Habit of today: the four and the further tasks, scaled to add up to 1.                               EV-1
template <class Real, class Tasks> Vector<Real> habit_today(const Response<Real>& c, const Tasks& tasks) {
    Vector<Real> habit{c.selling_base, c.customer_value_base, c.improvement_base, c.development_base};
    int n = 4;
    for (const auto& task : tasks) habit[n++] = task.parameters.base_effort;
    Real sum = 0.0;
    for (int i = 0; i < n; ++i) sum += habit[i];
    for (int i = 0; i < n; ++i) habit[i] = habit[i] / sum;
    return habit;
}

/// `tasks` are at most most_tasks - 4 items of Task<Real>.
template <class Real, class Tasks>
Step<Real> step(const Response<Real>& c, const Parameters<Real>& levers, const Parameters<Real>& today, const Tasks& tasks,
                const State<Real>& now, const Inputs<Real>& in) {
    const int n = 4 + static_cast<int>(tasks.size());
    const Real response = (c.literacy_floor + (1.0 - c.literacy_floor) * in.literacy) *
                          (1.0 + c.clarity_response * (in.goal_clarity - in.goal_clarity_today));
    const Real response_today = c.literacy_floor + (1.0 - c.literacy_floor) * in.literacy_today;
    const Vector<Real> seen = detail::seen(levers), seen_today = detail::seen(today);
    const Vector<Real> origin = habit_today(c, tasks);

    Vector<Real> gain{}, habit{};
    for (int j = 0; j < n; ++j) {
        const bool built_in = j < 4;
        const Real after = built_in ? seen[j] : tasks[j - 4].parameters.weight * tasks[j - 4].parameters.measurability;
        const Real before = built_in ? seen_today[j]
                                     : tasks[j - 4].parameters.weight_today * tasks[j - 4].parameters.measurability_today;
        gain[j] = response * after - response_today * before;                       // EV-2
        habit[j] = origin[j] + c.norm_persistence * (now.practice[j] - origin[j]);  // EV-4
    }
    // Most companies know the four tasks alone; a smaller matrix is dealt with faster.
    const Vector<Real> effort = n == 4 ? best_effort(detail::cost_of_moving<4>(c, habit, n), gain, habit, n)
                                       : best_effort(detail::cost_of_moving<most_tasks>(c, habit, n), gain, habit, n);

    State<Real> next = now;
    Flows<Real> f{};
    f.gain = gain;
    f.habit = habit;
    f.shares = effort;
    for (int j = 0; j < n; ++j) {
        next.practice[j] = now.practice[j] + (effort[j] - now.practice[j]) / c.norm_time;  // EV-5
        const Serves serves = j < 4 ? static_cast<Serves>(j + 1) : tasks[j - 4].parameters.serves;
        switch (serves) {                                                                 // EV-6
            case Serves::selling: f.effort.selling += effort[j]; break;
            case Serves::customer_value: f.effort.customer_value += effort[j]; break;
            case Serves::improvement: f.effort.improvement += effort[j]; break;
            case Serves::development: f.effort.development += effort[j]; break;
            case Serves::nothing: f.other_effort += effort[j]; break;
        }
    }
    return {next, f};
}

}  // namespace goho::evaluation
