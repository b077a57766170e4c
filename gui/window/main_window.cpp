#include "window/main_window.hpp"

#include "views/gates_strip.hpp"
#include "views/page_list.hpp"
#include "window/actions.hpp"
#include "window/exporter.hpp"
#include "window/lever_panel.hpp"
#include "window/present_menu.hpp"
#include "window/problems_panel.hpp"
#include "window/qt_words.hpp"
#include "window/scenario_list.hpp"
#include "window/style.hpp"
#include "window/why_panel.hpp"

#include <QApplication>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QMenuBar>
#include <QProgressBar>
#include <QSettings>
#include <QStatusBar>
#include <QTabWidget>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace goho::gui {

MainWindow::MainWindow(Session& session) : session_(session) {
    setAcceptDrops(true);
    setDockNestingEnabled(true);
    apply_style(*static_cast<QApplication*>(QApplication::instance()), session.shown());
    load_qt_words(session.shown().language);
    resize(1280, 720);
    build();
    const QSettings settings;
    const QString benchmark = settings.value(QStringLiteral("benchmark")).toString();
    if (QFile::exists(benchmark)) session.set_benchmark(benchmark.toStdString());
    actions_->no_benchmark->setEnabled(!session.benchmark().empty());
    for (const QString& name : settings.value(QStringLiteral("window/pinned")).toStringList()) pin(name.toStdString());
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    restoreState(settings.value(QStringLiteral("window/docks")).toByteArray());
    show_problems();
    select_page(settings.value(QStringLiteral("window/page")).toString().toStdString());
    session.book().ask_before_reaching([this](const auto& file, const auto& named) { return let_reach(file, named); });
    connect(&session_, &Session::scene_changed, this, &MainWindow::show_scene);
    // Queued: what asks for another language stands in the window that is made anew.
    connect(&session_, &Session::look_changed, this, &MainWindow::build, Qt::QueuedConnection);
    connect(&session_, &Session::progress, this, &MainWindow::show_progress);
}

MainWindow::~MainWindow() {
    session_.book().ask_before_reaching({});
    // Qt takes the docks away after our members are gone; by then nobody may ask for the list of pins.
    for (const auto& [dock, page] : pinned_) disconnect(dock, nullptr, this, nullptr);
}

void MainWindow::build() {
    const std::string current = tabs_ && current_page() ? std::string(current_page()->name()) : std::string();
    const QByteArray docks = tabs_ ? saveState() : QByteArray();
    const bool again = tabs_ != nullptr;
    const int left_width = again ? left_->width() : 0;
    const QStringList pins = pinned_names();
    const auto presenting = again ? present_->pause() : std::nullopt;
    const auto history = why_ ? std::optional(why_->history()) : std::nullopt;
    if (again) {
        menuBar()->clear();
        for (auto* bar : findChildren<QToolBar*>(QString(), Qt::FindDirectChildrenOnly)) delete bar;
        for (auto* dock : findChildren<QDockWidget*>(QString(), Qt::FindDirectChildrenOnly)) delete dock;
        pinned_.clear();
        delete takeCentralWidget();
        delete present_;
        delete actions_;
        for (QWidget* one :
             {static_cast<QWidget*>(state_), static_cast<QWidget*>(progress_), static_cast<QWidget*>(cancel_)})
            delete one;
        load_qt_words(session_.shown().language);
        apply_style(*static_cast<QApplication*>(QApplication::instance()), session_.shown());
    }
    actions_ = new Actions(session_, *this);
    delete exporter_;
    exporter_ = new Exporter(session_, this);
    build_left();
    build_why();
    present_ = new PresentMenu(session_, *this);
    build_problems();
    build_pages(current);
    build_status();
    connect_actions();
    connect_exports();
    if (history) why_->set_history(*history);
    for (const QString& name : pins) pin(name.toStdString());
    if (again) restoreState(docks);
    show_problems();
    show_scene();
    // Behind a presentation the window has no layout yet that docks could be restored into.
    if (left_width > 0) resizeDocks({left_}, {left_width}, Qt::Horizontal);
    if (presenting) present_->resume(*presenting);
}

void MainWindow::build_pages(const std::string& current) {
    auto* middle = new QWidget;
    auto* all = new QVBoxLayout(middle);
    all->setContentsMargins(4, 2, 0, 6);
    all->setSpacing(4);
    tabs_ = new QTabWidget;
    tabs_->setDocumentMode(true);
    tabs_->tabBar()->setUsesScrollButtons(true);
    tabs_->tabBar()->setExpanding(false);
    tabs_->tabBar()->setDrawBase(false);
    tabs_->setAccessibleName(session_.words()("Pages", "ページ"));
    int n = 0;
    for (const auto name : page_names()) {
        auto* page = make_page(name, session_.shown());
        tabs_->addTab(page, session_.words()(page->tab_title()));
        join(page);
        auto* action = actions_->pages->addAction(session_.words()(page->title()));
        if (n < 9) action->setShortcut(QKeySequence(static_cast<int>(Qt::CTRL) | (Qt::Key_1 + n)));
        connect(action, &QAction::triggered, tabs_, [this, n] { tabs_->setCurrentIndex(n); });
        ++n;
    }
    strip_ = new GatesStrip(session_.shown());
    auto* under = new QHBoxLayout;
    under->setContentsMargins(14, 0, 10, 0);
    under->addWidget(strip_);
    all->addWidget(tabs_, 1);
    all->addLayout(under);
    setCentralWidget(middle);
    if (!current.empty()) select_page(current);
    connect(tabs_, &QTabWidget::currentChanged, this, [this] {
        if (auto* page = current_page()) show_page(page);
    });
}

void MainWindow::build_left() {
    const auto words = session_.words();
    left_ = new QDockWidget(words("Scenarios and levers", "シナリオとレバー"), this);
    left_->setObjectName(QStringLiteral("levers"));
    left_->setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable);
    left_->setTitleBarWidget(new QWidget);
    auto* inside = new QWidget;
    auto* all = new QVBoxLayout(inside);
    all->setContentsMargins(10, 8, 4, 6);
    all->setSpacing(6);
    auto* heading = new QLabel(words("Scenarios", "シナリオ"));
    heading->setObjectName(QStringLiteral("section"));
    all->addWidget(heading);
    all->addWidget(new ScenarioList(session_));
    levers_ = new LeverPanel(session_);
    all->addWidget(levers_, 1);
    inside->setMinimumWidth(270);
    left_->setWidget(inside);
    addDockWidget(Qt::LeftDockWidgetArea, left_);
}

void MainWindow::build_why() {
    why_dock_ = new QDockWidget(session_.words()("Why?", "なぜ？"), this);
    why_dock_->setObjectName(QStringLiteral("why"));
    why_ = new WhyPanel(session_);
    why_->setMinimumWidth(236);
    why_dock_->setWidget(why_);
    addDockWidget(Qt::RightDockWidgetArea, why_dock_);
    why_dock_->hide();
}

/// Comes by itself when something is wrong, and goes when nothing is left.
void MainWindow::build_problems() {
    problems_dock_ = new QDockWidget(session_.words()("Problems", "問題"), this);
    problems_dock_->setObjectName(QStringLiteral("problems"));
    problems_dock_->setFeatures(QDockWidget::DockWidgetMovable);  // closed, it would leave nothing to look at
    problems_ = new ProblemsPanel(session_);
    problems_->setMinimumHeight(150);
    problems_dock_->setWidget(problems_);
    addDockWidget(Qt::RightDockWidgetArea, problems_dock_);
    connect(problems_, &ProblemsPanel::count_changed, problems_dock_, [this] { show_problems(); });
}

/// While the scenario cannot be computed its pages have nothing to show; the list takes their place.
void MainWindow::show_problems() {
    const bool any = !problems_->problems().empty();
    problems_dock_->setVisible(any);
    centralWidget()->setVisible(!any);
    if (!any) return;
    resizeDocks({left_, problems_dock_}, {280, width() - 280}, Qt::Horizontal);
    for (auto* other : {why_dock_, &present_->log_dock()}) {  // what else stands there leaves it the room
        if (other->isVisible() && !other->isFloating())
            resizeDocks({problems_dock_, other}, {height() * 2 / 3, height() / 3}, Qt::Vertical);
    }
}

void MainWindow::build_status() {
    state_ = new QLabel;
    progress_ = new QProgressBar;
    progress_->setFixedWidth(200);
    progress_->setAccessibleName(session_.words()("Progress of the slow part", "計算の進み具合"));
    progress_->hide();
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(state_, 1);
    statusBar()->addPermanentWidget(progress_);
    cancel_ = new QToolButton;
    cancel_->setText(session_.words()("Cancel", "中止"));
    cancel_->setToolTip(session_.words()("Stop the slow part; the next edit starts it anew",
                                         "時間のかかる計算を中止（次の編集で再開）"));
    cancel_->hide();
    connect(cancel_, &QToolButton::clicked, this, [this] { session_.runner().cancel(); });
    statusBar()->addPermanentWidget(cancel_);
}

Page* MainWindow::current_page() const { return qobject_cast<Page*>(tabs_->currentWidget()); }

void MainWindow::select_page(std::string_view name) {
    for (int i = 0; i < tabs_->count(); ++i) {
        const auto* page = qobject_cast<Page*>(tabs_->widget(i));
        if (page && page->name() == name) tabs_->setCurrentIndex(i);
    }
}

void MainWindow::show_page(Page* page) { page->show_scene(session_.scene()); }

/// Only what is seen is painted anew; the other tabs follow when they are turned to.
void MainWindow::show_scene() {
    if (auto* page = current_page()) show_page(page);
    for (const auto& [dock, page] : pinned_) show_page(page);
    strip_->show_scene(session_.scene());
    why_->renew();
    set_title();
    const auto* study = session_.scene().active_study();
    const auto words = session_.words();
    QString state;
    if (study) {
        const bool exact = study->residuals.worst() == 0.0;
        state = exact ? words("Books proven: every month balances, difference 0 yen",
                              "検算：全月で貸借・資金が一致（差額0円）")
                      : words("Books: see the proof on the terminal", "検算：差額あり");
        const auto n = study->findings.size();
        if (n > 0)
            state +=
                words("   ·   questions to this plan: ", "　・　計画の点検：") + QString::number(n) + words("", "件");
        QStringList findings;
        for (const auto& finding : study->findings) findings << words(finding.message);
        state_->setToolTip(findings.join(QLatin1Char('\n')));
    }
    state_->setText(state);
}

void MainWindow::set_title() {
    auto& book = session_.book();
    const auto active = book.active();
    QString name = book.has(active) && !session_.shown().hide_client
                       ? QString::fromStdString(book.name(active).in(session_.shown().language))
                       : QString();
    setWindowTitle(name + QStringLiteral("[*]") + (name.isEmpty() ? QString() : QStringLiteral(" — ")) +
                   session_.words()("Goho", "五方"));
    setWindowModified(book.dirty());
}

void MainWindow::explain(const Figure& figure) {
    why_dock_->show();
    why_dock_->raise();
    why_->ask(figure);
}

}  // namespace goho::gui
