// Keeps what is not saved safe from a crash: within a second of an edit everything that is needed to go on stands in one
// file, whole or not at all, beside a lock that tells whether the program that wrote it still lives. Written on a thread
// of its own. When nothing is unsaved there is no file.
#pragma once

#include "document/workbook.hpp"

#include <QDateTime>
#include <QLockFile>
#include <QTimer>
#include <atomic>
#include <chrono>

namespace goho::gui {

struct Orphan {
    QString id;         // by which it is recovered or discarded
    QDateTime time;     // of the last edit that it holds
    QStringList names;  // of its unsaved scenarios, in the language shown
};

class Recovery : public QObject {
    Q_OBJECT

public:
    /// Watches a workbook, which must outlive it. Without a folder: the place of the application's data.
    explicit Recovery(Workbook& book, const QString& folder = {},
                      std::chrono::milliseconds delay = std::chrono::milliseconds(300));
    /// A clean end: what was kept is removed.
    ~Recovery() override;

    static QString usual_folder();
    /// What programs that are no longer alive have left behind, the newest first.
    std::vector<Orphan> recoverable() const;
    /// Opens what an orphan holds, unsaved as it was. It is discarded once our own file holds it.
    Problems recover(const QString& id);
    void discard(const QString& id);

    /// Writes now and waits for it; for tests, and before something dangerous.
    void flush();
    const Problems& problems() const { return problems_; }

Q_SIGNALS:
    void failed(const goho::Problem& problem);  // the recovery file cannot be written

private:
    class Writer;
    void write();
    void drop_recovered(const QStringList& ids);
    void remove_files(const QString& id) const;
    QString file(const QString& id) const;
    QString lock_file(const QString& id) const;

    Workbook& book_;
    QString folder_, id_;
    QTimer timer_;
    std::unique_ptr<QLockFile> lock_;
    std::map<QString, std::unique_ptr<QLockFile>> recovered_;  // discarded once our own file holds them
    Problems problems_;
    std::unique_ptr<Writer> writer_;
};

}  // namespace goho::gui
