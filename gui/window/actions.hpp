// What can be done in the window, as actions with names, keys and explanations: menus and toolbar are built from them.
#pragma once

#include "window/session.hpp"

#include <QObject>

class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;
class QToolBar;

namespace goho::gui {

class Actions : public QObject {
    Q_OBJECT

public:
    Actions(Session& session, QMainWindow& window);

    QAction *create, *open, *import_books, *save, *save_as, *save_all, *close_scenario, *quit;
    QAction *undo, *redo, *reset_all;
    QAction *make_variant, *duplicate, *use_as_base, *next_scenario, *previous_scenario;
    QAction *export_picture, *copy_picture, *export_table, *copy_table, *copy_table_picture, *export_book, *report, *benchmark, *full_screen, *uncertainty, *by_month, *hide_client, *levers, *why,
        *pin_page, *about;
    QAction *take_in_actuals, *calibrate;
    QMenu *recent, *pages, *tables, *resets, *forms;
    QAction* no_benchmark;
    /// Behind the buttons of the toolbar.
    void put_in_tools(QAction* action);

private:
    QAction* add(QMenu* menu, const QString& text, const QKeySequence& keys, const QString& tip = {});
    void exports(QMenu* file);
    void tools(QMenu* menu);
    void language_and_theme(QMenu* menu);
    void units(QMenu* menu);
    void tool_bar();
    void check_shown();

    Session& session_;
    QMainWindow& window_;
    QToolBar* tools_ = nullptr;
    QAction* room_ = nullptr;  // between the buttons and what stands on the right
    QActionGroup *languages_, *themes_, *units_, *differences_;
};

}  // namespace goho::gui
