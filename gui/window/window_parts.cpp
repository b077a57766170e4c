// Parts of the window that stand beside its pages: pinned pages, exports, resets, the benchmark, progress.
#include "analysis/differences.hpp"
#include "views/page_list.hpp"
#include "views/progress_words.hpp"
#include "views/roadmap_page.hpp"
#include "window/actions.hpp"
#include "window/exporter.hpp"
#include "window/lever_panel.hpp"
#include "window/main_window.hpp"
#include "window/report_dialog.hpp"

#include <QAction>
#include <QDockWidget>
#include <QFileDialog>
#include <QMenu>
#include <QProgressBar>
#include <QSettings>
#include <QStatusBar>
#include <QTabWidget>
#include <QToolButton>

namespace goho::gui {

void MainWindow::join(Page* page) {
    page->use(session_.book());
    page->use(session_.inquirer());
    exporter_->adopt(page);
    connect(page, &Page::why, this, &MainWindow::explain);
    connect(page, &Page::actuals_wanted, this, &MainWindow::take_in_actuals);
    connect(page, &Page::said, this, [this](const QString& sentence) { statusBar()->showMessage(sentence, 20000); });
    connect(page, &Page::locate, this, &MainWindow::locate);
}

void MainWindow::pin() {
    if (const auto* page = current_page()) pin(page->name());
}

/// The page as it stands, in a dock of its own: it stays while the tabs switch.
void MainWindow::pin(std::string_view name) {
    auto* copy = make_page(name, session_.shown());
    if (!copy) return;
    join(copy);
    auto* dock = new QDockWidget(session_.words()(copy->title()), this);
    // Numbered, so that each finds its place again at the next start.
    dock->setObjectName(QStringLiteral("pinned_") + QString::number(pinned_.size()));
    dock->setAttribute(Qt::WA_DeleteOnClose);
    dock->setWidget(copy);
    addDockWidget(Qt::RightDockWidgetArea, dock);
    connect(dock, &QObject::destroyed, this,
            [this, dock] { std::erase_if(pinned_, [dock](const auto& one) { return one.first == dock; }); });
    pinned_.emplace_back(dock, copy);
    show_page(copy);
}

QStringList MainWindow::pinned_names() const {
    QStringList names;
    for (const auto& [dock, page] : pinned_) names << qt(page->name());
    return names;
}

/// Goes to where a value is edited: its bar or row in the plan, else its lever.
void MainWindow::locate(const QString& pointer) {
    const std::string at = pointer.toStdString();
    for (int i = 0; i < tabs_->count(); ++i) {
        auto* page = qobject_cast<RoadmapPage*>(tabs_->widget(i));
        const bool planned =
            at.starts_with("/initiatives") || at.starts_with("/investments") || at.starts_with("/timeline");
        if (!page || !planned) continue;
        tabs_->setCurrentIndex(i);
        if (page->reveal(at)) return;
    }
    left_->show();
    levers_->reveal(at);
}

void MainWindow::connect_exports() {
    connect(actions_->export_picture, &QAction::triggered, this, [this] { exporter_->export_picture(current_page()); });
    connect(actions_->copy_picture, &QAction::triggered, this, [this] { exporter_->copy_picture(current_page()); });
    connect(actions_->export_table, &QAction::triggered, this, [this] { exporter_->export_table(current_page()); });
    connect(actions_->copy_table, &QAction::triggered, this, [this] { exporter_->copy_table(current_page()); });
    connect(actions_->copy_table_picture, &QAction::triggered, this,
            [this] { exporter_->copy_table_picture(current_page()); });
    connect(actions_->export_book, &QAction::triggered, exporter_, &Exporter::export_book);
    for (const auto& form : forms::forms()) {
        connect(actions_->forms->addAction(session_.words()(form.title) + QStringLiteral("…")), &QAction::triggered,
                exporter_, [this, kind = form.form] { exporter_->export_form(kind); });
    }
    connect(actions_->report, &QAction::triggered, this, &MainWindow::show_report);
    connect(exporter_, &Exporter::said, this,
            [this](const QString& sentence) { statusBar()->showMessage(sentence, 20000); });
    connect(actions_->tables, &QMenu::aboutToShow, this, [this] { exporter_->fill_tables(actions_->tables); });
    connect(actions_->resets, &QMenu::aboutToShow, this, &MainWindow::fill_resets);
    connect(actions_->benchmark, &QAction::triggered, this, &MainWindow::choose_benchmark);
    connect(actions_->no_benchmark, &QAction::triggered, this, [this] { use_benchmark({}); });
    actions_->no_benchmark->setEnabled(!session_.benchmark().empty());
}

ReportDialog* MainWindow::show_report() {
    auto* dialog = findChild<ReportDialog*>();
    if (!dialog) {
        dialog = new ReportDialog(session_, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &ReportDialog::said, this,
                [this](const QString& sentence) { statusBar()->showMessage(sentence, 20000); });
    }
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
    return dialog;
}

/// One entry for each thing that the active scenario does otherwise than the base.
void MainWindow::fill_resets() {
    auto* menu = actions_->resets;
    menu->clear();
    const Scene& scene = session_.scene();
    const auto *active = scene.active_study(), *base = scene.base_study();
    if (active && base && active != base) {
        for (const auto& difference : analysis::differences(base->scenario, active->scenario)) {
            if (menu->actions().size() >= 40) break;
            menu->addAction(session_.words()(difference.sentence), this, [this, pointer = difference.pointer] {
                say(session_.book().reset(session_.book().active(), pointer));
            });
        }
    }
    if (menu->isEmpty())
        menu->addAction(session_.words()("Nothing differs from the base", "基準との違いはありません"))
            ->setEnabled(false);
}

void MainWindow::choose_benchmark() {
    const auto words = session_.words();
    const QString file = QFileDialog::getOpenFileName(this, words("Benchmark file", "業種平均ファイル"), {},
                                                      words("Benchmarks (*.json)", "業種平均 (*.json)"));
    if (!file.isEmpty()) use_benchmark(file);
}

void MainWindow::use_benchmark(const QString& file) {
    QSettings().setValue(QStringLiteral("benchmark"), file);
    session_.set_benchmark(file.toStdString());
    actions_->no_benchmark->setEnabled(!file.isEmpty());
}

void MainWindow::show_progress(double done) {
    const bool under_way = done >= 0.0 && done < 1.0;
    progress_->setVisible(under_way);
    cancel_->setVisible(under_way);
    if (!under_way) return slow_since_.invalidate();
    if (!slow_since_.isValid()) slow_since_.start();
    progress_->setValue(static_cast<int>(done * 100.0));
    const auto words = session_.words();
    const double seconds = static_cast<double>(slow_since_.elapsed()) / 1000.0;
    progress_->setFormat(progress_format(done, seconds, words));
}

}  // namespace goho::gui
