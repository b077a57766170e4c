#include "shown/font.hpp"

#include <QFontDatabase>

namespace goho::gui {

QStringList font_families(Language language) {
    const QStringList wished =
        language == Language::japanese
            ? QStringList{QStringLiteral("Noto Sans CJK JP"), QStringLiteral("Noto Sans JP"),
                          QStringLiteral("Yu Gothic UI"), QStringLiteral("Hiragino Sans"),
                          QStringLiteral("IPAexGothic")}
            : QStringList{QStringLiteral("Inter"), QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans CJK JP"),
                          QStringLiteral("Segoe UI"), QStringLiteral("DejaVu Sans")};
    const QStringList there = QFontDatabase::families();
    QStringList found;
    for (const auto& family : wished) {
        if (there.contains(family)) found << family;
    }
    return found;
}

QFont font_of(Language language) {
    QFont font;
    if (const QStringList families = font_families(language); !families.isEmpty()) font.setFamily(families.front());
    font.setPixelSize(13);
    font.setStyleStrategy(QFont::PreferAntialias);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

}  // namespace goho::gui
