// Help, About: what the window says of itself, the same as goho-gui --version.
#pragma once

#include "core/label.hpp"

#include <QString>
#include <QWidget>

namespace goho::gui {

/// The facts as a table in HTML; Qt's own version stands among the libraries.
QString about_facts(Language language);

void show_about(QWidget& parent, Language language);

}  // namespace goho::gui
