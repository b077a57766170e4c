// A report as PDF: A4 pages with the fonts in the file, text that can be searched, and charts as drawings.
#pragma once

#include "report/document.hpp"

#include <QByteArray>

namespace goho::gui::report {

/// The same report gives the same bytes at any time of day: the file says that it was made on the document's date, or on
/// 1 January 2000 where that is not of the form YYYY-MM-DD. Charts are given the font of paper.
QByteArray to_pdf(const Document& document);

}  // namespace goho::gui::report
