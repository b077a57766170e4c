// Asks where something shall be written. The ending belongs to the name before it is looked at, so that a file that is there
// is never replaced without a question.
#pragma once

#include <QString>

class QWidget;

namespace goho::gui {

/// Empty when nothing was chosen. `suffix` without its dot.
QString ask_where(QWidget* parent, const QString& title, const QString& suggested, const QString& filter, const QString& suffix);

}  // namespace goho::gui
