#include "window/present_menu.hpp"

#include "views/parts.hpp"
#include "window/actions.hpp"
#include "window/decision_panel.hpp"
#include "window/main_window.hpp"
#include "window/presentation.hpp"
#include "window/story_dialog.hpp"

#include <QAction>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>
#include <algorithm>

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
    button = new QAction(words("Present", "プレゼン"), this);
    connect(button, &QAction::triggered, this, [this] { present(); });
    window.actions().put_in_tools(button);
    connect(&session.book(), &Workbook::changed, this, &PresentMenu::follow_story);
    connect(&session.book(), &Workbook::sheets_changed, this, &PresentMenu::follow_story);
    follow_story();
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

void PresentMenu::follow_story() {
    auto& book = session_.book();
    const auto& sheets = book.sheets();
    const bool told = std::any_of(sheets.begin(), sheets.end(), [&](SheetId sheet) {
        const auto& content = book.sheet(home_of(book, sheet, "story")).content;
        const Json* steps = content ? value_at(*content, Path{"story"}) : nullptr;
        return steps != nullptr && steps->is_object() && !steps->empty();
    });
    const auto words = session_.words();
    button->setEnabled(told);
    button->setToolTip(told ? words("Present the story of this plan (F5)", "この計画のストーリーをプレゼンする (F5)")
                            : words("No story yet: write one with Present, Edit story (Shift+F5). F5 goes through the pages.",
                                    "ストーリーがまだありません。「プレゼン」→「ストーリーの編集」(Shift+F5) "
                                    "で作れます。F5 は各ページを順に表示します。"));
}

std::optional<PresentMenu::Standing> PresentMenu::pause() {
    if (!presentation_ || !presentation_->isVisible()) return std::nullopt;
    const Standing standing{presentation_->at(), presentation_->log().isVisible()};
    presentation_->close();
    return standing;
}

void PresentMenu::resume(const Standing& standing) {
    present(standing.step)->show_log(standing.log);
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
