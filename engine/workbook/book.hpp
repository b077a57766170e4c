// A workbook before it is a file: sheets of texts, numbers and formulas with the values that the engine has for them.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace goho::workbook {

enum class Style {
    plain, title, heading, label, total, yen, yen_total, number, percent, input_yen, input_number, input_percent, note,
    head,      // the heading of a column or a frame
    decimal,   // one digit behind the point: years, months, times
    fill_in,   // left to the person who hands the form in
    remark,    // a note of several lines
    centred,   // a word or a mark in the middle of its cell
    period,    // the heading of a month or year, over its figures
    word,      // what stands where a figure could
};

struct Written {
    int row = 0, column = 0;
    enum class Kind { text, number, formula } kind = Kind::text;
    std::string text;     // or the formula without the equals sign
    double value = 0.0;   // of a formula: what the engine has for it
    Style style = Style::plain;
    bool framed = false;               // a line around the cell, and long texts go on below
    std::optional<std::string> words{};  // of a formula whose result is a text: what the engine has for it
};

/// Cells that are shown as one, with what the first of them holds.
struct Joined {
    int first_row = 0, first_column = 0, last_row = 0, last_column = 0;
};

struct RowHeight {
    int row = 0;
    double points = 15.0;
};

/// How a sheet that is printed as a form is laid out; a sheet without this is laid out as a table of the model.
struct Paper {
    std::vector<double> widths;        // of the columns, in characters
    std::vector<Joined> joined;
    std::vector<RowHeight> heights;
    std::vector<int> page_breaks;      // a new page begins at these rows
    int first_head = 0, last_head = 0; // rows that each page repeats
    bool upright = false, one_page = false;
};

/// How a table of the model is laid out: widths in characters, and how it falls on pages.
struct Columns {
    double label = 38.0, unit = 14.0, note = 22.0, period = 14.0;
    int periods_a_page = 0;            // 0: all side by side on one page
    std::vector<int> page_breaks{};    // a new page begins at these rows
};

/// A curve of a chart, by the cells of its name, its periods and its values: "='Monthly'!$D$3:$M$3".
struct Curve {
    std::string name, categories, values;
};

/// Amounts in yen are shown in millions.
struct Chart {
    enum class Kind { lines, columns, stacked } kind = Kind::lines;
    enum class Scale { yen, percent } scale = Scale::yen;
    std::string title;
    std::vector<Curve> curves;
    int row = 0, column = 0;         // of its upper left corner
    int last_row = 0, last_column = 0;
    int labels_every = 1;            // periods between two labels
};

struct Sheet {
    std::string name;
    std::vector<Written> cells;
    int frozen_rows = 0, frozen_columns = 0;
    bool working = false;              // calculations that no reader needs: shown last, in grey
    Columns columns{};
    std::optional<Paper> paper{};
    std::vector<Chart> charts{};
};

struct DefinedName {
    std::string name, reference;
};

struct Book {
    std::vector<Sheet> sheets;
    std::vector<DefinedName> names;
    int live = 0, fixed = 0;  // cells with a formula, and figures without one
};

}  // namespace goho::workbook
