#include "uncertainty/monte_carlo.hpp"

#include "core/number.hpp"
#include "simulation/run.hpp"
#include "uncertainty/evidence_defaults.hpp"
#include "uncertainty/refusals.hpp"
#include "uncertainty/trial_pieces.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

namespace goho::uncertainty {

namespace {

/// A line of the books or of conduct, as kernels count them.
struct Figure {
    int index;
    std::string_view name, unit;
    Label label;
};
std::optional<Figure> figure_named(std::string_view name) {
    int index = 0;
    std::optional<Figure> found;
    const auto look = [&](const auto& table) {
        for (const auto& row : table) {
            if (row.name == name && !found) found = Figure{index, row.name, row.unit, row.label};
            ++index;
        }
    };
    look(accounting::variables<double>);
    look(simulation::conduct_variables<double>);
    return found;
}

double planned_figure(const simulation::Trajectory<double>& run, int figure, std::size_t t) {
    const auto index = static_cast<std::size_t>(figure);
    constexpr std::size_t books = accounting::variables<double>.size();
    if (index < books) return run.months[t].*accounting::variables<double>[index].field;
    if (!run.behaves) return std::numeric_limits<double>::quiet_NaN();
    return run.conduct[t].*simulation::conduct_variables<double>[index - books].field;
}

std::vector<Outcome> outcomes_of(const Request& request, const simulation::Plan<double>& plan) {
    if (request.outcomes.empty()) return default_outcomes(plan, request.years);
    std::vector<Outcome> outcomes;
    for (const auto& name : request.outcomes) {
        for (const int year : request.years) {
            const Outcome outcome = *find_outcome(name, year);
            if (outcome.year * 12 <= plan.company.months) outcomes.push_back(outcome);
            if (outcome.year == 0) break;  // of the whole plan
        }
    }
    return outcomes;
}

void check(std::span<const Subject> subjects, const Request& request, Problems& problems) {
    if (request.trials == 0 || request.trials > most_trials) {
        problems.push_back(refused("bad-trials", {fmt::format("{} trials: between 1 and {} are possible", request.trials, most_trials),
                                                  fmt::format("試行回数 {}: 1〜{} の範囲で指定してください", request.trials, most_trials)}));
    }
    check_machine(request.threads, request.kernel, problems);
    for (const auto& name : request.fans) {
        if (!figure_named(name)) {
            problems.push_back(refused("unknown-figure", {fmt::format("\"{}\" is no line of the books or of conduct", name),
                                                          fmt::format("「{}」という月次の項目はありません", name)}));
        }
    }
    for (const auto& name : request.outcomes) {
        if (!find_outcome(name, 1)) {
            problems.push_back(refused("unknown-figure", {fmt::format("\"{}\" is no result and no indicator", name),
                                                          fmt::format("「{}」という結果・指標はありません", name)}));
        }
    }
    for (const Subject& subject : subjects) {
        const auto all = with_defaults(*subject.scenario);
        if (all.none() && all.quantities.empty()) problems.push_back(nothing_uncertain(*subject.scenario));
    }
    // The rooms for results are made before anything runs.
    const double cells = static_cast<double>(std::min(request.trials, exact_trials)) * static_cast<double>(request.fans.size()) *
                         static_cast<double>(subjects.size()) * (subjects.empty() ? 0 : subjects.front().scenario->plan.company.months);
    if (cells > 2e8) {
        problems.push_back(refused("too-much", {"so many fans, months and scenarios do not fit into memory together",
                                                "ファンチャートの項目・月数・シナリオ数が多すぎてメモリに収まりません"},
                                   {"ask for fewer fans", "ファンチャートの項目を減らしてください"}));
    }
}

Fan fan_of(const TrialPlan& plan, Gathering& gathering, std::size_t s, std::size_t f, const std::string& name, const Counts& counts) {
    const Figure figure = *figure_named(name);
    const std::size_t months = gathering.months_of(s);
    Fan fan{name, figure.unit, figure.label, {}, {}, 0.0};
    for (auto& level : fan.levels) level.resize(months);
    std::vector<double> errors(months);
    for (std::size_t t = 0; t < months; ++t) fan.planned.push_back(planned_figure(*plan.runs[s], figure.index, t));
    tbb::parallel_for(std::size_t{0}, months, [&](std::size_t t) {
        const Spread spread = gathering.spread(s, f * months + t, counts, false);
        const bool exists = !std::isnan(fan.planned[t]);  // no figures of behaviour where it is off
        for (std::size_t i = 0; i < fan_levels.size(); ++i) fan.levels[i][t] = exists ? spread.levels[i] : fan.planned[t];
        errors[t] = spread.error;
    });
    fan.error = *std::max_element(errors.begin(), errors.end());
    return fan;
}

statistics::Contest contest_of(const Wins& wins) {
    statistics::Contest contest;
    contest.better = wins.better;
    contest.equal = wins.equal;
    contest.worse = wins.worse;
    contest.missing = wins.missing;
    contest.beats = statistics::proportion(static_cast<double>(wins.better) + 0.5 * static_cast<double>(wins.equal), wins.better + wins.equal + wins.worse);
    return contest;
}

statistics::Proportion met_in(const Votes& votes) { return statistics::proportion(static_cast<double>(votes.met), votes.met + votes.missed); }

GateChance chance_of(std::string name, Label label, Text text, stakeholders::Verdict planned, const Votes& votes) {
    return {std::move(name), label, std::move(text), planned, met_in(votes), votes.missed, votes.not_computable};
}

Judging judging(const Request& request) {
    return request.gate_years ? Judging::years : request.gates ? Judging::summary : Judging::none;
}

void add_gates(SubjectResult& out, const simulation::Scenario& scenario, const simulation::Trajectory<double>& run, const Request& request, const Counts& counts) {
    auto options = request.gate_options;
    options.industry = scenario.plan.company.industry.view();
    const auto views = stakeholders::year_views(run, simulation::fiscal_years(run), scenario.plan.opening.previous_net_sales, &scenario.plan);
    const auto planned = stakeholders::gates(views, options);
    const auto summary = stakeholders::gate_summary(planned);
    for (std::size_t g = 0; g < summary.size(); ++g) {
        out.gates.push_back(chance_of(std::string(summary[g].gate), summary[g].label, {}, summary[g].verdict, counts.gates[g]));
    }
    for (std::size_t g = 0; g < counts.gate_years.size(); ++g) {
        const Votes& votes = counts.gate_years[g];
        out.gate_years.push_back({planned[g], met_in(votes), votes.missed, votes.not_computable});
    }
}

SubjectResult result_of(const TrialPlan& plan, const Request& request, Gathering& gathering, std::size_t s) {
    const auto& scenario = *plan.subjects[s].scenario;
    const Counts counts = gathering.counts(s);
    SubjectResult out;
    out.name = scenario.name;
    out.start = scenario.plan.company.start;
    out.first_short = counts.first_short;
    for (std::size_t f = 0; f < request.fans.size(); ++f) out.fans.push_back(fan_of(plan, gathering, s, f, request.fans[f], counts));

    TrialReader reader(scenario, *plan.runs[s], plan.outcomes[s], request.gate_options, plan.judging);
    const TrialResult planned = reader.planned(scenario.plan);
    const std::size_t months = gathering.months_of(s);
    for (std::size_t k = 0; k < plan.outcomes[s].size(); ++k) {
        OutcomeResult r{plan.outcomes[s][k], planned.outcomes[k], gathering.moments(s, k), gathering.spread(s, request.fans.size() * months + k, counts, true), {}, {}};
        r.mean = statistics::verdict(r.moments, 0.1 * r.moments.deviation());
        if (s > 0 && counts.wins[k].better + counts.wins[k].equal + counts.wins[k].worse > 0) r.contest = contest_of(counts.wins[k]);
        out.outcomes.push_back(std::move(r));
    }
    if (plan.judging != Judging::none) add_gates(out, scenario, *plan.runs[s], request, counts);
    const auto views = stakeholders::year_views(*plan.runs[s], simulation::plan_years(*plan.runs[s]), scenario.plan.opening.previous_net_sales, &scenario.plan);
    const auto targets = stakeholders::target_results(scenario.plan, views);
    for (std::size_t g = 0; g < targets.size(); ++g) {
        Text text = targets[g].name;
        text.en += fmt::format(" (year {})", targets[g].year);
        text.ja += fmt::format("（{}年目）", targets[g].year);
        out.targets.push_back(chance_of(targets[g].id, {}, std::move(text), targets[g].verdict, counts.targets[g]));
    }
    std::vector<int> years = request.years;
    years.push_back(0);
    for (const int year : years) {
        const std::size_t until = year == 0 ? months : static_cast<std::size_t>(year) * 12;
        if (until > months) continue;
        std::uint64_t hits = 0;
        for (std::size_t t = 0; t < until; ++t) hits += counts.first_short[t];
        out.shortage.push_back({year, statistics::proportion(static_cast<double>(hits), request.trials)});
    }
    return out;
}

void describe_draws(const Draws& draws, std::vector<DrawnQuantity>& out) {
    for (std::size_t s = 0; s < draws.subjects.size(); ++s) {
        for (const auto& use : draws.subjects[s].uses) {
            const double planned = use.planned.front();
            const auto at = [&](double u) {
                const double drawn = use.quantile(u);
                return use.apply == simulation::Apply::replace ? drawn : use.apply == simulation::Apply::multiply ? planned * drawn : planned + drawn;
            };
            const double low = at(0.05), high = at(0.95);
            out.push_back({use.pointer, s, planned, min(low, high), at(0.5), max(low, high)});
        }
    }
}

Gathered gather_alone(const TrialPlan& plan, const Request& request, Gathering& gathering) {
    const auto take = [&](int slot, const BlockResult& block) { gathering.take(slot, block); };
    const auto proceed = [&](std::uint64_t before) {
        return request.progress ? std::function<bool(std::uint64_t)>([&request, before](std::uint64_t done) { return request.progress(before + done); })
                                : std::function<bool(std::uint64_t)>();
    };
    const std::uint64_t kept = gathering.kept();
    if (!run_trials(plan, 0, kept, take, proceed(0))) return Gathered::stopped;
    if (kept == request.trials) return Gathered::here;
    gathering.begin_counting();
    return run_trials(plan, kept, request.trials - kept, take, proceed(kept)) ? Gathered::here : Gathered::stopped;
}

/// What is asked for, as far as it decides about the results.
std::string written(const TrialPlan& plan, const Request& request) {
    std::string out = fmt::format("monte carlo: trials {} seed {} sampling {} judging {} capacity {} months of", request.trials, request.seed,
                                  static_cast<int>(request.sampling), static_cast<int>(plan.judging), static_cast<int>(request.gate_options.repayment));
    for (const int figure : plan.monthly) out += fmt::format(" {}", figure);
    return out + written(plan.outcomes);
}

}  // namespace

std::vector<std::string_view> fan_names() {
    std::vector<std::string_view> names;
    for (const auto& row : accounting::variables<double>) names.push_back(row.name);
    for (const auto& row : simulation::conduct_variables<double>) names.push_back(row.name);
    return names;
}

std::vector<Outcome> default_outcomes(const simulation::Plan<double>& plan, const std::vector<int>& years) {
    std::vector<Outcome> outcomes;
    int last = 0;
    for (const int year : years) {
        if (year >= 1 && year * 12 <= plan.company.months) last = std::max(last, year);
    }
    if (last == 0) last = (plan.company.months - 1) / 12 + 1;
    for (const auto* name : {"ordinary_income", "cash", "net_assets"}) {
        for (const int year : years) {
            if (year >= 1 && year * 12 <= plan.company.months) outcomes.push_back(*find_outcome(name, year));
        }
    }
    outcomes.push_back(*find_outcome("cumulative_operating_income", last));
    if (plan.behaves()) outcomes.push_back(*find_outcome("circulation", last));
    outcomes.push_back(*find_outcome("lowest_cash", 0));
    return outcomes;
}

Result<MonteCarlo> monte_carlo(std::span<const Subject> subjects, const Request& request, Problems& warnings) {
    Result<MonteCarlo> result;
    check(subjects, request, result.problems);
    if (!result.problems.empty()) return result;
    auto draws = prepare(subjects, request.sampling, request.seed, request.trials, warnings);
    result.problems = std::move(draws.problems);
    if (!draws) return result;

    std::vector<simulation::Trajectory<double>> runs;
    TrialPlan plan;
    plan.subjects = subjects;
    plan.draws = &*draws.value;
    plan.gate_options = request.gate_options;
    plan.judging = judging(request);
    plan.kernel = request.kernel;
    plan.threads = request.threads;
    for (const auto& name : request.fans) plan.monthly.push_back(figure_named(name)->index);
    for (const Subject& subject : subjects) {
        runs.push_back(simulation::run(*subject.scenario, *subject.statutes));
        plan.outcomes.push_back(outcomes_of(request, subject.scenario->plan));
    }
    for (const auto& run : runs) plan.runs.push_back(&run);

    Gathering gathering(plan, request.trials);
    MonteCarlo out;
    out.trials = request.trials;
    out.seed = request.seed;
    out.sampling = request.sampling;
    out.exact = gathering.kept() == request.trials;
    const Gathered gathered = request.crew ? gather_with(request.crew, plan, request.trials, request.piece_trials, written(plan, request), gathering)
                                            : gather_alone(plan, request, gathering);
    const bool whole = gathered == Gathered::here;
    out.elsewhere = gathered == Gathered::elsewhere;
    out.stopped = gathered == Gathered::stopped;
    if (whole) {
        tbb::task_arena arena(std::min(slots_of(request.threads), slots_of(0)));
        arena.execute([&] {
            for (std::size_t s = 0; s < subjects.size(); ++s) out.subjects.push_back(result_of(plan, request, gathering, s));
        });
        describe_draws(*draws.value, out.drawn);
        out.widest.half_width = -1.0;
        const auto judge = [&](const statistics::Proportion& p) {
            if (p.trials == 0) return;
            const auto verdict = statistics::verdict(p, request.wanted);
            if (verdict.half_width > out.widest.half_width) out.widest = verdict;
        };
        for (const auto& subject : out.subjects) {
            for (const auto& gate : subject.gates) judge(gate.met);
            for (const auto& target : subject.targets) judge(target.met);
            for (const auto& shortage : subject.shortage) judge(shortage.probability);
        }
    }
    result.value = std::move(out);
    return result;
}

}  // namespace goho::uncertainty
