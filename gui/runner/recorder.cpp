#include "runner/recorder.hpp"

#include "io/statutes.hpp"
#include "shown/worker.hpp"

#include <QMetaObject>
#include <algorithm>

namespace goho::gui {

Recorder::Recorder(QObject* parent)
    : QObject(parent), latest_(std::make_shared<std::atomic<std::uint64_t>>(0)), worker_(std::make_unique<Worker>()) {}

Recorder::~Recorder() {
    ++*latest_;
    worker_->clear();
}

std::shared_ptr<const analysis::Recording> Recorder::find(const Study& study) const {
    const auto found = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& one) { return one.study == study; });
    return found == kept_.end() ? nullptr : found->recording;
}

void Recorder::want(const std::vector<Study>& studies) {
    std::vector<Study> wanted;
    for (const Study& study : studies) {
        if (study && std::find(wanted.begin(), wanted.end(), study) == wanted.end()) wanted.push_back(study);
    }
    if (wanted == wanted_) return;
    wanted_ = std::move(wanted);
    const auto is_wanted = [&](const Study& study) {
        return std::find(wanted_.begin(), wanted_.end(), study) != wanted_.end();
    };
    std::erase_if(kept_, [&](const Kept& one) { return !is_wanted(one.study); });
    const std::uint64_t number = ++*latest_;
    std::vector<Study> missing;
    for (const Study& study : wanted_) {
        if (!find(study)) missing.push_back(study);
    }
    if (missing.empty()) return;
    worker_->put([this, missing, number, latest = latest_] {
        for (const Study& study : missing) {
            if (*latest != number) return;
            std::shared_ptr<const analysis::Recording> recording;
            if (const auto law = io::load_statutes(study->scenario))
                recording = std::make_shared<const analysis::Recording>(analysis::record(study->scenario, *law.value));
            QMetaObject::invokeMethod(
                this, [this, study, recording = std::move(recording)] { take(study, recording); }, Qt::QueuedConnection);
        }
    });
}

void Recorder::take(const Study& study, std::shared_ptr<const analysis::Recording> recording) {
    if (std::find(wanted_.begin(), wanted_.end(), study) == wanted_.end() || find(study)) return;
    kept_.push_back({study, std::move(recording)});
    Q_EMIT recorded();
}

}  // namespace goho::gui
