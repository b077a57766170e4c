#pragma once

namespace goho::gui {

/// A scenario of the workbook for as long as it is open, whatever its place in the list.
using SheetId = int;
inline constexpr SheetId no_sheet = -1;

}  // namespace goho::gui
