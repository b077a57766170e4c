#include "decision/disconnects.hpp"

#include "decision/attribution.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

namespace goho::decision {

namespace {

using analysis::Replacement;
using statistics::Coalition;
constexpr Coalition coalitions = Coalition{1} << analysis::remedies;

std::vector<double> differences(const Base& base, const Base& other) {
    std::vector<double> out;
    for (std::size_t t = 0; t < std::min(base.run.months.size(), other.run.months.size()); ++t)
        out.push_back(other.run.months[t].free_cash_flow - base.run.months[t].free_cash_flow);
    return out;
}

/// A way of repairing, run; what is wrong where it cannot be.
struct Tried {
    RepairRun run;
    Problems problems;
};

Tried tried(const Base& base, const std::vector<Replacement>& replacements) {
    Tried out;
    const io::Json content = with_replacements(base.content, replacements);
    auto other = base_of(Merged{content, base.scenario.file});
    if (!other) {
        out.problems = std::move(other.problems);
        return out;
    }
    const auto flows = differences(base, *other.value);
    const auto value = analysis::valuation(flows, base.scenario.plan.treasury.discount_rate, base.run.start);
    out.run.npv = value.npv.value_or(0.0);
    out.run.payback_months = value.payback_months;
    out.run.cumulative.resize(flows.size());
    std::partial_sum(flows.begin(), flows.end(), out.run.cumulative.begin());
    out.run.draft.patch = patch_between(base.content, content);
    return out;
}

struct Cures {
    std::vector<analysis::Remedy> remedies;
    std::vector<std::vector<Replacement>> from_start;
    std::vector<int> open;  // something is left to repair
};

Cures cures_of(const Base& base) {
    Cures out;
    for (int i = 0; i < analysis::remedies; ++i) {
        out.remedies.push_back(analysis::remedy(base.scenario, i));
        out.from_start.push_back(analysis::repaired_from_start(base.scenario, out.remedies.back()));
        if (!out.from_start.back().empty()) out.open.push_back(i);
    }
    return out;
}

std::vector<Replacement> joined(const Cures& cures, Coalition which) {
    std::vector<Replacement> out;
    for (std::size_t i = 0; i < cures.from_start.size(); ++i) {
        if (which >> i & 1U) out.insert(out.end(), cures.from_start[i].begin(), cures.from_start[i].end());
    }
    return out;
}

std::vector<Replacement> in_order(const Base& base, const Cures& cures, const std::vector<int>& order, int first, int every) {
    std::vector<Replacement> out;
    for (std::size_t k = 0; k < order.size(); ++k) {
        const auto& cure = cures.remedies[static_cast<std::size_t>(order[k])];
        const auto more = analysis::repaired_from(base.scenario, cure, first + static_cast<int>(k) * every, "repair_" + std::string(cure.name));
        out.insert(out.end(), more.begin(), more.end());
    }
    return out;
}

std::vector<std::vector<int>> all_orders(std::vector<int> open) {
    std::vector<std::vector<int>> out;
    if (open.empty()) return out;
    do out.push_back(open);
    while (std::next_permutation(open.begin(), open.end()));
    return out;
}

/// Sooner paid back; among equals worth more. What never pays back comes last.                   RP-4
bool before(const RepairRun& a, const RepairRun& b) {
    if (a.payback_months.has_value() != b.payback_months.has_value()) return a.payback_months.has_value();
    if (a.payback_months && *a.payback_months != *b.payback_months) return *a.payback_months < *b.payback_months;
    return a.npv > b.npv;
}

Draft named(RepairRun& run, std::string id, Text name, Text description) {
    Draft out{std::move(id), std::move(name), std::move(description), std::move(run.draft.patch)};
    return out;
}

void divide(Disconnects& result, const std::vector<Tried>& runs) {
    std::vector<double> values;
    for (Coalition c = 0; c < coalitions; ++c) values.push_back(runs[c].run.npv);
    Divided whole;
    whole.before = values.front();
    whole.after = values.back();
    for (const double share : statistics::shapley_values(analysis::remedies, values)) whole.shares.push_back({share, 0.0});  // RP-1
    const auto shares = whole_shares(whole);
    for (std::size_t i = 0; i < shares.size(); ++i) result.parts[i].share = shares[i];
    result.interactions = statistics::shapley_interactions(analysis::remedies, values);                                      // RP-2
}

void find_best(Disconnects& result, std::vector<Tried>& runs, const std::vector<std::vector<int>>& orders) {
    result.orders = orders.size();
    if (orders.empty()) return;
    std::size_t best = 0;
    bool all_pay = true;
    int slowest = 0;
    for (std::size_t k = 0; k < orders.size(); ++k) {
        const auto& run = runs[coalitions + k].run;
        if (before(run, runs[coalitions + best].run)) best = k;
        all_pay = all_pay && run.payback_months;
        slowest = std::max(slowest, run.payback_months.value_or(0));
    }
    if (all_pay) result.slowest_payback = slowest;
    result.order = orders[best];
    result.sequence = std::move(runs[coalitions + best].run);
}

/// Worth most; among equals the fewest repairs.                                                 RP-3
void find_most_worth(Disconnects& result, const std::vector<Tried>& runs) {
    for (Coalition c = 1; c < coalitions; ++c) {
        const double gain = runs[c].run.npv - runs[result.best_of].run.npv;
        if (gain >= 0.5 || (gain > -0.5 && std::popcount(c) < std::popcount(result.best_of))) result.best_of = c;
    }
    result.best = runs[result.best_of].run;
}

void name_drafts(Disconnects& result) {
    for (auto& part : result.parts) {
        const Text name{"Repaired: " + std::string(part.disconnect.en), "修復：" + std::string(part.disconnect.ja)};
        part.alone.draft = named(part.alone, "repair_" + std::string(part.name), name, {std::string(part.label.en) + ", from the first month.", std::string(part.label.ja) + "（最初の月から）。"});
    }
    result.together.draft = named(result.together, "repair_all", {"All five disconnects repaired", "五つの分断をすべて修復"},
                                  {"All five at once, from the first month.", "5つを同時に、最初の月から。"});
    result.best.draft = named(result.best, "repair_best", {"The repairs that are worth most together", "価値が最大になる修復の組み合わせ"},
                              {"From the first month.", "最初の月から。"});
    const std::string months = std::to_string(result.every);
    result.sequence.draft = named(result.sequence, "repair_sequence", {"The disconnects repaired one after another", "五つの分断を順に修復"},
                                  {"One repair every " + months + " months, in the order that pays back first.", months + "か月ごとに1つ、最も早く回収できる順に。"});
}

}  // namespace

Result<Disconnects> disconnects(const Base& base, const DisconnectsRequest& request) {
    Result<Disconnects> out;
    if (!base.run.behaves) {
        out.problems.push_back(refusal("behaviour-off", {"the disconnects cannot be judged: the plan says \"behaviour\": \"off\", so its figures follow no lever", "「behaviour」が「off」のため、経営のしくみが数値に影響せず、分断を診断できません"},
                                       {"set company.behaviour to \"on\"", "company.behaviour を「on」にしてください"}));
        return out;
    }
    const Cures cures = cures_of(base);
    Disconnects result;
    result.base = base.scenario.name;
    result.start = base.run.start;
    result.every = request.every;
    result.first = static_cast<int>(base.scenario.plan.actuals.months.size());
    const int last = result.first + request.every * (static_cast<int>(cures.open.size()) - 1), months = base.scenario.plan.company.months;
    if (last >= months) {
        out.problems.push_back(refusal("plan-too-short",
                                       io::say("a repair every {} months does not fit: the last would begin in month {}, and the plan has {}", "{}か月ごとの修復は計画に収まりません（最後の開始が{}か月目、計画は{}か月）", request.every, last + 1, months),
                                       {"--every with fewer months", "--every の月数を減らしてください"}));
        return out;
    }
    const auto orders = all_orders(cures.open);
    std::vector<Tried> runs(coalitions + orders.size());
    const bool finished = side_by_side(runs.size(), request.threads, request.progress, [&](std::size_t i) {
        runs[i] = tried(base, i < coalitions ? joined(cures, static_cast<Coalition>(i)) : in_order(base, cures, orders[i - coalitions], result.first, request.every));
    });
    if (!finished) {
        result.stopped = true;
        return {std::move(result), {}};
    }
    for (auto& run : runs) {
        if (!run.problems.empty()) return {{}, std::move(run.problems)};
    }
    const auto diagnosis = analysis::diagnosis(base.scenario, base.statutes);
    for (std::size_t i = 0; i < cures.remedies.size(); ++i) {
        const auto& repair = diagnosis.repairs[i];
        result.parts.push_back({cures.remedies[i].name, repair.label, cures.remedies[i].label, diagnosis.today[i].severity, repair.before, repair.after,
                                cures.from_start[i].empty(), runs[std::size_t{1} << i].run, 0.0});
    }
    divide(result, runs);
    result.together = runs[coalitions - 1].run;
    find_most_worth(result, runs);
    find_best(result, runs, orders);
    for (std::size_t k = 0; k < result.order.size(); ++k) {
        const auto& cure = cures.remedies[static_cast<std::size_t>(result.order[k])];
        result.idle.push_back(analysis::repaired_from(base.scenario, cure, result.first + static_cast<int>(k) * result.every, "repair").empty());
    }
    name_drafts(result);
    return {std::move(result), {}};
}

}  // namespace goho::decision
