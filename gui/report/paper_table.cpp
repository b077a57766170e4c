#include "report/paper_table.hpp"

#include <algorithm>
#include <optional>

namespace goho::gui::report {

namespace {

/// One line in a cell, in its own type.
struct Line {
    QString text;
    Type type;
};
using Cellful = std::vector<Line>;

struct Column {
    double left = 0.0, width = 0.0;
    Side side = Side::left;
    bool marked = false;
};

struct TableLook {
    double size, closeness;  // of type in points; room above and below it as a share of it
};
constexpr double usual_closeness = 0.24;

/// One part of a table, ready to write its rows.
struct Grid {
    const Table& table;
    const PaperSheet& sheet;
    double size, closeness;
    TablePart part;
    std::vector<Column> columns;  // the labels first

    Grid(const Table& t, const PaperSheet& s, const TableLook& look, const TablePart& p)
        : table(t), sheet(s), size(look.size), closeness(look.closeness), part(p) {
        columns.push_back({0.0, part.label, Side::left, false});
        double x = part.label;
        for (std::size_t i = 0; i < part.widths.size(); ++i) {
            const auto& m = table.marked;
            const bool marked = std::find(m.begin(), m.end(), static_cast<int>(part.first + i)) != m.end();
            columns.push_back({x, part.widths[i], table.words ? Side::left : Side::right, marked});
            x += part.widths[i];
        }
    }
    const Paper& paper() const { return sheet.paper; }
    const QString& heading(std::size_t column) const { return table.headings[part.first + column - 1]; }
    double room(std::size_t column) const { return columns[column].width - 2.0 * cell_pad(size); }
    double gap() const { return closeness * size * point; }  // above and below what stands in a row
};

void add(Cellful& cell, const QStringList& lines, const Type& type) {
    for (const auto& line : lines) cell.push_back({line, type});
}

void add(Cellful& cell, const Grid& grid, const QString& text, const Type& type, double width) {
    if (!text.isEmpty()) add(cell, grid.paper().lines(text, type.size, type.bold, width), type);
}

void add_name(Cellful& cell, const Grid& grid, const QString& text, const Type& type, double width) {
    if (!text.isEmpty()) add(cell, grid.paper().name_lines(text, type.size, type.bold, width), type);
}

double indent_of(const Grid& grid, const Row& row) {
    return std::min(row.indent * grid.size * point, 0.4 * grid.room(0));
}

/// What stands in the cells of a row, wrapped.
std::vector<Cellful> cells_of(const Grid& grid, const Row& row) {
    const Paper& paper = grid.paper();
    std::vector<Cellful> cells(grid.columns.size());
    const double room = grid.room(0) - indent_of(grid, row);
    add_name(cells[0], grid, row.label, {grid.size, row.total, paper.colors().text}, room);
    add(cells[0], grid, row.note, {std::max(6.0, grid.size - 1.5), false, paper.colors().muted}, room);
    for (std::size_t c = 1; c < grid.columns.size(); ++c) {
        const std::size_t n = grid.part.first + c - 1;
        if (n >= row.cells.size()) continue;
        const Cell& cell = row.cells[n];
        const Type type{grid.size, row.total, paper.tone(cell.tone, grid.columns[c].marked)};
        constexpr qsizetype short_text = 24;
        if (cell.text.size() <= short_text) add_name(cells[c], grid, cell.text, type, grid.room(c));
        else add(cells[c], grid, cell.text, type, grid.room(c));
    }
    return cells;
}

/// Takes as many lines off each cell as fit.
std::vector<Cellful> taken(std::vector<Cellful>& cells, double height) {
    std::vector<Cellful> some(cells.size());
    for (std::size_t c = 0; c < cells.size(); ++c) {
        double used = 0.0;
        std::size_t n = 0;
        while (n < cells[c].size() && (n == 0 || used + line_height(cells[c][n].type.size) <= height))
            used += line_height(cells[c][n++].type.size);
        const auto end = cells[c].begin() + static_cast<std::ptrdiff_t>(n);
        some[c].assign(cells[c].begin(), end);
        cells[c].erase(cells[c].begin(), end);
    }
    return some;
}

double height_of(const Cellful& cell) {
    double height = 0.0;
    for (const auto& line : cell) height += line_height(line.type.size);
    return height;
}

double height_of(const std::vector<Cellful>& cells) {
    double height = 0.0;
    for (const auto& cell : cells) height = std::max(height, height_of(cell));
    return height;
}

void tint(Strip& strip, const Grid& grid) {
    for (const auto& column : grid.columns) {
        if (!column.marked) continue;
        strip.inks.push_back(
            FillInk{QRectF(column.left, 0.0, column.width, strip.height), grid.paper().colors().accent_soft, {}});
    }
}

void put_cell(Strip& strip, const Grid& grid, std::size_t c, const Cellful& cell, double indent, double y) {
    const double left = grid.columns[c].left + cell_pad(grid.size) + indent;
    for (const auto& line : cell) {
        write(strip, grid.paper(), line.text, line.type, {left, y}, grid.room(c) - indent, grid.columns[c].side);
        y += line_height(line.type.size);
    }
}

Strip row_strip(const Grid& grid, const Row& row, const std::vector<Cellful>& cells) {
    const Colors& c = grid.paper().colors();
    Strip strip;
    strip.height = height_of(cells) + 2.0 * grid.gap();
    tint(strip, grid);
    for (std::size_t i = 0; i < cells.size(); ++i)
        put_cell(strip, grid, i, cells[i], i == 0 ? indent_of(grid, row) : 0.0, grid.gap());
    if (row.total) strip.inks.push_back(RuleInk{{0.0, 0.0}, {grid.sheet.width, 0.0}, c.muted, 0.6 * point});
    strip.inks.push_back(RuleInk{{0.0, strip.height}, {grid.sheet.width, strip.height}, c.border, 0.4 * point});
    return strip;
}

Strips title_strips(const Grid& grid, bool continued) {
    const Table& table = grid.table;
    const Paper& paper = grid.paper();
    const Type title{10.0, true, paper.colors().text}, unit{7.5, false, paper.colors().muted};
    Strip strip;
    strip.with_next = true;
    const double width = grid.sheet.width, beside = paper.width(table.unit, unit.size, false);
    const QString words = continued && !table.title.isEmpty() ? paper.continued(table.title) : table.title;
    if (!words.isEmpty()) {
        const auto lines = paper.lines(words, title.size, true, width);
        strip.height += write_lines(strip, paper, lines, title, {0.0, 0.0}, width);
        const double last = paper.width(lines.back(), title.size, true);
        if (!table.unit.isEmpty() && last + beside + 10.0 * point <= width) {
            const double top = strip.height - 0.5 * (line_height(title.size) + line_height(unit.size)) + 0.9 * point;
            write(strip, paper, table.unit, unit, {0.0, top}, width, Side::right);
            strip.height += 1.0 * millimetre;
            return {strip};
        }
    }
    if (!table.unit.isEmpty()) {
        const auto lines = paper.lines(table.unit, unit.size, false, width);
        strip.height += write_lines(strip, paper, lines, unit, {0.0, strip.height}, width, Side::right);
    }
    if (strip.height == 0.0) return {};
    strip.height += 1.0 * millimetre;
    return {strip};
}

/// Headings shrink a little before their words break; all of them alike.
double heading_size(const Grid& grid) {
    double size = std::max(smallest_type_of_tables, grid.size - 0.5);
    const double most = size;
    for (std::size_t i = 1; i < grid.columns.size(); ++i) {
        for (const auto& word : heading_words(grid.heading(i))) {
            const double fits = grid.paper().fitting_size(word, true, grid.room(i), most, smallest_type_of_tables);
            if (grid.paper().width(word, fits, true) <= grid.room(i)) size = std::min(size, fits);
        }
    }
    return size;
}

Strip heading_strip(const Grid& grid) {
    const Paper& paper = grid.paper();
    const Colors& c = paper.colors();
    const Type type{heading_size(grid), true, c.text};
    std::vector<Cellful> cells(grid.columns.size());
    add_name(cells[0], grid, grid.table.corner, type, grid.room(0));
    for (std::size_t i = 1; i < cells.size(); ++i) add_name(cells[i], grid, grid.heading(i), type, grid.room(i));
    Strip strip;
    strip.with_next = true;
    const double lines = height_of(cells);
    strip.height = lines + 2.0 * grid.gap();
    tint(strip, grid);
    for (std::size_t i = 0; i < cells.size(); ++i)
        put_cell(strip, grid, i, cells[i], 0.0, grid.gap() + lines - height_of(cells[i]));
    const double width = grid.sheet.width;
    if (lines > 0.0) strip.inks.push_back(RuleInk{{0.0, 0.0}, {width, 0.0}, c.muted, 0.6 * point});
    strip.inks.push_back(RuleInk{{0.0, strip.height}, {width, strip.height}, c.accent, 0.9 * point});
    return strip;
}

/// What stands above rows that begin a page: title and headings as one strip.
std::shared_ptr<const Strip> above_rows(const Grid& grid) {
    auto above = std::make_shared<Strip>();
    Strips strips = title_strips(grid, true);
    strips.push_back(heading_strip(grid));
    for (auto& strip : strips) {
        for (auto& ink : moved(strip.inks, {0.0, above->height})) above->inks.push_back(std::move(ink));
        above->height += strip.height;
    }
    return above;
}

Strips row_strips(const Grid& grid, const std::shared_ptr<const Strip>& above) {
    const auto& rows = grid.table.rows;
    const double most = grid.sheet.height - above->height - 2.0 * grid.gap() - 1.0 * point;
    Strips strips;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        auto cells = cells_of(grid, rows[r]);
        if (height_of(cells) == 0.0) cells[0].push_back({{}, {grid.size, false, {}}});
        // Headings take the first four rows along, the last four stay together, and a total takes what it sums up.
        const bool kept = r < 3 || r + 4 >= rows.size() || (r + 1 < rows.size() && rows[r + 1].total);
        while (height_of(cells) > 0.0) {
            strips.push_back(row_strip(grid, rows[r], taken(cells, most)));
            strips.back().again = above;
            strips.back().with_next = kept && r + 1 < rows.size() && height_of(cells) == 0.0;
        }
    }
    return strips;
}

Strip nothing_strip(const Grid& grid) {
    Strip strip;
    const Type type{grid.size, false, grid.paper().colors().muted};
    strip.height = line_height(type.size) + 2.0 * grid.gap();
    write(strip, grid.paper(), grid.paper().words()("None", "該当なし"), type, {cell_pad(grid.size), grid.gap()},
          grid.sheet.width);
    return strip;
}

Strips note_strips(const Grid& grid) {
    if (grid.table.note.isEmpty()) return {};
    const Type type{7.5, false, grid.paper().colors().muted};
    Strips strips;
    for (const auto& line : grid.paper().lines(grid.table.note, type.size, type.bold, grid.sheet.width)) {
        Strip strip;
        strip.before = strips.empty() ? 1.2 * millimetre : 0.0;
        strip.height = line_height(type.size);
        strip.with_next = true;
        write(strip, grid.paper(), line, type, {0.0, 0.0}, grid.sheet.width);
        strips.push_back(std::move(strip));
    }
    strips.back().with_next = false;
    return strips;
}

Strips all_strips(const Table& table, const PaperSheet& sheet, const TableFit& fit, const TableLook& look) {
    Strips all;
    const auto append = [&](Strips strips) { std::move(strips.begin(), strips.end(), std::back_inserter(all)); };
    for (std::size_t p = 0; p < fit.parts.size(); ++p) {
        const Grid grid(table, sheet, look, fit.parts[p]);
        const auto begin = all.size();
        append(title_strips(grid, p > 0));
        append({heading_strip(grid)});
        all[begin].before = 5.0 * millimetre;
        if (table.rows.empty()) append({nothing_strip(grid)});
        else append(row_strips(grid, above_rows(grid)));
        const bool last = p + 1 == fit.parts.size();
        if (last && !table.note.isEmpty()) all.back().with_next = true;
        if (last) append(note_strips(grid));
    }
    return all;
}

double height_of(const Strips& strips) {
    double height = 0.0;
    for (const auto& strip : strips) height += strip.height + strip.before;
    return height;
}

void keep_together(Strips& strips) {
    for (std::size_t i = 0; i + 1 < strips.size(); ++i) strips[i].with_next = true;
}

/// Smaller and closer, so that the table takes no more than this height; nothing where that cannot be.
std::optional<Strips> squeezed(const Table& table, const PaperSheet& sheet, const TableFit& fit, double height) {
    constexpr double least = 7.0, closest = 0.10;
    if (table.words || fit.parts.size() != 1) return {};
    for (double size = fit.size; size >= std::min(least, fit.size); size -= 0.5) {
        for (double closeness = usual_closeness; closeness > closest - 0.01; closeness -= 0.07) {
            Strips strips = all_strips(table, sheet, fit, {size, closeness});
            if (height_of(strips) > height) continue;
            keep_together(strips);
            return strips;
        }
    }
    return {};
}

}  // namespace

Strips strips_of(const Table& table, const PaperSheet& sheet) {
    if (table.title.isEmpty() && table.headings.empty() && table.rows.empty()) return {};
    const TableFit fit = fit_table(table, sheet);
    Strips strips = all_strips(table, sheet, fit, {fit.size, usual_closeness});
    const double height = height_of(strips);
    if (height <= sheet.left) return strips;
    constexpr double much = 1.7;  // what is so much too high cannot be squeezed
    if (height < much * sheet.left) {
        if (auto here = squeezed(table, sheet, fit, sheet.left)) return *here;
    }
    // Overleaf as a whole, where no large gap is left by that.
    constexpr double small_gap = 0.3, short_table = 0.42;
    const bool turns_well = sheet.left < small_gap * sheet.height || height < short_table * sheet.height;
    if (turns_well && height < much * sheet.height) {
        if (auto overleaf = squeezed(table, sheet, fit, sheet.height)) return *overleaf;
    }
    if (height < short_table * sheet.height) keep_together(strips);
    return strips;
}

}  // namespace goho::gui::report
