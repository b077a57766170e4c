#include "runner/runner.hpp"

#include "runner/engine.hpp"
#include "shown/worker.hpp"

#include <QMetaObject>
#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

namespace goho::gui {

namespace {

/// Qt hands results to the window's thread under locks of its own, which checks for races do not see; passing through this
/// one as well, before and after, they do.
std::mutex handover;
void hand_over() { const std::lock_guard passing(handover); }

}  // namespace

/// Whether the slow part shall stop: shared with its thread, which may live a little longer than the question.
struct Runner::Stop {
    std::atomic<bool> asked = false;
};

Runner::Runner(const RunnerOptions& options, QObject* parent)
    : QObject(parent), options_(options), engine_(std::make_unique<Engine>()), quick_(std::make_unique<Worker>()),
      slow_(std::make_unique<Worker>()) {
    rest_.setSingleShot(true);
    rest_.setInterval(options.rest);
    connect(&rest_, &QTimer::timeout, this, [this] {
        if (answer_ && !busy()) refine(true);
    });
    wait_.setSingleShot(true);
    wait_.setInterval(options.longest_wait);
    connect(&wait_, &QTimer::timeout, this, [this] { due_ = busy(); });
}

Runner::~Runner() {
    if (stop_) stop_->asked = true;
    quick_->clear();
    slow_->clear();
}

void Runner::ask(Snapshot snapshot, const Question& question) {
    question_ = question;
    const std::uint64_t number = ++asked_;
    if (stop_ && refining_) stop_->asked = true;  // what is under way at rest is no longer wanted
    rest_.start();
    // A burst of questions without a look at events between them is no pause: only a question that comes after the time
    // has passed makes us show what was overtaken.
    waited_long_ = waited_long_ || due_;
    if (options_.longest_wait.count() > 0 && !wait_.isActive() && !due_) wait_.start();
    quick_->put([this, number, question, snapshot = std::move(snapshot)] {
        auto answer = engine_->answer(snapshot, question);
        hand_over();
        QMetaObject::invokeMethod(
            this, [this, number, answer = std::move(answer)] { take(answer, number); }, Qt::QueuedConnection);
    });
}

void Runner::take(std::shared_ptr<const Answer> answer, std::uint64_t number) {
    hand_over();
    if (number != asked_ && !waited_long_) return;
    waited_long_ = due_ = false;
    wait_.stop();
    if (number != asked_) wait_.start();  // the questions after this one
    answered_ = number;
    answer_ = std::move(answer);
    Q_EMIT answered(answer_);
    if (question_.chance && rest_.isActive() && !moving_) refine(false);
    if (number == asked_ && !rest_.isActive()) refine(true);  // the answer took longer than edits rested
}

void Runner::refine(bool at_rest) {
    if (at_rest && !question_.chance && !question_.diagnoses) return;
    if (stop_) stop_->asked = at_rest || stop_->asked;
    stop_ = std::make_shared<Stop>();
    const std::uint64_t number = answered_;
    const int threads = std::max(1, static_cast<int>(std::thread::hardware_concurrency()) - 1);  // one is the window's
    Engine::Slow slow{answer_, question_, at_rest ? options_.trials_at_rest : options_.trials_moving,
                      at_rest, threads,   {}};
    slow.progress = [this, at_rest, stop = stop_, shown = 0.0](double done) mutable {
        if (stop->asked) return false;
        if (at_rest && done >= shown + 0.01 && done < 1.0) {
            shown = done;
            QMetaObject::invokeMethod(
                this,
                [this, stop, done] {
                    if (stop == stop_ && refining_) Q_EMIT progress(done);
                },
                Qt::QueuedConnection);
        }
        return true;
    };
    refining_ = at_rest;
    moving_ = !at_rest;
    if (at_rest) Q_EMIT progress(0.0);
    slow_->put([this, slow = std::move(slow), stop = stop_, number] {
        auto refinement = engine_->refine(slow);
        hand_over();
        QMetaObject::invokeMethod(
            this,
            [this, refinement = std::move(refinement), stop, number] {
                if (stop != stop_) return;  // another one has taken its place
                const bool was_at_rest = refining_;
                refining_ = moving_ = false;
                if (was_at_rest) Q_EMIT progress(-1.0);
                if (refinement && !stop->asked) take(refinement, number);
            },
            Qt::QueuedConnection);
    });
}

void Runner::take(std::shared_ptr<const Refinement> refinement, std::uint64_t number) {
    hand_over();
    if (refinement->at_rest && number != asked_) return;
    refinement_ = std::move(refinement);
    Q_EMIT refined(refinement_);
}

void Runner::cancel() {
    rest_.stop();
    if (stop_) stop_->asked = true;
    slow_->clear();
    if (refining_) Q_EMIT progress(-1.0);
    refining_ = moving_ = false;
    stop_ = nullptr;
}

}  // namespace goho::gui
