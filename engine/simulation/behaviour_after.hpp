// Behaviour after trade and at the end of a month: where the hours go and what overtime that takes, then what people,
// customers and lenders make of it, for the month that follows.
// Theory: docs/model/behaviour.md, "The order of a month".
#pragma once

#include "simulation/behaviour_before.hpp"

namespace goho::simulation {

/// After trade: the hours of the month against what was ordered, and the overtime that takes.
/// `workload` is what was ordered, at the prices of the plan's start, season taken out.
template <class Real>
void behaviour_after_trade(const Plan<Real>& plan, Real workload, Behaviour<Real>& b, BehaviourResult<Real>& out) {
    auto& c = out.conduct;
    b.volume_index = divide_or(workload, b.today.workload, Real(1.0));
    const Real gained = b.next_generation.capability - next_generation::capability_goal(plan.next_generation,
        plan.management_today.executive_sponsorship, plan.management_today.institutionalisation);
    const Real productivity = workforce::productivity(plan.workforce, b.climate, gained, b.progress);

    workforce::TimeInputs<Real> in;
    in.hours_today = b.today.hours;
    in.contracted_today = b.today.contracted_hours;
    in.contracted_planned = b.planned_hours;
    in.effective = b.effective_hours;
    in.already_cut = (1.0 - plan.workforce.absence_rate) * min(positive_part(b.planned_hours - b.contracted_hours),
                                                               b.posts_saved * b.planned_hours);
    in.weekly_hours = weekly(b.contracted_hours, b.heads);
    in.volume_index = b.volume_index;
    in.productivity = productivity;
    in.error_index = b.error_index;
    in.waste = b.climate.waste;
    in.hours_saved = b.hours_saved;
    in.confusion_hours = b.confusion_hours;
    in.dual_running_hours = b.dual_running_hours;
    in.selling = b.effort.effort.selling;
    in.customer_value = b.effort.effort.customer_value;
    in.improvement = b.effort.effort.improvement;
    in.development = b.effort.effort.development;
    b.time = workforce::time_budget(plan.workforce, plan.freed_hours, in);
    const auto& f = b.time;

    // Freed hours that cut overtime are taken from each person alike, as far as there is planned overtime.   WF-35
    const Real cut = divide_or(f.overtime_cut_hours, b.heads, Real(0.0));
    Real overtime = 0.0;
    for (std::size_t i = 0; i < plan.job_groups.size(); ++i) {
        const auto& p = plan.job_groups[i].parameters;
        const bool officers = p.role == accounting::job_group::Role::officer;
        const Real change = officers ? Real(0.0) : f.overtime_share * p.standard_hours - min(cut, p.overtime_hours);
        b.responses.overtime_change[i] = change;
        out.people[i].overtime_hours = positive_part(p.overtime_hours + change);
        overtime += out.people[i].headcount * out.people[i].overtime_hours;
    }
    b.posts_saved = clamp(divide_or(f.headcount_cut_hours, (1.0 - plan.workforce.absence_rate) * b.planned_hours, Real(0.0)),
                          Real(0.0), Real(1.0));                                                    // WF-36

    c.available_hours = f.available_hours;
    c.indirect_hours = f.indirect_hours;
    c.fulfilment_hours = f.fulfilment_hours;
    c.discretionary_hours = f.discretionary_hours;
    c.freed_hours = f.freed_hours;
    c.idle_hours = f.idle_hours;
    c.hours_to_customers = f.to_customers;
    c.hours_to_sales = f.to_sales;
    c.hours_to_improvement = f.to_improvement;
    c.hours_to_development = f.to_development;
    c.overtime_cut_hours = f.overtime_cut_hours;
    c.headcount_cut_hours = f.headcount_cut_hours;
    c.selling_hours = f.selling_hours;
    c.customer_hours = f.customer_hours;
    c.improvement_hours = f.improvement_hours;
    c.development_hours = f.development_hours;
    c.overload = f.overload;
    c.load = f.load;
    c.deliverable_share = f.deliverable_share;
    c.overtime_hours = divide_or(overtime, b.heads, Real(0.0));
    c.labour_productivity_index = productivity;
}

/// At the end: what the month made of people, customers, trust and capital.
template <class Real>
void behaviour_at_end(const Plan<Real>& plan, const MonthInfo& now, const State<Real>& s, const accounting::Books<Real>& books,
                      Behaviour<Real>& b, BehaviourResult<Real>& out) {
    auto& c = out.conduct;
    const auto& today = b.today;
    const auto& f = b.time;
    const auto ratio = [](Real a, Real of) { return divide_or(a, of, Real(1.0)); };
    const Real selling = ratio(f.selling_hours, today.selling_hours);
    const Real care = ratio(f.customer_hours, today.customer_hours) / max(b.volume_index, Real(0.05)) * b.climate.service_standard;
    const Real improvement = ratio(f.improvement_hours, today.improvement_hours);
    const Real development = ratio(f.development_hours, today.development_hours);
    const Real satisfaction = b.climate.satisfaction;

    // Customers of each segment
    Real weight = 0.0, all = 0.0, satisfied = 0.0, used_to = 0.0, churn = 0.0, referred = 0.0, complaints = 0.0, pay_more = 0.0;
    for (std::size_t i = 0; i < plan.segments.size(); ++i) {
        const auto& p = plan.segments[i].parameters;
        customers::Inputs<Real> in;
        in.care_ratio = care;
        in.selling_ratio = selling;
        in.lead_time_ratio = b.lead_time_ratio;
        in.error_ratio = b.error_index;
        in.employee_satisfaction = satisfaction;
        in.employee_satisfaction_today = plan.workforce.satisfaction_neutral;
        in.trust_ratio = ratio(b.society.trust, today.trust);
        in.innovation_ratio = b.next_generation.research_in_use;
        in.price_premium = out.customers[i].price_premium;
        in.customers_lost = min(Real(1.0), detail::events_of(plan, event::Kind::key_customer_lost, now.month, static_cast<int>(i)) +
                                              plan.drawn.at(plan.drawn.customers_lost, now.t, plan.segments.size(), i));
        in.deliverable = f.deliverable_share;
        const auto [next, flow] = customers::step(plan.customers, b.customers[i], in);
        b.customers[i] = next;
        auto& m = out.customers[i];
        m.customers = next.customers;
        m.satisfaction = next.satisfaction;
        m.churn_rate = flow.churn_rate;
        m.referral_rate = flow.referral_rate;
        m.acquisition_rate = flow.acquisition_rate;
        m.willingness_to_pay = flow.willingness_to_pay;
        m.complaint_rate = flow.complaint_rate;

        const Real w = today.prices[i] * p.volume;                                                   // CU-13
        weight += w;
        all += w * next.customers;
        satisfied += w * next.satisfaction;
        used_to += w * next.market;
        churn += w * flow.churn_rate;
        referred += w * flow.referral_rate;
        complaints += w * flow.complaint_rate;
        pay_more += w * flow.willingness_to_pay;
    }
    const auto mean = [&](Real sum, Real none) { return divide_or(sum, weight, none); };
    c.customer_index = mean(all, Real(1.0));
    c.customer_satisfaction = mean(satisfied, plan.customers.satisfaction_today);
    c.market_satisfaction = mean(used_to, plan.customers.satisfaction_today);
    c.churn_rate = mean(churn, Real(0.0));
    c.referral_rate = mean(referred, Real(0.0));
    c.complaint_rate = mean(complaints, Real(0.0));
    c.willingness_to_pay = mean(pay_more, Real(0.0));

    // Pay against today, by the posts of today
    Real pay = 0.0;
    for (std::size_t i = 0; i < plan.job_groups.size(); ++i) {
        pay += today.headcounts[i] * plan.job_groups[i].parameters.monthly_pay * s.job_groups[i].pay_index;
    }
    b.pay_index = ratio(pay, today.pay);                                                             // WF-37
    b.hourly_cost = today.hourly_cost * b.pay_index;

    // What is invested in people, research and tools, in the wages of today                         NG-9
    const auto& ng = plan.next_generation;
    const auto intensity = [&](Real money, Real money_today, Real share) {
        const Real hour = share * today.hourly_cost;
        return next_generation::intensity(divide_or(money, b.pay_index, money), f.development_hours * hour, money_today,
                                          today.development_hours * hour);
    };
    const Real learning = intensity(books.training_cost, today.training, ng.development_to_learning);
    const Real research = intensity(books.research_development_cost, today.research, ng.development_to_research);
    const Real digital = intensity(books.it_cost, today.digital, Real(0.0));

    // Trust, before satisfaction moves on
    society::Inputs<Real> public_view;
    public_view.disclosure = plan.management.disclosure;
    public_view.customer_satisfaction = c.customer_satisfaction;
    public_view.customer_satisfaction_today = plan.customers.satisfaction_today;
    public_view.error_index = b.error_index;
    public_view.dismissed_share = divide_or(b.dismissed, b.heads + b.dismissed, Real(0.0));
    public_view.payment_months_earlier = today.payment_months - payment_months(plan.purchasing);
    public_view.operating_income = books.operating_income;
    b.society = society::step(plan.society, b.society, public_view);

    next_generation::Inputs<Real> future;
    future.research_ratio = research;
    future.digital_ratio = digital;
    future.executive_sponsorship = b.executive_sponsorship;
    future.institutionalisation = plan.management.institutionalisation;
    b.next_generation = next_generation::step(ng, b.next_generation, future);

    workforce::ClimateInputs<Real> climate;
    climate.load = f.load;
    climate.improvement_ratio = improvement;
    climate.development_ratio = development;
    climate.goal_clarity = b.goal_clarity;
    climate.goal_clarity_today = today.goal_clarity;
    climate.literacy_today = plan.management_today.information_sharing;
    climate.information_sharing = plan.management.information_sharing;
    climate.confusion_share = divide_or(b.confusion_hours, f.indirect_hours, Real(0.0));
    climate.visible_success = b.visible_success;
    climate.pay_index = b.pay_index;
    climate.learning_ratio = learning;
    climate.service_standard_goal = f.service_standard_goal;
    climate.new_fiscal_year = now.new_fiscal_year;
    b.climate = workforce::step(plan.workforce, b.climate, climate);

    c.waste_share = b.climate.waste;
    c.employee_satisfaction = b.climate.satisfaction;
    c.number_literacy = b.climate.literacy;
    c.human_capital = b.climate.skill;
    c.real_wage_index = divide_or(b.pay_index, b.climate.market_wage, Real(1.0));
    c.trust = b.society.trust;
    c.research_capital = b.next_generation.research_in_use;
    c.digital_capital = b.next_generation.digital;
    c.executive_capability = b.next_generation.capability;
    c.founder_dependence = next_generation::founder_dependence(b.next_generation);
}

}  // namespace goho::simulation
