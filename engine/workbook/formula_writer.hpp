// The operations of a recorded run as formulas of a spreadsheet. An entry that has a cell is a reference; what has none is
// written out, and gets a working cell where it is used more than once or becomes too long. Which entries have cells is
// decided by the caller; nothing is known here of sheets but their names. Decision: docs/decisions/0020-workbook.md.
#pragma once

#include "core/traced.hpp"

#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace goho::workbook {

/// A cell by sheet (its number in the workbook), row and column, counted from 0.
struct Cell {
    int sheet = 0, row = 0, column = 0;
    friend bool operator==(const Cell&, const Cell&) = default;
};

/// "C5", "$C$5".
std::string address(int row, int column);

/// Gives an entry its cell, or says that it has none and is to be written out.
using PlaceOf = std::function<std::optional<Cell>(Tape::Id)>;
/// Makes a working cell for an entry, whose formula follows.
using NewCell = std::function<Cell(Tape::Id)>;
/// Takes the formula of a working cell.
using Keep = std::function<void(Tape::Id, const Cell&, std::string)>;

class FormulaWriter {
public:
    FormulaWriter(const Tape& tape, std::vector<std::string> sheet_names, PlaceOf place_of, NewCell new_cell, Keep keep);

    /// The formula of an entry as a cell of `sheet` holds it, without the equals sign: its own operation over what it is
    /// made from. A constant is a number.
    std::string definition(Tape::Id id, int sheet);
    /// A reference to the entry's cell, or its formula where it has none.
    std::string reference(Tape::Id id, int sheet);

private:
    enum Strength { comparison = 0, sum = 1, product = 2, atom = 3 };
    struct Phrase {
        std::string text;
        Strength strength = atom;
    };

    const Tape& tape_;
    std::vector<std::string> sheet_names_;
    PlaceOf place_of_;
    NewCell new_cell_;
    Keep keep_;
    std::unordered_map<Tape::Id, int> uses_;
    std::unordered_map<Tape::Id, std::optional<Cell>> places_;

    void count(Tape::Id root);
    std::optional<Cell> place(Tape::Id id);
    std::string cell_text(const Cell& cell, int sheet) const;
    Phrase operand(Tape::Id id, int sheet);
    Phrase operation(Tape::Id id, int sheet);
    std::string bracketed(Tape::Id id, int sheet, Strength least);
};

}  // namespace goho::workbook
