// Tables on a terminal: columns that line up in Japanese and English, wrapped into blocks that fit the width.
// Leaves out colours and frames, so that a table pastes well into a mail.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace goho::io {

/// Columns that a text takes on a terminal: two for most Japanese characters, none for control characters.
int display_width(std::string_view utf8);

/// The text cut to a width, with "…" at the end when something is cut.
std::string fitted(std::string_view utf8, int width);
std::string padded_right(std::string_view utf8, int width);
std::string padded_left(std::string_view utf8, int width);

/// Lines of at most `width` columns; breaks at spaces, and anywhere between Japanese characters.
std::vector<std::string> wrapped(std::string_view utf8, int width);

/// Names come from files: control characters, those that turn the writing direction and those that cannot be seen are
/// written as \u001b, bytes that are no text as \xff, so that they neither break a line, steer a terminal nor deceive.
std::string printable(std::string_view utf8);

struct TableRow {
    std::string label;
    std::vector<std::string> cells;
    bool rule_above = false;  // a line above a total
};

struct TextTable {
    std::vector<std::string> headings;  // of the columns right of the label
    std::vector<TableRow> rows;
    std::string label_heading;
};

/// The table in lines of at most `width` columns; what does not fit side by side follows below.
std::string to_text(const TextTable& table, int width);

}  // namespace goho::io
