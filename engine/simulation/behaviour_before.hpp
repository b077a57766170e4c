// Behaviour before trade: who leads how, what people put their effort into, how initiatives stand, who is there, and
// what customers order. Influences that would run in a circle use last month's state.
// Theory: docs/model/behaviour.md, "The order of a month".
#pragma once

#include "simulation/behaviour.hpp"
#include "simulation/conduct.hpp"
#include "simulation/state.hpp"

#include <span>

namespace goho::simulation {

template <class Real> struct BehaviourResult {
    Conduct<Real>& conduct;
    std::span<CustomerMonth<Real>> customers;
    std::span<InitiativeMonth<Real>> initiatives;
    std::span<PeopleMonth<Real>> people;
};

namespace detail {

/// Size of the events of a kind that concern an item this month.
template <class Real>
Real events_of(const Plan<Real>& plan, event::Kind kind, Month month, int item) {
    Real size = 0.0;
    for (const auto& e : plan.events) {
        const auto& p = e.parameters;
        const Reference concerned = kind == event::Kind::key_customer_lost ? p.segment : p.initiative;
        if (p.kind == kind && p.month == month && (!concerned.given() || concerned.index == item)) size += p.size;
    }
    return size;
}

template <class Real> void lead(const Plan<Real>& plan, Behaviour<Real>& b, Conduct<Real>& out) {
    const auto& levers = plan.management;
    const auto [next, f] = management::step(plan.leadership, levers, plan.management_today, b.management,
                                            {b.visible_success, b.heads});
    b.management = next;
    b.goal_clarity = f.goal_clarity;
    b.executive_sponsorship = f.executive_sponsorship;
    out.goal_clarity = f.goal_clarity;
    out.executive_sponsorship = f.executive_sponsorship;
    out.management_cost = f.management_cost;
    out.measurement = levers.measurement;                    // MG-5: levers act as planned
    out.institutionalisation = levers.institutionalisation;
    out.plan_linkage = levers.plan_linkage;
    out.purpose_shared = levers.purpose_shared;
    out.disclosure = levers.disclosure;

    const auto appraised = evaluation::step(plan.effort, plan.evaluation, plan.evaluation_today, plan.tasks, b.evaluation,
                                            {b.climate.literacy, plan.management_today.information_sharing, b.goal_clarity,
                                             b.today.goal_clarity});
    b.evaluation = appraised.next;
    b.effort = appraised.flows;
    b.effort.effort.selling += plan.nudge.selling;
    b.effort.effort.customer_value += plan.nudge.customer_value;
    b.effort.effort.improvement += plan.nudge.improvement;
    b.effort.effort.development += plan.nudge.development;
    out.selling_effort = b.effort.effort.selling;
    out.customer_value_effort = b.effort.effort.customer_value;
    out.improvement_effort = b.effort.effort.improvement;
    out.development_effort = b.effort.effort.development;
    out.other_effort = b.effort.other_effort;
}

template <class Real>
void initiatives_step(const Plan<Real>& plan, const MonthInfo& now, Behaviour<Real>& b, BehaviourResult<Real>& out) {
    using namespace initiatives;
    const Month month = now.month;
    const std::size_t count = plan.initiatives.size();
    b.hours_saved = b.confusion_hours = b.dual_running_hours = 0.0;
    b.error_index = b.lead_time_ratio = b.re_entry_index = 1.0;
    Real error_added = 0.0, success = 0.0, in_use = 0.0, intended = 0.0, cost = 0.0;
    const Real improvement_appraised = plan.evaluation.improvement_weight * plan.evaluation.improvement_measurability;
    for (std::size_t i = 0; i < count; ++i) {
        const auto& p = plan.initiatives[i].parameters;
        const int index = static_cast<int>(i);
        Inputs<Real> in;
        in.month = month;
        in.goal_clarity = b.goal_clarity;
        in.executive_sponsorship = b.executive_sponsorship;
        in.measurement = plan.management.measurement;
        in.institutionalisation = plan.management.institutionalisation;
        in.field_voice = plan.management.field_voice;
        in.improvement_appraised = improvement_appraised;
        in.attrition_rate = b.attrition_rate;
        in.hours_today = b.today.hours;
        in.indirect_hours_today = plan.workforce.indirect_share * b.today.hours;
        in.hourly_cost = b.hourly_cost;
        in.budget_scale = b.today.budget_scale;
        in.preceding_adoption = p.follows.given() ? b.initiatives[p.follows.index].adoption : Real(1.0);
        in.champion_leaves = min(Real(1.0), events_of(plan, event::Kind::champion_leaves, month, index) +
                                                plan.drawn.at(plan.drawn.champion_leaves, now.t, count, i));
        in.incidents = events_of(plan, event::Kind::security_incident, month, index) +
                       plan.drawn.at(plan.drawn.incidents, now.t, count, i);
        in.renewal_is_drawn = !plan.drawn.renewal.empty();
        in.renewal_draw = plan.drawn.at(plan.drawn.renewal, now.t, count, i);
        const auto [next, f] = step(plan.adoption, p, b.initiatives[i], in);
        b.initiatives[i] = next;

        auto& m = out.initiatives[i];
        const Stage stage = calendar(p, month).stage;
        m.stage = static_cast<double>(stage);                                                       // IN-28
        m.adoption = next.adoption;
        m.proficiency = next.proficiency;
        m.reach = f.reach;
        m.basic_reproduction = f.basic_reproduction;
        m.fit = p.fit + (1.0 - p.fit) * next.fit_learned;
        m.funding = next.funding;
        m.renewal_probability = f.renewal_probability;
        m.hours_saved = f.hours_saved;
        m.confusion_hours = f.confusion_hours;
        m.dual_running_hours = f.dual_running_hours;
        m.review_hours = f.review_hours;
        m.error_factor = f.error_factor;
        m.error_added = f.error_added;
        m.lead_time_factor = f.lead_time_factor;
        m.re_entry_factor = f.re_entry_factor;
        m.visible_success = f.visible_success;
        m.people_cost = f.people_cost;
        m.process_cost = f.process_cost;
        m.data_cost = f.data_cost;
        m.support_cost = f.support_cost;
        m.running_cost = f.running_cost;
        m.incident_cost = f.incident_cost;
        m.subsidy = f.subsidy;
        const Real spent = cost_of(m);
        m.purchase_tax = drop_fraction(spent * p.purchase_tax_rate);                                // IN-29
        cost += spent;

        b.hours_saved += f.hours_saved;
        b.confusion_hours += f.confusion_hours;
        b.dual_running_hours += f.dual_running_hours;
        b.error_index *= f.error_factor;                                                            // IN-31
        b.lead_time_ratio *= f.lead_time_factor;
        b.re_entry_index *= f.re_entry_factor;
        error_added += f.error_added;
        success = max(success, f.visible_success);
        if (stage != Stage::not_started) {
            in_use += p.hours_saving * next.adoption;
            intended += p.hours_saving;
        }
    }
    b.error_index += divide_or(error_added, plan.customers.error_rate_today, Real(0.0));            // IN-31
    b.visible_success = success;
    out.conduct.hours_saved = b.hours_saved;
    out.conduct.confusion_hours = b.confusion_hours;
    out.conduct.dual_running_hours = b.dual_running_hours;
    out.conduct.visible_success = success;
    out.conduct.adoption = divide_or(in_use, intended, Real(0.0));
    out.conduct.initiative_cost = cost;
    out.conduct.error_rate = min(Real(1.0), plan.customers.error_rate_today * b.error_index);
    out.conduct.lead_time = plan.customers.lead_time_today * b.lead_time_ratio;
    out.conduct.re_entry_index = b.re_entry_index;
}

template <class Real> void people_step(const Plan<Real>& plan, Behaviour<Real>& b, BehaviourResult<Real>& out) {
    auto& c = out.conduct;
    const next_generation::Inputs<Real> appeal{Real(1.0), Real(1.0), Real(0.0), Real(0.0), b.climate.satisfaction,
                                               plan.workforce.satisfaction_neutral,
                                               divide_or(b.society.trust, b.today.trust, Real(1.0)),
                                               plan.management.plan_linkage, plan.management_today.plan_linkage};
    c.attractiveness = next_generation::attractiveness(plan.next_generation, b.next_generation, appeal);
    const Real readiness = workforce::readiness_to_leave(plan.workforce, b.climate.satisfaction);
    b.effective_hours = b.contracted_hours = b.planned_hours = b.heads = b.dismissed = 0.0;
    for (std::size_t i = 0; i < plan.job_groups.size(); ++i) {
        const auto& p = plan.job_groups[i].parameters;
        const Real leaving = attrition_of(plan.workforce, p.role);
        const bool officers = p.role == accounting::job_group::Role::officer;
        const auto before = b.people[i].headcount;
        const auto [next, f] = workforce::step(plan.workforce, b.people[i],
                                               {p.headcount, officers ? Real(0.0) : b.posts_saved, leaving,
                                                readiness, c.attractiveness});
        b.people[i] = next;
        const Real hours = p.standard_hours + p.overtime_hours;
        b.effective_hours += f.effective * hours;
        b.contracted_hours += next.headcount * hours;
        b.planned_hours += p.headcount * hours;
        b.heads += next.headcount;
        b.dismissed += f.dismissed;
        b.responses.headcount_change[i] = next.headcount - p.headcount;
        b.responses.replacements[i] = positive_part(f.hires - positive_part(next.headcount - before));

        out.people[i] = {next.headcount, p.headcount, next.novices, next.vacancies, f.leavers, f.dismissed, f.hires, Real(0.0)};
        c.planned_headcount += p.headcount;
        c.novices += next.novices;
        c.vacancies += next.vacancies;
        c.leavers += f.leavers;
        c.dismissed += f.dismissed;
        c.hires += f.hires;
    }
    c.headcount = b.heads;
    b.attrition_rate = workforce::attrition(plan.workforce.attrition_rate, readiness);
    c.attrition_rate = b.attrition_rate;
}

/// Orders against the plan: what last month made customers think, at this month's price.
template <class Real>
void orders(const Plan<Real>& plan, bool new_fiscal_year, Behaviour<Real>& b, BehaviourResult<Real>& out) {
    if (new_fiscal_year) b.price_lead = b.price_lead * (1.0 + plan.customers.price_lead);
    for (std::size_t i = 0; i < plan.segments.size(); ++i) {
        const Real premium =
            divide_or(plan.segments[i].parameters.price, b.today.prices[i], Real(1.0)) * b.price_lead - 1.0;  // CU-12
        const Real factor = customers::volume_factor(plan.customers, b.customers[i], premium, b.next_generation.research_in_use);
        b.responses.volume_factor[i] = factor;
        out.customers[i].price_premium = premium;
        out.customers[i].volume_factor = factor;
    }
}

}  // namespace detail

/// Before trade: leadership, effort, initiatives, people, orders, and the terms of loans.
template <class Real>
void behaviour_before_trade(const Plan<Real>& plan, const MonthInfo& now, const accounting::Books<Real>& last, Behaviour<Real>& b,
                            BehaviourResult<Real>& out) {
    if (now.t == 0) b.heads = b.today.headcount;
    if (now.new_fiscal_year) b.progress = b.progress * (1.0 + plan.workforce.productivity_growth);
    detail::lead(plan, b, out.conduct);
    detail::initiatives_step(plan, now, b, out);
    detail::people_step(plan, b, out);
    detail::orders(plan, now.new_fiscal_year, b, out);

    const society::Standing<Real> standing{last.current_assets - (last.total_liabilities - last.long_term_loans - last.bonds),
                                           last.retained_earnings, last.net_assets, last.total_liabilities, last.total_assets};
    out.conduct.credit_score = society::credit_score(standing, b.society.operating_income);
    out.conduct.credit_spread = society::credit_spread(plan.society, out.conduct.credit_score, b.society.trust);
    if (now.t == 0) b.today.credit_spread = out.conduct.credit_spread;
    // Banks review their terms once a year.                                                         SO-9
    if (now.new_fiscal_year) b.responses.spread_change = out.conduct.credit_spread - b.today.credit_spread;
}

}  // namespace goho::simulation
