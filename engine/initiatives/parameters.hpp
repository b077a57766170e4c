// An initiative (施策): a support service, outsourcing, a tool, advice, training, redesign or a new appraisal system,
// with its stages, budgets on the three walls, effects, checks, target and way of running.
#pragma once

#include "core/parameter.hpp"

namespace goho::initiatives {

enum class Kind { support_service, outsourcing, digital, generative_ai, consulting, training, process_redesign, evaluation_reform };
inline constexpr auto kind_options = std::to_array<Option>({
    {"support_service", {"Support service", "業務支援"}},
    {"outsourcing", {"Outsourcing (BPO)", "BPO（外部委託）"}},
    {"digital", {"Digital tools, RPA", "DX・RPA"}},
    {"generative_ai", {"Generative AI", "生成AI"}},
    {"consulting", {"Consulting alongside", "伴走コンサルティング"}},
    {"training", {"Training", "教育研修"}},
    {"process_redesign", {"Process redesign", "業務再設計"}},
    {"evaluation_reform", {"New appraisal system", "評価制度改定"}},
});
constexpr std::span<const Option> options(Kind) { return kind_options; }

/// The line of the profit and loss statement that an initiative is meant to move.
enum class ProfitLine { none, fixed_cost, gross_profit, net_sales };
inline constexpr auto profit_line_options = std::to_array<Option>({
    {"none", {"None named", "定めていない"}},
    {"fixed_cost", {"Fixed cost", "固定費"}},
    {"gross_profit", {"Gross profit", "粗利"}},
    {"net_sales", {"Net sales", "売上高"}},
});
constexpr std::span<const Option> options(ProfitLine) { return profit_line_options; }

/// One of the four monthly measures (毎月の4点).
enum class Measure { none, hours, lead_time, error_rate, re_entry };
inline constexpr auto measure_options = std::to_array<Option>({
    {"none", {"None set", "定めていない"}},
    {"hours", {"Hours saved a month", "削減時間（月）"}},
    {"lead_time", {"Lead time reduction", "所要期間の短縮率"}},
    {"error_rate", {"Error rate", "ミス率"}},
    {"re_entry", {"Re-entry reduction", "再入力の削減率"}},
});
constexpr std::span<const Option> options(Measure) { return measure_options; }

template <class Real> struct Parameters {
    Kind kind = Kind::digital;
    Month start;                   // required
    int analysis_months = 0;       // current-state analysis before the launch
    int pilot_months = 0;          // pilot before the roll-out
    int support_months = 0;        // external support counted from the start
    Reference follows;             // another initiative that should be in use first
    Real people_budget = 0.0;      // yen, one-off
    Real process_budget = 0.0;
    Real data_budget = 0.0;
    int spending_months = 1;       // months over which the budgets are spent
    Real subsidy_share = 0.0;      // share of the budgets that a subsidy pays
    int subsidy_lag = 12;          // months from the last spending to the subsidy
    Real support_fee = 0.0;        // yen/month during support
    Real running_cost = 0.0;       // yen/month from the launch on
    Real usage_cost = 0.0;         // yen/month at full use
    Real purchase_tax_rate = 0.10;
    Real fit = 0.7;                // 0-1: how well the design fits the work
    Real hours_saving = 0.10;      // share of the company's hours saved in full, skilled use at perfect fit
    Real error_reduction = 0.0;    // share of errors removed, likewise
    Real lead_time_reduction = 0.0;
    Real re_entry_reduction = 0.0;
    Real opening_adoption = 0.0;   // 0-1: already in use when it starts
    Real follow_up = 0.3;          // 0-1: support of the first 90 days
    Real visibility = 0.4;         // 0-1: effect seen without measuring (0.9 accounting and attendance)
    bool tool_first = false;       // tool chosen before the work was listed and redesigned
    Real share_outside = 0.05;     // generative AI: share of tasks beyond what it can do well
    Real human_review = 0.0;       // 0-1
    Real retrieval = 0.0;          // 0-1: answers drawn from the company's documents
    bool contract_checked = false; // the five checks before an external AI service is used
    bool retention_checked = false;
    bool closed_network = false;
    bool encryption = false;
    bool certified = false;
    ProfitLine profit_line = ProfitLine::none;
    Measure target_measure = Measure::none;
    Real target_value = 0.0;       // as the measure
    Month target_month;
    bool baseline_measured = false;
};

/// Coefficients shared by all initiatives (section "adoption").
template <class Real> struct Adoption {
    Real people_wall_today = 0.15;   // 0-1: skills, confidence, readiness that stand today
    Real process_wall_today = 0.15;
    Real data_wall_today = 0.15;
    Real complementarity = -1.0;     // CES exponent of the three walls: -1 = strong complements, 1 = substitutes
    Real budget_scale = 6000000.0;   // yen a wall at 30 people that closes 63% of its gap; grows with people^0.6
    Real clarity_floor = 0.3;        // part of the reach that does not need good leadership
    Real fit_floor = 0.5;            // part of the reach that does not need fit
    Real launch_push = 0.18;         // 1/month: project team and vendor, first three months
    Real launch_level = 0.6;         // adoption the launch pushes towards
    Real overshoot_loss = 0.20;      // 1/month: use beyond what the company can carry, after the launch
    Real innovation = 0.03;          // p: 1/month with support
    Real innovation_people = 0.10;   // p: further, by the people wall
    Real innovation_alone = 0.003;   // p without support
    Real imitation = 0.20;           // q: 1/month
    Real imitation_voice = 0.30;     // q: further, by the field's voice
    Real imitation_alone = 0.4;      // share of q without support and without institutionalisation
    Real decay_least = 0.007;        // 1/month: reversion where sponsored, appraised, measured, institutionalised
    Real decay_most = 0.05;          // 1/month: where nothing of that holds
    Real supported_leadership = 0.6; // sponsorship and measurement that external support lends
    Real improvement_appraised = 0.15; // weight x measurability of improvement that counts as fully appraised
    Real learning_months = 3.0;
    Real learning_months_alone = 5.0; // further months without follow-up
    Real confusion = 0.5;            // hours of confusion at launch as a multiple of the hours to be saved
    Real tool_first_confusion = 1.5;
    Real dual_running = 0.6;         // hours of running old and new side by side, at half adoption
    Real pilot_scale = 0.3;
    Real pilot_learning = 0.5;       // share of the missing fit that a pilot finds
    Real analysis_learning = 0.25;   // share of the missing fit that two months of analysis find
    Real novelty = 12.0;             // months for which a result is news; after that it fades as fast
    Real out_of_order_cost = 1.5;
    Real out_of_order_effect = 0.6;
    Real ready_adoption = 0.3;       // adoption of the preceding initiative that makes a company ready
    Real unrenewed_reach = 0.4;      // part of the reach that is left when the running budget is not renewed
    Real renewal_slope = 4.0;
    Real champion_loss = 0.6;        // share of adoption lost when the champion leaves and nothing is institutionalised
    Real review_cost = 0.15;         // share of saved hours that full human review takes
    Real review_effect = 0.8;
    Real retrieval_effect = 0.5;
    Real error_outside = 0.19;       // error rate added on tasks outside what generative AI can do well
    Real incident_hazard = 0.002;    // 1/month for a service without any of the five checks
    Real incident_cost = 3000000.0;  // yen per incident
};

}  // namespace goho::initiatives
