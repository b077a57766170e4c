#include "io/behaviour_checks.hpp"

#include "simulation/schedule.hpp"

#include <cmath>

namespace goho::io {

namespace {

using simulation::Plan;
using simulation::Scenario;

/// Weights add up to 1; written in percent they carry a trace of binary error.
bool is_whole(double sum) { return std::abs(sum - 1.0) < 1e-6; }

double weights(const evaluation::Parameters<double>& p) {
    return p.selling_weight + p.customer_value_weight + p.improvement_weight + p.development_weight;
}

double used_share(const workforce::FreedHours<double>& p) {
    return p.customers + p.sales + p.improvement + p.development + p.overtime_cut + p.headcount_cut;
}

Text percent(double share) { return {fmt::format("{:.4g}%", share * 100.0), fmt::format("{:.4g}%", share * 100.0)}; }

void report_weights(double sum, std::string pointer, const Text& when, Notes& notes) {
    const Text total = percent(sum), missing = percent(std::abs(1.0 - sum));
    notes.problems.add("not-a-whole", std::move(pointer),
                       {fmt::format("the weights of appraisal{} add up to {}, not to 100%", when.en, total.en),
                        fmt::format("評価ウェイトの合計が{}{} です（100%になる必要があります）", when.ja, total.ja)},
                       sum > 1.0 ? say("take away {} in all", "合計で {} 減らしてください", missing.en)
                                 : say("{} are missing", "合計で {} 足りません", missing.en));
}

void check_groups(const Plan<double>& plan, Notes& notes) {
    double planned = weights(plan.evaluation), today = weights(plan.evaluation_today);
    for (const auto& task : plan.tasks) {
        planned += task.parameters.weight;
        today += task.parameters.weight_today;
    }
    const bool tasks_read = !notes.problems.concerns("/tasks");
    if (tasks_read && !notes.problems.concerns("/evaluation") && !is_whole(planned)) report_weights(planned, "/evaluation", {}, notes);
    if (tasks_read && !notes.problems.concerns("/evaluation_today") && !is_whole(today))
        report_weights(today, "/evaluation_today", {}, notes);
    if (!notes.problems.concerns("/freed_hours") && used_share(plan.freed_hours) > 1.0 + 1e-9) {
        const Text sum = percent(used_share(plan.freed_hours));
        notes.problems.add("more-than-whole", "/freed_hours",
                           say("the uses of freed hours add up to {}; at most 100% can be used",
                               "生み出した時間の使い道の合計が {} です（100%以内にしてください）", sum.en));
    }
    const auto& w = plan.workforce;
    if (!notes.problems.concerns("/workforce") && w.indirect_share + w.fulfilment_share >= 1.0) {
        notes.problems.add("more-than-whole", "/workforce/fulfilment_share",
                           {"indirect work and filling orders leave no time for anything else",
                            "間接業務と受注処理の合計が100%に達し、裁量時間が残りません"},
                           {"their shares must add up to less than 1", "2つの割合の合計を1未満にしてください"});
    }
    if (!notes.problems.concerns("/workforce") && !(w.waste_least < w.waste_today && w.waste_today < w.waste_most)) {
        notes.problems.add("out-of-order", "/workforce/waste_today",
                           {"waste today must lie between waste_least and waste_most",
                            "現在のムダは waste_least と waste_most の間でなければなりません"});
    }
}

/// The timeline may pass through a month in which a group is no whole; each month is looked at.
void check_groups_over_time(const Scenario& scenario, Notes& notes) {
    Plan<double> plan = simulation::without_names(scenario.plan);
    simulation::Schedule<double> schedule(plan, scenario.timeline);
    for (int t = 0; t < plan.company.months; ++t) {
        schedule.apply(t);
        double planned = weights(plan.evaluation);
        for (const auto& task : plan.tasks) planned += task.parameters.weight;
        const std::string month = to_string(plan.company.start + t);
        if (!is_whole(planned)) {
            report_weights(planned, "/timeline", say(" in {}", " {} に", month), notes);
            return;
        }
        if (used_share(plan.freed_hours) > 1.0 + 1e-9) {
            const Text sum = percent(used_share(plan.freed_hours));
            notes.problems.add("more-than-whole", "/timeline",
                               say("in {} the uses of freed hours add up to {}; at most 100% can be used",
                                   "{} に、生み出した時間の使い道の合計が {} になります（100%以内にしてください）", month, sum.en));
            return;
        }
    }
}

void check_initiatives(const Plan<double>& plan, Notes& notes) {
    if (notes.problems.concerns("/company")) return;
    for (std::size_t i = 0; i < plan.initiatives.size(); ++i) {
        const auto& [id, name, p] = plan.initiatives[i];
        if (notes.problems.concerns(item_at("initiatives", id))) continue;
        if (p.start < plan.company.start) {
            const std::string start = to_string(plan.company.start);
            notes.problems.add("before-plan", item_at("initiatives", id, "start"),
                               say("{} lies before the first month of the plan ({})", "{} は計画の最初の月（{}）より前です",
                                   to_string(p.start), start),
                               {"what is in use already starts with the plan and has an opening_adoption",
                                "既に使っているものは計画の最初の月に始め、opening_adoption を書いてください"});
        }
        int steps = 0;
        for (Reference next = p.follows; next.given() && steps <= static_cast<int>(plan.initiatives.size()); ++steps)
            next = plan.initiatives[next.index].parameters.follows;
        if (steps > static_cast<int>(plan.initiatives.size())) {
            notes.problems.add("circle", item_at("initiatives", id, "follows"),
                               {"initiatives follow one another in a circle", "施策の前後関係が循環しています"});
        }
    }
}

void check_events(const Plan<double>& plan, Notes& notes) {
    if (notes.problems.concerns("/company")) return;
    using Kind = simulation::event::Kind;
    const Month last = plan.company.start + (plan.company.months - 1);
    for (const auto& [id, name, p] : plan.events) {
        if (notes.problems.concerns(item_at("events", id))) continue;
        if (p.month < plan.company.start || p.month > last) {
            notes.problems.add("outside-plan", item_at("events", id, "month"),
                               say("{} lies outside of the plan, which runs from {} to {}", "{} は計画期間（{}〜{}）の外です",
                                   to_string(p.month), to_string(plan.company.start), to_string(last)));
        }
        const bool share = p.kind == Kind::key_customer_lost || p.kind == Kind::champion_leaves;
        if (share && p.size > 1.0) {
            notes.problems.add("out-of-range", item_at("events", id, "size"),
                               say("{} is more than all of them; a share between 0 and 1 is meant",
                                   "{} は全体を超えています。0から1の割合で書いてください", shown(p.size)));
        }
    }
}

}  // namespace

void check_behaviour(const Scenario& scenario, Notes& notes) {
    check_groups(scenario.plan, notes);
    check_initiatives(scenario.plan, notes);
    check_events(scenario.plan, notes);
    if (notes.problems.empty()) check_groups_over_time(scenario, notes);
}

}  // namespace goho::io
