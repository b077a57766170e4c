// A chart as libxlsxwriter has it. Private to the writer of files.
#pragma once

#include "workbook/book.hpp"

struct lxw_workbook;
struct lxw_worksheet;

namespace goho::workbook {

/// Over the cells from its first row and column up to the last.
void draw(lxw_workbook* file, lxw_worksheet* sheet, const Sheet& about, const Chart& chart, bool japanese);

}  // namespace goho::workbook
