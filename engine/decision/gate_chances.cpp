#include "decision/gate_chances.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace goho::decision {

namespace {

using stakeholders::Verdict;

std::vector<int> in_order(std::vector<int> years) {
    std::sort(years.begin(), years.end());
    years.erase(std::unique(years.begin(), years.end()), years.end());
    return years;
}

bool among(const std::vector<int>& years, int year) { return std::binary_search(years.begin(), years.end(), year); }

/// Fiscal years as a plan touches them: a first one that has begun before the plan counts.
int last_year(const simulation::Plan<double>& plan) { return std::max(plan.company.months / 12, kernels::fiscal_year_count(plan)); }

Prospect cash_until(int year, std::span<const double> cash, const statistics::Proportion& short_of_it) {
    const double lowest = *std::min_element(cash.begin(), cash.begin() + 12 * year);
    Prospect c{Prospect::Kind::cash, "cash", {"Cash never short until then", "それまで資金不足なし"}, year, {}, {}, true, lowest, 0.0, "yen", {}, {}, 0};
    c.planned = lowest < 0.0 ? Verdict::missed : Verdict::met;
    c.met = statistics::proportion(static_cast<double>(short_of_it.trials) - short_of_it.hits, short_of_it.trials);
    return c;
}

Prospect gate_in(const uncertainty::GateYearChance& gate) {
    const auto& p = gate.planned;
    return {Prospect::Kind::gate, std::string(p.gate), {std::string(p.label.en), std::string(p.label.ja)}, p.year + 1, p.year_label, p.verdict, p.due,
            p.figure, p.threshold, std::string(p.unit), p.bound, gate.met, gate.not_computable};
}

Prospect target_in(const uncertainty::GateChance& chance, const stakeholders::TargetResult& planned) {
    return {Prospect::Kind::target, planned.id, planned.name, planned.year, {}, planned.verdict, true,
            planned.figure, planned.value, std::string(planned.unit), planned.bound, chance.met, chance.not_computable};
}

GateProspects prospects_of(const uncertainty::Subject& subject, const uncertainty::SubjectResult& found, const std::vector<int>& years) {
    GateProspects out{found.name, {}};
    const auto& plan = subject.scenario->plan;
    const auto run = simulation::run(*subject.scenario, *subject.statutes);
    std::vector<double> cash;
    for (const auto& month : run.months) cash.push_back(month.cash);
    for (const auto& shortage : found.shortage) {
        if (shortage.year > 0) out.conditions.push_back(cash_until(shortage.year, cash, shortage.probability));
    }
    for (const auto& gate : found.gate_years) {
        if (among(years, gate.planned.year + 1)) out.conditions.push_back(gate_in(gate));
    }
    const auto views = stakeholders::year_views(run, simulation::plan_years(run), plan.opening.previous_net_sales, &plan);
    const auto targets = stakeholders::target_results(plan, views);
    for (std::size_t i = 0; i < targets.size(); ++i) out.conditions.push_back(target_in(found.targets[i], targets[i]));
    return out;
}

Problem no_such_year(const std::vector<int>& years, int last) {
    std::string all;
    for (const int year : years) all += (all.empty() ? "" : ", ") + std::to_string(year);
    return refusal("bad-year", {fmt::format("no plan reaches the years asked for ({}): the longest ends in year {}", all, last),
                                fmt::format("指定の年次（{}）に届く計画がありません。最長の計画は{}年目までです", all, last)},
                   {{"give other years with --years", "--years で別の年次を指定してください"}});
}

uncertainty::Request trials_of(const GateRequest& request, const std::vector<int>& years) {
    uncertainty::Request out;
    out.trials = request.trials;
    out.seed = request.seed;
    out.sampling = request.sampling;
    out.threads = request.threads;
    out.fans.clear();
    out.outcomes = {"lowest_cash"};
    out.years = years;
    out.gate_years = true;
    out.gate_options.repayment = request.repayment;
    if (request.progress) {
        out.progress = [&request](std::uint64_t done) { return request.progress(static_cast<double>(done) / static_cast<double>(request.trials)); };
    }
    return out;
}

}  // namespace

Result<GateChances> gate_chances(std::span<const uncertainty::Subject> subjects, const GateRequest& request, Problems& warnings) {
    GateChances out;
    out.trials = request.trials;
    out.seed = request.seed;
    out.years = in_order(request.years);
    int last = 0;
    for (const auto& subject : subjects) last = std::max(last, last_year(subject.scenario->plan));
    for (const int year : out.years) {
        if (year < 1 || year > last) out.beyond.push_back(year);
    }
    if (out.beyond.size() == out.years.size()) return {{}, {no_such_year(out.years, last)}};
    std::erase_if(out.years, [&](int year) { return among(out.beyond, year); });
    auto trials = uncertainty::monte_carlo(subjects, trials_of(request, out.years), warnings);
    if (!trials) return {{}, std::move(trials.problems)};
    out.stopped = trials.value->stopped;
    for (std::size_t s = 0; s < subjects.size() && !out.stopped; ++s) out.scenarios.push_back(prospects_of(subjects[s], trials.value->subjects[s], out.years));
    return {std::move(out), {}};
}

}  // namespace goho::decision
