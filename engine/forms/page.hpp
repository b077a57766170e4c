// One sheet of a form while it is written: framed cells, cells joined into one, notes of several lines, amounts in the unit
// of the form. Knows nothing of what is written.
#pragma once

#include "core/format.hpp"
#include "workbook/book.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace goho::forms {

using workbook::Style;

/// What every form is written with.
struct Setting {
    Language language = Language::english;
    MoneyUnit unit = MoneyUnit::thousand;

    std::string text(Label label) const { return std::string(label.in(language)); }
    std::string text(std::string_view en, std::string_view ja) const { return std::string(language == Language::japanese ? ja : en); }
    std::string unit_words() const;                             // "Unit: thousand yen", "単位：千円"
    double shown(double yen) const { return yen / size_of(unit); }
    /// A number inside of a sentence, with thousands apart: "12,345 thousand yen".
    std::string amount(double yen) const;
    /// The same of any unit of the tables, as exact as a reader needs: "91.6%", "66.4 points".
    std::string figure(double value, std::string_view unit) const;
    std::string month(Month m) const { return m.given() ? goho::shown(m, language) : std::string(); }
};

/// Nothing reckoned, and nothing to be filled in.
inline constexpr std::string_view no_figure = "—";

class Page {
public:
    /// `widths` of all columns, in characters of a digit's width.
    Page(const Setting& setting, std::string name, std::vector<double> widths, bool upright = false);

    void text(int row, int column, std::string words, Style style = Style::label, bool framed = true);
    void number(int row, int column, double value, Style style);
    void formula(int row, int column, std::string formula, double value, Style style);
    /// A formula that gives a text.
    void word_formula(int row, int column, std::string formula, std::string words, Style style = Style::centred);
    /// A field for the person who hands the form in; `hint` says what belongs there.
    void fill_in(int row, int column, std::string_view hint = {});
    void fill_in(int row, int column, int last_row, int last_column, std::string_view hint = {});
    /// A text over several cells of one row or more.
    void wide(int row, int column, int last_row, int last_column, std::string words, Style style = Style::label, bool framed = true);
    void height(int row, double points);
    /// As high as the longest text of a row needs; to be called when the row is written.
    void fit_height(int row);
    void new_page_at(int row);
    void on_one_page();
    /// Rows that are repeated on every page and stay in sight.
    void repeat_heads(int first_row, int last_row, int frozen_columns = 0);
    /// Title, plan, unit and, in the third row, what the sheet is and is not. Returns the first free row.
    int head(std::string_view title, std::string_view plan, std::string_view note);
    /// A note over the whole width, as high as it needs. Returns the next row.
    int note(int row, std::string words);

    workbook::Sheet sheet() && { return std::move(sheet_); }
    const std::string& name() const { return sheet_.name; }
    int live() const { return live_; }
    int fixed() const { return fixed_; }
    int last_column() const { return static_cast<int>(sheet_.paper->widths.size()) - 1; }

private:
    const Setting& setting_;
    workbook::Sheet sheet_;
    int live_ = 0, fixed_ = 0;

    double width_of(int column, int last_column) const;
};

/// A book of pages; several pages may be written side by side before they are added.
void add(workbook::Book& book, Page&& page);

}  // namespace goho::forms
