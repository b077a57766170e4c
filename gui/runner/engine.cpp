#include "runner/engine.hpp"

#include "io/benchmark_file.hpp"
#include "io/report.hpp"
#include "io/scenario_reader.hpp"
#include "io/statutes.hpp"
#include "io/uncertainty_reader.hpp"
#include "runner/side_by_side.hpp"

#include <algorithm>
#include <filesystem>
#include <list>

namespace goho::gui {

namespace fs = std::filesystem;

namespace {

/// Each problem names the file that last set the value, where it can be mended.
void name_files(Problems& problems, const SnapshotSheet& sheet) {
    for (Problem& problem : problems) {
        if (problem.file != sheet.file) continue;
        for (std::string_view at = problem.pointer; !at.empty(); at = at.substr(0, at.rfind('/'))) {
            const auto source =
                std::find_if(sheet.sources.rbegin(), sheet.sources.rend(),
                             [&](const SnapshotSource& s) { return io::value_at(*s.content, at) != nullptr; });
            if (source == sheet.sources.rend()) continue;
            problem.file = source->file;
            break;
        }
    }
}

std::int64_t written_at(const std::string& file) {
    std::error_code error;
    const auto time = fs::last_write_time(file, error);
    return error ? 0 : static_cast<std::int64_t>(time.time_since_epoch().count());
}

}  // namespace

std::string Engine::benchmark_of(const simulation::Scenario& scenario, const std::string& wanted,
                                 Problems& problems) const {
    if (!wanted.empty()) return wanted;
    auto pinned = io::pinned_benchmark(scenario);
    problems.insert(problems.end(), pinned.problems.begin(), pinned.problems.end());
    return pinned ? *pinned.value : std::string();
}

Engine::SharedBenchmark Engine::benchmark(const std::string& file, Problems& problems) {
    if (file.empty()) return {};
    const auto key = std::pair(file, written_at(file));
    const std::lock_guard lock(tables_mutex_);
    if (const auto kept = benchmarks_.find(key); kept != benchmarks_.end()) return kept->second;
    auto read = io::load_benchmark(file);
    problems.insert(problems.end(), read.problems.begin(), read.problems.end());
    if (!read) return {};
    return benchmarks_[key] = std::make_shared<const stakeholders::Benchmark>(std::move(*read.value));
}

std::shared_ptr<const accounting::Statutes> Engine::statutes(const simulation::Scenario& scenario, Problems& problems) {
    const auto& pins = scenario.plan.pins;
    const fs::path folder = fs::path(scenario.file).parent_path();
    std::string key;
    for (const std::string_view name : {pins.tax_table.view(), pins.depreciation_table.view()}) {
        const std::string file = (folder / fs::path(std::string(name))).string();
        key +=
            std::string(name) + "\n" + (name.ends_with(".json") ? file + std::to_string(written_at(file)) : "") + "\n";
    }
    const std::lock_guard lock(tables_mutex_);
    if (const auto kept = law_.find(key); kept != law_.end()) return kept->second;
    auto read = io::load_statutes(scenario);
    problems.insert(problems.end(), read.problems.begin(), read.problems.end());
    if (!read) return {};
    return law_[key] = std::make_shared<const accounting::Statutes>(std::move(*read.value));
}

std::shared_ptr<const Computed> Engine::compute(const SnapshotSheet& sheet, const Content& merged,
                                                const std::string& wanted) {
    auto out = std::make_shared<Computed>();
    out->sheet = sheet.id;
    io::Reading reading = io::read_scenario_content(*merged, sheet.file);
    out->problems = std::move(reading.problems);
    out->warnings = std::move(reading.warnings);
    name_files(out->problems, sheet);
    name_files(out->warnings, sheet);
    if (!reading.value) return out;
    const auto law = statutes(*reading.value, out->problems);
    const auto bench = benchmark(benchmark_of(*reading.value, wanted, out->problems), out->problems);
    if (!law || !out->problems.empty()) return out;
    if (!reading.value->plan.actuals.months.empty())
        out->plan_actual = std::make_shared<const analysis::PlanActual>(analysis::plan_actual(*reading.value, *law));
    analysis::StudyOptions options;
    options.benchmark = bench.get();
    out->study = std::make_shared<const analysis::Study>(analysis::study(std::move(*reading.value), *law, options));
    return out;
}

void Engine::computed(const SnapshotSheet& sheet, const Question& question, std::shared_ptr<const Computed>& to,
                      Work& work) {
    if (!sheet.problems.empty()) {
        kept_.erase(sheet.id);
        to = std::make_shared<const Computed>(Computed{sheet.id, {}, sheet.problems, {}});
        return;
    }
    std::vector<Content> from;
    for (const SnapshotSource& source : sheet.sources) from.push_back(source.content);
    Kept& kept = kept_[sheet.id];
    const bool same_place = kept.file == sheet.file && kept.benchmark == question.benchmark;
    if (same_place && kept.computed && kept.from == from) {
        to = kept.computed;
        return;
    }
    work.push_back([this, &sheet, &question, &kept, &to, same_place, from = std::move(from)]() mutable {
        Content merged = gui::merged(sheet.sources);
        if (same_place && kept.computed && *kept.merged == *merged) {  // an edit that the variant hides, or one undone
            kept.from = std::move(from);
        } else {
            auto fresh = compute(sheet, merged, question.benchmark);
            kept = {std::move(from), sheet.file, question.benchmark, std::move(merged), std::move(fresh)};
        }
        to = kept.computed;
    });
}

std::shared_ptr<const Answer> Engine::answer(const Snapshot& snapshot, const Question& question) {
    auto answer = std::make_shared<Answer>();
    answer->revision = snapshot.revision;
    answer->scenarios.resize(snapshot.sheets.size());
    Work work;
    for (std::size_t i = 0; i < snapshot.sheets.size(); ++i)
        computed(snapshot.sheets[i], question, answer->scenarios[i], work);
    side_by_side(work);
    std::erase_if(kept_, [&](const auto& kept) { return answer->find(kept.first) == nullptr; });
    answer->comparison = comparison(*answer, question);
    return answer;
}

std::shared_ptr<const analysis::Comparison> Engine::comparison(const Answer& answer, const Question& question) {
    if (answer.scenarios.empty() || !answer.scenarios.front()->study) {  // nothing to compare with
        pairs_.clear();
        return {};
    }
    const auto& base = answer.scenarios.front();
    const auto subject = [](const Computed& one) { return analysis::Subject{&one.study->scenario, &one.study->run}; };
    std::vector<std::shared_ptr<const Computed>> variants;
    for (const auto& scenario : answer.scenarios) {
        if (scenario != base && scenario->study) variants.push_back(scenario);
    }
    analysis::CompareOptions options;
    options.years = question.years;
    Problems ignored;  // said by the scenario already
    const auto bench = benchmark(benchmark_of(base->study->scenario, question.benchmark, ignored), ignored);
    options.benchmark = bench.get();

    // One variant at a time says the same as all at once, unless some have behaviour and others only books.
    const bool alike = base->study->run.behaves || std::none_of(variants.begin(), variants.end(),
                                                                [](const auto& v) { return v->study->run.behaves; });
    if (!alike || variants.empty()) {
        std::vector<analysis::Subject> subjects;
        for (const auto& variant : variants) subjects.push_back(subject(*variant));
        return std::make_shared<const analysis::Comparison>(analysis::compare(subject(*base), subjects, options));
    }
    std::erase_if(pairs_, [&](const auto& pair) { return answer.find(pair.first) == nullptr; });
    Work work;
    for (const auto& variant : variants) {
        Pair& pair = pairs_[variant->sheet];
        if (pair.base == base && pair.variant == variant && pair.years == question.years &&
            pair.benchmark == question.benchmark)
            continue;
        pair = {base, variant, question.years, question.benchmark, {}};
        work.push_back([&pair, &options, &subject] {
            pair.comparison = std::make_shared<const analysis::Comparison>(
                analysis::compare(subject(*pair.base), {subject(*pair.variant)}, options));
        });
    }
    side_by_side(work);
    auto all = std::make_shared<analysis::Comparison>(*pairs_.at(variants.front()->sheet).comparison);
    for (std::size_t i = 1; i < variants.size(); ++i)
        all->contenders.push_back(pairs_.at(variants[i]->sheet).comparison->contenders.at(1));
    return all;
}

std::shared_ptr<const Refinement> Engine::refine(const Slow& slow) {
    auto out = std::make_shared<Refinement>();
    out->revision = slow.answer->revision;
    out->at_rest = slow.at_rest;
    std::vector<const Computed*> all;
    for (const auto& scenario : slow.answer->scenarios) {
        if (scenario->study) all.push_back(scenario.get());
    }
    const bool diagnoses = slow.at_rest && slow.question.diagnoses;
    const double share = !diagnoses ? 0.0 : slow.question.chance ? 0.3 : 1.0;  // of the work, roughly
    if (diagnoses) {
        std::map<const Computed*,
                 std::pair<std::shared_ptr<const Computed>, std::shared_ptr<const analysis::Diagnosis>>>
            made;
        double done = 0.0;
        for (const auto& scenario : slow.answer->scenarios) {
            if (!scenario->study || !scenario->study->run.behaves) continue;
            if (!slow.progress(share * done++ / static_cast<double>(all.size()))) return {};
            Problems ignored;
            const auto kept = diagnoses_.find(scenario.get());
            auto diagnosis = kept != diagnoses_.end()
                                 ? kept->second.second
                                 : std::make_shared<const analysis::Diagnosis>(analysis::diagnosis(
                                       scenario->study->scenario, *statutes(scenario->study->scenario, ignored)));
            made[scenario.get()] = {scenario, diagnosis};
            out->diagnoses.emplace_back(scenario->sheet, std::move(diagnosis));
        }
        diagnoses_ = std::move(made);
    }
    if (slow.question.chance && !all.empty()) {
        std::vector<uncertainty::Subject> subjects;
        std::vector<std::shared_ptr<const accounting::Statutes>> law;
        Problems warnings;
        std::list<simulation::Scenario> scenarios;
        for (const Computed* scenario : all) {
            scenarios.push_back(scenario->study->scenario);
            auto& own = scenarios.back();
            own.uncertainty.defaults = own.uncertainty.defaults || slow.question.defaults;
            for (const auto& [pointer, spread] : slow.question.vary) {
                const Problems refused = io::vary(own, pointer, spread);
                out->problems.insert(out->problems.end(), refused.begin(), refused.end());
            }
            law.push_back(statutes(own, out->problems));
            subjects.push_back({&own, law.back().get()});
            out->sheets.push_back(scenario->sheet);
        }
        uncertainty::Request request;
        request.trials = slow.trials;
        request.seed = slow.question.seed;
        request.threads = slow.threads;
        request.kernel = slow.question.kernel;
        request.years = slow.question.years;
        request.fans = {"cash",  "operating_income",      "net_sales", "employee_satisfaction", "customer_satisfaction",
                        "trust"};  // what the pages show by month
        request.progress = [&](std::uint64_t done) {
            return slow.progress(share + (1.0 - share) * static_cast<double>(done) / static_cast<double>(slow.trials));
        };
        auto result = uncertainty::monte_carlo(subjects, request, warnings);
        out->problems.insert(out->problems.end(), result.problems.begin(), result.problems.end());
        if (result.value && result.value->stopped) return {};
        if (result.value) out->chance = std::make_shared<const uncertainty::MonteCarlo>(std::move(*result.value));
    }
    if (!slow.progress(1.0)) return {};
    return out;
}

}  // namespace goho::gui
