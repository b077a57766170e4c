#include "window/present_menu.hpp"

#include "views/parts.hpp"
#include "window/decision_panel.hpp"
#include "window/main_window.hpp"
#include "window/presentation.hpp"
#include "window/story_dialog.hpp"

#include <QAction>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>

namespace goho::gui {

PresentMenu::PresentMenu(Session& session, MainWindow& window)
    : QObject(&window), session_(session), window_(window),
      dock_(new QDockWidget(session.words()("Decision log", "意思決定ログ"), &window)) {
    const auto words = session.words();
    auto* menu = new QMenu(words("&Present", "プレゼン(&P)"), window.menuBar());
    const auto all = window.menuBar()->actions();
    window.menuBar()->insertMenu(all.isEmpty() ? nullptr : all.last(), menu);  // Help stays last
    const auto item = [&](const QString& text, const QKeySequence& keys, auto work) {
        auto* action = menu->addAction(text);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, work);
        return action;
    };
    start = item(words("&Start presentation", "プレゼンを開始(&S)"), QKeySequence(Qt::Key_F5), [this] { present(); });
    menu->addSeparator();
    add = item(words("&Add this view to the story", "この表示をストーリーに追加(&A)"),
               QKeySequence(Qt::CTRL | Qt::Key_F5), [this] { add_view(); });
    story = item(words("&Edit story…", "ストーリーの編集(&E)…"), QKeySequence(Qt::SHIFT | Qt::Key_F5),
                 [this] { edit_story(); });
    menu->addSeparator();
    log = item(words("&Decision log", "意思決定ログ(&D)"), QKeySequence(Qt::Key_F7), [] {});
    log->setCheckable(true);
    dock_->setObjectName(QStringLiteral("decision_log"));
    auto* panel = new DecisionPanel(session);
    panel->setMinimumWidth(236);
    panel->findChild<QLabel*>(QStringLiteral("panelHeading"))->hide();  // the dock says it
    dock_->setWidget(panel);
    window.addDockWidget(Qt::RightDockWidgetArea, dock_);
    dock_->hide();
    connect(dock_, &QDockWidget::visibilityChanged, log, &QAction::setChecked);
    connect(log, &QAction::triggered, dock_, &QDockWidget::setVisible);
}

PresentMenu::~PresentMenu() {
    delete dialog_;
    delete presentation_;
}

Presentation* PresentMenu::present(int step) {
    if (presentation_) return presentation_;
    presentation_ = new Presentation(session_, step, &window_);
    presentation_->setAttribute(Qt::WA_DeleteOnClose);
    presentation_->resize(window_.size());
    presentation_->showFullScreen();
    presentation_->activateWindow();
    return presentation_;
}

void PresentMenu::add_view() {
    auto& book = session_.book();
    const auto* page = window_.current_page();
    if (!page || !book.has(book.active())) return;
    const auto* years = page->findChild<YearButtons*>();
    const StoryStep step = step_of_view(session_, book, page->name(), years ? years->year() : 0);
    const std::string id = add_step(book, home_of(book, book.active(), "story"), step);
    if (id.empty()) return;
    edit_story()->choose(id);
}

StoryDialog* PresentMenu::edit_story() {
    if (!dialog_) {
        dialog_ = new StoryDialog(session_, &window_);
        dialog_->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog_, &StoryDialog::present, this, &PresentMenu::present);
        connect(dialog_, &StoryDialog::add_view, this, &PresentMenu::add_view);
    }
    dialog_->show();
    dialog_->raise();
    return dialog_;
}

}  // namespace goho::gui
