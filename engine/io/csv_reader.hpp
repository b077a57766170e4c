// Tables as other programs write them: fields in quotes, line breaks inside of fields, any line end. Decoding of bytes
// comes before, meaning comes after.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace goho::io {

struct CsvRow {
    int line = 0;  // 1-based, where the row begins
    std::vector<std::string> cells;
};

struct CsvRows {
    std::vector<CsvRow> rows;  // without empty lines
    int broken_line = 0;       // where quotes are not in order or never closed; 0 when all is well
};

/// All rows of a text in UTF-8. Blanks around a field that is not in quotes are dropped, and so is the apostrophe that keeps
/// a spreadsheet from taking a text for a formula.
CsvRows read_csv(std::string_view text, char delimiter);

}  // namespace goho::io
