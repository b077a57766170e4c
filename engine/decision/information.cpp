#include "decision/information.hpp"

#include "core/format.hpp"
#include "simulation/run.hpp"
#include "statistics/moments.hpp"
#include "uncertainty/evidence_defaults.hpp"
#include "uncertainty/refusals.hpp"
#include "uncertainty/trials.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

namespace goho::decision {

namespace {

using uncertainty::DrawnInput;
using uncertainty::Subject;

Problem different_months(const Subject& base, const Subject& other) {
    const auto &first = base.scenario->plan.company, &own = other.scenario->plan.company;
    Problem p = refusal("months-differ",
                        {fmt::format("this plan covers {} months from {}, the base {} from {}; worth can be compared over the same months only", own.months,
                                     shown(own.start, Language::english), first.months, shown(first.start, Language::english)),
                         fmt::format("この計画は{}から{}か月、基準は{}から{}か月です。同じ期間の計画どうしでないと価値を比べられません", shown(own.start, Language::japanese), own.months,
                                     shown(first.start, Language::japanese), first.months)},
                        {{"write it as a variant of the base (goho variant)", "基準の代替案として作成してください（goho variant）"}});
    p.file = other.scenario->file;
    return p;
}

Problems check(std::span<const Subject> subjects, const InformationRequest& request) {
    Problems problems;
    if (subjects.size() < 2) {
        problems.push_back(refusal("alternatives-needed", {"with one plan there is nothing to choose, so nothing is worth measuring for the choice", "計画が1つでは選択の余地がなく、測る価値を計算できません"},
                                   {{"name at least one alternative as well; goho variant makes one", "代替案も指定してください。代替案は goho variant で作れます"}}));
    }
    if (request.trials < statistics::fewest_information_trials || request.trials > most_information_trials) {
        problems.push_back(refusal("bad-trials", {fmt::format("{} trials: between {} and {} are possible", request.trials, statistics::fewest_information_trials, most_information_trials),
                                                  fmt::format("試行回数 {}: {}〜{} の範囲で指定してください", request.trials, statistics::fewest_information_trials, most_information_trials)}));
    }
    uncertainty::check_machine(request.threads, {}, problems);
    for (const Subject& subject : subjects) {
        const auto &own = subject.scenario->plan.company, &base = subjects.front().scenario->plan.company;
        if (own.start != base.start || own.months != base.months) problems.push_back(different_months(subjects.front(), subject));
        const auto all = uncertainty::with_defaults(*subject.scenario);
        if (all.none() && all.quantities.empty()) problems.push_back(uncertainty::nothing_uncertain(*subject.scenario));
    }
    return problems;
}

/// Of all scenarios, each quantity as the first one that has it draws it.
std::vector<DrawnInput> inputs_of(const uncertainty::Draws& draws, std::span<const Subject> subjects) {
    std::vector<DrawnInput> all;
    std::vector<char> there(draws.streams.size());
    for (std::size_t s = 0; s < subjects.size(); ++s) {
        for (auto& input : uncertainty::drawn_inputs(draws, s, subjects[s].scenario->plan)) {
            if (there[input.stream]) continue;
            there[input.stream] = 1;
            all.push_back(std::move(input));
        }
    }
    uncertainty::tell_apart(all);
    return all;
}

Measured measured_as(const uncertainty::SubjectDraws::Use& use) {
    const bool alike = std::all_of(use.planned.begin(), use.planned.end(), [&](double p) { return p == use.planned.front(); });
    if (alike || use.apply == simulation::Apply::replace) return Measured::value;
    return use.apply == simulation::Apply::multiply ? Measured::multiple : Measured::addition;
}

double told(const uncertainty::SubjectDraws::Use& use, Measured as, double uniform) {
    const double drawn = use.quantile(uniform);
    return as == Measured::value ? uncertainty::applied(use.apply, use.planned.front(), drawn) : drawn;
}

Text how_to_measure(const DrawnInput& input) {
    if (const auto* row = uncertainty::evidence_default_of(input.input.pointer)) return {std::string(row->measure.en), std::string(row->measure.ja)};
    const std::string_view unit = input.input.unit;
    const auto has = [&](std::string_view part) { return input.input.pointer.find(part) != std::string::npos; };
    if (has("price")) return {"Ask the main customers for quotations, or look through the orders won and lost in the last year by price.", "主要な顧客に見積もりを出して反応を確かめるか、直近1年の受注・失注を価格別に調べる。"};
    if (has("volume")) return {"Write up orders received and enquiries every week for three months, from the order book; with actual months, goho calibrate fits the volume.", "受注簿から受注と引き合いを3か月間、週ごとに集計する。実績の月があれば goho calibrate で数量を推定できる。"};
    if (unit == "fraction/year" || unit == "fraction") return {"Reckon the rate from three years of monthly trial balances, and ask whoever sets it for the next year's.", "過去3年の月次試算表から率を計算し、決める側（仕入先・金融機関など）に来年度の見込みを確かめる。"};
    if (unit.starts_with("yen")) return {"Take the amounts of the last twelve months from the ledger, and get written quotations for what is new; with actual months, goho calibrate fits it.", "元帳から直近12か月の金額を拾い、新しいものは書面で見積もりを取る。実績の月があれば goho calibrate で推定できる。"};
    return {"Record it every month for three months where it arises, by one person and one definition, before the choice is made.", "選択の前に3か月間、発生する現場で担当者と定義を決めて毎月記録する。"};
}

/// Everything of a run of trials that is needed to say what knowing is worth.
class Study {
public:
    Study(std::span<const Subject> subjects, const InformationRequest& request, uncertainty::Draws draws)
        : subjects_(subjects), request_(request), draws_(std::move(draws)), gains_(subjects.size(), std::vector<double>(request.trials)) {
        for (const Subject& subject : subjects) runs_.push_back(simulation::run(*subject.scenario, *subject.statutes));
        plan_.subjects = subjects;
        plan_.draws = &draws_;
        plan_.judging = uncertainty::Judging::none;
        plan_.one_discount_rate = true;                                                             // VI-5
        plan_.threads = request.threads;
        for (const auto& run : runs_) plan_.runs.push_back(&run), plan_.outcomes.push_back({*uncertainty::find_outcome("present_value", 0)});
    }

    bool make() {
        const auto take = [&](int, const uncertainty::BlockResult& block) {
            for (std::size_t s = 0; s < gains_.size(); ++s) std::copy_n(block.outcomes[s].begin(), block.count, gains_[s].begin() + static_cast<std::ptrdiff_t>(block.first));
        };
        const auto proceed = [&](std::uint64_t done) { return !request_.progress || request_.progress(0.9 * static_cast<double>(done) / static_cast<double>(request_.trials)); };
        if (!uncertainty::run_trials(plan_, 0, request_.trials, take, proceed)) return false;
        leave_out_what_failed();
        return true;
    }

    Information told() {
        Information out;
        const auto& company = subjects_.front().scenario->plan.company;
        out.trials = request_.trials;
        out.seed = request_.seed;
        out.left_out = request_.trials - kept_.size();
        out.discount_rate = subjects_.front().scenario->plan.treasury.discount_rate;
        out.months = company.months;
        describe_alternatives(out);
        out.everything = statistics::perfect_information(gains_);
        out.quantities = quantities();
        // No part can be worth more than the whole; noise apart.
        for (auto& one : out.quantities) one.known.worth.value = std::min(one.known.worth.value, out.everything.value);
        std::stable_sort(out.quantities.begin(), out.quantities.end(), [](const Knowable& a, const Knowable& b) { return a.known.worth.value > b.known.worth.value; });
        return out;
    }

    bool enough() const { return kept_.size() >= statistics::fewest_information_trials; }

private:
    void leave_out_what_failed() {
        for (std::size_t i = 0; i < request_.trials; ++i) {
            const bool sound = std::all_of(gains_.begin(), gains_.end(), [&](const auto& one) { return std::isfinite(one[i]); });
            if (sound) kept_.push_back(i);
        }
        for (auto& one : gains_) {
            for (std::size_t k = 0; k < kept_.size(); ++k) one[k] = one[kept_[k]];
            one.resize(kept_.size());
        }
    }

    double planned(std::size_t s) const {
        auto plan = subjects_[s].scenario->plan;
        plan.treasury.discount_rate = subjects_.front().scenario->plan.treasury.discount_rate;
        uncertainty::TrialReader reader(*subjects_[s].scenario, runs_[s], plan_.outcomes[s], {}, uncertainty::Judging::none);
        return reader.planned(plan).outcomes.front();
    }

    void describe_alternatives(Information& out) const {
        std::vector<std::size_t> wins(gains_.size());
        for (std::size_t i = 0; i < kept_.size(); ++i) {
            std::size_t best = 0;
            for (std::size_t s = 1; s < gains_.size(); ++s) best = gains_[s][i] > gains_[best][i] ? s : best;
            ++wins[best];
        }
        const double count = static_cast<double>(kept_.size());
        for (std::size_t s = 0; s < gains_.size(); ++s) {
            out.alternatives.push_back({subjects_[s].scenario->name, planned(s), statistics::moments_of(gains_[s]).mean, static_cast<double>(wins[s]) / count});
        }
        out.best = statistics::best_on_average(gains_);
        out.next = out.best == 0 ? 1 : 0;
        for (std::size_t s = 0; s < gains_.size(); ++s) {
            if (s != out.best && out.alternatives[s].mean > out.alternatives[out.next].mean) out.next = s;
        }
        out.always = true;
        for (const auto& one : gains_) {
            for (std::size_t i = 0; i < one.size(); ++i) out.always = out.always && one[i] <= gains_[out.best][i];
        }
    }

    /// The common uniforms of all trials: [stream * trials + trial].
    std::vector<double> uniforms() const {
        constexpr int at_once = 4096;
        std::vector<double> all(draws_.streams.size() * request_.trials);
        uncertainty::BlockDraws block;
        for (std::uint64_t first = 0; first < request_.trials; first += at_once) {
            const auto count = std::min<std::uint64_t>(at_once, request_.trials - first);
            uncertainty::draw_uniforms(draws_, nullptr, first, static_cast<int>(count), block);
            for (std::size_t s = 0; s < draws_.streams.size(); ++s) {
                std::copy_n(block.uniforms.begin() + static_cast<std::ptrdiff_t>(s * count), count, all.begin() + static_cast<std::ptrdiff_t>(s * request_.trials + first));
            }
        }
        return all;
    }

    Knowable known(const DrawnInput& drawn, std::span<const double> uniforms) const {
        Knowable out{drawn.input, measured_as(*drawn.use), {}, how_to_measure(drawn)};
        const auto value = [&](double u) { return decision::told(*drawn.use, out.as, u); };
        if (out.as != Measured::value) {
            out.input.planned = out.as == Measured::multiple ? 1.0 : 0.0;
            if (out.as == Measured::multiple) out.input.unit = "fraction";
            out.input.low = value(uncertainty::low_level);
            out.input.middle = value(0.5);
            out.input.high = value(uncertainty::high_level);
        }
        std::vector<double> values;
        for (const std::size_t trial : kept_) values.push_back(value(uniforms[drawn.stream * request_.trials + trial]));
        out.known = statistics::partial_information(gains_, values);
        return out;
    }

    std::vector<Knowable> quantities() const {
        const auto inputs = inputs_of(draws_, subjects_);
        const auto drawn = uniforms();
        std::vector<Knowable> out(inputs.size());
        tbb::task_arena arena(uncertainty::slots_of(request_.threads));
        arena.execute([&] { tbb::parallel_for(std::size_t{0}, inputs.size(), [&](std::size_t k) { out[k] = known(inputs[k], drawn); }); });
        if (request_.progress) request_.progress(1.0);
        return out;
    }

    std::span<const Subject> subjects_;
    const InformationRequest& request_;
    uncertainty::Draws draws_;
    std::vector<simulation::Trajectory<double>> runs_;
    uncertainty::TrialPlan plan_;
    std::vector<std::vector<double>> gains_;  // [alternative][trial], without those that failed
    std::vector<std::size_t> kept_;           // trials
};

}  // namespace

Result<Information> information(std::span<const Subject> subjects, const InformationRequest& request, Problems& warnings) {
    if (auto problems = check(subjects, request); !problems.empty()) return {{}, std::move(problems)};
    auto draws = uncertainty::prepare(subjects, request.sampling, request.seed, request.trials, warnings);
    if (!draws) return {{}, std::move(draws.problems)};
    if (inputs_of(*draws.value, subjects).empty()) {
        return {{}, {refusal("nothing-to-measure", {"only chance events and wandering figures are uncertain here; nothing of that can be measured beforehand", "不確実なのは偶然の出来事や月々の変動だけで、事前に測れるものがありません"},
                             {{"use --defaults, or name quantities with --vary", "--defaults を使うか、--vary で項目を指定してください"}})}};
    }
    Study study(subjects, request, std::move(*draws.value));
    if (!study.make()) {
        Information stopped;
        stopped.stopped = true;
        return {std::move(stopped), {}};
    }
    if (!study.enough()) return {{}, {refusal("nothing-to-measure", {"the present value cannot be reckoned in most trials", "大半の試行で現在価値を計算できません"})}};
    return {study.told(), {}};
}

}  // namespace goho::decision
