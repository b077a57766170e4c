#include "document/recovery.hpp"

#include "document/recovery_text.hpp"
#include "document/words.hpp"
#include "io/json_text.hpp"
#include "io/output_file.hpp"
#include "shown/worker.hpp"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>
#include <QUuid>

namespace goho::gui {

/// Its thread writes the newest state; states that were overtaken are not written.
class Recovery::Writer : public Worker {};

namespace {
std::filesystem::path native(const QString& file) { return std::filesystem::path(file.toStdString()); }
}  // namespace

QString Recovery::usual_folder() {
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/recovery");
}

Recovery::Recovery(Workbook& book, const QString& folder, std::chrono::milliseconds delay)
    : book_(book), folder_(folder.isEmpty() ? usual_folder() : folder),
      id_(QUuid::createUuid().toString(QUuid::WithoutBraces)), writer_(std::make_unique<Writer>()) {
    QDir().mkpath(folder_);
    lock_ = std::make_unique<QLockFile>(lock_file(id_));
    lock_->setStaleLockTime(0);  // it holds for as long as we live, however long that is
    lock_->tryLock(0);
    timer_.setSingleShot(true);  // not begun anew by the next edit: a long drag is kept as well
    timer_.setInterval(delay);
    connect(&timer_, &QTimer::timeout, this, &Recovery::write);
    const auto soon = [this] {
        if (!timer_.isActive()) timer_.start();
    };
    connect(&book_, &Workbook::changed, this, soon);
    connect(&book_, &Workbook::sheets_changed, this, soon);
    connect(&book_, &Workbook::saved, this, soon);
}

Recovery::~Recovery() {
    timer_.stop();
    writer_.reset();
    QFile::remove(file(id_));
    for (const auto& recovered : recovered_) remove_files(recovered.first);
    lock_->unlock();
}

QString Recovery::file(const QString& id) const { return folder_ + QLatin1Char('/') + id + QStringLiteral(".json"); }
QString Recovery::lock_file(const QString& id) const {
    return folder_ + QLatin1Char('/') + id + QStringLiteral(".lock");
}

void Recovery::write() {
    QStringList held;
    for (const auto& recovered : recovered_) held << recovered.first;
    const bool needed = book_.dirty();
    // Contents are shared and never change, so that the thread can put them into words while editing goes on.
    writer_->put([this, needed, held, state = needed ? state_of(book_) : RecoveryState{}, path = native(file(id_))] {
        Problems found;
        std::error_code ignored;
        if (needed) found = io::write_file(path, text_of(state));
        else std::filesystem::remove(path, ignored);
        QMetaObject::invokeMethod(
            this,
            [this, found, held] {
                problems_ = found;
                if (found.empty()) drop_recovered(held);
                else Q_EMIT failed(found.front());
            },
            Qt::QueuedConnection);
    });
}

void Recovery::drop_recovered(const QStringList& ids) {
    for (const QString& id : ids) {
        remove_files(id);
        recovered_.erase(id);  // and with it its lock
    }
}

/// Also what a program that was killed while it wrote has left half done.
void Recovery::remove_files(const QString& id) const {
    for (const QFileInfo& info :
         QDir(folder_).entryInfoList({id + QStringLiteral(".json"), QLatin1Char('.') + id + QStringLiteral(".json.*")},
                                     QDir::Files | QDir::Hidden))
        QFile::remove(info.filePath());
}

void Recovery::flush() {
    timer_.stop();
    write();
    writer_->finish();
}

std::vector<Orphan> Recovery::recoverable() const {
    std::vector<Orphan> found;
    for (const QFileInfo& info : QDir(folder_).entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Time)) {
        const QString id = info.completeBaseName();
        if (id == id_ || recovered_.count(id) > 0) continue;
        QLockFile lock(lock_file(id));
        lock.setStaleLockTime(0);
        if (!lock.tryLock(0)) continue;  // its owner lives
        lock.unlock();
        const auto json = io::read_json(native(info.filePath()), {});
        const auto state = json ? state_from(*json.value) : std::nullopt;
        if (!state) continue;
        Orphan orphan{id, QDateTime::fromMSecsSinceEpoch(state->time), {}};
        for (const Sheet& sheet : state->sheets) {
            if (is_unsaved(sheet)) orphan.names << QString::fromStdString(name_of(sheet).in(book_.language()));
        }
        found.push_back(std::move(orphan));
    }
    return found;
}

Problems Recovery::recover(const QString& id) {
    auto lock = std::make_unique<QLockFile>(lock_file(id));
    lock->setStaleLockTime(0);
    if (!lock->tryLock(0)) {
        return {{"recovery-in-use",
                 file(id).toStdString(),
                 {},
                 0,
                 0,
                 {"another window has it open", "ほかのウィンドウが開いています"},
                 {}}};
    }
    auto json = io::read_json(native(file(id)), file(id).toStdString());
    if (!json) return json.problems;
    auto state = state_from(*json.value);
    if (!state) {
        return {{"recovery-unreadable",
                 file(id).toStdString(),
                 {},
                 0,
                 0,
                 {"this is no state that can be recovered", "復元できる内容ではありません"},
                 {}}};
    }
    meet_files(*state);
    book_.restore(std::move(state->sheets), state->active);
    recovered_[id] = std::move(lock);
    if (!timer_.isActive()) timer_.start();
    return {};
}

void Recovery::discard(const QString& id) {
    if (id == id_) return;
    remove_files(id);
    QFile::remove(lock_file(id));
}

}  // namespace goho::gui
