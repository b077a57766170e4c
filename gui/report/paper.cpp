#include "report/paper.hpp"

#include "shown/font.hpp"

#include <QFontMetricsF>
#include <QTextLayout>
#include <algorithm>

namespace goho::gui::report {

namespace {

/// Figures stand below each other only where all digits are equally wide.
bool digits_alike(const QFont& font) {
    const QFontMetricsF metrics(font);
    const double one = metrics.horizontalAdvance(QLatin1Char('1'));
    for (char digit = '0'; digit <= '9'; ++digit) {
        if (std::abs(metrics.horizontalAdvance(QLatin1Char(digit)) - one) > 0.02 * one) return false;
    }
    return true;
}

QFont font_of_paper(Language language) {
    QFont font = font_of(language);
    font.setPixelSize(100);
    QStringList families = font_families(language);
    std::stable_partition(families.begin(), families.end(), [&](const QString& family) {
        font.setFamily(family);
        return digits_alike(font);
    });
    if (!families.isEmpty()) font.setFamilies(families);
    // Shaping would draw digits beside Latin letters with glyphs of their own, which a PDF cannot name again.
    font.setStyleStrategy(static_cast<QFont::StyleStrategy>(QFont::PreferAntialias | QFont::PreferNoShaping));
    font.setKerning(false);
    return font;
}

QStringList broken(const QString& text, const QFont& font, double width) {
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    QStringList lines;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        lines << text.mid(line.textStart(), line.textLength()).trimmed();
    }
    layout.endLayout();
    return lines;
}

/// The lines of a text; one that is too long is parted before its bracket.
QStringList before_brackets(const QString& text, const QFontMetricsF& metrics, double width) {
    QStringList parts;
    for (const auto& line : text.split(QLatin1Char('\n'))) {
        const qsizetype bracket = line.indexOf(QChar(0xFF08));
        if (bracket > 0 && metrics.horizontalAdvance(line) > width) parts << line.left(bracket) << line.mid(bracket);
        else parts << line;
    }
    return parts;
}

QString letters(const QString& text) {
    QString all = text;
    return all.remove(QLatin1Char(' '));
}

}  // namespace

Paper::Paper(Language language) : words_{language}, font_(font_of_paper(language)) {}

QFont Paper::font(double size, bool bold) const {
    QFont font = font_;
    font.setPixelSize(static_cast<int>(std::lround(size * point)));
    font.setBold(bold);
    return font;
}

double Paper::width(const QString& text, double size, bool bold) const {
    return QFontMetricsF(font(size, bold)).horizontalAdvance(text);
}

QStringList Paper::lines(const QString& text, double size, bool bold, double width) const {
    const QFont type = font(size, bold);
    const QFontMetricsF metrics(type);
    QStringList all;
    for (const auto& part : text.split(QLatin1Char('\n')))
        all << (metrics.horizontalAdvance(part) <= width ? QStringList(part) : broken(part, type, width));
    return all;
}

QStringList Paper::name_lines(const QString& text, double size, bool bold, double width) const {
    const QFontMetricsF metrics(font(size, bold));
    QStringList all;
    for (const auto& part : before_brackets(text, metrics, width)) {
        const QStringList wrapped = wrapped_text(metrics, part, width, 12);
        const bool whole = letters(wrapped.join(QString())) == letters(part) &&
                           std::all_of(wrapped.begin(), wrapped.end(),
                                       [&](const QString& line) { return metrics.horizontalAdvance(line) <= width; });
        all << (whole && !part.isEmpty() ? wrapped : lines(part, size, bold, width));
    }
    return all;
}

double Paper::fitting_size(const QString& text, bool bold, double width, double most, double least) const {
    for (double size = most; size > least; size -= 0.1) {
        if (this->width(text, size, bold) <= width) return size;
    }
    return least;
}

QColor Paper::tone(Tone tone, bool tinted) const {
    const Colors& c = colors();
    const QColor ground = tinted ? c.accent_soft : QColor(Qt::white);
    switch (tone) {
        case Tone::good:
            return readable(c.good, ground);
        case Tone::bad:
            return readable(c.bad, ground);
        case Tone::caution:
            return readable(c.caution, ground);
        case Tone::faint:
            return readable(c.muted, ground);
        case Tone::plain:
            break;
    }
    return c.text;
}

QString Paper::continued(const QString& title) const { return title + words_(" (continued)", "（続き）"); }

std::vector<Ink> moved(std::vector<Ink> inks, QPointF by) {
    struct Move {
        QPointF by;
        void operator()(TextInk& ink) const { ink.place.translate(by); }
        void operator()(FillInk& ink) const { ink.area.translate(by); }
        void operator()(RuleInk& ink) const { ink.from += by, ink.to += by; }
        void operator()(ChartInk& ink) const { ink.area.translate(by); }
        void operator()(LinkInk& ink) const { ink.area.translate(by); }
    };
    for (auto& ink : inks) std::visit(Move{by}, ink);
    return inks;
}

double line_height(double size) { return 1.42 * size * point; }

void write(Strip& strip, const Paper& paper, const QString& text, const Type& type, QPointF top_left, double width,
           Side side) {
    if (text.isEmpty()) return;
    const double own = paper.width(text, type.size, type.bold);
    const double room = side == Side::left ? 0.0 : side == Side::right ? width - own : 0.5 * (width - own);
    strip.inks.push_back(TextInk{QRectF(top_left.x() + room, top_left.y(), own, line_height(type.size)), text, type});
}

double write_lines(Strip& strip, const Paper& paper, const QStringList& lines, const Type& type, QPointF top_left,
                   double width, Side side) {
    double y = 0.0;
    for (const auto& line : lines) {
        write(strip, paper, line, type, top_left + QPointF(0.0, y), width, side);
        y += line_height(type.size);
    }
    return y;
}

}  // namespace goho::gui::report
