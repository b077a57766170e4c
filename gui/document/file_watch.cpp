#include "document/file_watch.hpp"

#include <QDir>
#include <QFileInfo>
#include <QSet>

namespace goho::gui {

FileWatch::FileWatch(Workbook& book, std::chrono::milliseconds delay) : QObject(&book), book_(book) {
    timer_.setSingleShot(true);
    timer_.setInterval(delay);
    connect(&timer_, &QTimer::timeout, this, &FileWatch::look);
    connect(&watcher_, &QFileSystemWatcher::fileChanged, &timer_, [this] { timer_.start(); });
    connect(&watcher_, &QFileSystemWatcher::directoryChanged, &timer_, [this] { timer_.start(); });
    connect(&book_, &Workbook::sheets_changed, this, &FileWatch::follow);
    connect(&book_, &Workbook::saved, this, &FileWatch::follow);
    follow();
}

/// Files, and their folders: a file that is replaced is a new file, which only the folder tells of.
void FileWatch::follow() {
    QSet<QString> wanted;
    for (const SheetId id : book_.sheets()) {
        if (book_.sheet(id).path.empty()) continue;
        const QFileInfo info(QString::fromStdString(book_.sheet(id).path.string()));
        if (info.exists()) wanted << info.filePath();
        if (info.dir().exists()) wanted << info.path();
    }
    const QStringList watched = watcher_.files() + watcher_.directories();
    for (const QString& path : watched) {
        if (!wanted.contains(path)) watcher_.removePath(path);
    }
    for (const QString& path : std::as_const(wanted)) {
        if (!watched.contains(path)) watcher_.addPath(path);
    }
}

void FileWatch::look() {
    for (const SheetId id : std::vector<SheetId>(book_.sheets())) book_.look_outside(id);
    follow();
}

}  // namespace goho::gui
