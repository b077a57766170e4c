// Widths, panes, pages and print areas of a sheet, as libxlsxwriter has them. Private to the writer of files.
#pragma once

#include "workbook/book.hpp"

struct lxw_worksheet;

namespace goho::workbook {

/// When all cells are written.
void lay_out(lxw_worksheet* sheet, const Sheet& about);

}  // namespace goho::workbook
