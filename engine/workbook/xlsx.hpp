// A workbook as the bytes of an .xlsx file, by libxlsxwriter: formats, widths, frozen panes, print areas. The same book
// gives the same bytes.
#pragma once

#include "workbook/book.hpp"

namespace goho::workbook {

/// Throws std::runtime_error when the library cannot write.
std::string xlsx_bytes(const Book& book, bool japanese);

}  // namespace goho::workbook
