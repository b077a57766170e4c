#include "decision/clinic_parts.hpp"

#include <algorithm>
#include <cmath>

namespace goho::decision::clinic_parts {

namespace {

using analysis::LeverLevel;
using analysis::Replacement;

constexpr std::array<Label, 3> step_names{Label{"Make visible", "見える化"}, Label{"Small trial", "小さな試行（PoC）"}, Label{"Settle", "定着"}};

/// In which step a lever is raised.                                                               RX-11
int step_of(std::string_view cause) {
    if (cause == "measurement" || cause == "segment_results_used" || cause == "goal_clarity") return 0;
    if (cause == "field_voice" || cause == "purpose_shared" || cause == "information_sharing") return 1;
    return 2;
}

struct Planned {
    std::vector<Replacement> replacements;
    std::vector<RestartStep> steps;
    double budget = 0.0, fee = 0.0;
};

void join(std::vector<Replacement>& into, std::vector<Replacement> more) {
    into.insert(into.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

bool is_lever(const Cause& cause) {
    constexpr std::array<std::string_view, 8> levers{"goal_clarity", "purpose_shared", "executive_sponsorship", "measurement", "segment_results_used", "institutionalisation", "field_voice", "information_sharing"};
    return std::find(levers.begin(), levers.end(), cause.id) != levers.end();
}

/// The levers of one step, as one entry of the timeline.
void raise_levers(const Base& base, const Clinic& clinic, int step, int month, Planned& into) {
    static constexpr std::array<const char*, 3> ids{"restart_visible", "restart_trial", "restart_settle"};
    std::vector<LeverLevel> levers;
    const Month from = base.run.start + month;
    for (const auto& cause : clinic.causes) {
        if (!is_lever(cause) || step_of(cause.id) != step) continue;
        levers.push_back({"management", cause.id, strong});
        into.steps.push_back({step + 1, from, cause.label, {cause.today.en + " → " + cause.repaired.en, cause.today.ja + "→" + cause.repaired.ja}});
    }
    const auto index = static_cast<std::size_t>(step);
    const Text name{fmt::format("Restart, step {}: {}", step + 1, step_names[index].en), fmt::format("再起ステップ{}：{}", step + 1, step_names[index].ja)};
    join(into.replacements, analysis::raised_from(base.scenario, levers, month, ids[index], name));
}

/// Appraisal and freed hours: as their causes say, from the month of the step.
void raise_the_rest(const Base& base, const Clinic& clinic, int month, const std::vector<Tool>& tools, Planned& into) {
    const bool appraisal = std::any_of(clinic.causes.begin(), clinic.causes.end(), [](const Cause& c) { return c.id == "appraisal"; });
    const bool destination = std::any_of(clinic.causes.begin(), clinic.causes.end(), [](const Cause& c) { return c.id == "destination"; });
    if (!appraisal && !destination) return;
    for (const auto& cause : causes_of(base, month, month, tools)) {
        if (!(cause.id == "appraisal" && appraisal) && !(cause.id == "destination" && destination)) continue;
        join(into.replacements, cause.replacements);
        into.steps.push_back({3, base.run.start + month, cause.label, {cause.today.en + " → " + cause.repaired.en, cause.today.ja + "→" + cause.repaired.ja}});
    }
}

template <class List> std::string free_id(const List& items, std::string id) {
    while (std::any_of(items.begin(), items.end(), [&](const auto& i) { return i.id == id; })) id += "_again";
    return id;
}

/// What a number cannot say: what was checked with the old tool, and that its baseline is measured now.
void set_flags(io::Json& content, const std::string& old_tool, const std::string& id) {
    auto& items = content["initiatives"];
    for (const char* flag : {"contract_checked", "retention_checked", "closed_network", "encryption", "certified"}) {
        if (items[old_tool].contains(flag)) items[id][flag] = items[old_tool][flag];
    }
    items[id]["baseline_measured"] = true;
}

double ten_thousands(double yen) { return std::ceil(yen / 1e4) * 1e4; }

/// The unused tool begins again: three months of looking at the work, three of trial, then everywhere.   RX-12
std::string begin_again(const Base& base, const Tool& tool, int month, Planned& into) {
    const auto& item = base.scenario.plan.initiatives[static_cast<std::size_t>(tool.index)];
    const auto plan = plan_at(base.scenario, month);
    const auto& p = plan.initiatives[static_cast<std::size_t>(tool.index)].parameters;
    const double scale = budget_scale(base), hours = base.run.conduct.front().available_hours;
    const Month from = base.run.start + month;
    const std::string id = free_id(base.scenario.plan.initiatives, "restart"), entry = free_id(base.scenario.timeline, "restart_old_tool");
    const auto put = [&](const char* row, std::variant<std::monostate, double, std::string, Text> value) { into.replacements.push_back({{"initiatives", id, row}, std::move(value)}); };
    put("name", Text{"Again: " + std::string(item.shown(Language::english)), "再起：" + std::string(item.shown(Language::japanese))});
    put("kind", std::string(initiatives::kind_options[static_cast<std::size_t>(p.kind)].key));
    put("start", to_string(from));
    for (const auto& [row, value] : {std::pair{"analysis_months", 3.0}, std::pair{"pilot_months", 3.0}, std::pair{"support_months", 18.0}, std::pair{"spending_months", 6.0},
                                     std::pair{"support_fee", std::max(p.support_fee, 150000.0)}, std::pair{"people_budget", ten_thousands(scale / 2.0)},
                                     std::pair{"process_budget", ten_thousands(scale / 2.0)}, std::pair{"data_budget", ten_thousands(scale / 2.0)}, std::pair{"follow_up", 0.9},
                                     std::pair{"fit", p.fit}, std::pair{"visibility", p.visibility}, std::pair{"target_value", std::ceil(p.hours_saving * hours / 2.0)},
                                     std::pair{"share_outside", p.share_outside}, std::pair{"human_review", p.human_review}, std::pair{"retrieval", p.retrieval}})
        put(row, value);
    put("target_measure", std::string("hours"));
    put("target_month", to_string(from + 24));
    put("profit_line", std::string(p.profit_line == initiatives::ProfitLine::none ? "fixed_cost" : initiatives::profit_line_options[static_cast<std::size_t>(p.profit_line)].key));
    into.replacements.push_back({{"timeline", entry, "name"}, Text{"The old way of using it is given up", "これまでの使い方をやめる"}});
    into.replacements.push_back({{"timeline", entry, "from"}, to_string(from + 3)});
    using Row = std::pair<const char*, double>;
    for (const auto& [row, value] : {Row{"hours_saving", p.hours_saving}, Row{"error_reduction", p.error_reduction}, Row{"lead_time_reduction", p.lead_time_reduction},
                                     Row{"re_entry_reduction", p.re_entry_reduction}, Row{"running_cost", p.running_cost}, Row{"usage_cost", p.usage_cost}}) {
        put(row, value);
        if (value > 0.0) into.replacements.push_back({{"timeline", entry, "set", "/initiatives/" + item.id + "/" + row}, 0.0});
    }
    into.budget = ten_thousands(scale / 2.0);
    into.fee = std::max(p.support_fee, 150000.0);
    into.steps.push_back({1, from, {"Look at the work first", "ツールより先に業務を棚卸し"}, {"3 months", "3か月"}});
    into.steps.push_back({2, from + 3, {"Trial in one department", "1部署での試行"}, {"3 months", "3か月"}});
    into.steps.push_back({3, from + 6, {"Everywhere, helped for 90 days", "全社展開（導入後90日の支援）"}, {"support to month 18", "伴走は18か月目まで"}});
    return id;
}

}  // namespace

void plan_restart(const Base& base, const std::vector<Tool>& tools, Clinic& into) {
    if (into.causes.empty()) return;
    const int month = into.restart_from - base.run.start;
    Planned planned;
    for (int step = 0; step < 3; ++step) raise_levers(base, into, step, month + 3 * step, planned);
    raise_the_rest(base, into, month + 6, tools, planned);
    const Tool* best = nullptr;
    std::string again;
    for (const auto& tool : tools) {
        if (tool.since.given() && (!best || tool.potential > best->potential)) best = &tool;
    }
    if (best && (into.concerns(Symptom::tools_unused) || into.concerns(Symptom::organisation) || into.concerns(Symptom::no_profit))) {
        again = begin_again(base, *best, month, planned);
        const auto& item = base.scenario.plan.initiatives[static_cast<std::size_t>(best->index)];
        into.tool = item.id;
        into.tool_name = {std::string(item.shown(Language::english)), std::string(item.shown(Language::japanese))};
    }
    if (planned.steps.empty()) return;
    std::stable_sort(planned.steps.begin(), planned.steps.end(), [](const auto& a, const auto& b) { return a.step < b.step; });
    into.steps = std::move(planned.steps);
    into.budget = planned.budget;
    into.fee = planned.fee;
    auto content = with_replacements(base.content, planned.replacements);
    if (!again.empty()) set_flags(content, into.tool, again);
    into.restart = Draft{"restart", {"A restart in three steps", "再起の3ステップ"},
                         {"Make visible, try small, settle.", "見える化、小さな試行、定着。"}, patch_between(base.content, content)};
}

}  // namespace goho::decision::clinic_parts
