#include "charts/chart.hpp"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QMenu>
#include <QSvgGenerator>
#include <algorithm>

namespace goho::gui {

Chart::Chart(const Shown& shown, QWidget* parent) : QWidget(parent), shown_(shown) {
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMinimumSize(120, 58);
    setFocusPolicy(Qt::TabFocus);
}

void Chart::set_heading(const QString& heading) {
    heading_ = heading;
    setAccessibleName(heading);
}

QFont Chart::small_font() const {
    QFont f = font();
    f.setPixelSize(std::max(10, fontInfo().pixelSize() - 2));
    return f;
}

void Chart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    draw(painter, QRectF(rect()));
    if (hasFocus()) draw_current(painter);
}

QPixmap Chart::picture(double scale) {
    QPixmap pixmap((QSizeF(size()) * scale).toSize());
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(colors().panel);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    draw(painter, QRectF(QPointF(0, 0), QSizeF(size())));
    return pixmap;
}

bool Chart::save_png(const QString& file, double scale) { return picture(scale).save(file, "PNG"); }

bool Chart::save_svg(const QString& file) {
    QSvgGenerator svg;
    svg.setFileName(file);
    svg.setSize(size());
    svg.setViewBox(rect());
    svg.setTitle(heading_);
    QPainter painter;
    if (!painter.begin(&svg)) return false;
    painter.fillRect(rect(), colors().panel);
    painter.setFont(font());
    draw(painter, QRectF(rect()));
    return painter.end();
}

void Chart::copy_picture() { QApplication::clipboard()->setPixmap(picture()); }

void Chart::save_as() {
    const QString png = words()("PNG picture (*.png)", "PNG画像 (*.png)"),
                  svg = words()("SVG drawing (*.svg)", "SVG図形 (*.svg)");
    QString chosen;
    QString file = QFileDialog::getSaveFileName(this, words()("Save chart", "グラフを保存"), heading_,
                                                png + QStringLiteral(";;") + svg, &chosen);
    if (file.isEmpty()) return;
    const bool as_svg =
        file.endsWith(QStringLiteral(".svg")) || (chosen == svg && !file.endsWith(QStringLiteral(".png")));
    if (!file.contains(QLatin1Char('.'))) file += as_svg ? QStringLiteral(".svg") : QStringLiteral(".png");
    as_svg ? save_svg(file) : save_png(file);
}

void Chart::contextMenuEvent(QContextMenuEvent* event) {
    QMenu menu(this);
    menu.addAction(words()("Copy picture", "画像をコピー"), this, &Chart::copy_picture);
    menu.addAction(words()("Save chart…", "グラフを保存…"), this, &Chart::save_as);
    menu.exec(event->globalPos());
}

QString fitted_text(const QFontMetricsF& metrics, const QString& text, double width) {
    return metrics.horizontalAdvance(text) <= width ? text : metrics.elidedText(text, Qt::ElideRight, width);
}

namespace {

/// Whether a text has letters between which a line may break anywhere.
bool any_wide(const QString& text) {
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x2E80; });
}

enum class Script { other, kanji, hiragana, katakana };

Script script_of(QChar c) {
    const auto u = c.unicode();
    if (u >= 0x3041 && u <= 0x309F) return Script::hiragana;
    if ((u >= 0x30A1 && u <= 0x30FA) || u == 0x30FC) return Script::katakana;
    return (u >= 0x4E00 && u <= 0x9FFF) || u == 0x3005 ? Script::kanji : Script::other;
}

/// How well a line may end before letter `i` of a Japanese text: words end where the script changes, long words of
/// kanji after every second letter; a letter alone on a line is no word.
int worth_of_break(const QString& text, qsizetype i) {
    const Script before = script_of(text[i - 1]), after = script_of(text[i]);
    const bool alone = i + 1 >= text.size() && before == Script::hiragana;
    if (alone || after == Script::hiragana) return before == after ? 1 : 0;
    if (before != after) return 3;
    if (before == Script::katakana || before == Script::other) return 0;
    qsizetype run = i;
    while (run > 0 && script_of(text[run - 1]) == Script::kanji) --run;
    return (i - run) % 2 == 0 ? 2 : 1;
}

/// The best place for a break at or before `end`, as long as what follows still fits into `room`.
qsizetype sensible_break(const QFontMetricsF& metrics, const QString& text, qsizetype end, double room) {
    qsizetype best = end;
    int worth = worth_of_break(text, end);
    for (qsizetype i = end - 1; i > 1 && 2 * i >= end && worth < 3; --i) {
        if (metrics.horizontalAdvance(text.mid(i)) > room) break;
        if (const int here = worth_of_break(text, i); here > worth) best = i, worth = here;
    }
    return best;
}

}  // namespace

QStringList wrapped_text(const QFontMetricsF& metrics, const QString& text, double width, int most) {
    QStringList lines;
    QString rest = text;
    while (!rest.isEmpty() && lines.size() < most) {
        if (lines.size() == most - 1 || metrics.horizontalAdvance(rest) <= width) {
            lines << fitted_text(metrics, rest, width);
            return lines;
        }
        qsizetype end = 1, space = -1;
        while (end < rest.size() && metrics.horizontalAdvance(rest.left(end + 1)) <= width) {
            if (rest[end].isSpace()) space = end;
            ++end;
        }
        if (end < rest.size() && rest[end].isSpace()) space = end;
        const bool latin = end < rest.size() && rest[end].unicode() < 0x2000;
        if (latin && space > 0) end = space;
        else if (latin && !any_wide(rest.left(end))) {  // one word that is too long keeps a line of its own
            const qsizetype next = rest.indexOf(QLatin1Char(' '));
            lines << fitted_text(metrics, next < 0 ? rest : rest.left(next), width);
            rest = next < 0 ? QString() : rest.mid(next).trimmed();
            continue;
        }
        const qsizetype bracket = rest.lastIndexOf(QChar(0xFF08), end);  // what stands in brackets stays together
        if (bracket > 0 && metrics.horizontalAdvance(rest.mid(bracket)) <= width) end = bracket;
        static const QString closing = QStringLiteral("）」、。・ー");
        if (end < rest.size() && !(bracket > 0 && end == bracket))
            end = sensible_break(metrics, rest, end, width * static_cast<double>(most - lines.size() - 1));
        while (end > 1 && end < rest.size() && closing.contains(rest[end])) --end;
        lines << rest.left(end).trimmed();
        rest = rest.mid(end).trimmed();
    }
    return lines;
}

namespace {

/// Names are cut where figures stand beside them.
double room_of(const NoteLine& line) { return line.right.isEmpty() ? 400.0 : 180.0; }

}  // namespace

void draw_note(QPainter& painter, const Colors& colors, const QRectF& area, QPointF at, const QString& title,
               const std::vector<NoteLine>& lines) {
    const QFont plain = painter.font();
    QFont bold = plain;
    bold.setBold(true);
    const QFontMetricsF metrics(plain), heavy(bold);
    double left = 0.0, right = 0.0;
    for (const auto& line : lines) {
        left =
            std::max(left, std::min(room_of(line), metrics.horizontalAdvance(line.left)) + (line.mark.isValid() ? 14.0 : 0.0));
        right = std::max(right, metrics.horizontalAdvance(line.right));
    }
    const double row = metrics.height() + 3.0, pad = 8.0;
    const double width = std::max(heavy.horizontalAdvance(title), left + 16.0 + right) + 2.0 * pad;
    QRectF box(at.x() + 12.0, at.y() - 12.0, width, row * (static_cast<double>(lines.size()) + 1.0) + 2.0 * pad - 3.0);
    if (box.right() > area.right()) box.moveRight(at.x() - 12.0);
    box.moveLeft(std::max(area.left(), box.left()));
    if (box.bottom() > area.bottom()) box.moveBottom(area.bottom());
    box.moveTop(std::max(area.top(), box.top()));
    painter.setPen(QPen(colors.border, 1.0));
    painter.setBrush(colors.panel);
    painter.drawRoundedRect(box, 5.0, 5.0);
    double y = box.top() + pad;
    painter.setFont(bold);
    painter.setPen(colors.text);
    painter.drawText(QRectF(box.left() + pad, y, width, row), Qt::AlignLeft | Qt::AlignVCenter, title);
    painter.setFont(plain);
    for (const auto& line : lines) {
        y += row;
        double x = box.left() + pad;
        if (line.mark.isValid()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(line.mark);
            painter.drawRoundedRect(QRectF(x, y + row / 2.0 - 4.0, 8.0, 8.0), 2.0, 2.0);
            x += 14.0;
        }
        painter.setPen(colors.muted);
        painter.drawText(QRectF(x, y, width, row), Qt::AlignLeft | Qt::AlignVCenter,
                         fitted_text(metrics, line.left, room_of(line)));
        painter.setPen(colors.text);
        painter.drawText(QRectF(box.left(), y, width - pad, row), Qt::AlignRight | Qt::AlignVCenter, line.right);
    }
}

}  // namespace goho::gui
