#include "window/shots.hpp"

#include "views/page_list.hpp"
#include "window/main_window.hpp"

#include <QApplication>
#include <QDir>

namespace goho::gui {

std::vector<QString> take_shots(Session& session, MainWindow& window, const QString& folder) {
    std::vector<QString> out;
    if (!QDir().mkpath(folder) || !session.wait() || !session.scene().active_study()) return out;
    window.show();
    for (const auto name : page_names()) {
        window.select_page(name);
        for (int i = 0; i < 3; ++i) QApplication::processEvents();  // layouts settle in steps
        const QString file = folder + QLatin1Char('/') + qt(name) + QStringLiteral(".png");
        if (window.grab().save(file)) out.push_back(file);
    }
    return out;
}

}  // namespace goho::gui
