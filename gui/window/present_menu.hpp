// The menu "Present": start, add what is seen to the story, write the story, the dock of the decision log.
#pragma once

#include "window/session.hpp"

#include <QObject>
#include <QPointer>
#include <optional>

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
    QAction* button;  // in the toolbar; off while there is no story

    /// Where a presentation stands, so that it goes on in a window that is made anew.
    struct Standing {
        int step = 0;
        bool log = false;
    };
    /// Ends the presentation that is under way, if any.
    std::optional<Standing> pause();
    void resume(const Standing& standing);

private:
    void follow_story();

    Session& session_;
    MainWindow& window_;
    QDockWidget* dock_;
    QPointer<StoryDialog> dialog_;
    QPointer<Presentation> presentation_;
};

}  // namespace goho::gui
