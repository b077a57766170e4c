// What letters a PDF says it shows, so that its text can be searched and copied.
#pragma once

#include <QByteArray>
#include <QFont>

namespace goho::gui::report {

/// Fonts draw some letters with one glyph: 金 the character and ⾦ the radical, ・ and ‧. Qt tells readers the first of
/// them in Unicode, which is the one that nobody types; here it becomes the other. Only lengths that stay are changed.
void name_usual_letters(QByteArray& pdf, const QFont& font);

}  // namespace goho::gui::report
