// Where to begin: what an initiative would bring in full use, and how easy it is. Two plain figures for a chart of effect
// against ease; leaves out how likely it is to take root. Theory: docs/model/initiatives.md, IN-36 and IN-37.
#pragma once

#include "core/number.hpp"
#include "initiatives/parameters.hpp"

namespace goho::initiatives {

struct Priority {
    double effect = 0.0;  // yen a year in full, skilled use
    double ease = 0.0;    // 0 = hard, 1 = easy
    Label quadrant;
};

/// `monthly_payroll` tells a large effect from a small one: a month's pay in a year is large.
inline Priority priority(const Parameters<double>& p, double hours_today, double hourly_cost, double monthly_payroll) {
    Priority out;
    out.effect = 12.0 * p.hours_saving * p.fit * hours_today * hourly_cost;                                // IN-36
    const double money = p.people_budget + p.process_budget + p.data_budget + 12.0 * (p.support_fee + p.running_cost);
    const double cheap = 1.0 / (1.0 + divide_or(money, monthly_payroll, 0.0));
    const double quick = 1.0 / (1.0 + (p.analysis_months + p.pilot_months) / 6.0);
    const double prepared = ((p.people_budget > 0.0) + (p.process_budget > 0.0) + (p.data_budget > 0.0) + !p.tool_first) / 4.0;
    out.ease = (cheap + quick + prepared) / 3.0;                                                           // IN-37
    const bool large = out.effect >= monthly_payroll, easy = out.ease >= 0.5;
    out.quadrant = large && easy ? Label{"start now", "すぐ着手"}
                   : large       ? Label{"large and slow: plan it", "大きく遅い：計画的に"}
                   : easy        ? Label{"small and quick: begin with it", "小さく速い：最初の成功に"}
                                 : Label{"not now", "後回し"};
    return out;
}

}  // namespace goho::initiatives
