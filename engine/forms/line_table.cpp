#include "forms/line_table.hpp"

#include "workbook/formula_writer.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <stdexcept>

namespace goho::forms {

FormulaOf same(std::string formula) {
    return [formula = std::move(formula)](int) { return formula; };
}

Line heading(std::string label, bool new_page) {
    Line line{Line::Kind::heading, {}, std::move(label), {}, Style::heading};
    line.new_page = new_page;
    return line;
}

Line money(std::string id, std::string label, FigureOf figure, bool total) {
    return {Line::Kind::money, std::move(id), std::move(label), {}, total ? Style::yen_total : Style::yen, std::move(figure)};
}

Line money_total(std::string id, std::string label, FigureOf figure, std::string formula) {
    return {Line::Kind::money, std::move(id), std::move(label), {}, Style::yen_total, std::move(figure), same(std::move(formula))};
}

Line ratio(std::string id, std::string label, Style style, FigureOf figure, std::string formula, std::string remark) {
    return {Line::Kind::plain, std::move(id), std::move(label), std::move(remark), style, std::move(figure), same(std::move(formula))};
}

int LineTable::index_of(std::string_view id) const {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (lines_[i].id == id) return static_cast<int>(i);
    }
    throw std::logic_error(fmt::format("a form names a line {} that it does not have", id));
}

std::string LineTable::cell(int row, std::string_view id, int column, bool remarks) const {
    return workbook::address(row + 1 + index_of(id), 1 + (remarks ? 1 : 0) + column);
}

/// Which column a name means; the mark is taken off the name.
int LineTable::column_named(std::string_view& id, int column) const {
    int of = column;
    if (id.ends_with('<')) of = column - 1;
    else if (id.ends_with('!')) of = columns_.base;
    else if (const auto mark = id.find('#'); mark != std::string_view::npos) {
        of = std::stoi(std::string(id.substr(mark + 1)));
        id = id.substr(0, mark);
        return of;
    } else {
        return of;
    }
    id.remove_suffix(1);
    return of;
}

std::string LineTable::resolved(const std::string& formula, int column, const Place& place, std::vector<std::string>* used) const {
    std::string out;
    for (std::size_t at = 0; at < formula.size();) {
        const std::size_t open = formula.find('{', at);
        out += formula.substr(at, open - at);
        if (open == std::string::npos) break;
        const std::size_t close = formula.find('}', open);
        std::string_view id = std::string_view(formula).substr(open + 1, close - open - 1);
        const int of = column_named(id, column);
        std::string cell = workbook::address(place.first_row + index_of(id), place.first_column + of);
        if (used != nullptr) used->push_back(cell);
        out += cell;
        at = close + 1;
    }
    return out;
}

void LineTable::write_without_figure(Page& page, const Line& line, int row, int column, const Place& place) const {
    const int at = place.first_column + column;
    const std::string formula = line.formula ? line.formula(column) : std::string();
    const bool looks_back = formula.find("<}") != std::string::npos && column == 0;
    if (formula.empty() || looks_back) {
        if (open(column) && formula.empty() && line.kind == Line::Kind::money) page.text(row, at, {}, Style::fill_in);
        else page.text(row, at, std::string(no_figure), Style::centred);
        return;
    }
    // Not known today, but it will be when the cells it looks at are filled in.
    std::vector<std::string> used;
    const std::string body = resolved(formula, column, place, &used);
    std::sort(used.begin(), used.end());
    used.erase(std::unique(used.begin(), used.end()), used.end());
    page.word_formula(row, at, fmt::format("IF(COUNT({})<{},\"{}\",{})", fmt::join(used, ","), used.size(), no_figure, body),
                      std::string(no_figure));
}

void LineTable::write_cell(Page& page, const Line& line, int row, int column, const Place& place) const {
    const int at = place.first_column + column;
    if (line.kind == Line::Kind::heading) return page.text(row, at, {}, Style::head);
    if (line.kind == Line::Kind::open) return page.text(row, at, {}, Style::fill_in);
    const std::string formula = line.formula ? line.formula(column) : std::string();
    if (line.kind == Line::Kind::words) {
        const auto words = line.words(column);
        if (words && !formula.empty()) page.word_formula(row, at, resolved(formula, column, place), *words);
        else page.text(row, at, words.value_or(std::string(no_figure)), Style::centred);
        return;
    }
    const auto figure = line.figure ? line.figure(column) : std::nullopt;
    if (!figure) return write_without_figure(page, line, row, column, place);
    const double value = line.kind == Line::Kind::money ? setting_.shown(*figure) : *figure;
    if (formula.empty()) page.number(row, at, value, line.style);
    else page.formula(row, at, resolved(formula, column, place), value, line.style);
}

int LineTable::write(Page& page, int row, std::string_view corner, bool remarks) const {
    const Place place{row + 1, remarks ? 2 : 1};
    page.text(row, 0, std::string(corner), Style::head);
    if (remarks) page.text(row, 1, setting_.text("Unit and definition", "単位・定義"), Style::head);
    for (std::size_t c = 0; c < columns_.headings.size(); ++c) page.text(row, place.first_column + static_cast<int>(c), columns_.headings[c], Style::head);
    page.fit_height(row);
    for (const Line& line : lines_) {
        ++row;
        if (line.new_page) page.new_page_at(row);
        const bool total = line.style == Style::yen_total;
        page.text(row, 0, line.label, line.kind == Line::Kind::heading ? Style::heading : total ? Style::total : Style::label);
        if (remarks) page.text(row, 1, line.remark, line.kind == Line::Kind::heading ? Style::head : Style::note);
        for (int c = 0; c < static_cast<int>(columns_.headings.size()); ++c) write_cell(page, line, row, c, place);
        page.fit_height(row);
    }
    return row + 1;
}

}  // namespace goho::forms
