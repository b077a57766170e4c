// Cards with one figure each, and pictures side by side.
#include "report/paper_blocks.hpp"

#include <algorithm>
#include <span>

namespace goho::gui::report {

namespace {

constexpr double pad = 2.6 * millimetre, between_cards = 3.0 * millimetre, between_pictures = 6.0 * millimetre;

/// What stands in one card, measured for its width.
struct CardText {
    QStringList title, value, unit, change;
    double size = 0.0;    // of the value
    bool beside = false;  // the unit stands beside the value
    double value_height() const {
        return std::max(line_height(16.0), static_cast<double>(value.size()) * line_height(size));
    }
    double height() const {
        const auto high = [](const QStringList& lines, double type) {
            return static_cast<double>(lines.size()) * line_height(type);
        };
        return value_height() + (beside ? 0.0 : high(unit, 7.5)) + high(change, 8.5);
    }
};

CardText card_text(const Card& card, const Paper& paper, double width) {
    CardText text;
    const auto lines = [&](const QString& words, double size, bool bold) {
        return words.isEmpty() ? QStringList() : paper.lines(words, size, bold, width);
    };
    const double unit = card.unit.isEmpty() ? 0.0 : paper.width(card.unit, 7.5, false) + 4.0 * point;
    text.beside = paper.width(card.value, 12.0, true) + unit <= width;
    text.size = paper.fitting_size(card.value, true, text.beside ? width - unit : width, 16.0, 8.0);
    text.title = paper.name_lines(card.title, 8.0, false, width);
    text.value = lines(card.value, text.size, true);
    text.unit = lines(card.unit, 7.5, false);
    text.change = lines(card.change, 8.5, true);
    return text;
}

void put_card(Strip& strip, const Paper& paper, const Card& card, const CardText& text, const QRectF& area,
              double titles) {
    const Colors& c = paper.colors();
    strip.inks.push_back(FillInk{area, QColor(Qt::white), c.border});
    strip.inks.push_back(FillInk{QRectF(area.left(), area.top(), area.width(), 0.7 * millimetre), c.accent, {}});
    const double left = area.left() + pad, width = area.width() - 2.0 * pad;
    double y = area.top() + pad;
    write_lines(strip, paper, text.title, {8.0, false, c.muted}, {left, y}, width);
    y += titles;
    // Values of one row stand on one line however large they are.
    const double down = text.value.size() > 1 ? 0.0 : 0.5 * (line_height(16.0) - line_height(text.size));
    write_lines(strip, paper, text.value, {text.size, true, c.text}, {left, y + down}, width);
    const Type unit{7.5, false, c.muted};
    if (text.beside && !text.unit.isEmpty()) {
        const double lower = 0.36 * (text.size - unit.size) * point;  // on the value's own baseline
        const double x = left + paper.width(card.value, text.size, true) + 3.0 * point;
        const double top = y + 0.5 * (line_height(16.0) - line_height(unit.size)) + lower;
        write_lines(strip, paper, text.unit, unit, {x, top}, area.right() - pad - x);
    }
    y += text.value_height();
    if (!text.beside) y += write_lines(strip, paper, text.unit, unit, {left, y}, width);
    write_lines(strip, paper, text.change, {8.5, true, paper.tone(card.tone)}, {left, y}, width);
}

Strip card_row(std::span<const Card> cards, std::size_t columns, const PaperSheet& sheet) {
    const auto n = static_cast<double>(columns);
    const double width = (sheet.width - (n - 1.0) * between_cards) / n;
    std::vector<CardText> texts;
    double titles = 0.0, below = 0.0;
    for (const auto& card : cards) {
        texts.push_back(card_text(card, sheet.paper, width - 2.0 * pad));
        titles = std::max(titles, static_cast<double>(texts.back().title.size()) * line_height(8.0));
        below = std::max(below, texts.back().height());
    }
    Strip strip;
    strip.before = between_cards;
    strip.height = titles + below + 2.0 * pad;
    for (std::size_t i = 0; i < cards.size(); ++i) {
        const QRectF area(static_cast<double>(i) * (width + between_cards), 0.0, width, strip.height);
        put_card(strip, sheet.paper, cards[i], texts[i], area, titles);
    }
    return strip;
}

/// Title and note above a chart; the height that they take.
double put_title(Strip& strip, const Paper& paper, const Picture& picture, double left, double width) {
    const Colors& c = paper.colors();
    double y = 0.0;
    const Type title{9.5, true, c.text}, note{7.5, false, c.muted};
    const double own = paper.width(picture.title, title.size, true),
                 beside = paper.width(picture.note, note.size, false);
    const bool one_line = !picture.title.contains(QLatin1Char('\n')) && !picture.note.contains(QLatin1Char('\n')) &&
                          own + beside + 8.0 * point <= width;
    if (!picture.title.isEmpty())
        y += write_lines(strip, paper, paper.lines(picture.title, title.size, true, width), title, {left, y}, width);
    if (picture.note.isEmpty()) return y;
    if (one_line && y > 0.0) {
        write(strip, paper, picture.note, note,
              {left, 0.5 * (line_height(title.size) - line_height(note.size)) + 0.7 * point}, width, Side::right);
        return y;
    }
    return y + write_lines(strip, paper, paper.lines(picture.note, note.size, false, width), note, {left, y}, width);
}

}  // namespace

Strips strips_of(const Cards& cards, const PaperSheet& sheet) {
    constexpr std::size_t most = 6;
    const std::span<const Card> all(cards.cards);
    if (all.empty()) return {};
    const std::size_t rows = (all.size() + most - 1) / most, columns = (all.size() + rows - 1) / rows;
    Strips strips;
    for (std::size_t first = 0; first < all.size(); first += columns)
        strips.push_back(card_row(all.subspan(first, std::min(columns, all.size() - first)), columns, sheet));
    return strips;
}

Strips strips_of(const Pictures& pictures, const PaperSheet& sheet) {
    std::vector<const Picture*> shown;
    double shares = 0.0;
    for (const auto& picture : pictures.side_by_side) {
        if (!picture.chart) continue;
        shown.push_back(&picture);
        shares += std::max(0.05, picture.share);
    }
    if (shown.empty()) return {};
    const double room = sheet.width - static_cast<double>(shown.size() - 1) * between_pictures;
    Strip strip;
    strip.before = 4.5 * millimetre;
    double left = 0.0, titles = 0.0, height = 0.0;
    std::vector<QRectF> columns;
    for (const auto* picture : shown) {
        const double width = room * std::max(0.05, picture->share) / shares;
        strip.inks.push_back(RuleInk{{left, 0.0}, {left + width, 0.0}, sheet.paper.colors().border, 0.6 * point});
        titles = std::max(titles, put_title(strip, sheet.paper, *picture, left, width));
        height = std::max(height, std::max(15.0, picture->height) * millimetre);
        columns.emplace_back(left, 0.0, width, 0.0);
        left += width + between_pictures;
    }
    // Titles begin a little below their rule.
    for (auto& ink : strip.inks) {
        if (auto* text = std::get_if<TextInk>(&ink)) text->place.translate(0.0, 1.2 * millimetre);
    }
    titles += 2.2 * millimetre;
    height = std::min(height, sheet.height - titles - 30.0 * millimetre);  // titles of section and chapter stay with it
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const double own = std::min(height, std::max(15.0, shown[i]->height) * millimetre);
        strip.inks.push_back(ChartInk{QRectF(columns[i].left(), titles, columns[i].width(), own), shown[i]->chart});
    }
    strip.height = titles + height;
    return {strip};
}

}  // namespace goho::gui::report
