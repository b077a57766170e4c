#include "io/text_table.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utf8proc.h>

namespace goho::io {

namespace {

struct Character {
    std::string_view bytes;
    utf8proc_int32_t code;
    int width;
};

std::vector<Character> characters(std::string_view utf8) {
    std::vector<Character> out;
    const auto* data = reinterpret_cast<const utf8proc_uint8_t*>(utf8.data());
    for (std::size_t i = 0; i < utf8.size();) {
        utf8proc_int32_t code = -1;
        utf8proc_ssize_t size = utf8proc_iterate(data + i, static_cast<utf8proc_ssize_t>(utf8.size() - i), &code);
        if (size <= 0) {
            size = 1;
            code = 0xFFFD;
        }
        out.push_back({utf8.substr(i, static_cast<std::size_t>(size)), code, utf8proc_charwidth(code)});
        i += static_cast<std::size_t>(size);
    }
    return out;
}

/// Signs that steer a terminal, turn the direction of writing, or stand there without being seen.
bool unseen(utf8proc_int32_t code) {
    struct Signs {
        utf8proc_int32_t first, last;
    };
    static constexpr Signs all[] = {{0x00, 0x1F},     {0x7F, 0x9F},     {0xAD, 0xAD},     {0x61C, 0x61C},    {0x180E, 0x180E},
                                    {0x200B, 0x200F}, {0x2028, 0x202E}, {0x2060, 0x206F}, {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB},
                                    {0xE0000, 0xE007F}};
    return std::any_of(std::begin(all), std::end(all), [&](const Signs& s) { return code >= s.first && code <= s.last; });
}

}  // namespace

int display_width(std::string_view utf8) {
    int width = 0;
    for (const Character& c : characters(utf8)) width += c.width;
    return width;
}

std::string fitted(std::string_view utf8, int width) {
    if (display_width(utf8) <= width) return std::string(utf8);
    std::string out;
    int used = 0;
    for (const Character& c : characters(utf8)) {
        if (used + c.width > width - 1) break;
        out += c.bytes;
        used += c.width;
    }
    return out + "…";
}

std::string padded_right(std::string_view utf8, int width) {
    return std::string(utf8) + std::string(static_cast<std::size_t>(std::max(0, width - display_width(utf8))), ' ');
}

std::string padded_left(std::string_view utf8, int width) {
    return std::string(static_cast<std::size_t>(std::max(0, width - display_width(utf8))), ' ') + std::string(utf8);
}

std::vector<std::string> wrapped(std::string_view utf8, int width) {
    std::vector<std::string> lines(1);
    std::string word;
    int line_width = 0, word_width = 0;
    bool after_opening = false;  // a bracket stays with what it opens
    const auto put_word = [&] {
        if (line_width > 0 && line_width + word_width > width) {
            while (!lines.back().empty() && lines.back().back() == ' ') lines.back().pop_back();
            lines.emplace_back();
            line_width = 0;
        }
        lines.back() += word;
        line_width += word_width;
        word.clear();
        word_width = 0;
    };
    for (const Character& c : characters(utf8)) {
        const bool never_first = std::u32string_view(U"、。，）」・：").find(static_cast<char32_t>(c.code)) != std::u32string_view::npos;
        if (c.code == ' ') {
            put_word();
            if (line_width < width && line_width > 0) {
                lines.back() += ' ';
                ++line_width;
            }
            continue;
        }
        if (c.width == 2 && !never_first && !after_opening) put_word();
        after_opening = c.code == U'（' || c.code == U'「';
        word += c.bytes;
        word_width += c.width;
        if (std::u32string_view(U"、。，・").find(static_cast<char32_t>(c.code)) != std::u32string_view::npos) put_word();
    }
    put_word();
    while (!lines.back().empty() && lines.back().back() == ' ') lines.back().pop_back();
    return lines;
}

std::string printable(std::string_view utf8) {
    std::string out;
    for (const Character& c : characters(utf8)) {
        const bool broken = c.code == 0xFFFD && c.bytes.size() == 1;
        if (broken) out += fmt::format("\\x{:02x}", static_cast<unsigned char>(c.bytes.front()));
        else if (unseen(c.code)) out += fmt::format("\\u{:04x}", c.code);
        else out += c.bytes;
    }
    return out;
}

std::string to_text(const TextTable& table, int width) {
    constexpr int gap = 2;
    int label_width = display_width(table.label_heading);
    for (const TableRow& row : table.rows) label_width = std::max(label_width, display_width(row.label));
    const int columns = static_cast<int>(table.headings.size());
    std::vector<int> widths;
    for (int c = 0; c < columns; ++c) {
        int widest = display_width(table.headings[c]);
        for (const TableRow& row : table.rows) {
            if (c < static_cast<int>(row.cells.size())) widest = std::max(widest, display_width(row.cells[c]));
        }
        widths.push_back(widest);
    }
    const int widest = widths.empty() ? 0 : *std::max_element(widths.begin(), widths.end());
    label_width = std::clamp(label_width, 1, std::max(12, width - gap - widest));

    std::string out;
    for (int first = 0; first < columns || first == 0;) {
        int used = label_width, last = first;
        while (last < columns && (last == first || used + gap + widths[last] <= width)) used += gap + widths[last++];
        // Columns of one table stay in blocks of the same number where that costs no further block.
        const int fit = std::max(1, last - first), left = columns - first;
        const int blocks = (left + fit - 1) / fit;
        if (blocks > 1) last = first + (left + blocks - 1) / blocks;

        const auto line = [&](std::string_view label, const std::vector<std::string>& cells) {
            std::string text = padded_right(fitted(label, label_width), label_width);
            for (int c = first; c < last; ++c) {
                const std::string_view cell = c < static_cast<int>(cells.size()) ? std::string_view(cells[c]) : "";
                text += std::string(gap, ' ') + padded_left(cell, widths[c]);
            }
            while (!text.empty() && text.back() == ' ') text.pop_back();
            out += text + '\n';
        };
        int total = label_width;
        for (int c = first; c < last; ++c) total += gap + widths[c];
        if (first > 0) out += '\n';
        line(table.label_heading, table.headings);
        out += std::string(static_cast<std::size_t>(total), '-') + '\n';
        for (const TableRow& row : table.rows) {
            if (row.rule_above) {
                std::string rule(static_cast<std::size_t>(label_width), ' ');
                for (int c = first; c < last; ++c) rule += std::string(gap, ' ') + std::string(static_cast<std::size_t>(widths[c]), '-');
                out += rule + '\n';
            }
            line(row.label, row.cells);
        }
        first = std::max(last, first + 1);
        if (columns == 0) break;
    }
    return out;
}

}  // namespace goho::io
