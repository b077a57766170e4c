#include "workbook/xlsx.hpp"

#include "workbook/xlsx_chart.hpp"
#include "workbook/xlsx_layout.hpp"

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

constexpr lxw_color_t ink = 0x1F2933, grey = 0x6B7785, blue = 0x0B5CAD, pale = 0xEAF3FB, line = 0xC5CED8,
                      heading_ground = 0xDFE6EC, total_ground = 0xF3F6F8, open_ground = 0xFFF9E3;

class Formats {
public:
    Formats(lxw_workbook* file, bool japanese) : file_(file), japanese_(japanese) {}

    lxw_format* of(Style style, bool framed) {
        lxw_format*& format = made_[{style, framed}];
        if (format == nullptr) format = make(style, framed);
        return format;
    }

private:
    lxw_workbook* file_;
    bool japanese_;
    std::map<std::pair<Style, bool>, lxw_format*> made_;

    /// Null where the program's own format will do.
    const char* number_format(Style style) const {
        switch (style) {
            case Style::yen: case Style::yen_total: case Style::input_yen: return japanese_ ? "#,##0;\"△\"#,##0;0" : "#,##0;-#,##0;0";
            case Style::percent: case Style::input_percent: return japanese_ ? "0.0%;\"△\"0.0%" : "0.0%";
            case Style::number: return japanese_ ? "#,##0.00##;\"△\"#,##0.00##" : "#,##0.00##";
            case Style::input_number: return "[>=1000]#,##0;General";
            case Style::decimal: return japanese_ ? "#,##0.0;\"△\"#,##0.0;0.0" : "#,##0.0";
            default: return nullptr;
        }
    }

    lxw_format* make(Style style, bool framed) {
        lxw_format* f = workbook_add_format(file_);
        format_set_font_name(f, japanese_ ? "Yu Gothic" : "Calibri");
        format_set_font_size(f, style == Style::title ? 14 : 10);
        format_set_font_color(f, style == Style::note || style == Style::remark ? grey : ink);
        const bool input = style == Style::input_yen || style == Style::input_number || style == Style::input_percent;
        const bool total = style == Style::total || style == Style::yen_total;
        if (style == Style::period || style == Style::word) format_set_align(f, LXW_ALIGN_RIGHT);
        if (style == Style::centred) format_set_align(f, LXW_ALIGN_CENTER);
        if (total || style == Style::period || style == Style::title || style == Style::heading || style == Style::head) format_set_bold(f);
        if (const char* shown = number_format(style)) format_set_num_format(f, shown);
        if (total) {
            format_set_top(f, LXW_BORDER_THIN);
            format_set_border_color(f, line);
        }
        if (input) {
            format_set_font_color(f, blue);
            format_set_bg_color(f, pale);
            format_set_unlocked(f);
        }
        if (style == Style::remark) format_set_text_wrap(f);
        if (framed) frame(f, style);
        else format_set_align(f, LXW_ALIGN_VERTICAL_TOP);  // beside definitions of several lines
        return f;
    }

    static void frame(lxw_format* f, Style style) {
        format_set_border(f, LXW_BORDER_THIN);
        format_set_border_color(f, grey);
        format_set_text_wrap(f);
        format_set_align(f, LXW_ALIGN_VERTICAL_CENTER);
        if (style == Style::head) {
            format_set_align(f, LXW_ALIGN_CENTER);
            format_set_bg_color(f, heading_ground);
        }
        if (style == Style::heading) format_set_bg_color(f, heading_ground);
        if (style == Style::total || style == Style::yen_total) format_set_bg_color(f, total_ground);
        if (style == Style::fill_in) {
            format_set_bg_color(f, open_ground);
            format_set_font_color(f, grey);
            format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
        }
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
        case Written::Kind::text:
            if (cell.text.empty()) worksheet_write_blank(sheet, row, column, format);
            else worksheet_write_string(sheet, row, column, cell.text.c_str(), format);
            break;
        case Written::Kind::number: worksheet_write_number(sheet, row, column, cell.value, format); break;
        case Written::Kind::formula: {
            const std::string formula = "=" + cell.text;
            if (cell.words) worksheet_write_formula_str(sheet, row, column, formula.c_str(), format, cell.words->c_str());
            else worksheet_write_formula_num(sheet, row, column, formula.c_str(), format, cell.value);
        }
    }
}

void join_cells(lxw_worksheet* sheet, const Sheet& about, Formats& formats) {
    if (!about.paper) return;
    std::map<std::pair<int, int>, const Written*> by_place;
    for (const Written& cell : about.cells) by_place[{cell.row, cell.column}] = &cell;
    for (const Joined& one : about.paper->joined) {
        const auto found = by_place.find({one.first_row, one.first_column});
        lxw_format* format = found == by_place.end() ? nullptr : formats.of(found->second->style, found->second->framed);
        worksheet_merge_range(sheet, static_cast<lxw_row_t>(one.first_row), static_cast<lxw_col_t>(one.first_column),
                              static_cast<lxw_row_t>(one.last_row), static_cast<lxw_col_t>(one.last_column), "", format);
    }
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
        join_cells(sheet, about, formats);
        for (const Written& cell : about.cells) write_cell(sheet, cell, formats.of(cell.style, cell.framed));
        for (const Chart& chart : about.charts) draw(file, sheet, about, chart, japanese);
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
