// The font of the program, on the screen and on paper.
#pragma once

#include "shown/shown.hpp"

#include <QFont>
#include <QStringList>

namespace goho::gui {

/// The wished families that this machine has, the best first: numbers look alike everywhere, and Japanese is written
/// with Japanese shapes, in English texts too.
QStringList font_families(Language language);

/// In the size of the window: 13 pixels.
QFont font_of(Language language);

}  // namespace goho::gui
