// Rules between the behaviour parameters of a random plan that the tables cannot say: groups that are a whole,
// references that point at something, dates inside the plan.
#pragma once

#include "simulation/scenario.hpp"

#include <algorithm>

namespace goho::test {

inline void make_whole(evaluation::Parameters<double>& p, double further) {
    double& a = p.selling_weight;
    const double sum = a + p.customer_value_weight + p.improvement_weight + p.development_weight;
    const double scale = sum > 0.0 ? (1.0 - further) / sum : 0.0;
    if (sum <= 0.0) a = 1.0 - further;
    for (double* weight : {&p.selling_weight, &p.customer_value_weight, &p.improvement_weight, &p.development_weight})
        *weight *= sum > 0.0 ? scale : 1.0;
}

inline void keep_behaviour_sound(simulation::Plan<double>& plan) {
    double planned = 0.0, today = 0.0;
    for (auto& item : plan.tasks) {
        auto& p = item.parameters;
        p.weight = std::min(p.weight, 0.2);
        p.weight_today = std::min(p.weight_today, 0.2);
        planned += p.weight;
        today += p.weight_today;
    }
    make_whole(plan.evaluation, planned);
    make_whole(plan.evaluation_today, today);

    auto& f = plan.freed_hours;
    const double used = f.customers + f.sales + f.improvement + f.development + f.overtime_cut + f.headcount_cut;
    if (used > 1.0) {
        for (double* share : {&f.customers, &f.sales, &f.improvement, &f.development, &f.overtime_cut, &f.headcount_cut})
            *share /= used * 1.001;
    }
    auto& w = plan.workforce;
    const double routine = w.indirect_share + w.fulfilment_share;
    if (routine >= 0.95) {
        w.indirect_share *= 0.9 / routine;
        w.fulfilment_share *= 0.9 / routine;
    }
    if (!(w.waste_least < w.waste_today)) w.waste_least = w.waste_today / 2.0;
    if (!(w.waste_today < w.waste_most)) w.waste_most = w.waste_today + (1.0 - w.waste_today) / 2.0;

    const Month start = plan.company.start;
    const int last = plan.company.months - 1;
    const auto inside = [&](Month month, int otherwise) {
        const int t = month.given() ? month - start : otherwise;
        return start + std::clamp(t, 0, last);
    };
    for (int i = 0; i < static_cast<int>(plan.initiatives.size()); ++i) {
        auto& p = plan.initiatives[i].parameters;
        p.start = inside(p.start, 2 * i);
        p.follows.index = std::min(p.follows.index, i - 1);
    }
    for (auto& item : plan.events) {
        auto& p = item.parameters;
        p.month = inside(p.month, 7);
        p.size = std::min(p.size, 1.0);
        p.initiative.index = std::min(p.initiative.index, static_cast<int>(plan.initiatives.size()) - 1);
        p.segment.index = std::min(p.segment.index, static_cast<int>(plan.segments.size()) - 1);
    }
}

}  // namespace goho::test
