// Records runs for "why?" on a thread of its own, so that nothing waits for it. What is wanted last wins: of what is no
// longer wanted nothing is begun, and what was begun is dropped.
#pragma once

#include <QObject>  // first: moc stumbles over <compare> unless something else came before

#include "analysis/recording.hpp"
#include "analysis/study.hpp"

#include <atomic>
#include <cstdint>
#include <memory>
#include <vector>

namespace goho::gui {

class Worker;

class Recorder : public QObject {
    Q_OBJECT

public:
    using Study = std::shared_ptr<const analysis::Study>;

    explicit Recorder(QObject* parent = nullptr);
    /// Waits for the run that is being recorded at this moment.
    ~Recorder() override;

    /// The first is recorded first; of all others the recordings are forgotten.
    void want(const std::vector<Study>& studies);
    /// Null when it is not there yet.
    std::shared_ptr<const analysis::Recording> find(const Study& study) const;
    bool busy() const { return kept_.size() < wanted_.size(); }

Q_SIGNALS:
    void recorded();

private:
    struct Kept {
        Study study;
        std::shared_ptr<const analysis::Recording> recording;
    };
    void take(const Study& study, std::shared_ptr<const analysis::Recording> recording);

    std::vector<Study> wanted_;
    std::vector<Kept> kept_;
    std::shared_ptr<std::atomic<std::uint64_t>> latest_;
    std::unique_ptr<Worker> worker_;  // last, so that it ends first
};

}  // namespace goho::gui
