// Files and the window's commands on them: open, save, the guard of what is unsaved, dragged files, pictures of pages.
#include "document/recovery.hpp"
#include "shown/settings.hpp"
#include "window/about_box.hpp"
#include "window/actions.hpp"
#include "window/main_window.hpp"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QFileDialog>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <algorithm>

namespace goho::gui {

namespace {

std::filesystem::path path_of(const QString& file) { return std::filesystem::path(file.toStdString()); }

}  // namespace

void MainWindow::connect_actions() {
    auto& book = session_.book();
    const auto words = session_.words();
    const auto on = [this](QAction* action, auto work) { connect(action, &QAction::triggered, this, work); };
    on(actions_->create, [&book] { book.set_active(book.new_company()); });
    on(actions_->open, [this, words] {
        std::vector<std::filesystem::path> files;
        for (const auto& file : QFileDialog::getOpenFileNames(this, words("Open scenarios", "シナリオを開く"), {},
                                                              words("Scenarios (*.json)", "シナリオ (*.json)")))
            files.push_back(path_of(file));
        open_files(files);
    });
    on(actions_->import_books, [this] { import_books(); });
    on(actions_->calibrate, [this] { calibrate(); });
    on(actions_->take_in_actuals, [this] { take_in_actuals(); });
    on(actions_->save, [this, &book] { save(book.active(), false); });
    on(actions_->save_as, [this, &book] { save(book.active(), true); });
    on(actions_->save_all, [this] { save_everything(); });
    on(actions_->close_scenario, [this, &book] {
        if (book.has(book.active())) say(book.remove(book.active()));
    });
    on(actions_->quit, [this] { close(); });
    on(actions_->reset_all, [this, &book] {
        if (book.has(book.active())) say(book.reset_all(book.active()));
    });
    on(actions_->make_variant, [&book] {
        if (!book.has(book.active())) return;
        const Text name = book.name(book.active());
        book.set_active(book.make_variant(book.active(), {name.en + " (variant)", name.ja + "（比較案）"}));
    });
    on(actions_->duplicate, [&book] {
        if (!book.has(book.active())) return;
        const Text name = book.name(book.active());
        book.set_active(book.duplicate(book.active(), {name.en + " (copy)", name.ja + "（複製）"}));
    });
    on(actions_->use_as_base, [&book] {
        if (book.has(book.active())) book.move(book.active(), 0);
    });
    on(actions_->next_scenario, [this] { step_scenario(1); });
    on(actions_->previous_scenario, [this] { step_scenario(-1); });
    on(actions_->pin_page, [this] { pin(); });
    on(actions_->full_screen, [this] { isFullScreen() ? showNormal() : showFullScreen(); });
    on(actions_->about, [this] { show_about(*this, session_.shown().language); });
    actions_->levers->setChecked(!left_->isHidden());
    connect(actions_->levers, &QAction::toggled, left_, &QDockWidget::setVisible);
    connect(why_dock_, &QDockWidget::visibilityChanged, actions_->why, &QAction::setChecked);
    connect(actions_->why, &QAction::triggered, why_dock_, &QDockWidget::setVisible);
    connect(actions_->recent, &QMenu::aboutToShow, this, &MainWindow::fill_recent);
}

void MainWindow::open_files(const std::vector<std::filesystem::path>& files) {
    if (files.empty()) return;
    const auto opened = session_.book().open(files);
    if (!opened.sheets.empty())
        session_.book().set_active(opened.sheets.size() > 1 ? opened.sheets[1] : opened.sheets.back());
    QSettings settings;
    for (const auto& file : files) add_recent_file(settings, std::filesystem::absolute(file));
    // What stands in a file that is open is listed where it can be mended; the rest has to be said.
    Problems rest = opened.problems;
    std::erase_if(rest, [&](const Problem& problem) { return session_.book().find(problem.file) != no_sheet; });
    say(rest);
}

bool MainWindow::offer(Recovery& recovery) {
    bool any = false;
    const auto words = session_.words();
    for (const auto& orphan : recovery.recoverable()) {
        QMessageBox box(QMessageBox::Question, words("Recovery", "復元"),
                        words("Unsaved work was found:\n", "保存されていない作業が見つかりました：\n") +
                            orphan.names.join(QLatin1Char('\n')) + QStringLiteral("\n") +
                            orphan.time.toString(Qt::ISODate),
                        QMessageBox::NoButton, this);
        box.setTextFormat(Qt::PlainText);
        auto* take = box.addButton(words("Recover", "復元する"), QMessageBox::AcceptRole);
        auto* drop = box.addButton(words("Discard", "破棄する"), QMessageBox::DestructiveRole);
        box.addButton(words("Later", "あとで"), QMessageBox::RejectRole);
        box.exec();
        if (box.clickedButton() == take) {
            say(recovery.recover(orphan.id));
            any = true;
        } else if (box.clickedButton() == drop) {
            recovery.discard(orphan.id);
        }
    }
    return any;
}

bool MainWindow::let_reach(const std::filesystem::path& file, const std::filesystem::path& named) {
    const auto words = session_.words();
    const auto shown = [](const std::filesystem::path& path) { return QString::fromStdString(io::printable(path.string())); };
    QMessageBox box(QMessageBox::Question, words("Open", "開く"),
                    words("%1 uses a file outside of its folder:\n%2\nOpen that file, too?",
                          "%1 は、フォルダーの外のファイルを使っています：\n%2\nこのファイルも開きますか？")
                        .arg(shown(file.filename()), shown(named)),
                    QMessageBox::Yes | QMessageBox::No, this);
    box.setTextFormat(Qt::PlainText);
    box.setDefaultButton(QMessageBox::No);
    return box.exec() == QMessageBox::Yes;
}

void MainWindow::fill_recent() {
    actions_->recent->clear();
    const QSettings settings;
    for (const auto& file : recent_files(settings)) {
        actions_->recent->addAction(QString::fromStdString(file.string()), this, [this, file] { open_files({file}); });
    }
}

void MainWindow::say(const Problems& problems) {
    if (problems.empty()) return;
    QStringList lines;
    for (const auto& problem : problems) lines << QString::fromStdString(to_string(problem, session_.shown().language));
    QMessageBox box(QMessageBox::Warning, session_.words()("Goho", "五方"), lines.mid(0, 12).join(QLatin1Char('\n')),
                    QMessageBox::Ok, this);
    box.setTextFormat(Qt::PlainText);
    if (lines.size() > 12) box.setDetailedText(lines.join(QLatin1Char('\n')));
    box.exec();
}

bool MainWindow::save(SheetId sheet, bool ask_where) {
    auto& book = session_.book();
    if (!book.has(sheet)) return false;
    const auto words = session_.words();
    Problems problems;
    if (ask_where || book.sheet(sheet).path.empty()) {
        const QString file = QFileDialog::getSaveFileName(this, words("Save scenario", "シナリオを保存"), {},
                                                          words("Scenarios (*.json)", "シナリオ (*.json)"));
        if (file.isEmpty()) return false;
        problems =
            book.save_as(sheet, path_of(file.contains(QLatin1Char('.')) ? file : file + QStringLiteral(".json")));
    } else if (book.sheet(sheet).changed_outside) {
        const auto answer =
            QMessageBox::question(this, words("Save", "保存"),
                                  words("The file was changed by another program. Write over it?",
                                        "ファイルは他のプログラムで変更されています。上書きしますか？"));
        if (answer != QMessageBox::Yes) return false;
        problems = book.save(sheet, Workbook::Overwrite::force);
    } else {
        problems = book.save(sheet);
    }
    say(problems);
    set_title();
    return problems.empty();
}

bool MainWindow::save_everything() {
    auto& book = session_.book();
    for (const SheetId sheet : std::vector<SheetId>(book.sheets())) {
        if (book.dirty(sheet) && !save(sheet, false)) return false;
    }
    return true;
}

void MainWindow::step_scenario(int by) {
    auto& book = session_.book();
    const auto& sheets = book.sheets();
    const auto at = std::find(sheets.begin(), sheets.end(), book.active());
    if (at == sheets.end()) return;
    const auto n = static_cast<int>(sheets.size());
    book.set_active(sheets[static_cast<std::size_t>((static_cast<int>(at - sheets.begin()) + by + n) % n)]);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    const auto words = session_.words();
    if (session_.book().dirty() && !may_close_unsaved) {
        QMessageBox box(QMessageBox::Question, words("Unsaved changes", "未保存の変更"),
                        words("Save the changes before closing?", "閉じる前に変更を保存しますか？"),
                        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
        box.button(QMessageBox::Save)->setText(words("Save", "保存"));
        box.button(QMessageBox::Discard)->setText(words("Don't save", "保存しない"));
        box.button(QMessageBox::Cancel)->setText(words("Cancel", "キャンセル"));
        const int answer = box.exec();
        if (answer == QMessageBox::Cancel || (answer == QMessageBox::Save && !save_everything()))
            return event->ignore();
    }
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    settings.setValue(QStringLiteral("window/docks"), saveState());
    settings.setValue(QStringLiteral("window/pinned"), pinned_names());
    if (const auto* page = current_page()) settings.setValue(QStringLiteral("window/page"), qt(page->name()));
    store(settings, session_.shown());
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    std::vector<std::filesystem::path> files;
    for (const auto& url : event->mimeData()->urls()) {
        if (url.isLocalFile()) files.push_back(path_of(url.toLocalFile()));
    }
    open_all(files);
}

}  // namespace goho::gui
