#include "forms/page.hpp"

#include "workbook/text_width.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace goho::forms {

using workbook::Written;

namespace {

constexpr double line_height = 15.0;

}  // namespace

std::string Setting::unit_words() const { return text("Amounts in ", "単位：") + text(label_of(unit)); }

std::string Setting::amount(double yen) const {
    return table_number(shown(yen), language) + (language == Language::japanese ? "" : " ") + text(label_of(unit));
}

std::string Setting::figure(double value, std::string_view of) const {
    if (of == "yen") return amount(value);
    if (shown_as_percent(of)) return table_percent(value, language);
    const double size = std::abs(value);
    const std::string name = unit_name(of, language);
    return table_number(value, language, size >= 100.0 ? 0 : size >= 10.0 ? 1 : 2) + (name.empty() || of == "index" ? "" : " " + name);
}

Page::Page(const Setting& setting, std::string name, std::vector<double> widths, bool upright) : setting_(setting) {
    sheet_.name = std::move(name);
    sheet_.paper.emplace();
    sheet_.paper->widths = std::move(widths);
    sheet_.paper->upright = upright;
}

void Page::text(int row, int column, std::string words, Style style, bool framed) {
    sheet_.cells.push_back({row, column, Written::Kind::text, std::move(words), 0.0, style, framed});
}

void Page::number(int row, int column, double value, Style style) {
    sheet_.cells.push_back({row, column, Written::Kind::number, {}, value, style, true});
    ++fixed_;
}

void Page::formula(int row, int column, std::string formula, double value, Style style) {
    sheet_.cells.push_back({row, column, Written::Kind::formula, std::move(formula), value, style, true});
    ++live_;
}

void Page::word_formula(int row, int column, std::string formula, std::string words, Style style) {
    sheet_.cells.push_back({row, column, Written::Kind::formula, std::move(formula), 0.0, style, true, std::move(words)});
    ++live_;
}

void Page::fill_in(int row, int column, std::string_view hint) {
    std::string words = setting_.text("(to be filled in)", "（記入欄）");
    if (!hint.empty()) words += " " + std::string(hint);
    text(row, column, std::move(words), Style::fill_in);
}

void Page::fill_in(int row, int column, int last_row, int last_column, std::string_view hint) {
    fill_in(row, column, hint);
    if (last_row > row || last_column > column) sheet_.paper->joined.push_back({row, column, last_row, last_column});
}

void Page::wide(int row, int column, int last_row, int last_column, std::string words, Style style, bool framed) {
    text(row, column, std::move(words), style, framed);
    if (last_row > row || last_column > column) sheet_.paper->joined.push_back({row, column, last_row, last_column});
}

void Page::height(int row, double points) { sheet_.paper->heights.push_back({row, points}); }

double Page::width_of(int column, int last_column) const {
    double width = 0.0;
    for (int c = column; c <= last_column; ++c) width += sheet_.paper->widths[static_cast<std::size_t>(c)];
    return width;
}

void Page::fit_height(int row) {
    double lines = 1.0;
    for (const Written& cell : sheet_.cells) {
        if (cell.row != row) continue;
        if (cell.kind != Written::Kind::text && !cell.words) continue;
        int last = cell.column, rows = 1;
        for (const auto& one : sheet_.paper->joined) {
            if (one.first_row != row || one.first_column != cell.column) continue;
            last = one.last_column;
            rows = one.last_row - one.first_row + 1;
        }
        if (rows > 1) continue;
        lines = std::max(lines, workbook::lines_needed(cell.words ? *cell.words : cell.text, width_of(cell.column, last)));
    }
    height(row, lines * line_height + 3.0);
}

void Page::new_page_at(int row) { sheet_.paper->page_breaks.push_back(row); }

void Page::on_one_page() { sheet_.paper->one_page = true; }

void Page::repeat_heads(int first_row, int last_row, int frozen_columns) {
    sheet_.paper->first_head = first_row;
    sheet_.paper->last_head = last_row;
    sheet_.frozen_rows = last_row + 1;
    sheet_.frozen_columns = frozen_columns;
}

int Page::head(std::string_view title, std::string_view plan, std::string_view about) {
    text(0, 0, std::string(title), Style::title, false);
    height(0, 22.0);
    text(1, 0, std::string(plan) + setting_.text("   ", "　　") + setting_.unit_words(), Style::label, false);
    return note(2, std::string(about));
}

int Page::note(int row, std::string words) {
    const double lines = workbook::lines_needed(words, width_of(0, last_column()));
    wide(row, 0, row, last_column(), std::move(words), Style::remark, false);
    height(row, lines * line_height);
    return row + 1;
}

void add(workbook::Book& book, Page&& page) {
    book.live += page.live();
    book.fixed += page.fixed();
    book.sheets.push_back(std::move(page).sheet());
}

}  // namespace goho::forms
