#include "workbook/xlsx_chart.hpp"

#include <array>
#include <xlsxwriter.h>

namespace goho::workbook {

namespace {

constexpr std::array<lxw_color_t, 4> colours{0x0B5CAD, 0xD9822B, 0x5B8C5A, 0x8A6FB0};
constexpr double row_pixels = 20.0;

uint8_t type_of(Chart::Kind kind) {
    return static_cast<uint8_t>(kind == Chart::Kind::lines ? LXW_CHART_LINE : kind == Chart::Kind::columns ? LXW_CHART_COLUMN : LXW_CHART_COLUMN_STACKED);
}

/// Null on failure of the library, which then has no chart either.
void add_curve(lxw_chart* drawn, const Chart& chart, const Curve& curve, lxw_color_t colour) {
    lxw_chart_series* series = chart_add_series(drawn, curve.categories.c_str(), curve.values.c_str());
    if (series == nullptr) return;
    chart_series_set_name(series, curve.name.c_str());
    if (chart.kind == Chart::Kind::lines) {
        lxw_chart_line line{};
        line.color = colour;
        line.width = 2.0F;
        chart_series_set_line(series, &line);
    } else {
        lxw_chart_fill fill{};
        fill.color = colour;
        chart_series_set_fill(series, &fill);
    }
}

void label_axes(lxw_chart* drawn, const Chart& chart, bool japanese) {
    const bool yen = chart.scale == Chart::Scale::yen;
    const char* millions = japanese ? "#,##0,,;\"△\"#,##0,,;0" : "#,##0,,;-#,##0,,;0";
    chart_axis_set_num_format(drawn->y_axis, yen ? millions : "0%");
    if (yen) chart_axis_set_name(drawn->y_axis, japanese ? "百万円" : "million yen");
    lxw_chart_font small{};
    small.size = 9.0;
    small.bold = LXW_EXPLICIT_FALSE;
    chart_axis_set_name_font(drawn->y_axis, &small);
    lxw_chart_line pale{};
    pale.color = 0xDDE3E8;
    chart_axis_major_gridlines_set_line(drawn->y_axis, &pale);
    chart_axis_set_num_font(drawn->x_axis, &small);
    chart_axis_set_num_font(drawn->y_axis, &small);
    chart_axis_set_label_position(drawn->x_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);  // also where columns go below zero
    if (chart.labels_every > 1) {
        chart_axis_set_interval_unit(drawn->x_axis, static_cast<uint16_t>(chart.labels_every));
        chart_axis_set_interval_tick(drawn->x_axis, static_cast<uint16_t>(chart.labels_every));
    }
}

}  // namespace

void draw(lxw_workbook* file, lxw_worksheet* sheet, const Sheet& about, const Chart& chart, bool japanese) {
    lxw_chart* drawn = workbook_add_chart(file, type_of(chart.kind));
    if (drawn == nullptr) return;
    for (std::size_t i = 0; i < chart.curves.size(); ++i) add_curve(drawn, chart, chart.curves[i], colours[i % colours.size()]);
    chart_title_set_name(drawn, chart.title.c_str());
    lxw_chart_font title{};
    title.size = 11.0;
    chart_title_set_name_font(drawn, &title);
    label_axes(drawn, chart, japanese);
    if (chart.curves.size() > 1) chart_legend_set_position(drawn, LXW_CHART_LEGEND_BOTTOM);
    else chart_legend_set_position(drawn, LXW_CHART_LEGEND_NONE);
    double width = 0.0;
    for (int c = chart.column; c < chart.last_column; ++c) {
        width += about.paper && c < static_cast<int>(about.paper->widths.size()) ? about.paper->widths[static_cast<std::size_t>(c)] * 7.0 + 5.0 : 64.0;
    }
    lxw_chart_options options{};
    options.x_scale = (width - 10.0) / 480.0;  // the library draws 480 by 288 pixels
    options.y_scale = (chart.last_row - chart.row) * row_pixels / 288.0;
    worksheet_insert_chart_opt(sheet, static_cast<lxw_row_t>(chart.row), static_cast<lxw_col_t>(chart.column), drawn, &options);
}

}  // namespace goho::workbook
