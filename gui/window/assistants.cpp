// What the window offers step by step: importing books, taking in later months, calibration.
#include "window/calibrate_dialog.hpp"
#include "window/import_assistant.hpp"
#include "window/main_window.hpp"

#include <algorithm>

namespace goho::gui {

bool is_export(const std::filesystem::path& file) {
    const QString ending = QString::fromStdString(file.extension().string()).toLower();
    return ending == QStringLiteral(".csv") || ending == QStringLiteral(".txt") || ending == QStringLiteral(".tsv");
}

void MainWindow::open_all(std::vector<std::filesystem::path> files) {
    const auto books = std::stable_partition(files.begin(), files.end(), [](const auto& file) { return !is_export(file); });
    const std::vector<std::filesystem::path> exported(books, files.end());
    files.erase(books, files.end());
    open_files(files);
    if (!exported.empty()) import_books(exported);
}

ImportAssistant* MainWindow::import_books(const std::vector<std::filesystem::path>& files) {
    auto* assistant = new ImportAssistant(session_.shown(), session_.book(), this);
    assistant->setAttribute(Qt::WA_DeleteOnClose);
    connect(assistant, &ImportAssistant::saved, this, [this](const QString& file) { open_files({file.toStdString()}); });
    std::vector<std::string> names;
    for (const auto& file : files) names.push_back(file.string());
    assistant->add_files(names);
    assistant->open();
    return assistant;
}

ImportAssistant* MainWindow::take_in_actuals() {
    const auto* study = session_.scene().active_study();
    if (!study) return nullptr;
    auto* assistant =
        new ImportAssistant(session_.shown(), session_.book(), session_.scene().active, study->scenario, this);
    assistant->setAttribute(Qt::WA_DeleteOnClose);
    connect(assistant, &QDialog::accepted, this, [this] { select_page("actuals"); });
    assistant->open();
    return assistant;
}

CalibrateDialog* MainWindow::calibrate() {
    const auto* study = session_.scene().active_study();
    if (!study || study->scenario.plan.actuals.months.empty()) return nullptr;
    auto* dialog = new CalibrateDialog(session_.shown(), session_.book(), session_.scene().active, study->scenario, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

}  // namespace goho::gui
