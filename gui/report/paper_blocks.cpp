#include "report/paper_blocks.hpp"

#include "report/paper_table.hpp"

#include <algorithm>

namespace goho::gui::report {

namespace {

/// Lines of one text, each a strip: no page begins or ends with a line alone, and short texts stay whole.
Strips line_strips(const PaperSheet& sheet, const QStringList& lines, const Type& type, double left, double before,
                   bool whole) {
    Strips strips;
    const auto count = lines.size();
    for (qsizetype i = 0; i < count; ++i) {
        Strip strip;
        strip.height = line_height(type.size);
        strip.before = i == 0 ? before : 0.0;
        strip.with_next = i + 1 < count && (whole || count <= 4 || i == 0 || i + 2 == count);
        write(strip, sheet.paper, lines[i], type, {left, 0.0}, sheet.width - left);
        strips.push_back(std::move(strip));
    }
    return strips;
}

/// Behind lines of text, without gaps between them.
void put_into_box(Strips& strips, const PaperSheet& sheet) {
    const Colors& c = sheet.paper.colors();
    constexpr double pad = 2.4 * millimetre;
    for (std::size_t i = 0; i < strips.size(); ++i) {
        const double above = i == 0 ? pad : 0.0, below = i + 1 == strips.size() ? pad : 0.0;
        Strip& strip = strips[i];
        for (auto& ink : strip.inks) std::get<TextInk>(ink).place.translate(0.0, above);
        strip.height += above + below;
        const QRectF area(0.0, 0.0, sheet.width, strip.height);
        const QRectF edge(0.0, 0.0, 0.9 * millimetre, strip.height);
        strip.inks.insert(strip.inks.begin(), {FillInk{area, c.accent_soft, {}}, FillInk{edge, c.accent, {}}});
    }
}

}  // namespace

Strips strips_of(const Heading& heading, const PaperSheet& sheet) {
    const Type type{12.5, true, sheet.paper.colors().text};
    Strips strips = line_strips(sheet, sheet.paper.lines(heading.text, type.size, type.bold, sheet.width), type, 0.0,
                                6.5 * millimetre, true);
    for (auto& strip : strips) strip.with_next = true;
    return strips;
}

Strips strips_of(const Paragraph& paragraph, const PaperSheet& sheet) {
    if (paragraph.text.isEmpty()) return {};
    const Colors& c = sheet.paper.colors();
    const auto strips = [&](const Type& type, double left, double before) {
        const bool answer = paragraph.look == Paragraph::Look::answer;
        const auto lines = sheet.paper.lines(paragraph.text, type.size, type.bold, sheet.width - 2.0 * left);
        return line_strips(sheet, lines, type, left, before, answer);
    };
    switch (paragraph.look) {
        case Paragraph::Look::lead:
            return strips({11.5, false, c.text}, 0.0, 2.0 * millimetre);
        case Paragraph::Look::note:
            return strips({8.0, false, c.muted}, 0.0, 1.8 * millimetre);
        case Paragraph::Look::answer: {
            Strips inside = strips({10.0, false, c.text}, 4.0 * millimetre, 3.5 * millimetre);
            put_into_box(inside, sheet);
            return inside;
        }
        case Paragraph::Look::plain:
            break;
    }
    return strips({9.5, false, c.text}, 0.0, 2.2 * millimetre);
}

Strips strips_of(const Bullets& bullets, const PaperSheet& sheet) {
    const Type type{9.5, false, sheet.paper.colors().text};
    constexpr double left = 4.5 * millimetre, mark = 0.33 * 9.5 * point;
    Strips all;
    for (const auto& item : bullets.items) {
        Strips strips = line_strips(sheet, sheet.paper.lines(item, type.size, type.bold, sheet.width - left), type,
                                    left, (all.empty() ? 2.2 : 1.1) * millimetre, false);
        const double middle = 0.5 * line_height(type.size);
        strips.front().inks.push_back(
            FillInk{QRectF(1.6 * millimetre, middle - 0.5 * mark, mark, mark), sheet.paper.colors().accent, {}});
        std::move(strips.begin(), strips.end(), std::back_inserter(all));
    }
    return all;
}

Strips strips_of(const Names& names, const PaperSheet& sheet) {
    constexpr double size = 8.5, gap = 6.0 * millimetre, swatch = 5.0 * millimetre, left = 6.6 * millimetre;
    const double high = line_height(size) + 1.0 * millimetre;
    if (names.names.empty()) return {};
    Strip strip;
    strip.before = 2.5 * millimetre;
    strip.with_next = true;
    double x = 0.0, y = 0.0;
    for (const auto& name : names.names) {
        const auto lines = sheet.paper.lines(name.text, size, name.strong, sheet.width - left);
        double wide = 0.0;
        for (const auto& line : lines) wide = std::max(wide, sheet.paper.width(line, size, name.strong));
        if (x > 0.0 && x + left + wide > sheet.width) x = 0.0, y += high;
        const double thick = (name.strong ? 1.6 : 1.0) * millimetre;
        const QRectF bar(x, y + 0.5 * (line_height(size) - thick), swatch, thick);
        strip.inks.push_back(name.ghost ? FillInk{bar, QColor(Qt::white), name.color} : FillInk{bar, name.color, {}});
        const Type type{size, name.strong, sheet.paper.colors().text};
        y += write_lines(strip, sheet.paper, lines, type, {x + left, y}, wide) - line_height(size);
        x += left + wide + gap;
    }
    strip.height = y + high;
    return {strip};
}

Strips strips_of(const NewPage&, const PaperSheet&) {
    Strip strip;
    strip.new_page = true;
    return {strip};
}

Strips strips_of(const Block& block, const PaperSheet& sheet) {
    return std::visit([&](const auto& b) { return strips_of(b, sheet); }, block);
}

}  // namespace goho::gui::report
