#include "decision/clinic_parts.hpp"
#include "initiatives/initiative.hpp"

#include <algorithm>
#include <cmath>

namespace goho::decision::clinic_parts {

namespace {

using analysis::LeverLevel;
using analysis::Replacement;
using S = Symptom;

Text percent(double share) {
    const std::string text = group_thousands(100.0 * share) + "%";
    return {text, text};
}

struct LeverCause {
    std::string_view row;
    double management::Parameters<double>::*field;
    Label label;
    std::vector<Symptom> of;
};

const std::vector<LeverCause>& lever_causes() {
    using M = management::Parameters<double>;
    static const std::vector<LeverCause> all{
        {"goal_clarity", &M::goal_clarity, {"Goals are not clear", "目標がはっきりしない"}, {S::tools_unused, S::company_unchanged, S::no_profit}},
        {"purpose_shared", &M::purpose_shared, {"The purpose is not shared", "目的が共有されていない"}, {S::company_unchanged, S::no_profit}},
        {"executive_sponsorship", &M::executive_sponsorship, {"Executives stand aside", "経営層が後押ししていない"}, {S::tools_unused, S::company_unchanged, S::owner_load, S::no_profit}},
        {"measurement", &M::measurement, {"Effects are not measured", "効果を測っていない"}, {S::results_unseen, S::tools_unused, S::no_profit}},
        {"segment_results_used", &M::segment_results_used, {"Segment results are unused", "部門別採算を使っていない"}, {S::results_unseen}},
        {"institutionalisation", &M::institutionalisation, {"It hangs on one person", "担当者一人に頼っている"}, {S::tools_unused, S::company_unchanged, S::owner_load, S::organisation}},
        {"field_voice", &M::field_voice, {"The workplace has no say", "現場の声が反映されない"}, {S::tools_unused, S::company_unchanged}},
        {"information_sharing", &M::information_sharing, {"Figures are not shared", "数字が共有されていない"}, {S::results_unseen, S::company_unchanged}},
    };
    return all;
}

void add_levers(const Base& base, const simulation::Plan<double>& plan, int first, std::vector<Cause>& into) {
    for (const auto& one : lever_causes()) {
        const double level = plan.management.*one.field;
        if (level >= weak) continue;                                                               // RX-7
        const LeverLevel lever{"management", one.row, strong};
        const Text name{std::string(one.label.en), std::string(one.label.ja)};
        into.push_back({std::string(one.row), name, percent(level), percent(strong), one.of,
                        analysis::raised_from(base.scenario, std::span(&lever, 1), first, "cause_" + std::string(one.row), name), {}, nullptr});
    }
}

/// Improvement counts where weight times measurability reach what the model calls fully appraised.
void add_appraisal(const Base& base, const simulation::Plan<double>& plan, int first, std::vector<Cause>& into) {
    const auto& e = plan.evaluation;
    const double counted = std::min(1.0, e.improvement_weight * e.improvement_measurability / plan.adoption.improvement_appraised);
    if (counted >= weak) return;
    const double more = std::clamp(0.20 - e.improvement_weight, 0.0, e.selling_weight);            // RX-8
    const std::array levers{LeverLevel{"evaluation", "selling_weight", e.selling_weight - more, false},
                            LeverLevel{"evaluation", "customer_value_weight", e.customer_value_weight, false},
                            LeverLevel{"evaluation", "improvement_weight", e.improvement_weight + more, false},
                            LeverLevel{"evaluation", "development_weight", e.development_weight, false},
                            LeverLevel{"evaluation", "improvement_measurability", strong, true}};
    const Text name{"Improving is not appraised", "改善が評価に入っていない"};
    auto replacements = analysis::raised_from(base.scenario, levers, first, "cause_appraisal", name);
    const auto cost = analysis::redesign_of_appraisal(base.scenario, base.run.start + first);
    replacements.insert(replacements.end(), cost.begin(), cost.end());
    const double after = std::min(1.0, (e.improvement_weight + more) * std::max(strong, e.improvement_measurability) / plan.adoption.improvement_appraised);
    into.push_back({"appraisal", name, percent(counted), percent(after), {S::tools_unused, S::company_unchanged}, std::move(replacements), {}, nullptr});
}

void add_destination(const Base& base, const simulation::Plan<double>& plan, int first, std::vector<Cause>& into) {
    const auto& f = plan.freed_hours;
    const double used = f.customers + f.sales + f.improvement + f.development + f.overtime_cut + f.headcount_cut;
    if (used >= weak) return;
    const double rest = 0.9 - used;                                                                // RX-9
    const std::array levers{LeverLevel{"freed_hours", "customers", f.customers + rest * 4.0 / 9.0, false}, LeverLevel{"freed_hours", "sales", f.sales + rest * 3.0 / 9.0, false},
                            LeverLevel{"freed_hours", "improvement", f.improvement + rest / 9.0, false}, LeverLevel{"freed_hours", "development", f.development + rest / 9.0, false}};
    const Text name{"Freed hours lead nowhere", "生み出した時間の行き先がない"};
    into.push_back({"destination", name, percent(used), percent(0.9), {S::no_profit, S::company_unchanged},
                    analysis::raised_from(base.scenario, levers, first, "cause_destination", name), {}, nullptr});
}

/// Causes that lie in how the tools themselves were brought in: put right from their own beginning.
class OfTools {
public:
    OfTools(const Base& base, const std::vector<Tool>& tools) : base_(base), scale_(budget_scale(base)) {
        const bool any = std::any_of(tools.begin(), tools.end(), [](const Tool& t) { return t.since.given(); });
        for (const auto& tool : tools) {
            if (!any || tool.since.given()) concerned_.push_back(&base.scenario.plan.initiatives[static_cast<std::size_t>(tool.index)]);
        }
    }
    void add(std::vector<Cause>& into) {
        if (concerned_.empty()) return;
        follow_up(into);
        wall("people", {"People are untrained", "人の準備不足（教育）"}, &P::people_budget, "people_budget", base_.scenario.plan.adoption.people_wall_today, into);
        wall("process", {"Work was not put in order", "業務が整理されていない"}, &P::process_budget, "process_budget", base_.scenario.plan.adoption.process_wall_today, into);
        wall("data", {"Data are not connected", "データがつながっていない"}, &P::data_budget, "data_budget", base_.scenario.plan.adoption.data_wall_today, into);
        trial(into);
        tool_first(into);
        support(into);
    }

private:
    using P = initiatives::Parameters<double>;
    using Held = Item<P>;

    Replacement put(const Held& item, std::string row, std::variant<std::monostate, double, std::string, Text> value) const {
        return {{"initiatives", item.id, std::move(row)}, std::move(value)};
    }
    void take(Cause cause, std::vector<Cause>& into) const {
        if (!cause.replacements.empty()) into.push_back(std::move(cause));
    }
    void follow_up(std::vector<Cause>& into) const {
        Cause cause{"follow_up", {"No help in the first 90 days", "導入後90日の支援がない"}, {}, percent(0.9), {S::tools_unused, S::organisation}, {}, {}, nullptr};
        double least = 1.0;
        for (const auto* item : concerned_) {
            least = std::min(least, item->parameters.follow_up);
            if (item->parameters.follow_up < weak) cause.replacements.push_back(put(*item, "follow_up", 0.9));
        }
        cause.today = percent(least);
        take(std::move(cause), into);
    }
    void wall(const char* id, Label label, double P::*budget, const char* row, double today, std::vector<Cause>& into) const {
        Cause cause{id, {std::string(label.en), std::string(label.ja)}, {}, {}, {S::tools_unused, S::organisation}, {}, {}, nullptr};
        double least = 1.0;
        const double after = initiatives::detail::wall(today, scale_, scale_);                     // RX-10
        for (const auto* item : concerned_) {
            const double ready = std::max(initiatives::detail::wall(today, item->parameters.*budget, scale_),
                                          item->parameters.kind == initiatives::Kind::outsourcing ? base_.scenario.plan.adoption.provider_walls : 0.0);
            least = std::min(least, ready);
            if (ready < weak && ready < after) cause.replacements.push_back(put(*item, row, std::ceil(scale_ / 1e4) * 1e4));
        }
        cause.today = percent(least);
        cause.repaired = percent(after);
        take(std::move(cause), into);
    }
    void trial(std::vector<Cause>& into) const {
        Cause cause{"trial", {"All at once, without a trial", "試行なしで一斉に導入した"}, {"0", "0"}, {"3 months", "3か月"}, {S::tools_unused, S::organisation}, {}, {}, nullptr};
        for (const auto* item : concerned_) {
            if (item->parameters.pilot_months == 0 && item->parameters.opening_adoption == 0.0) cause.replacements.push_back(put(*item, "pilot_months", 3.0));
        }
        take(std::move(cause), into);
    }
    /// A flag has no number: it is put right by what its absence means.
    void tool_first(std::vector<Cause>& into) const {
        Cause cause{"tool_first", {"Tool chosen before the work", "業務より先にツールを選んだ"}, {"yes", "該当"}, {"no", "解消"}, {S::organisation}, {}, {}, nullptr};
        for (const auto* item : concerned_) {
            if (item->parameters.tool_first) cause.replacements.push_back(put(*item, "tool_first", std::monostate{}));
        }
        take(std::move(cause), into);
    }
    void support(std::vector<Cause>& into) const {
        Cause cause{"support", {"Nobody works alongside", "伴走する人がいない"}, {}, {"12 months", "12か月"}, {S::tools_unused, S::organisation}, {}, {}, nullptr};
        int least = 600;
        for (const auto* item : concerned_) {
            least = std::min(least, item->parameters.support_months);
            if (item->parameters.support_months >= 6 || item->parameters.opening_adoption > 0.0) continue;
            cause.replacements.push_back(put(*item, "support_months", 12.0));
            cause.replacements.push_back(put(*item, "support_fee", std::max(item->parameters.support_fee, 150000.0)));
        }
        cause.today = {std::to_string(least), std::to_string(least)};
        take(std::move(cause), into);
    }

    const Base& base_;
    double scale_;
    std::vector<const Held*> concerned_;
};

}  // namespace

std::vector<Cause> causes_of(const Base& base, int judged, int from, const std::vector<Tool>& tools) {
    std::vector<Cause> out;
    const auto plan = plan_at(base.scenario, judged);
    add_levers(base, plan, from, out);
    add_appraisal(base, plan, from, out);
    add_destination(base, plan, from, out);
    OfTools(base, tools).add(out);
    return out;
}

}  // namespace goho::decision::clinic_parts
