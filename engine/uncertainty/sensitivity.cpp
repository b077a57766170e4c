#include "uncertainty/sensitivity.hpp"

#include "chance/uniform.hpp"
#include "core/number.hpp"
#include "simulation/run.hpp"
#include "uncertainty/evidence_defaults.hpp"
#include "uncertainty/refusals.hpp"
#include "uncertainty/trial_pieces.hpp"
#include "uncertainty/trials.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <fmt/format.h>
#include <numeric>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

namespace goho::uncertainty {

namespace {

namespace sobol = statistics::sobol;
namespace morris = statistics::morris;

// Addresses of what the methods themselves draw; a path never has so many steps (see chance/uniform.hpp).
constexpr std::uint32_t step_of_resamples = 0xfffffffd, step_of_trajectories = 0xfffffffc;

constexpr double most_cells = 1e8;  // numbers held at once: outcomes of all runs, or the points of a design
constexpr int most_levels = 100;

constexpr Label luck_label{"Chance (events, wandering figures)", "偶然（出来事・月々の変動）"};

statistics::Uniform source(std::uint64_t seed, std::uint32_t step) {
    return [seed, step](std::uint64_t draw, std::uint32_t which) { return chance::uniform(seed, draw, which, step); };
}

/// What is asked for, as far as it decides about the runs.
std::string written(const SensitivityRequest& r, const TrialPlan& plan) {
    return fmt::format("sensitivity: method {} year {} medians {} trajectories {} levels {} base {} luck {} seed {}", static_cast<int>(r.method), r.year,
                       r.at_medians, r.trajectories, r.levels, r.base, r.luck, r.seed) + written(plan.outcomes);
}

int whole_years(const simulation::Plan<double>& plan) { return std::max(1, plan.company.months / 12); }

int year_of(const SensitivityRequest& request, const simulation::Plan<double>& plan) {
    if (request.year != 0) return request.year;
    for (const int year : {10, 5, 3}) {
        if (year <= whole_years(plan)) return year;
    }
    return whole_years(plan);
}

void check(const SensitivityRequest& r, const simulation::Plan<double>& plan, Problems& problems) {
    check_machine(r.threads, r.kernel, problems);
    if (r.outcomes.empty()) problems.push_back(refused("no-outcome", {"no outcome was named", "結果の項目が指定されていません"}));
    for (const auto& name : r.outcomes) {
        if (find_outcome(name, 1)) continue;
        problems.push_back(refused("unknown-figure", {fmt::format("\"{}\" is no result and no indicator", name), fmt::format("「{}」という結果・指標はありません", name)}));
    }
    if (r.year < 0 || r.year > whole_years(plan)) {
        problems.push_back(refused("bad-year", {fmt::format("year {}: the plan has whole years from 1 to {}", r.year, whole_years(plan)),
                                                fmt::format("{}年目: この計画で指定できるのは1〜{}年目です", r.year, whole_years(plan))}));
    }
    if (r.method == Method::morris && (r.trajectories == 0 || r.trajectories > most_trajectories)) {
        problems.push_back(refused("bad-trajectories", {fmt::format("{} trajectories: between 1 and {} are possible", r.trajectories, most_trajectories),
                                                        fmt::format("軌道の数 {}: 1〜{} の範囲で指定してください", r.trajectories, most_trajectories)}));
    }
    if (r.method == Method::morris && (r.levels < 2 || r.levels > most_levels || r.levels % 2 != 0)) {
        problems.push_back(refused("bad-levels", {fmt::format("{} levels: an even number from 2 to {} is needed", r.levels, most_levels),
                                                  fmt::format("水準の数 {}: 2〜{} の偶数を指定してください", r.levels, most_levels)}));
    }
    if (r.method == Method::sobol && (r.base < 2 || r.base > most_runs || !std::has_single_bit(r.base))) {
        const std::uint64_t above = std::bit_ceil(std::clamp<std::uint64_t>(r.base, 2, most_runs / 2));
        const std::uint64_t below = std::max<std::uint64_t>(2, above / 2);
        const std::string near = r.base > 2 && r.base < most_runs ? fmt::format("{}, {}", below, above) : fmt::format("{}", above);
        problems.push_back(refused("bad-base", {fmt::format("base {}: a Sobol sequence is even only for powers of two, from 2 up", r.base),
                                                fmt::format("基本点数 {}: Sobol列が均等になる2の累乗（2以上）を指定してください", r.base)},
                                   {"next to it: " + near, "近い値: " + near}));
    }
    if (!(r.wanted > 0.0 && r.wanted <= 0.5)) {
        problems.push_back(refused("bad-precision", {fmt::format("precision {}: a half width above 0 and up to 0.5 is needed", r.wanted),
                                                     fmt::format("精度 {}: 0より大きく0.5以下の値を指定してください", r.wanted)}));
    }
}

/// Runs as a number that cannot overflow.
double cost(const SensitivityRequest& r, std::size_t inputs) {
    const auto k = static_cast<double>(inputs);
    if (r.method == Method::morris) return static_cast<double>(r.trajectories) * (k + 1.0);
    if (r.method == Method::sobol) return static_cast<double>(r.base) * (k + 2.0);
    return 2.0 * k + 1.0;
}

void check_size(const SensitivityRequest& r, std::size_t inputs, Problems& problems) {
    const double runs = cost(r, inputs);
    if (runs > static_cast<double>(most_runs)) {
        problems.push_back(refused("too-many-runs", {fmt::format("{} runs would be needed; {} are possible at most", static_cast<std::uint64_t>(runs), most_runs),
                                                     fmt::format("{}回の計算が必要です。上限は{}回です", static_cast<std::uint64_t>(runs), most_runs)},
                                   {"take a smaller base, fewer trajectories or fewer quantities", "基本点数・軌道・項目を減らしてください"}));
        return;
    }
    const double columns = static_cast<double>(std::max(r.outcomes.size(), r.method == Method::morris ? inputs : 0));
    if (runs * columns > most_cells || (r.method == Method::sobol && 2 * inputs > chance::most_sobol_dimensions)) {
        problems.push_back(refused("too-much", {"so many runs, outcomes and quantities do not fit into memory together", "計算回数・結果・項目が多すぎてメモリに収まりません"},
                                   {"ask for fewer of them", "いずれかを減らしてください"}));
    }
}

/// The larger value first, what has none last, equal ones by position.
template <class Value> std::vector<std::size_t> ranked(std::size_t count, Value value) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const double x = value(a), y = value(b);
        return std::isnan(y) ? !std::isnan(x) : x > y;
    });
    return order;
}

}  // namespace

struct SensitivityStudy::Inside {
    SensitivityRequest request;
    simulation::Scenario scenario;  // its defaults written out, without correlations, and without chance where that is off
    std::array<Subject, 1> subjects;
    Draws draws;
    simulation::Trajectory<double> run;
    Sensitivity result;               // all but the outcomes
    std::vector<std::size_t> stream;  // by input
    std::vector<char> falling;
    std::vector<double> points;       // Morris: of the design
    std::unique_ptr<chance::Sampler> sequence;
    Design design;
    TrialPlan plan;

    std::size_t quantities() const { return stream.size(); }
    std::size_t parameters() const { return result.inputs.size(); }

    void describe_inputs();
    void lay_out();
    void put(std::span<double> uniforms, int count, int trial, std::size_t input, double level) const {
        uniforms[stream[input] * static_cast<std::size_t>(count) + static_cast<std::size_t>(trial)] = falling[input] ? 1.0 - level : level;
    }
    void tornado_points(std::uint64_t first, int count, std::span<double> uniforms) const;
    void morris_points(std::uint64_t first, int count, std::span<double> uniforms) const;
    void sobol_points(std::uint64_t first, int count, std::span<double> uniforms) const;
    OutcomeSensitivity analysed(std::size_t outcome, double planned, std::span<const double> outputs) const;
};

void SensitivityStudy::Inside::describe_inputs() {
    auto drawn = drawn_inputs(draws, 0, scenario.plan);
    tell_apart(drawn);
    for (auto& one : drawn) {
        stream.push_back(one.stream);
        falling.push_back(one.falling);
        result.inputs.push_back(std::move(one.input));
    }
}

void SensitivityStudy::Inside::tornado_points(std::uint64_t first, int count, std::span<double> uniforms) const {
    std::fill(uniforms.begin(), uniforms.end(), request.at_medians ? 0.5 : as_planned);
    for (int i = 0; i < count; ++i) {
        const std::uint64_t trial = first + static_cast<std::uint64_t>(i);
        if (trial > 0) put(uniforms, count, i, (trial - 1) / 2, trial % 2 == 1 ? low_level : high_level);  // UN-7
    }
}

void SensitivityStudy::Inside::morris_points(std::uint64_t first, int count, std::span<double> uniforms) const {
    std::fill(uniforms.begin(), uniforms.end(), as_planned);
    for (int i = 0; i < count; ++i) {
        for (std::size_t j = 0; j < quantities(); ++j) {
            const double x = points[(first + static_cast<std::uint64_t>(i)) * quantities() + j];
            put(uniforms, count, i, j, low_level + (high_level - low_level) * x);  // UN-8
        }
    }
}

void SensitivityStudy::Inside::sobol_points(std::uint64_t first, int count, std::span<double> uniforms) const {
    std::fill(uniforms.begin(), uniforms.end(), as_planned);
    const auto row = [&](std::uint64_t trial) { return sobol::row_of(trial, parameters()); };
    const std::uint64_t first_base = row(first).base;
    const std::size_t rows = row(first + static_cast<std::uint64_t>(count) - 1).base - first_base + 1;
    std::vector<double> base(2 * quantities() * rows);  // point a, then point b, of each row
    sequence->fill(first_base, rows, base);
    for (int i = 0; i < count; ++i) {
        const auto own = row(first + static_cast<std::uint64_t>(i));
        for (std::size_t j = 0; j < quantities(); ++j) put(uniforms, count, i, j, base[(own.from_b(j) ? quantities() + j : j) * rows + own.base - first_base]);
    }
}

void SensitivityStudy::Inside::lay_out() {
    using Points = void (Inside::*)(std::uint64_t, int, std::span<double>) const;
    Points fill = &Inside::tornado_points;
    if (request.method == Method::morris) {
        fill = &Inside::morris_points;
        points = morris::design(quantities(), request.trajectories, request.levels, source(request.seed, step_of_trajectories));
        result.trajectories = request.trajectories;
        result.levels = request.levels;
    } else if (request.method == Method::sobol) {
        fill = &Inside::sobol_points;
        sequence = std::make_unique<chance::Sampler>(chance::Sampling::sobol, request.seed, request.base, static_cast<std::uint32_t>(2 * quantities()));
        result.base = request.base;
        result.wanted = request.wanted;
        // Chance is an input like the others: each row has a luck a and a luck b, which its points take as they take
        // the values of a quantity. So the shares of the quantities are clean of it, and it has a share itself.
        if (result.luck) {
            design.luck = [this](std::uint64_t trial) {
                const auto row = sobol::row_of(trial, parameters());
                return 2 * row.base + (row.from_b(quantities()) ? 1 : 0);  // UN-9
            };
        }
    }
    design.uniforms = [this, fill](std::uint64_t first, int count, std::span<double> uniforms) { (this->*fill)(first, count, uniforms); };
}

OutcomeSensitivity SensitivityStudy::Inside::analysed(std::size_t outcome, double planned, std::span<const double> outputs) const {
    OutcomeSensitivity out;
    out.what = plan.outcomes.front()[outcome];
    out.planned = out.reference = planned;
    const statistics::Bootstrap bootstrap{source(request.seed, step_of_resamples), resamples};
    if (request.method == Method::tornado) {
        out.reference = outputs[0];
        std::vector<statistics::Ends> ends;
        for (std::size_t j = 0; j < parameters(); ++j) ends.push_back({outputs[1 + 2 * j], outputs[2 + 2 * j]});
        out.bars = statistics::tornado(ends, out.reference);
        for (const auto& bar : out.bars) out.order.push_back(bar.parameter);
    } else if (request.method == Method::morris) {
        out.screening = morris::analyse(points, outputs, parameters(), bootstrap);
        out.order = ranked(parameters(), [&](std::size_t j) { return out.screening.effects[j].mean_absolute; });
    } else {
        out.indices = sobol::analyse(outputs, parameters(), {bootstrap, sobol::FirstOrder::saltelli, 2.0 * request.wanted});
        out.order = ranked(parameters(), [&](std::size_t j) { return out.indices.total[j].value; });
    }
    return out;
}

SensitivityStudy::SensitivityStudy(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
SensitivityStudy::SensitivityStudy(SensitivityStudy&&) noexcept = default;
SensitivityStudy& SensitivityStudy::operator=(SensitivityStudy&&) noexcept = default;
SensitivityStudy::~SensitivityStudy() = default;

Result<SensitivityStudy> SensitivityStudy::prepare(const Subject& subject, const SensitivityRequest& request, Problems& warnings) {
    Result<SensitivityStudy> result;
    auto inside = std::make_unique<Inside>();
    Inside& in = *inside;
    in.request = request;
    in.scenario = *subject.scenario;
    in.scenario.uncertainty = with_defaults(*subject.scenario);
    check(request, in.scenario.plan, result.problems);

    auto& uncertainty = in.scenario.uncertainty;
    const bool luck = !uncertainty.paths.empty() || (uncertainty.events && in.scenario.plan.behaves());
    in.result.luck = request.method == Method::sobol && request.luck && luck;
    in.result.luck_left_out = luck && !in.result.luck;
    if (request.luck && !in.result.luck) {
        warnings.push_back(refused("no-luck", {"nothing of this happens by chance, so chance has no share", "偶然による変動がないため、その寄与は計算しません"}));
    }
    if (!in.result.luck) {
        uncertainty.events = false;
        uncertainty.paths.clear();
    }
    in.result.correlations_left_out = uncertainty.correlations.size();
    uncertainty.correlations.clear();

    in.subjects = {Subject{&in.scenario, subject.statutes}};
    auto draws = uncertainty::prepare(in.subjects, chance::Sampling::random, request.seed, 0, warnings);
    for (auto& problem : draws.problems) result.problems.push_back(std::move(problem));
    if (draws) {
        in.draws = std::move(*draws.value);
        in.describe_inputs();
        if (in.quantities() == 0) result.problems.push_back(nothing_uncertain(in.scenario));
        if (in.result.luck) in.result.inputs.push_back({{}, {std::string(luck_label.en), std::string(luck_label.ja)}, {}});
        if (result.problems.empty()) check_size(request, in.parameters(), result.problems);
    }
    if (!result.problems.empty()) return result;
    if (in.result.correlations_left_out > 0 && request.method != Method::tornado) {
        Problem p = refused("correlations-left-out",
                            {fmt::format("{} correlations are left out: this method asks for independent quantities; with correlated ones its "
                                         "figures would mean something else",
                                         in.result.correlations_left_out),
                             fmt::format("相関{}件は使いません。この方法は独立な項目を前提とし、相関があると数値の意味が変わるためです", in.result.correlations_left_out)});
        p.file = in.scenario.file;
        warnings.push_back(std::move(p));
    }

    in.result.method = request.method;
    in.result.name = in.scenario.name;
    in.result.seed = request.seed;
    in.result.at_medians = request.method == Method::tornado && request.at_medians;
    in.result.runs = static_cast<std::uint64_t>(cost(request, in.parameters()));
    in.lay_out();
    in.run = simulation::run(in.scenario, *subject.statutes);
    in.plan.subjects = in.subjects;
    in.plan.draws = &in.draws;
    in.plan.design = &in.design;
    in.plan.runs = {&in.run};
    in.plan.judging = Judging::none;
    in.plan.kernel = request.kernel;
    in.plan.threads = request.threads;
    in.plan.outcomes.emplace_back();
    for (const auto& name : request.outcomes) in.plan.outcomes.front().push_back(*find_outcome(name, year_of(request, in.scenario.plan)));
    result.value = SensitivityStudy(std::move(inside));
    return result;
}

std::uint64_t SensitivityStudy::runs() const { return inside_->result.runs; }
std::size_t SensitivityStudy::inputs() const { return inside_->parameters(); }

void SensitivityStudy::rehearse(std::uint64_t count) const {
    run_trials(inside_->plan, 0, std::min(count, runs()), [](int, const BlockResult&) {}, {});
}

Sensitivity SensitivityStudy::make(const Crew& crew) const {
    const TrialPlan& plan = inside_->plan;
    const auto& outcomes = plan.outcomes.front();
    std::vector<std::vector<double>> outputs(outcomes.size(), std::vector<double>(runs()));
    const auto take = [&](int, const BlockResult& block) {
        const auto n = static_cast<std::size_t>(block.count);
        for (std::size_t k = 0; k < outcomes.size(); ++k) {
            std::copy_n(block.outcomes.front().begin() + static_cast<std::ptrdiff_t>(k * n), n, outputs[k].begin() + static_cast<std::ptrdiff_t>(block.first));
        }
    };
    Sensitivity result = inside_->result;
    const Gathered gathered = crew ? outcomes_with(crew, plan, runs(), written(inside_->request, plan), outputs)
                              : run_trials(plan, 0, runs(), take, inside_->request.progress) ? Gathered::here : Gathered::stopped;
    result.stopped = gathered == Gathered::stopped;
    result.elsewhere = gathered == Gathered::elsewhere;
    if (gathered != Gathered::here) return result;
    TrialReader reader(inside_->scenario, inside_->run, outcomes, plan.gate_options, plan.judging);
    const TrialResult planned = reader.planned(inside_->scenario.plan);
    // A thousand resamples of many rows take their time, for each outcome anew.
    result.outcomes.resize(outcomes.size());
    tbb::task_arena arena(slots_of(plan.threads));
    arena.execute([&] {
        tbb::parallel_for(std::size_t{0}, outcomes.size(), [&](std::size_t k) { result.outcomes[k] = inside_->analysed(k, planned.outcomes[k], outputs[k]); });
    });
    return result;
}

Result<Sensitivity> sensitivity(const Subject& subject, const SensitivityRequest& request, Problems& warnings) {
    Result<Sensitivity> result;
    auto study = SensitivityStudy::prepare(subject, request, warnings);
    result.problems = std::move(study.problems);
    if (study) result.value = study.value->make();
    return result;
}

}  // namespace goho::uncertainty
