#include "batch/portion.hpp"

#include "batch/wire.hpp"
#include "cluster/queue.hpp"
#include "io/version.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <map>
#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>
#include <unordered_set>

namespace goho::batch {

namespace {

constexpr std::uint64_t first_portion = 64, largest_portion = 2000;  // runs; how fast they are is not known at first
constexpr double shortest = 1.0, longest = 4.0;                      // seconds that a portion should take

/// Computes portions.
class Hand {
public:
    Hand(const Sweep& sweep, std::vector<std::string> known, int jobs)
        : sweep_(sweep), names_(axis_names(sweep)), met_(known.begin(), known.end()), arena_(std::max(jobs, 1)) {}

    std::string compute(std::string_view task) {
        const auto begun = std::chrono::steady_clock::now();
        const Portion portion = read_portion(task);
        std::vector<Job> jobs(portion.runs);
        for (std::uint64_t i = 0; i < portion.runs; ++i) {
            const std::uint64_t number = portion.point + i;
            const std::string& file = portion.files[number / sweep_.points()];
            if (!source_ || source_->file() != file) source_ = std::make_shared<PlanSource>(file, sweep_);
            jobs[i].source = source_;
            jobs[i].point = number % sweep_.points();
        }
        source_.reset();  // a later portion reads the file again, which may have changed
        each(jobs, [this](Job& job) { prepare(job, sweep_, names_); });
        for (Job& job : jobs) {
            const std::string& hash = job.finished.row.hash;
            job.to_compute = !hash.empty() && met_.insert(hash).second;
        }
        each(jobs, [](Job& job) { goho::batch::compute(job); });
        Answered answered;
        for (Job& job : jobs) answered.runs.push_back(std::move(job.finished));
        answered.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
        return write_answer(answered);
    }

private:
    template <class Do> void each(std::vector<Job>& jobs, const Do& what) {
        arena_.execute([&] {
            tbb::parallel_for(tbb::blocked_range<std::size_t>(0, jobs.size(), 1), [&](const auto& range) {
                for (std::size_t i = range.begin(); i < range.end(); ++i) what(jobs[i]);
            });
        });
    }

    const Sweep& sweep_;
    std::vector<std::string> names_;
    std::unordered_set<std::string> met_;  // known to the leader, or handed to it
    tbb::task_arena arena_;
    std::shared_ptr<PlanSource> source_;
};

class Leader {
public:
    Leader(const Request& request, Keeper& keeper) : request_(request), keeper_(keeper), runs_(request.files.size() * request.sweep.points()) {}

    void run() {
        Setup setup{std::string(io::version()), request_.sweep.written(), keeper_.known_hashes()};
        Hand own(request_.sweep, setup.known, request_.jobs);
        cluster::Leading leading;
        leading.setup = write_setup(setup);
        leading.next = [this] { return next(); };
        leading.plenty = [this] { return static_cast<double>(runs_ - number_) > 3.0 * longest * rate_ * request_.world->size(); };
        leading.take = [this](std::uint64_t first, const std::string& answer) { take(first, answer); };
        leading.proceed = [this] { return keeper_.proceed(); };
        cluster::lead(*request_.world, [&own](std::string_view task) { return own.compute(task); }, leading);
    }

private:
    std::optional<cluster::Task> next() {
        if (number_ == runs_) return {};
        const std::uint64_t first = number_, points = request_.sweep.points(), size = std::min(size_of_next(), runs_ - first);
        number_ += size;
        Portion portion{first % points, size, {}};
        for (std::uint64_t file = first / points; file <= (number_ - 1) / points; ++file) portion.files.push_back(request_.files[file]);
        return cluster::Task{first, write_portion(portion)};
    }

    /// Long while much is left, a second towards the end, so that all come to it together.
    std::uint64_t size_of_next() const {
        if (rate_ == 0.0) return first_portion;
        const double left = static_cast<double>(runs_ - number_) / rate_ / request_.world->size();
        const double runs = rate_ * std::clamp(left / 4.0, shortest, longest);
        return static_cast<std::uint64_t>(std::clamp(runs, 1.0, static_cast<double>(largest_portion)));
    }

    void take(std::uint64_t first, const std::string& bytes) {
        Answered answered = read_answer(bytes);
        const double rate = static_cast<double>(answered.runs.size()) / std::max(answered.seconds, 1e-6);
        rate_ = rate_ == 0.0 ? rate : 0.7 * rate_ + 0.3 * rate;
        for (Finished& run : answered.runs) {
            if (!run.computed) continue;
            keeper_.add(run.row.hash, *run.computed);
            run.computed.reset();
        }
        waiting_.emplace(first, std::move(answered.runs));
        while (!waiting_.empty() && waiting_.begin()->first == kept_) {
            std::vector<Finished> runs = std::move(waiting_.begin()->second);
            waiting_.erase(waiting_.begin());
            kept_ += runs.size();
            for (Finished& run : runs) {
                if (!keeper_.proceed()) return;
                keeper_.keep(std::move(run));
            }
        }
    }

    const Request& request_;
    Keeper& keeper_;
    std::uint64_t runs_, number_ = 0, kept_ = 0;
    double rate_ = 0.0;  // runs a second and process
    std::map<std::uint64_t, std::vector<Finished>> waiting_;
};

}  // namespace

void lead_portions(const Request& request, Keeper& keeper) { Leader(request, keeper).run(); }

void help(cluster::World& world, const Sweep& sweep, int jobs) {
    std::optional<Hand> hand;
    cluster::follow(world, [&](std::string_view bytes) -> cluster::Compute {
        Setup setup = read_setup(bytes);
        if (setup.version != io::version() || setup.sweep != sweep.written()) throw cluster::Failed("its version of goho is not that of the others");
        hand.emplace(sweep, std::move(setup.known), jobs);
        return [&hand](std::string_view task) { return hand->compute(task); };
    });
}

}  // namespace goho::batch
