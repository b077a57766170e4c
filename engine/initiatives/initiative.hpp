// Whether an initiative takes root: adoption, proficiency, the confusion of the first months, running old and new
// side by side, falling back, and what comes of it in hours, errors, lead time, re-entry and money. Leaves out where
// freed hours go. Theory: docs/model/initiatives.md, IN-1 to IN-27, IN-33.
#pragma once

#include "core/number.hpp"
#include "core/variable.hpp"
#include "initiatives/adoption.hpp"
#include "initiatives/stages.hpp"

#include <array>

namespace goho::initiatives {

template <class Real> struct State {
    Real adoption = 0.0;     // A: share of the intended use that takes place
    Real proficiency = 0.0;  // k: skill of those who use it
    Real people_wall = 0.0;  // x_P: readiness of people
    Real process_wall = 0.0, data_wall = 0.0;  // x_B, x_D: of process and data
    Real fit_learned = 0.0;  // share of the missing fit that preparation and pilot have found
    Real funding = 1.0;      // share of the running budget that is still granted
    Real spent = 0.0;        // share of the budgets spent so far
    Real benefit_year = 0.0, cost_year = 0.0;  // yen since the last renewal
    Real out_of_order = 0.0; // 0-1: how far the preceding initiative was missing at the start
    bool begun = false;
};
/// What is carried into the next month, by name, so that a result can be explained.
template <class Real>
inline constexpr auto state_variables = std::to_array<Variable<State<Real>, Real>>({
    stock("adoption", &State<Real>::adoption, "fraction", {"Adoption", "定着率"}, "IN-15"),
    stock("proficiency", &State<Real>::proficiency, "fraction", {"Proficiency", "習熟度"}, "IN-17"),
    stock("people_wall", &State<Real>::people_wall, "index", {"Readiness of people", "人の準備度"}, "IN-18"),
    stock("process_wall", &State<Real>::process_wall, "index", {"Readiness of process", "仕組みの準備度"}, "IN-1"),
    stock("data_wall", &State<Real>::data_wall, "index", {"Readiness of data", "データの準備度"}, "IN-1"),
    stock("fit_learned", &State<Real>::fit_learned, "fraction", {"Missing fit found so far", "適合のために見つけた改善の割合"}, "IN-19"),
    stock("funding", &State<Real>::funding, "fraction", {"Running budget granted", "継続予算の確保率"}, "IN-27"),
    stock("budget_spent", &State<Real>::spent, "fraction", {"Budget spent so far", "予算の使用割合"}, "IN-6"),
    stock("benefit_year", &State<Real>::benefit_year, "yen", {"Benefit since the last renewal", "前回の予算更新からの効果額"}, "IN-27"),
    stock("cost_year", &State<Real>::cost_year, "yen", {"Cost since the last renewal", "前回の予算更新からの費用"}, "IN-27"),
    stock("out_of_order", &State<Real>::out_of_order, "fraction", {"Started before what it builds on", "前提となる施策の不足"}, "IN-5"),
});

template <class Real> struct Inputs {
    Month month;
    Real goal_clarity = 0.0, executive_sponsorship = 0.0, measurement = 0.0, institutionalisation = 0.0, field_voice = 0.0;
    Real improvement_appraised = 0.0;  // weight x measurability of improvement
    Real attrition_rate = 0.0;         // 1/month, last month
    Real hours_today = 0.0;            // hours a month of the company when the plan started
    Real indirect_hours_today = 0.0;   // of them, routine work
    Real hourly_cost = 0.0;            // yen an hour, last month
    Real budget_scale = 0.0;           // yen a wall, for the size of this company
    Real preceding_adoption = 1.0;     // of the initiative it follows; 1 when it follows none
    Real champion_leaves = 0.0;        // 1 in the month of such an event
    Real incidents = 0.0;              // security incidents this month
    bool renewal_is_drawn = false;     // in an uncertain trial the running budget is granted or not
    Real renewal_draw = 0.0;           // a uniform number, for that
};

template <class Real> struct Flows {
    Real reach{};              // A*: adoption the company can carry
    Real basic_reproduction{}; // R_A: below 1 adoption dies away
    Real hours_saved{}, confusion_hours{}, dual_running_hours{}, review_hours{};
    Real error_factor = 1.0, error_added{}, lead_time_factor = 1.0, re_entry_factor = 1.0;
    Real people_cost{}, process_cost{}, data_cost{}, support_cost{}, running_cost{}, incident_cost{};
    Real subsidy{};
    Real visible_success{};    // 0-1
    Real renewal_probability = 1.0;
};

template <class Real> struct Step {
    State<Real> next;
    Flows<Real> flows;
};

namespace detail {

/// How high a wall of readiness stands after a budget.                                                    IN-1
template <class Real> Real wall(Real today, Real budget, Real scale) {
    return today + (1.0 - today) * (1.0 - exp(-budget / scale));
}

/// People, process and data together: one missing wall holds back the other two (CES).                    IN-2
template <class Real> Real walls_together(Real people, Real process, Real data, Real exponent) {
    const Real r = select(abs(exponent) < 1e-3, Real(1e-3), exponent);
    const auto raised = [&](Real x) { return exp(r * log(max(x, Real(1e-6)))); };
    return exp(log((raised(people) + raised(process) + raised(data)) / 3.0) / r);
}

template <class Real> Real fourth_root(Real x) { return sqrt(sqrt(x)); }

}  // namespace detail

/// How likely it is in a month that the champion leaves, and that an incident happens: for uncertain runs.    IN-34
template <class Real> Real champion_hazard(const Adoption<Real>& c) { return c.champion_hazard; }
/// Generative AI alone brings incidents; each of the five checks takes away a fifth of them.               IN-35
template <class Real> Real incident_hazard(const Adoption<Real>& c, const Parameters<Real>& p) {
    return p.kind == Kind::generative_ai ? c.incident_hazard * ((5 - security_checks(p)) / 5.0) : Real(0.0);
}

/// The first month: what is in use already, and what preparation has found out.
template <class Real>
State<Real> begin(const Adoption<Real>& c, const Parameters<Real>& p, const Inputs<Real>& in) {
    State<Real> s;
    const Real built = detail::wall(c.people_wall_today, p.people_budget, in.budget_scale);
    s.begun = true;
    s.adoption = p.opening_adoption;
    s.proficiency = select(p.opening_adoption > 0.0, p.opening_proficiency, Real(0.0));
    s.people_wall = c.people_wall_today + (built - c.people_wall_today) * (0.5 + 0.5 * p.follow_up);       // IN-3
    s.process_wall = c.process_wall_today;
    s.data_wall = c.data_wall_today;
    const Real analysed = min(Real(1.0), Real(p.analysis_months / 2.0));
    s.fit_learned = c.analysis_learning * analysed;                                                        // IN-4
    s.out_of_order = clamp(1.0 - in.preceding_adoption / c.ready_adoption, Real(0.0), Real(1.0));          // IN-5
    return s;
}

template <class Real>
Step<Real> step(const Adoption<Real>& c, const Parameters<Real>& p, const State<Real>& before, const Inputs<Real>& in) {
    const Calendar when = calendar(p, in.month);
    Flows<Real> f{};
    if (when.stage == Stage::not_started) return {before, f};
    const State<Real> now = before.begun ? before : begin(c, p, in);
    State<Real> next = now;
    const bool ai = p.kind == Kind::generative_ai;

    // Money
    const Real dearer = 1.0 + (c.out_of_order_cost - 1.0) * now.out_of_order;
    if (when.spending) {
        const Real part = dearer / double(p.spending_months);                                             // IN-6
        f.people_cost = whole_yen(p.people_budget * part);
        f.process_cost = whole_yen(p.process_budget * part);
        f.data_cost = whole_yen(p.data_budget * part);
        next.spent = now.spent + 1.0 / double(p.spending_months);
        next.process_wall = detail::wall(c.process_wall_today, p.process_budget * next.spent, in.budget_scale);
        next.data_wall = detail::wall(c.data_wall_today, p.data_budget * next.spent, in.budget_scale);
    }
    if (when.supported) f.support_cost = whole_yen(p.support_fee);
    if (when.since_start == p.spending_months - 1 + p.subsidy_lag) {
        f.subsidy = whole_yen(p.subsidy_share * (p.people_budget + p.process_budget + p.data_budget));    // IN-7
    }
    if (when.since_launch < 0) return {next, f};

    // Leadership, lent from outside while support lasts
    const Real lent = when.supported ? c.supported_leadership : Real(0.0);
    const Real sponsorship = max(in.executive_sponsorship, lent);
    const Real measurement = max(in.measurement, lent);
    const Real appraised = min(Real(1.0), in.improvement_appraised / c.improvement_appraised);            // IN-8
    const Real clarity = in.goal_clarity + (1.0 - in.goal_clarity) * 0.5 * target_parts(p) / 4.0;         // IN-9
    const Real leadership = detail::fourth_root(clarity * sponsorship * appraised * measurement);         // IN-10

    // How far it can reach
    const Real fit = p.fit + (1.0 - p.fit) * now.fit_learned;
    const Real brought = p.kind == Kind::outsourcing ? c.provider_walls : Real(0.0);                      // IN-33
    const Real carried = detail::walls_together(max(now.people_wall, brought), max(now.process_wall, brought),
                                                max(now.data_wall, brought), c.complementarity);
    const Real funded = c.unrenewed_reach + (1.0 - c.unrenewed_reach) * now.funding;
    const Real scale = when.stage == Stage::pilot ? c.pilot_scale : Real(1.0);
    f.reach = carried * (c.clarity_floor + (1.0 - c.clarity_floor) * leadership) *
              (c.fit_floor + (1.0 - c.fit_floor) * fit) * funded;                                     // IN-11

    // Taking up and falling back
    const Real voice = in.field_voice * (0.4 + 0.6 * p.follow_up);
    const Real alone = c.imitation_alone + (1.0 - c.imitation_alone) * in.institutionalisation;
    const Real innovation = when.supported ? c.innovation + c.innovation_people * now.people_wall : c.innovation_alone;
    const Real imitation = (c.imitation + c.imitation_voice * voice) * (when.supported ? Real(1.0) : alone);  // IN-12
    const Real held = detail::fourth_root(sponsorship * appraised * measurement * in.institutionalisation);
    const Real decay = c.decay_most * exp(held * log(c.decay_least / c.decay_most));                      // IN-13
    const bool launching = when.since_launch < 3;
    const Real push = launching ? c.launch_push * positive_part(c.launch_level * scale - now.adoption) : Real(0.0);
    const Real overshoot = launching ? Real(0.0) : c.overshoot_loss * positive_part(now.adoption - f.reach * scale);
    const Real taken_up = (innovation + imitation * now.adoption) * positive_part(f.reach * scale - now.adoption);
    const Real left = c.champion_loss * (1.0 - in.institutionalisation) * in.champion_leaves;             // IN-14
    next.adoption = clamp((now.adoption + push + taken_up - decay * now.adoption - overshoot) * (1.0 - left),
                          Real(0.0), Real(1.0));                                                          // IN-15
    f.basic_reproduction = imitation * f.reach / decay;                                                   // IN-16

    // Skill and readiness
    const Real helped = p.follow_up * now.people_wall;
    next.proficiency = now.proficiency + (1.0 - now.proficiency) /
                                             (c.learning_months + c.learning_months_alone * (1.0 - helped));  // IN-17
    Real taught = 0.0;
    if (when.supported) {
        const Real goal = detail::wall(c.people_wall_today, p.people_budget, in.budget_scale);
        taught = 0.05 * measurement * (goal - now.people_wall);
    }
    const Real forgotten = (in.attrition_rate + 0.01) * (1.0 - in.institutionalisation) *
                           (now.people_wall - c.people_wall_today);
    next.people_wall = now.people_wall + taught - forgotten;                                              // IN-18
    if (when.pilot_ends) next.fit_learned = now.fit_learned + c.pilot_learning * (1.0 - now.fit_learned);  // IN-19

    // Effects
    const Real effect_share = 1.0 - (1.0 - c.out_of_order_effect) * now.out_of_order;
    const Real in_use = now.adoption * now.proficiency * fit * effect_share;                          // IN-20
    const Real full_hours = p.hours_saving * in.hours_today;
    const Real review = ai ? c.review_cost * p.human_review : Real(0.0);
    f.hours_saved = full_hours * in_use * (1.0 - review);                                                 // IN-21
    f.review_hours = full_hours * in_use * review;
    const Real fading = 1.0 / (2.0 + 3.0 * (1.0 - p.follow_up));
    f.confusion_hours = full_hours * c.confusion * (p.pilot_months > 0 ? 0.5 : 1.0) * (1.0 - 0.5 * now.process_wall) *
                        (1.0 - 0.4 * p.follow_up) * (p.tool_first ? c.tool_first_confusion : Real(1.0)) *
                        exp(-double(when.since_launch) * fading);                                         // IN-22
    f.dual_running_hours = p.hours_saving * in.indirect_hours_today * c.dual_running * 4.0 * now.adoption * (1.0 - now.adoption) *
                           (1.0 - 0.7 * now.data_wall) * (1.0 - 0.3 * now.process_wall);                          // IN-23
    f.error_factor = 1.0 - p.error_reduction * in_use;                                                    // IN-24
    f.lead_time_factor = 1.0 - p.lead_time_reduction * in_use;
    f.re_entry_factor = 1.0 - p.re_entry_reduction * in_use;
    if (ai) {
        f.error_added = p.share_outside * c.error_outside * (1.0 - c.review_effect * p.human_review) *
                        (1.0 - c.retrieval_effect * p.retrieval) * now.adoption;                          // IN-25
    }
    f.incident_cost = whole_yen(in.incidents * c.incident_cost);
    f.running_cost = whole_yen((p.running_cost + p.usage_cost * now.adoption) * now.funding);
    f.visible_success = measurement * fit * min(Real(1.0), now.adoption * now.proficiency / (c.pilot_scale * scale)) *
                        exp(-max(Real(0.0), when.since_launch - c.novelty) / c.novelty);                  // IN-26

    // The running budget is granted again in proportion to what its effect is seen to be worth
    next.benefit_year = now.benefit_year + f.hours_saved * in.hourly_cost;
    next.cost_year = now.cost_year + f.running_cost;
    if (when.renewal) {
        const Real seen = in.measurement + (1.0 - in.measurement) * p.visibility;
        const Real worth = seen * divide_or(now.benefit_year, now.cost_year, Real(1e3));
        f.renewal_probability = select(now.cost_year > 0.0, logistic(c.renewal_slope * (worth - 1.0)), Real(1.0));  // IN-27
        const Real granted = select(in.renewal_draw < f.renewal_probability, Real(1.0), Real(0.0));
        next.funding = now.funding * (in.renewal_is_drawn ? granted : f.renewal_probability);
        next.benefit_year = 0.0;
        next.cost_year = 0.0;
    }
    return {next, f};
}

}  // namespace goho::initiatives
