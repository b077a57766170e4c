#include "window/shots.hpp"

#include "views/page.hpp"
#include "views/page_list.hpp"
#include "window/import_assistant.hpp"
#include "window/main_window.hpp"
#include "window/presentation.hpp"

#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <cstdio>

namespace goho::gui {

namespace {

void settle() {
    for (int i = 0; i < 3; ++i) QApplication::processEvents();  // layouts settle in steps
}

/// A picture of each step, where there is a story: present_1.png and so on.
void take_steps(Session& session, const QSize& size, const QString& folder, std::vector<QString>& out) {
    bool told = false;
    for (const SheetId sheet : session.book().sheets()) told = told || !story_of(session.book(), sheet).empty();
    if (!told) return;
    Presentation presentation(session);
    presentation.resize(size);
    presentation.show();
    for (int step = 0; step < presentation.count(); ++step) {
        presentation.go(step);
        if (!session.wait()) return;
        settle();
        const QString file = folder + QStringLiteral("/present_%1.png").arg(step + 1);
        if (presentation.grab().save(file)) out.push_back(file);
    }
}

}  // namespace

void quiet_screen() {
    static QtMessageHandler before = nullptr;
    before = qInstallMessageHandler([](QtMsgType type, const QMessageLogContext& context, const QString& message) {
        const bool of_screen = message.startsWith(QStringLiteral("This plugin does not support ")) ||
                               message.startsWith(QStringLiteral("QStandardPaths: XDG_RUNTIME_DIR not set"));
        if (of_screen) return;
        if (before) before(type, context, message);
        else std::fprintf(stderr, "%s\n", message.toUtf8().constData());
    });
}

std::vector<QString> take_shots(Session& session, MainWindow& window, const QString& folder) {
    std::vector<QString> out;
    if (!QDir().mkpath(folder) || !session.wait() || !session.scene().active_study()) return out;
    window.show();
    for (const auto name : page_names()) {
        window.select_page(name);
        settle();
        for (int part = 0; part < window.current_page()->part_count(); ++part) {
            window.current_page()->show_part(part);
            settle();
            while (window.current_page()->prepare()) QApplication::processEvents(QEventLoop::WaitForMoreEvents);
            settle();
            const QString number = part > 0 ? QStringLiteral("_%1").arg(part + 1) : QString();
            const QString file = folder + QLatin1Char('/') + qt(name) + number + QStringLiteral(".png");
            if (window.grab().save(file)) out.push_back(file);
        }
        window.current_page()->show_part(0);
    }
    take_steps(session, window.size(), folder, out);
    return out;
}

std::vector<QString> take_import_shots(MainWindow& window, const std::vector<std::filesystem::path>& files, const QString& folder) {
    std::vector<QString> out;
    if (!QDir().mkpath(folder)) return out;
    window.show();
    auto* assistant = window.import_books(files);
    for (int n = 1;; ++n) {
        while (assistant->busy()) QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        settle();
        const QString file = folder + QStringLiteral("/import_%1.png").arg(n);
        if (assistant->grab().save(file)) out.push_back(file);
        const int before = assistant->step();
        if (!assistant->can_go_on() || assistant->at_end()) break;
        assistant->go_on();
        if (assistant->step() == before) break;
    }
    const bool complete = assistant->at_end();
    assistant->reject();
    return complete ? out : std::vector<QString>();
}

bool take_problems_shot(MainWindow& window, const QString& folder) {
    if (!QDir().mkpath(folder)) return false;
    window.show();
    settle();
    return window.grab().save(folder + QStringLiteral("/problems.png"));
}

}  // namespace goho::gui
