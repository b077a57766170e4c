// A table of figures with one line for each quantity and one column for each period: a figure is a number, or a formula over
// other lines of the same table. The formula names lines and not cells, so that lines can be set out in any order.
#pragma once

#include "forms/page.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace goho::forms {

/// A figure, in yen for money, by column; nothing where the engine has none.
using FigureOf = std::function<std::optional<double>(int column)>;
/// A formula by column, in which {net_sales} is the line of that name, {net_sales<} the same in the column before and
/// {net_sales!} in the base column, {net_sales#3} in the column 3. Empty: the figure is a number.
using FormulaOf = std::function<std::string(int column)>;
/// A text by column; nothing where a figure stands.
using WordsOf = std::function<std::optional<std::string>(int column)>;

struct Line {
    enum class Kind { heading, money, plain, words, open } kind = Kind::plain;
    std::string id;         // by which formulas name it
    std::string label;
    std::string remark;     // unit or definition, in the second column where there is one
    Style style = Style::number;
    FigureOf figure{};
    FormulaOf formula{};
    WordsOf words{};        // of a line of words: the engine's, beside its formula
    bool new_page = false;  // begins a page
};

/// The same formula in every column.
FormulaOf same(std::string formula);

Line heading(std::string label, bool new_page = false);
Line money(std::string id, std::string label, FigureOf figure, bool total = false);
Line money_total(std::string id, std::string label, FigureOf figure, std::string formula);
Line ratio(std::string id, std::string label, Style style, FigureOf figure, std::string formula, std::string remark = {});

struct Columns {
    std::vector<std::string> headings;
    std::vector<bool> open{};   // figures that are not given may be filled in
    int base = 0;               // the column that {name!} looks at
};

class LineTable {
public:
    LineTable(const Setting& setting, Columns columns) : setting_(setting), columns_(std::move(columns)) {}

    LineTable& operator<<(Line line) {
        lines_.push_back(std::move(line));
        return *this;
    }
    /// Writes headings and lines from a row on; labels in the first column, remarks in the next where `remarks`, then the
    /// columns. Returns the first free row.
    int write(Page& page, int row, std::string_view corner, bool remarks = false) const;
    /// The address of a line's cell, once it is known where the table is written.
    std::string cell(int row, std::string_view id, int column, bool remarks = false) const;

private:
    const Setting& setting_;
    Columns columns_;
    std::vector<Line> lines_;

    struct Place {
        int first_row = 0, first_column = 0;
    };
    int index_of(std::string_view id) const;
    int column_named(std::string_view& id, int column) const;
    std::string resolved(const std::string& formula, int column, const Place& place, std::vector<std::string>* used = nullptr) const;
    void write_cell(Page& page, const Line& line, int row, int column, const Place& place) const;
    void write_without_figure(Page& page, const Line& line, int row, int column, const Place& place) const;
    bool open(int column) const { return column < static_cast<int>(columns_.open.size()) && columns_.open[static_cast<std::size_t>(column)]; }
};

}  // namespace goho::forms
