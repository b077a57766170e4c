// All pages of the window, in the order of its tabs.
#pragma once

#include "views/page.hpp"

#include <vector>

namespace goho::gui {

/// The caller owns them.
std::vector<Page*> make_pages(const Shown& shown, QWidget* parent);

}  // namespace goho::gui
