#include "workbook/xlsx.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <unistd.h>
#include <xlsxwriter.h>

namespace goho::workbook {

namespace {

constexpr lxw_color_t ink = 0x1F2933, grey = 0x6B7785, blue = 0x0B5CAD, pale = 0xEAF3FB, line = 0xC5CED8;

class Formats {
public:
    Formats(lxw_workbook* file, bool japanese) : file_(file), japanese_(japanese) {}

    lxw_format* of(Style style) {
        lxw_format*& format = made_[style];
        if (format == nullptr) format = make(style);
        return format;
    }

private:
    lxw_workbook* file_;
    bool japanese_;
    std::map<Style, lxw_format*> made_;

    lxw_format* make(Style style) {
        lxw_format* f = workbook_add_format(file_);
        format_set_font_name(f, japanese_ ? "Yu Gothic" : "Calibri");
        format_set_font_size(f, style == Style::title ? 14 : 10);
        format_set_font_color(f, style == Style::note ? grey : ink);
        const char* yen = japanese_ ? "#,##0;\"△\"#,##0;0" : "#,##0;-#,##0;0";
        const char* share = japanese_ ? "0.0%;\"△\"0.0%" : "0.0%";
        const bool input = style == Style::input_yen || style == Style::input_number || style == Style::input_percent;
        if (style == Style::title || style == Style::heading || style == Style::total || style == Style::yen_total) format_set_bold(f);
        if (style == Style::yen || style == Style::yen_total || style == Style::input_yen) format_set_num_format(f, yen);
        if (style == Style::percent || style == Style::input_percent) format_set_num_format(f, share);
        if (style == Style::number || style == Style::input_number) format_set_num_format(f, "#,##0.####");
        if (style == Style::yen_total || style == Style::total) {
            format_set_top(f, LXW_BORDER_THIN);
            format_set_border_color(f, line);
        }
        if (input) {
            format_set_font_color(f, blue);
            format_set_bg_color(f, pale);
            format_set_unlocked(f);
        }
        return f;
    }
};

/// The library writes to files only; this one is ours alone and goes with us.
struct ScratchFile {
    std::string path;
    ScratchFile() : path((std::filesystem::temp_directory_path() / "goho-XXXXXX").string()) {
        const int descriptor = mkstemp(path.data());
        if (descriptor < 0) throw std::runtime_error("xlsx: no room for a temporary file");
        close(descriptor);
    }
    ~ScratchFile() {
        std::error_code ignored;
        std::filesystem::remove(path, ignored);
    }
    ScratchFile(const ScratchFile&) = delete;
    ScratchFile& operator=(const ScratchFile&) = delete;
};

void write_cell(lxw_worksheet* sheet, const Written& cell, lxw_format* format) {
    const auto row = static_cast<lxw_row_t>(cell.row);
    const auto column = static_cast<lxw_col_t>(cell.column);
    switch (cell.kind) {
        // Always as text: a name that begins with = + - @ is no formula.
        case Written::Kind::text: worksheet_write_string(sheet, row, column, cell.text.c_str(), format); break;
        case Written::Kind::number: worksheet_write_number(sheet, row, column, cell.value, format); break;
        case Written::Kind::formula: worksheet_write_formula_num(sheet, row, column, ("=" + cell.text).c_str(), format, cell.value); break;
    }
}

void lay_out(lxw_worksheet* sheet, const Sheet& about) {
    worksheet_set_column(sheet, 0, 0, 38, nullptr);
    worksheet_set_column(sheet, 1, 1, 14, nullptr);
    worksheet_set_column(sheet, 2, 2, about.working ? 10 : 22, nullptr);
    worksheet_set_column(sheet, 3, 400, 14, nullptr);
    worksheet_freeze_panes(sheet, static_cast<lxw_row_t>(about.frozen_rows), static_cast<lxw_col_t>(about.frozen_columns));
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9);  // A4
    worksheet_repeat_rows(sheet, 0, static_cast<lxw_row_t>(std::max(0, about.frozen_rows - 1)));
    worksheet_repeat_columns(sheet, 0, 0);
    worksheet_set_footer(sheet, "&L&F  &A&R&P / &N");
    worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
    if (about.working) worksheet_set_tab_color(sheet, grey);
    int last_row = 0, last_column = 0;
    for (const Written& cell : about.cells) {
        last_row = std::max(last_row, cell.row);
        last_column = std::max(last_column, cell.column);
    }
    worksheet_fit_to_pages(sheet, last_column > 20 ? 0 : 1, 0);  // ten years of months take many pages side by side
    worksheet_print_area(sheet, 0, 0, static_cast<lxw_row_t>(last_row), static_cast<lxw_col_t>(last_column));
}

}  // namespace

std::string xlsx_bytes(const Book& book, bool japanese) {
    const ScratchFile scratch;
    lxw_workbook* file = workbook_new(scratch.path.c_str());
    if (file == nullptr) throw std::runtime_error("xlsx: no workbook");
    lxw_doc_properties properties{};
    properties.created = 946684800;  // a fixed day, so that the same plan gives the same bytes
    workbook_set_properties(file, &properties);
    Formats formats(file, japanese);
    for (const Sheet& about : book.sheets) {
        lxw_worksheet* sheet = workbook_add_worksheet(file, about.name.c_str());
        for (const Written& cell : about.cells) write_cell(sheet, cell, formats.of(cell.style));
        lay_out(sheet, about);
    }
    for (const DefinedName& name : book.names) workbook_define_name(file, name.name.c_str(), name.reference.c_str());
    const lxw_error error = workbook_close(file);
    if (error != LXW_NO_ERROR) throw std::runtime_error(lxw_strerror(error));
    std::ostringstream bytes;
    bytes << std::ifstream(scratch.path, std::ios::binary).rdbuf();
    return bytes.str();
}

}  // namespace goho::workbook
