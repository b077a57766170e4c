// A table as others take it: lines of text for the clipboard, CSV for spreadsheets. It holds what the table shows;
// figures become plain numbers, and no text can pass for a formula.
#pragma once

#include <QAbstractItemModel>
#include <string>

namespace goho::gui {

/// Tab separated, headings first.
QString table_text(const QAbstractItemModel& model);
/// UTF-8 with the mark that spreadsheets look for; a difference to the base stands in a column of its own.
std::string table_csv(const QAbstractItemModel& model);

}  // namespace goho::gui
