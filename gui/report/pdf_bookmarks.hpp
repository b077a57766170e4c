// Ways through a PDF: the list of sections beside the pages, and the lines of the contents that lead to them.
#pragma once

#include "report/paper_pages.hpp"

#include <QByteArray>

namespace goho::gui::report {

/// Appends them as PDF provides for later changes: new objects and a table of their places behind the file as it was.
/// `pdf` is what the writer made of these pages; a file of another shape is left as it is.
void add_bookmarks(QByteArray& pdf, const std::vector<PaperPage>& pages);

}  // namespace goho::gui::report
