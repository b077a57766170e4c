// A workbook before it is a file: sheets of texts, numbers and formulas with the values that the engine has for them.
#pragma once

#include <string>
#include <vector>

namespace goho::workbook {

enum class Style { plain, title, heading, label, total, yen, yen_total, number, percent, input_yen, input_number, input_percent, note };

struct Written {
    int row = 0, column = 0;
    enum class Kind { text, number, formula } kind = Kind::text;
    std::string text;     // or the formula without the equals sign
    double value = 0.0;   // of a formula: what the engine has for it
    Style style = Style::plain;
};

struct Sheet {
    std::string name;
    std::vector<Written> cells;
    int frozen_rows = 0, frozen_columns = 0;
    bool working = false;              // calculations that no reader needs: shown last, in grey
};

struct DefinedName {
    std::string name, reference;
};

struct Book {
    std::vector<Sheet> sheets;
    std::vector<DefinedName> names;
    int live = 0, fixed = 0;  // cells with a formula, and figures without one
};

}  // namespace goho::workbook
