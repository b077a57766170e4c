#include "runner/errand.hpp"

#include "shown/worker.hpp"

#include <QMetaObject>

namespace goho::gui {

Errand::Errand(QObject* parent)
    : QObject(parent), stop_(std::make_shared<std::atomic<bool>>(false)), worker_(std::make_unique<Worker>()) {}

Errand::~Errand() {
    *stop_ = true;
    worker_->clear();
}

void Errand::begin(Work work) {
    *stop_ = true;
    stop_ = std::make_shared<std::atomic<bool>>(false);
    const std::uint64_t number = ++latest_;
    set_busy(true);
    worker_->put([this, number, stop = stop_, work = std::move(work)] {
        Outcome outcome = work(*stop);
        QMetaObject::invokeMethod(
            this,
            [this, number, outcome = std::move(outcome)] {
                if (number != latest_) return;
                set_busy(false);
                if (outcome) outcome();
            },
            Qt::QueuedConnection);
    });
}

void Errand::drop() {
    *stop_ = true;
    ++latest_;
    worker_->clear();
    set_busy(false);
}

void Errand::set_busy(bool busy) {
    if (busy == busy_) return;
    busy_ = busy;
    Q_EMIT busy_changed(busy);
}

}  // namespace goho::gui
