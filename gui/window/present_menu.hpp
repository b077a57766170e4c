// The menu "Present": start, add what is seen to the story, write the story, the dock of the decision log.
#pragma once

#include "window/session.hpp"

#include <QObject>
#include <QPointer>

class QAction;
class QDockWidget;

namespace goho::gui {

class MainWindow;
class Presentation;
class StoryDialog;

class PresentMenu : public QObject {
    Q_OBJECT

public:
    PresentMenu(Session& session, MainWindow& window);
    ~PresentMenu() override;

    Presentation* present(int step = 0);
    void add_view();
    StoryDialog* edit_story();
    QDockWidget& log_dock() { return *dock_; }
    QAction *start, *add, *story, *log;

private:
    Session& session_;
    MainWindow& window_;
    QDockWidget* dock_;
    QPointer<StoryDialog> dialog_;
    QPointer<Presentation> presentation_;
};

}  // namespace goho::gui
