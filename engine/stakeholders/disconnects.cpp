#include "stakeholders/disconnects.hpp"

#include "core/number.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace goho::stakeholders {

namespace {

using simulation::Plan;

double mean(const std::vector<DisconnectPart>& parts) {
    double sum = 0.0;
    for (const auto& p : parts) sum += p.value;
    return parts.empty() ? 0.0 : sum / static_cast<double>(parts.size());
}
double product(const std::vector<DisconnectPart>& parts) {
    double all = 1.0;
    for (const auto& p : parts) all *= p.value;
    return all;
}

Text reason_of(const std::vector<DisconnectPart>& parts, Label cure) {
    if (parts.empty()) return {};
    const auto& weakest = *std::min_element(parts.begin(), parts.end(), [](const auto& a, const auto& b) { return a.value < b.value; });
    return {fmt::format("weakest: {} ({:.0f} of 100); {}", weakest.label.en, weakest.value * 100.0, cure.en),
            fmt::format("最も弱い点: {}（100点中{:.0f}点）。{}", weakest.label.ja, weakest.value * 100.0, cure.ja)};
}

Disconnect finished(Disconnect d, double joined, Label cure) {
    d.severity = 100.0 * (1.0 - std::clamp(joined, 0.0, 1.0));
    d.reason = reason_of(d.parts, cure);
    return d;
}

Disconnect purpose(const management::Parameters<double>& levers) {
    Disconnect d{"purpose", {"Purpose", "目的の分断"}, {"100 × (1 − goal clarity × purpose shared)", "100 ×（1 − 目標の明確さ × 目的の共有）"}, "FD-13", {}, {}, {}};
    d.parts = {{{"goal clarity", "目標の明確さ"}, levers.goal_clarity}, {{"purpose shared", "目的の共有"}, levers.purpose_shared}};
    return finished(d, product(d.parts), {"say what, by when, to which level, and tell everybody why", "何を・いつまでに・どの水準までかを決め、なぜ変えるのかを全員に伝える"});
}

Disconnect finance(const Plan<double>& plan, const management::Parameters<double>& levers, bool today) {
    Disconnect d{"finance", {"Finance", "財務の分断"}, {"100 × (1 − mean of the parts)", "100 ×（1 − 各要素の平均）"}, "FD-14", {}, {}, {}};
    if (!today && !plan.initiatives.empty()) {
        const auto named = std::count_if(plan.initiatives.begin(), plan.initiatives.end(),
                                         [](const auto& i) { return i.parameters.profit_line != initiatives::ProfitLine::none; });
        d.parts.push_back({{"initiatives with a line of profit to move", "損益項目と結び付いた施策"}, static_cast<double>(named) / static_cast<double>(plan.initiatives.size())});
    }
    const auto& f = plan.freed_hours;
    const double used = f.customers + f.sales + f.improvement + f.development + f.overtime_cut + f.headcount_cut;
    d.parts.push_back({{"freed hours with a destination", "使い道の決まった時間"}, today ? 0.0 : used});
    d.parts.push_back({{"results by segment used", "部門別採算の活用"}, levers.segment_results_used});
    d.parts.push_back({{"effects measured monthly", "毎月の効果測定"}, levers.measurement});
    return finished(d, mean(d.parts), {"tie every initiative to a line of profit and every freed hour to a use", "施策を損益項目に、空いた時間を使い道に結び付ける"});
}

Disconnect appraisal(const evaluation::Parameters<double>& e, const std::optional<EffortValue>& value) {
    Disconnect d{"appraisal", {"Appraisal", "評価の分断"},
                 {"100 × (1 − cosine between what is appraised and what is worth it)", "100 ×（1 − 評価の方向と価値の方向の一致度）"}, "FD-15", {}, {}, {}};
    const std::array<double, 4> seen{e.selling_weight * e.selling_measurability, e.customer_value_weight * e.customer_value_measurability,
                                     e.improvement_weight * e.improvement_measurability, e.development_weight * e.development_measurability};
    constexpr std::array<Label, 4> names{Label{"selling", "営業"}, Label{"customer value", "顧客価値"}, Label{"improvement", "改善"}, Label{"development", "育成・開発"}};
    if (!value) return d;
    double dot = 0.0, of_seen = 0.0, of_value = 0.0;
    for (std::size_t j = 0; j < 4; ++j) {
        const double worth = std::max(0.0, (*value)[j]);
        dot += seen[j] * worth;
        of_seen += seen[j] * seen[j];
        of_value += worth * worth;
    }
    if (of_seen <= 0.0 || of_value <= 0.0) return d;
    for (std::size_t j = 0; j < 4; ++j) {
        const double worth = std::max(0.0, (*value)[j]) / std::sqrt(of_value), felt = seen[j] / std::sqrt(of_seen);
        d.parts.push_back({names[j], worth > 0.0 ? std::min(1.0, felt / worth) : 1.0});
    }
    return finished(d, dot / std::sqrt(of_seen * of_value), {"appraise and measure what creates value, not only what is easy to count", "数えやすいものだけでなく、価値を生むものを評価し測る"});
}

Disconnect executives(const management::Parameters<double>& levers) {
    Disconnect d{"executives", {"Executives", "幹部の分断"}, {"100 × (1 − geometric mean of the parts)", "100 ×（1 − 各要素の幾何平均）"}, "FD-16", {}, {}, {}};
    d.parts = {{{"they own a budget", "予算を持つ"}, levers.budget_ownership},
               {{"they review cost against benefit", "費用対効果を見る"}, levers.cost_benefit_review},
               {{"they answer for projects", "案件の責任を負う"}, levers.project_responsibility},
               {{"they stand behind change", "変化を後押しする"}, levers.executive_sponsorship}};
    return finished(d, goho::pow(product(d.parts), 0.25), {"give executives budgets and projects of their own, and review both", "幹部に予算と案件を任せ、両方を振り返る"});
}

Disconnect long_term(const Plan<double>& plan, const management::Parameters<double>& levers, bool today, double future_share) {
    Disconnect d{"long_term", {"Long term", "長期の分断"}, {"100 × (1 − mean of the parts)", "100 ×（1 − 各要素の平均）"}, "FD-17", {}, {}, {}};
    double years = 0.0;
    for (const int year : {3, 5, 10}) {
        years += std::any_of(plan.targets.begin(), plan.targets.end(), [&](const auto& t) { return t.parameters.year == year; }) ? 1.0 / 3.0 : 0.0;
    }
    d.parts = {{{"targets for years 3, 5 and 10", "3・5・10年の目標"}, years},
               {{"plan linked to daily work", "計画と日常の連動"}, levers.plan_linkage},
               {{"research, people and tools against 6% of value added", "研究開発・人材・DX投資（付加価値の6%比）"}, std::min(1.0, future_share / 0.06)}};
    int following = 0, in_order = 0;
    for (const auto& item : plan.initiatives) {
        if (today || !item.parameters.follows.given()) continue;
        ++following;
        in_order += plan.initiatives[static_cast<std::size_t>(item.parameters.follows.index)].parameters.start < item.parameters.start;
    }
    if (following > 0) d.parts.push_back({{"initiatives in their order", "施策の順序"}, static_cast<double>(in_order) / following});
    return finished(d, mean(d.parts), {"set targets for years 3, 5 and 10 and let yearly plans and investment follow them", "3・5・10年の目標を置き、年度計画と投資をつなげる"});
}

}  // namespace

Label grade_of(double severity) {
    if (severity <= 20.0) return {"connected", "接続"};
    if (severity <= 40.0) return {"watch", "注意"};
    if (severity <= 60.0) return {"tending to split", "分断傾向"};
    return {"split", "分断"};
}

std::vector<Disconnect> disconnects(const Plan<double>& plan, bool today, const std::optional<EffortValue>& effort_value, double future_share) {
    const auto& levers = today ? plan.management_today : plan.management;
    return {purpose(levers), finance(plan, levers, today), appraisal(today ? plan.evaluation_today : plan.evaluation, effort_value),
            executives(levers), long_term(plan, levers, today, future_share)};
}

}  // namespace goho::stakeholders
