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
    QString begins;  // the title of the section whose first page it is
};

/// Strips on as many pages as they need; on each, ink from the upper left corner of the body. Strips that belong together
/// stand on one page where one page can hold them.
class Flow {
public:
    explicit Flow(double height) : height_(height) {}

    void add(const Strips& strips);
    /// What is left of the page below everything added so far.
    double left() const;
    std::vector<std::vector<Ink>> pages() &&;

private:
    void flush(std::size_t count);
    void put_or_turn(const Strip& strip);
    void put(const Strip& strip);
    void turn();

    double height_, y_ = 0.0;
    bool empty_ = true;  // nothing stands on this page yet
    std::vector<std::vector<Ink>> pages_{{}};
    Strips waiting_;  // they stay with what comes next
};

/// The whole report: cover and contents first.
std::vector<PaperPage> lay_out(const Document& document);

}  // namespace goho::gui::report
