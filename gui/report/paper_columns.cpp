// How wide the columns of a table are.
#include "report/paper_table.hpp"

#include <QRegularExpression>
#include <algorithm>
#include <numeric>

namespace goho::gui::report {

namespace {

constexpr double reference = 10.0;  // widths are measured once, in this size, and grow with the type

/// What a table needs at the reference size, and what it would like to have.
struct Needs {
    double label = 0.0;                 // the longest label on one line
    double note = 0.0;                  // the longest note below one
    std::vector<double> columns;        // no figure cut
    std::vector<double> words, wholes;  // of headings: the longest that may be broken, and that should not
    std::vector<double> texts;          // the longest text on one line
};

/// In another size, with the room beside it and a hair more for rounding.
double scaled(double width, double size) { return width * size / reference + 2.0 * cell_pad(size) + 0.3 * point; }

/// From the largest downwards; whole tenths of a point, as fonts have them.
std::vector<double> sizes_of_type(double least) {
    std::vector<double> sizes;
    for (int tenths = std::lround(10.0 * largest_type_of_tables); tenths >= std::lround(10.0 * least); --tenths)
        sizes.push_back(tenths / 10.0);
    return sizes;
}

bool is_figure(const QString& text) {
    return text.size() <= 8 || std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

double longest(const Paper& paper, const QString& text, bool bold, const QRegularExpression& apart) {
    double most = 0.0;
    for (const auto& part : text.split(apart, Qt::SkipEmptyParts))
        most = std::max(most, paper.width(part, reference, bold));
    return most;
}

/// What a cell needs as a figure; a sentence in a column of figures wraps, and needs room for a few letters.
double need_of(const Paper& paper, const QString& text, bool bold) {
    static const QRegularExpression lines(QStringLiteral("\n"));
    const double whole = longest(paper, text, bold, lines);
    return is_figure(text) && text.size() <= 24 ? whole : std::min(whole, 8.0 * reference * point);
}

/// Words of Latin letters or katakana and brackets should not be torn; other Japanese breaks in many places.
bool is_whole(const QString& word) {
    return word.startsWith(QChar(0xFF08)) ||
           std::all_of(word.begin(), word.end(), [](QChar c) { return c.unicode() < 0x2E80; });
}

/// The longest word of a heading that is whole, or that is not.
double longest_word(const Paper& paper, const QString& heading, bool whole) {
    double most = 0.0;
    for (const auto& word : heading_words(heading)) {
        if (is_whole(word) == whole) most = std::max(most, paper.width(word, reference, true));
        if (!whole) continue;
        static const QRegularExpression not_katakana(QStringLiteral("[^\u30A0-\u30FA\u30FC-\u30FF]+"));
        most = std::max(most, longest(paper, word, true, not_katakana));
    }
    return most;
}

/// What a column needs for type of this size, when headings may take no more than so many letters.
double need_of(const Needs& needs, std::size_t column, double size, double letters) {
    constexpr double whole = 8.0, em = reference * point;
    const double smaller = std::max(0.8, smallest_type_of_tables / size);  // headings shrink before columns grow
    return scaled(std::max({needs.columns[column], std::min(smaller * needs.words[column], letters * em),
                            std::min(smaller * needs.wholes[column], whole * em)}),
                  size);
}

Needs needs_of(const Table& table, const Paper& paper) {
    static const QRegularExpression lines(QStringLiteral("\n"));
    Needs needs;
    needs.label = longest(paper, table.corner, true, lines);
    needs.columns.resize(table.headings.size(), 0.0);
    needs.texts.resize(table.headings.size());
    for (std::size_t c = 0; c < table.headings.size(); ++c) {
        needs.words.push_back(longest_word(paper, table.headings[c], false));
        needs.wholes.push_back(longest_word(paper, table.headings[c], true));
        needs.texts[c] = longest(paper, table.headings[c], true, lines);
    }
    for (const auto& row : table.rows) {
        const double indent = row.indent * reference * point;
        needs.label = std::max(needs.label, indent + longest(paper, row.label, row.total, lines));
        needs.note = std::max(needs.note, indent + 0.85 * longest(paper, row.note, false, lines));
        for (std::size_t c = 0; c < std::min(row.cells.size(), table.headings.size()); ++c) {
            const QString& text = row.cells[c].text;
            needs.columns[c] = std::max(needs.columns[c], need_of(paper, text, row.total));
            needs.texts[c] = std::max(needs.texts[c], longest(paper, text, row.total, lines));
        }
    }
    return needs;
}

double sum(const std::vector<double>& widths) { return std::accumulate(widths.begin(), widths.end(), 0.0); }

/// How a table may be made to fit.
struct Way {
    double least;    // the smallest type
    double label;    // where labels wrap, in millimetres, if they have to
    double heading;  // letters that a word of a heading is given
    bool alike;      // all columns of one width
};

/// Room that is left goes to the columns as long as they stay together, and then to the labels.
void spread(TablePart& part, double wished_label, double width) {
    part.label = std::min(wished_label, width - sum(part.widths));
    const double most = 26.0 * millimetre, rest = width - part.label - sum(part.widths);
    const double each = part.widths.empty() ? 0.0 : rest / static_cast<double>(part.widths.size());
    for (double& column : part.widths) column = std::max(column, std::min(column + each, most));
    part.label = width - sum(part.widths);
}

std::optional<TablePart> fit_part(const Needs& needs, double size, std::size_t first, std::size_t count, double width,
                                  const Way& way) {
    const double label = std::min(scaled(needs.label, size), way.label * millimetre);
    TablePart part{first, 0.0, {}};
    for (std::size_t c = first; c < first + count; ++c) part.widths.push_back(need_of(needs, c, size, way.heading));
    const double widest = part.widths.empty() ? 0.0 : *std::max_element(part.widths.begin(), part.widths.end());
    if (label + widest * static_cast<double>(count) <= width) part.widths.assign(count, widest);
    else if (way.alike || label + sum(part.widths) > width) return {};
    // Notes wrap, but not in many lines.
    const double note = std::min(scaled(needs.note, size), std::max(58.0 * millimetre, 0.3 * width));
    spread(part, std::max(scaled(needs.label, size), note), width);
    return part;
}

/// All columns in so many parts of about equal size; nothing where one does not fit.
std::optional<TableFit> fit_parts(const Needs& needs, double size, std::size_t parts, double width, const Way& way) {
    const std::size_t columns = needs.columns.size();
    TableFit fit{size, {}};
    for (std::size_t p = 0; p < parts; ++p) {
        const std::size_t first = p * columns / parts, last = (p + 1) * columns / parts;
        const auto part = fit_part(needs, size, first, last - first, width, way);
        if (!part) return {};
        fit.parts.push_back(*part);
    }
    return fit;
}

TableFit fit_figures(const Needs& needs, double width) {
    // Labels are whole and columns alike as long as type stays large.
    constexpr Way ways[] = {{7.5, 60.0, 5.5, true},  {7.5, 60.0, 5.5, false},
                            {7.0, 38.0, 5.5, false}, {6.5, 38.0, 5.0, false},
                            {6.5, 30.0, 4.5, false}, {smallest_type_of_tables, 22.0, 3.5, false}};
    const std::size_t most = std::max<std::size_t>(1, needs.columns.size());
    for (std::size_t parts = 1; parts <= most; ++parts) {
        for (const auto& way : ways) {
            for (const double size : sizes_of_type(way.least)) {
                if (auto fit = fit_parts(needs, size, parts, width, way)) return *fit;
            }
        }
    }
    // One column alone does not fit: its figures wrap.
    return {smallest_type_of_tables,
            {TablePart{0, 0.3 * width, std::vector<double>(most, 0.7 * width / double(most))}}};
}

TablePart shared_out(const std::vector<double>& shares, double width) {
    const double all = std::max(1e-9, sum(shares));
    TablePart part{0, width * shares.front() / all, {}};
    for (std::size_t i = 1; i < shares.size(); ++i) part.widths.push_back(width * shares[i] / all);
    return part;
}

/// Short columns get what they wish; what is left is shared among the long ones.
std::vector<double> granted(const std::vector<double>& wished, double width) {
    std::vector<double> shares(wished.size(), 0.0);
    double left = width;
    std::size_t open = wished.size();
    for (bool more = true; more && open > 0;) {
        more = false;
        const double fair = left / static_cast<double>(open);
        for (std::size_t i = 0; i < wished.size(); ++i) {
            if (shares[i] > 0.0 || wished[i] > fair) continue;
            shares[i] = wished[i];
            left -= wished[i];
            --open;
            more = true;
        }
    }
    for (double& share : shares) {
        if (share == 0.0) share = left / static_cast<double>(open);
    }
    return shares;
}

/// Texts: as given, or by the length of what stands in each column.
TableFit fit_words(const Table& table, const Needs& needs, double width) {
    constexpr double size = largest_type_of_tables;
    std::vector<double> shares = table.widths;
    if (shares.size() != table.headings.size() + 1) {
        shares.assign(1, std::clamp(scaled(needs.label, size), 0.08 * width, 0.34 * width));
        for (const double text : needs.texts) shares.push_back(std::clamp(scaled(text, size), 0.08 * width, width));
        if (sum(shares) > width) shares = granted(shares, width);
    }
    return {size, {shared_out(shares, width)}};
}

/// Figures in columns of given width, where type can be small enough for them.
std::optional<TableFit> fit_given(const Table& table, const Needs& needs, double width) {
    if (table.widths.size() != table.headings.size() + 1) return {};
    constexpr double least_heading = 3.5;
    const TablePart part = shared_out(table.widths, width);
    for (const double size : sizes_of_type(smallest_type_of_tables)) {
        bool fits = true;
        for (std::size_t c = 0; c < needs.columns.size(); ++c)
            fits &= need_of(needs, c, size, least_heading) <= part.widths[c];
        if (fits) return TableFit{size, {part}};
    }
    return {};
}

}  // namespace

QStringList heading_words(const QString& heading) {
    static const QRegularExpression words(QStringLiteral("\\s+|(?=（)"));
    return heading.split(words, Qt::SkipEmptyParts);
}

double cell_pad(double size) { return 0.36 * size * point; }

TableFit fit_table(const Table& table, const PaperSheet& sheet) {
    const Needs needs = needs_of(table, sheet.paper);
    if (table.words) return fit_words(table, needs, sheet.width);
    if (auto fit = fit_given(table, needs, sheet.width)) return *fit;
    return fit_figures(needs, sheet.width);
}

}  // namespace goho::gui::report
