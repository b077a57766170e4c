// Tables on paper: how wide their columns are, how small their type, and their rows as strips of ink. Figures are never
// cut: first labels wrap, then type shrinks, and at last the columns are parted into tables below each other.
#pragma once

#include "report/paper.hpp"

namespace goho::gui::report {

/// Columns that stand beside each other.
struct TablePart {
    std::size_t first = 0;       // of the table's columns
    double label = 0.0;          // width of the labels
    std::vector<double> widths;  // of the columns, from `first` on
};

struct TableFit {
    double size = 0.0;  // of figures and labels, in points
    std::vector<TablePart> parts;
};

inline constexpr double largest_type_of_tables = 8.5, smallest_type_of_tables = 6.0;

/// Room at both sides of a figure.
double cell_pad(double size);

/// What should not break in a heading.
QStringList heading_words(const QString& heading);

TableFit fit_table(const Table& table, const PaperSheet& sheet);

/// A table of figures that is a little too high for its page, or for the next, is written smaller and closer and stays
/// whole; so does a short one.
/// Rows stay whole unless one is higher than a page; each but the first rows repeats the headings where it begins a page.
Strips strips_of(const Table& table, const PaperSheet& sheet);

}  // namespace goho::gui::report
