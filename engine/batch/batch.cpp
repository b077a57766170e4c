#include "batch/batch.hpp"

#include "batch/fingerprint.hpp"
#include "batch/plan_source.hpp"
#include "batch/store.hpp"
#include "batch/target_file.hpp"
#include "io/wording.hpp"

#include <SQLiteCpp/Exception.h>
#include <algorithm>
#include <atomic>
#include <sqlite3.h>
#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

namespace goho::batch {

namespace {

constexpr std::size_t most_shown = 100;

/// A run on its way through the pipeline.
struct Job {
    std::shared_ptr<PlanSource> source;
    std::uint64_t number = 0;  // of the point
    RunRow row;
    std::optional<simulation::Scenario> scenario;
    std::optional<Computed> computed;
    bool has_row = true, to_compute = false;
};
using Token = std::shared_ptr<Job>;

std::string in_words(const std::vector<std::string>& names, const std::vector<double>& values) {
    std::string out;
    for (std::size_t i = 0; i < values.size(); ++i) out += fmt::format("{}{}={}", i == 0 ? "" : " ", names[i], values[i]);
    return out;
}

class Batch {
public:
    Batch(const Request& request, Store& store, Outcome& outcome) : request_(request), store_(store), outcome_(outcome), known_(store.known()) {
        std::vector<std::string> pointers;
        for (const Axis& axis : request.sweep.axes()) pointers.push_back(axis.pointer);
        names_ = short_names(pointers);
        outcome_.progress.total = request.files.size() * request.sweep.points();
        for (const auto& [hash, id] : known_) next_result_ = std::max(next_result_, id + 1);
    }

    void run(std::size_t tokens) {
        using tbb::filter_mode;
        tbb::parallel_pipeline(tokens, tbb::make_filter<void, Token>(filter_mode::serial_in_order, [this](tbb::flow_control& flow) { return next(flow); }) &
                                           tbb::make_filter<Token, Token>(filter_mode::parallel, [this](const Token& job) { return prepare(job); }) &
                                           tbb::make_filter<Token, Token>(filter_mode::serial_in_order, [this](const Token& job) { return look_up(job); }) &
                                           tbb::make_filter<Token, Token>(filter_mode::parallel, [](const Token& job) { return compute(job); }) &
                                           tbb::make_filter<Token, void>(filter_mode::serial_in_order, [this](const Token& job) { store(job); }));
    }
    bool stopped() const { return stopped_; }

private:
    Token next(tbb::flow_control& flow) {
        if (point_ == request_.sweep.points()) {
            point_ = 0;
            ++file_;
            source_.reset();
        }
        if (file_ == request_.files.size() || stopped_) {
            flow.stop();
            return {};
        }
        if (!source_) source_ = std::make_shared<PlanSource>(request_.files[file_], request_.sweep);
        return std::make_shared<Job>(Job{source_, point_++, {}, {}, {}});
    }

    /// Reads, sets the point, checks, and tells what it is.
    Token prepare(const Token& job) {
        RunRow& row = job->row;
        row.file = job->source->file();
        const PlanSource::Read& base = job->source->read();
        if (!base.scenario) {  // one row says why, whatever the number of points
            job->has_row = job->number == 0;
            row.problems = base.problems;
            row.notes = base.notes;
            return job;
        }
        row.name = base.scenario->name;
        if (job->number == 0) row.notes = base.notes;
        row.values = request_.sweep.point(job->number);
        row.point = in_words(names_, row.values);
        auto scenario = job->source->at(row.values);
        row.problems = std::move(scenario.problems);
        if (scenario) {
            row.hash = fingerprint(*scenario.value, base.statutes);
            job->scenario = std::move(*scenario.value);
        }
        return job;
    }

    /// In the order of the input, so that the first of those that are alike is the one that is computed.
    Token look_up(const Token& job) {
        if (job->row.hash.empty()) return job;
        const auto [place, fresh] = known_.try_emplace(job->row.hash, next_result_);
        if (fresh) ++next_result_;
        job->to_compute = fresh;
        job->row.result = place->second;
        return job;
    }

    static Token compute(const Token& job) {
        try {
            if (job->to_compute) job->computed = computed(std::move(*job->scenario), job->source->read().statutes);
        } catch (const std::exception& error) {
            job->row.problems.push_back({"internal", job->row.file, {}, 0, 0, io::say("could not be computed: {}", "計算できませんでした: {}", std::string_view(error.what())), {}});
        }
        job->scenario.reset();
        return job;
    }

    void store(const Token& job) {
        Progress& progress = outcome_.progress;
        ++progress.done;
        if (!job->has_row) {
            ++progress.failed;
            return;
        }
        job->row.id = ++rows_;
        if (job->to_compute && !job->computed) broken_.emplace(job->row.result, job->row.problems);
        if (const auto broken = broken_.find(job->row.result); broken != broken_.end()) {  // and all that are alike
            job->row.problems = broken->second;
            job->row.hash.clear();
        }
        const bool changed = store_.put(job->row, job->computed ? &*job->computed : nullptr);
        if (job->row.hash.empty()) ++progress.failed;
        if (job->computed) ++progress.computed;
        if (changed) {
            ++progress.changed;
            if (outcome_.changed.size() < most_shown && (outcome_.changed.empty() || outcome_.changed.back() != job->row.file)) outcome_.changed.push_back(job->row.file);
        }
        for (const Problem& problem : job->row.problems) {
            if (outcome_.problems.size() < most_shown) outcome_.problems.push_back(problem);
        }
        if (!request_.watch(progress)) stopped_ = true;
    }

    const Request& request_;
    Store& store_;
    Outcome& outcome_;
    std::vector<std::string> names_;
    std::unordered_map<std::string, std::int64_t> known_;
    std::unordered_map<std::int64_t, Problems> broken_;  // results that could not be computed
    std::int64_t next_result_ = 1, rows_ = 0;
    std::size_t file_ = 0;
    std::uint64_t point_ = 0;
    std::shared_ptr<PlanSource> source_;
    std::atomic<bool> stopped_ = false;
};

/// The axes are looked at in every file before anything is computed: when they fit none that can be read, that is a
/// slip of the pen and not the fault of the files.
Problems objections_to_sweep(const Request& request) {
    if (request.sweep.axes().empty()) return {};
    std::vector<Problems> objections(request.files.size());
    std::atomic<bool> fits = false;
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, request.files.size(), 1), [&](const auto& range) {
        for (std::size_t i = range.begin(); i < range.end(); ++i) {
            PlanSource source(request.files[i], request.sweep);
            const auto& read = source.read();
            if (read.scenario) fits = true;
            if (read.sweep_is_wrong) objections[i] = read.problems;
        }
    });
    if (fits) return {};
    for (Problems& each : objections) {
        if (!each.empty()) return std::move(each);
    }
    return {};
}

Problem problem_of(const SQLite::Exception& error, const std::filesystem::path& file, std::int64_t stored) {
    const int code = error.getErrorCode() & 0xFF;
    if (code == SQLITE_NOTADB || code == SQLITE_CORRUPT) {
        return {"output-unusable", file.generic_string(), {}, 0, 0, io::say("the database cannot be read: {}", "データベースを読み込めません: {}", std::string_view(error.what())),
                {"begin anew with --overwrite, or name another file", "--overwrite で最初から計算するか、別のファイル名にしてください"}};
    }
    return cannot_write(file, error.what(), io::say("{} runs are stored; --resume goes on from there", "{}件は保存済みです。--resume で続きから計算できます", stored));
}

}  // namespace

Outcome run(const Request& request) {
    Outcome outcome;
    tbb::task_arena arena(request.jobs > 0 ? request.jobs : tbb::task_arena::automatic);
    std::unique_ptr<Store> store;
    try {
        arena.execute([&] { outcome.refusal = objections_to_sweep(request); });
        if (!outcome.refusal.empty()) return outcome;
        StoreRequest wanted{request.output, request.resume, request.overwrite, request.files, {}, {}, request.sweep.written()};
        for (const Axis& axis : request.sweep.axes()) {
            wanted.pointers.push_back(axis.pointer);
            wanted.written.push_back(axis.written);
        }
        auto opened = Store::open(wanted);
        if (!opened) {
            outcome.refusal = std::move(opened.problems);
            return outcome;
        }
        store = std::move(*opened.value);
        Batch batch(request, *store, outcome);
        arena.execute([&] { batch.run(static_cast<std::size_t>(arena.max_concurrency()) * 16); });
        outcome.ending = batch.stopped() && outcome.progress.done < outcome.progress.total ? Ending::stopped : Ending::complete;
        store->commit();
        outcome.stored = store->stored();
        if (outcome.ending == Ending::stopped) return outcome;
        outcome.refusal = store->finish();
    } catch (const SQLite::Exception& error) {
        if (store && outcome.stored == 0) outcome.stored = store->stored();
        outcome.refusal = {problem_of(error, request.output, outcome.stored)};
    }
    if (!outcome.refusal.empty()) outcome.ending = Ending::refused;
    return outcome;
}

}  // namespace goho::batch
