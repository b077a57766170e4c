// Asks the engine on worker threads, so that nothing waits for it. The latest question wins: an answer that was
// overtaken is dropped. Only when questions come without a pause for longer than `longest_wait`, the newest finished
// answer is shown although a newer question stands already; else the picture would stand still while a lever moves.
// Answers never go back in time. A scenario that did not change keeps its result.
#pragma once

#include "document/snapshot.hpp"
#include "runner/answer.hpp"

#include <QObject>
#include <QTimer>
#include <chrono>
#include <functional>

namespace goho::gui {

class Engine;
class Worker;

/// How the engine is asked.
struct Question {
    bool chance = false;   // whether trials are wanted
    bool defaults = true;  // the model's own coefficients waver as well, as far as evidence goes
    std::vector<std::pair<std::string, std::string>> vary;  // {"/segments/*/price", "10%"}: besides what the files say
    bool diagnoses = true;                                  // whether the disconnects are priced
    std::vector<int> years{3, 5, 10};
    std::string benchmark;  // a file of thresholds; empty: what each scenario pins
    std::uint64_t seed = 1;
    std::string kernel;  // empty: the fastest
    friend bool operator==(const Question&, const Question&) = default;
};

struct RunnerOptions {
    std::chrono::milliseconds rest{250};         // after the last question the slow part begins
    std::chrono::milliseconds longest_wait{40};  // zero: overtaken answers are always dropped
    std::uint64_t trials_moving = 1000, trials_at_rest = 10000;
};

class Runner : public QObject {
    Q_OBJECT

public:
    explicit Runner(const RunnerOptions& options = {}, QObject* parent = nullptr);
    /// Waits for what is being computed at this moment, at most for one run or one block of trials.
    ~Runner() override;

    void ask(Snapshot snapshot, const Question& question = {});
    /// Stops the slow part; it starts anew with the next question.
    void cancel();

    /// Whether the latest question has no answer yet.
    bool busy() const { return answered_ != asked_; }
    bool refining() const { return refining_; }
    std::shared_ptr<const Answer> answer() const { return answer_; }
    std::shared_ptr<const Refinement> refinement() const { return refinement_; }

Q_SIGNALS:
    void answered(std::shared_ptr<const goho::gui::Answer> answer);
    void refined(std::shared_ptr<const goho::gui::Refinement> refinement);
    /// Of the slow part at rest, from 0 to 1; negative when there is nothing under way any more.
    void progress(double done);

private:
    void take(std::shared_ptr<const Answer> answer, std::uint64_t number);
    void take(std::shared_ptr<const Refinement> refinement, std::uint64_t number);
    void refine(bool at_rest);
    struct Stop;

    RunnerOptions options_;
    Question question_;
    std::uint64_t asked_ = 0, answered_ = 0;
    bool due_ = false, waited_long_ = false, refining_ = false, moving_ = false;
    std::shared_ptr<const Answer> answer_;
    std::shared_ptr<const Refinement> refinement_;
    QTimer rest_, wait_;
    std::shared_ptr<Stop> stop_;  // of the slow part that was begun last
    std::unique_ptr<Engine> engine_;
    std::unique_ptr<Worker> quick_, slow_;  // last, so that they end first
};

}  // namespace goho::gui
