#include "workbook/xlsx_layout.hpp"

#include "workbook/text_width.hpp"

#include <algorithm>
#include <utility>
#include <vector>
#include <xlsxwriter.h>

namespace goho::workbook {

namespace {

constexpr lxw_color_t grey = 0x6B7785;
constexpr double character = 1.852, padding = 1.32, page_width = 261.0;  // millimetres; A4 across, without its margins
constexpr double title_height = 22.0;

/// The last row and column that hold anything.
std::pair<int, int> extent(const Sheet& about) {
    int row = 0, column = 0;
    for (const Written& cell : about.cells) {
        row = std::max(row, cell.row);
        column = std::max(column, cell.column);
    }
    if (about.paper) {
        for (const Joined& one : about.paper->joined) {
            row = std::max(row, one.last_row);
            column = std::max(column, one.last_column);
        }
    }
    for (const Chart& chart : about.charts) {
        row = std::max(row, chart.last_row);
        column = std::max(column, chart.last_column - 1);
    }
    return {row, column};
}

void break_rows(lxw_worksheet* sheet, const std::vector<int>& rows) {
    if (rows.empty()) return;
    std::vector<lxw_row_t> breaks(rows.begin(), rows.end());
    breaks.push_back(0);  // ends the list
    worksheet_set_h_pagebreaks(sheet, breaks.data());
}

/// A page for so many periods, as large as fits; the first also holds the opening.
void page_by_page(lxw_worksheet* sheet, const Columns& columns, int frozen, int last_column) {
    double width = 0.0;
    const double head[] = {columns.label, columns.unit, columns.note};
    for (int c = 0; c < std::min(frozen, 3); ++c) width += head[c] * character + padding;
    width += (columns.periods_a_page + 1) * (columns.period * character + padding);
    worksheet_set_print_scale(sheet, static_cast<uint16_t>(std::clamp(95.0 * page_width / width, 10.0, 100.0)));
    std::vector<lxw_col_t> breaks;
    for (int c = frozen + 1 + columns.periods_a_page; c <= last_column; c += columns.periods_a_page) breaks.push_back(static_cast<lxw_col_t>(c));
    breaks.push_back(0);
    if (breaks.size() > 1) worksheet_set_v_pagebreaks(sheet, breaks.data());
}

void lay_out_table(lxw_worksheet* sheet, const Sheet& about, int last_column) {
    const Columns& columns = about.columns;
    worksheet_set_column(sheet, 0, 0, columns.label, nullptr);
    worksheet_set_column(sheet, 1, 1, columns.unit, nullptr);
    worksheet_set_column(sheet, 2, 2, columns.note, nullptr);
    worksheet_set_column(sheet, 3, 400, columns.period, nullptr);
    worksheet_set_row(sheet, 0, title_height, nullptr);
    for (const Written& cell : about.cells) {
        if (cell.style != Style::remark) continue;
        const double lines = lines_needed(cell.text, cell.column == 2 ? columns.note : columns.label);
        if (lines > 1.0) worksheet_set_row(sheet, static_cast<lxw_row_t>(cell.row), lines * 13.5 + 2.0, nullptr);
    }
    worksheet_set_landscape(sheet);
    worksheet_repeat_rows(sheet, 0, static_cast<lxw_row_t>(std::max(0, about.frozen_rows - 1)));
    worksheet_repeat_columns(sheet, 0, 0);
    break_rows(sheet, columns.page_breaks);
    if (columns.periods_a_page > 0 && last_column > about.frozen_columns + columns.periods_a_page) page_by_page(sheet, columns, about.frozen_columns, last_column);
    else worksheet_fit_to_pages(sheet, 1, 0);
}

void lay_out_paper(lxw_worksheet* sheet, const Paper& paper) {
    for (std::size_t i = 0; i < paper.widths.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(i);
        worksheet_set_column(sheet, column, column, paper.widths[i], nullptr);
    }
    for (const RowHeight& one : paper.heights) worksheet_set_row(sheet, static_cast<lxw_row_t>(one.row), one.points, nullptr);
    if (!paper.upright) worksheet_set_landscape(sheet);
    if (paper.last_head > 0) worksheet_repeat_rows(sheet, static_cast<lxw_row_t>(paper.first_head), static_cast<lxw_row_t>(paper.last_head));
    worksheet_set_margins(sheet, 0.5, 0.5, 0.6, 0.7);
    worksheet_center_horizontally(sheet);
    worksheet_fit_to_pages(sheet, 1, paper.one_page ? 1 : 0);
    break_rows(sheet, paper.page_breaks);
}

}  // namespace

void lay_out(lxw_worksheet* sheet, const Sheet& about) {
    const auto [last_row, last_column] = extent(about);
    worksheet_set_paper(sheet, 9);  // A4
    if (about.frozen_rows + about.frozen_columns > 0)
        worksheet_freeze_panes(sheet, static_cast<lxw_row_t>(about.frozen_rows), static_cast<lxw_col_t>(about.frozen_columns));
    if (about.paper) lay_out_paper(sheet, *about.paper);
    else lay_out_table(sheet, about, last_column);
    worksheet_set_footer(sheet, "&L&A&R&P / &N");
    worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
    if (about.working) worksheet_set_tab_color(sheet, grey);
    worksheet_print_area(sheet, 0, 0, static_cast<lxw_row_t>(last_row), static_cast<lxw_col_t>(last_column));
}

}  // namespace goho::workbook
