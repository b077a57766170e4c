// How widgets look, from the colours of the theme; and the font of the program.
#pragma once

#include "shown/shown.hpp"

class QApplication;

namespace goho::gui {

/// Palette, style sheet and font of the whole program.
void apply_style(QApplication& app, const Shown& shown);

QString style_sheet(Theme theme);

}  // namespace goho::gui
