// All pages of the window, in the order of its tabs.
#pragma once

#include "views/page.hpp"

#include <vector>

namespace goho::gui {

const std::vector<std::string_view>& page_names();

/// Null for a name that is none. The caller owns it.
Page* make_page(std::string_view name, const Shown& shown, QWidget* parent = nullptr);

}  // namespace goho::gui
