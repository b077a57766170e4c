// A report as one web page: everything within the file, no network, readable on a wide screen, a narrow one and on
// paper. Charts are the window's own drawings, and say the figure under the pointer.
#pragma once

#include "report/document.hpp"

#include <QByteArray>

namespace goho::gui::report {

/// The same document gives the same bytes.
QByteArray to_html(const Document& document);

/// What the page looks like and what it does; constants.
QByteArray page_style();
QByteArray page_script();

/// A chart as a drawing of that size, with nothing in it that depends on the machine or the time.
QByteArray to_svg(Chart& chart, const QSize& size);

}  // namespace goho::gui::report
