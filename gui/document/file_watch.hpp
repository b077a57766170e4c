// Notices when somebody else writes a file of the workbook, also by putting another in its place.
#pragma once

#include "document/workbook.hpp"

#include <QFileSystemWatcher>
#include <QTimer>
#include <chrono>

namespace goho::gui {

/// The workbook then says `changed_outside`. Its own saving is not noticed.
class FileWatch : public QObject {
public:
    /// Looks once nothing has happened for `delay`: a file that is being written is not read halfway.
    explicit FileWatch(Workbook& book, std::chrono::milliseconds delay = std::chrono::milliseconds(200));

private:
    void follow();
    void look();

    Workbook& book_;
    QFileSystemWatcher watcher_;
    QTimer timer_;
};

}  // namespace goho::gui
