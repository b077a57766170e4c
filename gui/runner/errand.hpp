// One thing at a time that takes longer than a person should wait for: done on a thread of its own, its outcome handed to
// the window's thread. What is begun last wins: the outcome of what was overtaken is dropped.
#pragma once

#include <QObject>  // first: moc stumbles over <compare> unless something else came before

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>

namespace goho::gui {

class Worker;

class Errand : public QObject {
    Q_OBJECT

public:
    /// What is done with the outcome, on the window's thread; may be empty.
    using Outcome = std::function<void()>;
    /// On the other thread. May look at `stop` and end early.
    using Work = std::function<Outcome(const std::atomic<bool>& stop)>;

    explicit Errand(QObject* parent = nullptr);
    /// Asks what is under way to stop, and waits for it.
    ~Errand() override;

    void begin(Work work);
    /// Asks what is under way to stop; nothing will be heard of it.
    void drop();
    bool busy() const { return busy_; }

Q_SIGNALS:
    void busy_changed(bool busy);

private:
    void set_busy(bool busy);

    std::shared_ptr<std::atomic<bool>> stop_;  // of what was begun last
    std::uint64_t latest_ = 0;
    bool busy_ = false;
    std::unique_ptr<Worker> worker_;  // last, so that it ends first
};

}  // namespace goho::gui
