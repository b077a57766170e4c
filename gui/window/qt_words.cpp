#include "window/qt_words.hpp"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

namespace goho::gui {

void load_qt_words(Language language) {
    static QTranslator japanese;
    static bool installed = false;
    const bool wanted = language == Language::japanese;
    if (wanted == installed) return;
    if (!wanted) {
        QCoreApplication::removeTranslator(&japanese);
        installed = false;
        return;
    }
    // Without the translation files Qt speaks English; nothing else suffers.
    if (japanese.isEmpty() &&
        !japanese.load(QStringLiteral("qtbase_ja"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        return;
    installed = QCoreApplication::installTranslator(&japanese);
}

}  // namespace goho::gui
