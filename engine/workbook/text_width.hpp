// How much room a text takes in a cell, near enough to choose the height of its row.
#pragma once

#include <algorithm>
#include <cmath>
#include <string_view>

namespace goho::workbook {

/// In widths of a digit: most letters are narrower, and what is not ASCII takes two.
inline double text_width(std::string_view text) {
    double width = 0.0;
    for (const unsigned char c : text) {
        if (c < 0x80) width += 0.92;
        else if (c >= 0xC0) width += 2.0;  // the first byte of a longer character
    }
    return width;
}

/// Lines of a text in a column of so many digits.
inline double lines_needed(std::string_view text, double column_width) {
    double lines = 0.0;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines += std::max(1.0, std::ceil(text_width(text.substr(at, end - at)) / std::max(1.0, column_width - 1.5)));
        at = end + 1;
    }
    return lines;
}

}  // namespace goho::workbook
