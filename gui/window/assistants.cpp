// What the window offers step by step: importing books, taking in later months.
#include "window/import_assistant.hpp"
#include "window/main_window.hpp"

namespace goho::gui {

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

}  // namespace goho::gui
