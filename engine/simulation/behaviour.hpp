// What the company carries from month to month besides its books: people, customers, trust, capital, initiatives under
// way, and what "today" was when the plan began, against which every ratio is taken.
#pragma once

#include "accounting/books.hpp"
#include "core/variable.hpp"
#include "customers/customers.hpp"
#include "evaluation/evaluation.hpp"
#include "initiatives/initiative.hpp"
#include "management/management.hpp"
#include "next_generation/next_generation.hpp"
#include "simulation/plan.hpp"
#include "society/society.hpp"
#include "workforce/climate.hpp"
#include "workforce/people.hpp"
#include "workforce/time_budget.hpp"

#include <array>

namespace goho::simulation {

/// The company when the plan began.
template <class Real> struct Today {
    Real headcount{}, contracted_hours{}, hours{}, hourly_cost{};
    Real selling_hours{}, customer_hours{}, improvement_hours{}, development_hours{};
    Real goal_clarity{}, trust{}, payment_months{}, pay{}, workload{}, credit_spread{};
    Real research{}, training{}, digital{};     // yen a month
    Real budget_scale{};                        // yen a wall
    std::vector<Real> prices, monthly_pay, headcounts;
};
/// The company when the plan began, by name.
template <class Real>
inline constexpr auto today_variables = std::to_array<Variable<Today<Real>, Real>>({
    stock("headcount_today", &Today<Real>::headcount, "people", {"People", "人員"}, "WF-6"),
    stock("contracted_hours_today", &Today<Real>::contracted_hours, "hours", {"Contracted hours", "所定・残業時間"}, "WF-9"),
    stock("hours_today", &Today<Real>::hours, "hours", {"Working hours", "稼働時間"}, "WF-9"),
    stock("hourly_cost_today", &Today<Real>::hourly_cost, "yen/hour", {"Cost of an hour", "1時間あたり人件費"}, "WF-37"),
    stock("selling_hours_today", &Today<Real>::selling_hours, "hours", {"Selling", "営業時間"}, "WF-23"),
    stock("customer_hours_today", &Today<Real>::customer_hours, "hours", {"Time for customers", "顧客価値時間"}, "WF-23"),
    stock("improvement_hours_today", &Today<Real>::improvement_hours, "hours", {"Improvement", "改善時間"}, "WF-23"),
    stock("development_hours_today", &Today<Real>::development_hours, "hours", {"Development", "育成・開発時間"}, "WF-23"),
    stock("goal_clarity_today", &Today<Real>::goal_clarity, "index", {"Goal clarity", "目標の明確さ"}, "MG-1"),
    stock("trust_today", &Today<Real>::trust, "points", {"Trust", "世間の信頼"}, "SO-2"),
    stock("payment_months_today", &Today<Real>::payment_months, "months", {"Months that suppliers wait", "支払までの月数"}, "SO-8"),
    stock("pay_today", &Today<Real>::pay, "yen/month", {"Monthly pay of all", "月給の合計"}, "WF-37"),
    stock("workload_today", &Today<Real>::workload, "yen/month", {"Orders in a month", "月の受注量"}, "WF-34"),
    stock("credit_spread_today", &Today<Real>::credit_spread, "fraction/year", {"Credit spread", "信用スプレッド"}, "SO-7"),
    stock("research_today", &Today<Real>::research, "yen/month", {"Spent on research", "研究開発費"}, "NG-9"),
    stock("training_today", &Today<Real>::training, "yen/month", {"Spent on training", "教育研修費"}, "NG-9"),
    stock("digital_today", &Today<Real>::digital, "yen/month", {"Spent on IT", "IT費"}, "NG-9"),
    stock("budget_scale_today", &Today<Real>::budget_scale, "yen", {"Budget that fills a wall", "壁を越えるのに必要な予算"}, "IN-30"),
});

/// What behaviour hands to the books in a month; neutral where behaviour is off.
template <class Real> struct Responses {
    std::vector<Real> volume_factor;                                    // by segment
    std::vector<Real> headcount_change, replacements, overtime_change;  // by job group
    Real spread_change = 0.0;
};

template <class Real> struct Behaviour {
    management::State<Real> management;
    evaluation::State<Real> evaluation;
    std::vector<initiatives::State<Real>> initiatives;
    std::vector<workforce::People<Real>> people;
    workforce::Climate<Real> climate;
    std::vector<customers::State<Real>> customers;
    society::State<Real> society;
    next_generation::State<Real> next_generation;

    Today<Real> today;
    Responses<Real> responses;

    // Of last month, where an influence would otherwise run in a circle
    Real visible_success = 0.0, attrition_rate = 0.0, hourly_cost = 0.0, posts_saved = 0.0;
    Real price_lead = 1.0, progress = 1.0, pay_index = 1.0;
    Real volume_index = 1.0, deliverable = 1.0;

    // Of this month, from one part of the step to the next
    evaluation::Flows<Real> effort;
    workforce::TimeFlows<Real> time;
    Real goal_clarity = 0.0, executive_sponsorship = 0.0;
    Real hours_saved = 0.0, confusion_hours = 0.0, dual_running_hours = 0.0;
    Real error_index = 1.0, lead_time_ratio = 1.0, re_entry_index = 1.0;
    Real dismissed = 0.0, effective_hours = 0.0, contracted_hours = 0.0, planned_hours = 0.0, heads = 0.0;
};
/// What is carried into the next month, by name, so that a result can be explained.
template <class Real>
inline constexpr auto behaviour_variables = std::to_array<Variable<Behaviour<Real>, Real>>({
    stock("attrition_rate", &Behaviour<Real>::attrition_rate, "1/month", {"Monthly attrition rate", "月次離職率"}, "WF-1"),
    stock("hourly_cost", &Behaviour<Real>::hourly_cost, "yen/hour", {"Cost of an hour", "1時間あたり人件費"}, "WF-37"),
    stock("posts_saved", &Behaviour<Real>::posts_saved, "fraction", {"Posts not refilled", "補充しない人員の割合"}, "WF-36"),
    stock("price_lead", &Behaviour<Real>::price_lead, "index", {"Own price changes beyond the market's", "市場を上回る値上げの累計"}, "CU-12"),
    stock("progress", &Behaviour<Real>::progress, "index", {"Yearly progress of productivity", "生産性の年次向上の累計"}, "WF-31"),
    stock("pay_index", &Behaviour<Real>::pay_index, "index", {"Pay against today", "賃金水準（現状=1）"}, "WF-37"),
    stock("volume_index", &Behaviour<Real>::volume_index, "index", {"Orders against today", "受注量（現状=1）"}, "WF-34"),
    stock("error_index", &Behaviour<Real>::error_index, "index", {"Errors against today", "ミス（現状=1）"}, "IN-31"),
    stock("lead_time_index", &Behaviour<Real>::lead_time_ratio, "index", {"Lead time against today", "対応日数（現状=1）"}, "IN-31"),
    stock("re_entry_index", &Behaviour<Real>::re_entry_index, "index", {"Re-entry of data", "再入力（現状=1）"}, "IN-31"),
    stock("effective_hours", &Behaviour<Real>::effective_hours, "hours", {"Hours, novices by what they achieve", "実効労働時間（習熟途上を割引）"}, "WF-9"),
    stock("contracted_hours", &Behaviour<Real>::contracted_hours, "hours", {"Hours of those who are there", "在籍者の所定・残業時間"}, "WF-9"),
    stock("planned_hours", &Behaviour<Real>::planned_hours, "hours", {"Hours of all planned posts", "計画人員の所定・残業時間"}, "WF-12"),
    stock("people_at_work", &Behaviour<Real>::heads, "people", {"People", "在籍人員"}, "WF-6"),
});

/// The hours of a month that no result holds, by name.
template <class Real>
inline constexpr auto time_variables = std::to_array<Variable<workforce::TimeFlows<Real>, Real>>({
    stock("service_standard_goal", &workforce::TimeFlows<Real>::service_standard_goal, "index", {"Care that time allows", "時間が許す丁寧さ"}, "WF-16"),
    stock("overtime_share", &workforce::TimeFlows<Real>::overtime_share, "fraction", {"Overtime beyond the plan", "計画を超える残業の割合"}, "WF-14"),
});

/// Leaving at neutral satisfaction: officers stay.                                                   WF-32
template <class Real>
Real attrition_of(const workforce::Parameters<Real>& c, accounting::job_group::Role role) {
    using Role = accounting::job_group::Role;
    return role == Role::officer ? Real(0.0) : role == Role::part_time ? c.part_time_attrition_rate : c.attrition_rate;
}

/// Average working week of a month's hours a person.                                                 WF-33
template <class Real> Real weekly(Real hours, Real heads) { return divide_or(hours * 12.0, heads * 52.0, Real(40.0)); }

/// Months between a purchase and the payment, notes included: what suppliers wait.                   SO-8
template <class Real> Real payment_months(const accounting::purchasing::Parameters<Real>& p) {
    return (1.0 - p.cash_share) * (p.payment_lag + p.note_share * p.note_sight);
}

/// Sets out with the company in balance: what is done today goes on, and nothing moves until something is changed.
template <class Real> Behaviour<Real> behaviour_today(const Plan<Real>& plan) {
    using accounting::cost_line::active;
    Behaviour<Real> b;
    const auto& w = plan.workforce;
    auto& today = b.today;
    b.initiatives.resize(plan.initiatives.size());
    Real effective_hours = 0.0, pay_with_extras = 0.0, hours_paid = 0.0;
    for (const auto& item : plan.job_groups) {
        const auto& p = item.parameters;
        const auto people = workforce::people_today(w, p.headcount, attrition_of(w, p.role));
        b.people.push_back(people);
        const Real hours = p.standard_hours + p.overtime_hours;
        today.headcount += p.headcount;
        today.contracted_hours += p.headcount * hours;
        effective_hours += (p.headcount - (1.0 - w.novice_productivity) * people.novices) * hours;
        today.headcounts.push_back(p.headcount);
        today.monthly_pay.push_back(p.monthly_pay);
        today.pay += p.headcount * p.monthly_pay;
        pay_with_extras += p.headcount * p.monthly_pay * (1.0 + p.bonus_months / 12.0) * (1.0 + p.social_insurance_rate);
        hours_paid += p.headcount * p.standard_hours;
    }
    const Real week = weekly(today.contracted_hours, today.headcount);
    today.hours = (1.0 - w.absence_rate) * effective_hours * divide_or(workforce::useful_week(week), week, Real(1.0));
    today.hourly_cost = divide_or(pay_with_extras, hours_paid, Real(0.0));
    b.hourly_cost = today.hourly_cost;
    const Real discretionary = (1.0 - w.indirect_share - w.fulfilment_share) * today.hours;
    const auto habit = evaluation::habit_today(plan.effort, plan.tasks);
    b.evaluation.practice = habit;
    Real outcome[5] = {Real(0.0), Real(0.0), Real(0.0), Real(0.0), Real(0.0)};
    for (int j = 0; j < 4 + static_cast<int>(plan.tasks.size()); ++j) {
        outcome[j < 4 ? j + 1 : static_cast<int>(plan.tasks[j - 4].parameters.serves)] += habit[j];
    }
    today.selling_hours = outcome[1] * discretionary;
    today.customer_hours = outcome[2] * discretionary;
    today.improvement_hours = outcome[3] * discretionary;
    today.development_hours = outcome[4] * discretionary;

    today.goal_clarity = management::effective_clarity(plan.leadership, plan.management_today);
    today.budget_scale = plan.adoption.budget_scale * pow(max(today.headcount, Real(1.0)) / 30.0, Real(0.6));  // IN-30
    today.payment_months = payment_months(plan.purchasing);
    for (const auto& item : plan.segments) {
        today.prices.push_back(item.parameters.price);
        today.workload += item.parameters.price * item.parameters.volume;                             // WF-34
        b.customers.push_back(customers::customers_today(plan.customers));
    }
    for (const auto& item : plan.cost_lines) {
        const auto& p = item.parameters;
        if (!active(p, plan.company.start)) continue;
        if (p.category == accounting::Category::research_development) today.research += p.monthly_amount;
        if (p.category == accounting::Category::training) today.training += p.monthly_amount;
        if (p.category == accounting::Category::it) today.digital += p.monthly_amount;
    }
    const auto given = [](Real stated, Real found) { return select(stated > 0.0, stated, found); };
    today.research = given(plan.next_generation.research_today, today.research);
    today.training = given(plan.next_generation.training_today, today.training);
    today.digital = given(plan.next_generation.digital_today, today.digital);

    b.climate.satisfaction = w.satisfaction_neutral;
    b.climate.literacy = plan.management_today.information_sharing;
    b.climate.waste = w.waste_today;
    b.attrition_rate = w.attrition_rate;
    b.society.operating_income = plan.opening.previous_net_income + plan.opening.previous_corporate_taxes;
    b.society.trust = clamp(plan.society.trust_neutral + plan.society.disclosure_effect *
                                (plan.management_today.disclosure - plan.society.disclosure_neutral), Real(0.0), Real(100.0));
    today.trust = b.society.trust;
    b.next_generation.capability = next_generation::capability_goal(
        plan.next_generation, plan.management_today.executive_sponsorship, plan.management_today.institutionalisation);

    b.responses.volume_factor.assign(plan.segments.size(), Real(1.0));
    b.responses.headcount_change.assign(plan.job_groups.size(), Real(0.0));
    b.responses.replacements.assign(plan.job_groups.size(), Real(0.0));
    b.responses.overtime_change.assign(plan.job_groups.size(), Real(0.0));
    return b;
}

}  // namespace goho::simulation
