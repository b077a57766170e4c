// From a report to pages: each section begins a page, strips fill it, and head, foot, cover and contents are put around
// them once all pages are counted.
#pragma once

#include "report/paper.hpp"

namespace goho::gui::report {

struct PaperPage {
    bool wide = false;  // on its side
    QSizeF size;        // of the paper
    QRectF body;        // between head and foot
    std::vector<Ink> inks;
};

/// Strips on as many pages as they need; on each, ink from the upper left corner of the body. Strips that belong together
/// stand on one page where one page can hold them.
std::vector<std::vector<Ink>> fill_pages(const Strips& strips, double height);

/// The whole report: cover and contents first.
std::vector<PaperPage> lay_out(const Document& document);

}  // namespace goho::gui::report
