#include "batch/batch.hpp"

#include "batch/keeper.hpp"
#include "batch/portion.hpp"
#include "batch/shares.hpp"
#include "cluster/queue.hpp"
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
#include <unordered_set>

namespace goho::batch {

namespace {

using Token = std::shared_ptr<Job>;

/// For each thread; so many that all go on computing while the disk takes its time to sync.
constexpr std::size_t runs_on_their_way = 128;

/// The runs of this process in the order of the input: read and computed on several threads, looked up and stored on one
/// at a time.
class Pipeline {
public:
    Pipeline(const Request& request, Keeper& keeper) : request_(request), keeper_(keeper), names_(axis_names(request.sweep)), stripe_(stripe(request)) {
        for (std::string& hash : keeper.known_hashes()) met_.insert(std::move(hash));
    }

    void run(std::size_t tokens) {
        using tbb::filter_mode;
        tbb::parallel_pipeline(tokens, tbb::make_filter<void, Token>(filter_mode::serial_in_order, [this](tbb::flow_control& flow) { return next(flow); }) &
                                           tbb::make_filter<Token, Token>(filter_mode::parallel, [this](const Token& job) { return prepare_one(job); }) &
                                           tbb::make_filter<Token, Token>(filter_mode::serial_in_order, [this](const Token& job) { return look_up(job); }) &
                                           tbb::make_filter<Token, Token>(filter_mode::parallel, [this](const Token& job) { return compute_one(job); }) &
                                           tbb::make_filter<Token, void>(filter_mode::serial_in_order, [this](const Token& job) { keep(job); }));
    }

private:
    Token next(tbb::flow_control& flow) {
        const std::uint64_t points = request_.sweep.points(), runs = request_.files.size() * points;
        while (number_ < runs && !request_.share.has(number_ / stripe_)) ++number_;
        if (number_ >= runs || stopped_) {
            flow.stop();
            return {};
        }
        const std::uint64_t file = number_ / points;
        if (!source_ || file != file_) source_ = std::make_shared<PlanSource>(request_.files[file], request_.sweep);
        file_ = file;
        auto job = std::make_shared<Job>();
        job->source = source_;
        job->point = number_++ % points;
        return job;
    }

    Token prepare_one(const Token& job) {
        prepare(*job, request_.sweep, names_);
        return job;
    }

    /// In the order of the input, so that the first of those that are alike is the one that is computed.
    Token look_up(const Token& job) {
        const std::string& hash = job->finished.row.hash;
        job->to_compute = !hash.empty() && met_.insert(hash).second;
        return job;
    }

    Token compute_one(const Token& job) {
        if (!stopped_) compute(*job);
        return job;
    }

    void keep(const Token& job) {
        if (stopped_) return;  // it may not have been computed
        keeper_.keep(std::move(job->finished));
        if (!keeper_.proceed()) stopped_ = true;
    }

    const Request& request_;
    Keeper& keeper_;
    std::vector<std::string> names_;
    std::uint64_t stripe_, number_ = 0, file_ = 0;
    std::shared_ptr<PlanSource> source_;
    std::unordered_set<std::string> met_;  // hashes that need not be computed: known from before, or on their way
    std::atomic<bool> stopped_ = false;
};

/// The axes are looked at in every file before anything is computed: when they fit none that can be read, that is a
/// slip of the pen and not the fault of the files.
Problems objections_to_sweep(const Request& request) {
    if (request.sweep.axes().empty()) return {};
    std::vector<Problems> objections(request.files.size());
    std::atomic<bool> fits = false;
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, request.files.size(), 1), [&](const auto& range) {
        for (std::size_t i = range.begin(); i < range.end() && !fits; ++i) {
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

Text kept_so_far(std::int64_t runs) { return io::say("{} runs are stored; --resume goes on from there", "{}件は保存済みです。--resume で続きから計算できます", runs); }

Problem problem_of(const SQLite::Exception& error, const std::filesystem::path& file, std::int64_t stored) {
    const int code = error.getErrorCode() & 0xFF;
    if (code == SQLITE_NOTADB || code == SQLITE_CORRUPT) {
        return {"output-unusable", file.generic_string(), {}, 0, 0, io::say("the database cannot be read: {}", "データベースを読み込めません: {}", std::string_view(error.what())),
                {"begin anew with --overwrite, or name another file", "--overwrite で最初から計算するか、別のファイル名にしてください"}};
    }
    return cannot_write(file, error.what(), kept_so_far(stored));
}

}  // namespace

Outcome run(const Request& request) {
    Outcome outcome;
    const bool helped = request.world != nullptr && request.world->size() > 1;
    tbb::task_arena arena(request.jobs > 0 ? request.jobs : tbb::task_arena::automatic);
    std::unique_ptr<Store> store;
    try {
        arena.execute([&] { outcome.refusal = objections_to_sweep(request); });
        if (!outcome.refusal.empty()) return outcome;
        StoreRequest wanted{target_of(request), request.resume, request.overwrite, request.files, {}, {}, request.sweep.written()};
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
        outcome.busy = store->busy_shares();
        outcome.progress.total = runs_of(request);
        Keeper keeper(request, *store, outcome);
        if (helped) lead_portions(request, keeper);
        else arena.execute([&] { Pipeline(request, keeper).run(static_cast<std::size_t>(arena.max_concurrency()) * runs_on_their_way); });
        outcome.ending = outcome.progress.done < outcome.progress.total ? Ending::stopped : Ending::complete;
        store->commit();
        outcome.stored = store->stored();
        if (outcome.ending == Ending::stopped) return outcome;
        outcome.refusal = store->finish();
    } catch (const SQLite::Exception& error) {
        if (store && outcome.stored == 0) outcome.stored = store->stored();
        outcome.refusal = {problem_of(error, request.output, outcome.stored)};
    } catch (const cluster::Failed& failed) {
        store->commit();
        outcome.stored = store->stored();
        outcome.refusal = {{"process-failed", {}, {}, 0, 0, io::say("a process could not do its part: {}", "計算に参加したプロセスが失敗しました: {}", std::string_view(failed.what())),
                            kept_so_far(outcome.stored)}};
    }
    if (!outcome.refusal.empty()) outcome.ending = Ending::refused;
    return outcome;
}

}  // namespace goho::batch
