// Qt's own words, such as those of file dialogs, in the language of the window.
#pragma once

#include "core/label.hpp"

namespace goho::gui {

void load_qt_words(Language language);

}  // namespace goho::gui
