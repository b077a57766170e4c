#include "charts/polar_chart.hpp"

#include <QMouseEvent>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace goho::gui {

QPointF PolarChart::Place::at(int axis, double value) const {
    const double angle = 2.0 * std::numbers::pi * axis / 5.0 - std::numbers::pi / 2.0;
    return centre + QPointF(std::cos(angle), std::sin(angle)) * radius * std::clamp(value, 0.0, 100.0) / 100.0;
}

PolarChart::Place PolarChart::place_of(const QRectF& area) const {
    QFont bold = font();
    bold.setBold(true);
    const QFontMetricsF metrics(bold);
    const double change = metrics.horizontalAdvance(QStringLiteral("100  ↑+10"));
    const bool narrow = area.width() < 2.0 * change + 150.0;
    double widest = narrow ? 0.0 : change;
    for (const auto& axis : data_.axes) {
        for (const auto& word : axis.split(QLatin1Char(' ')))
            widest = std::max(widest, metrics.horizontalAdvance(word));
    }
    const double room = metrics.height() + 8.0;  // the name above the top corner
    const double high = area.height() - room - 6.0;
    const double radius = std::max(20.0, std::min((area.width() / 2.0 - widest - 8.0) / 0.951, high / 1.809));
    return {QPointF(area.center().x(), area.top() + room + std::max(0.0, (high - 1.809 * radius) / 2.0) + radius),
            radius, narrow};
}

void PolarChart::show_data(PolarData data) {
    data_ = std::move(data);
    update();
}

void PolarChart::draw_web(QPainter& painter, const Place& place) {
    painter.setBrush(Qt::NoBrush);
    for (const double level : {25.0, 50.0, 75.0, 100.0}) {
        QPolygonF ring;
        for (int axis = 0; axis < 5; ++axis) ring << place.at(axis, level);
        painter.setPen(QPen(level == 100.0 ? colors().zero : colors().grid, 1.0));
        painter.drawPolygon(ring);
    }
    painter.setPen(QPen(colors().grid, 1.0));
    for (int axis = 0; axis < 5; ++axis) painter.drawLine(place.centre, place.at(axis, 100.0));
    painter.setFont(small_font());
    painter.setPen(colors().faint);
    for (const double level : {50.0, 100.0}) {
        painter.drawText(QRectF(place.at(0, level) + QPointF(4.0, 1.0), QSizeF(40.0, 16.0)),
                         Qt::AlignLeft | Qt::AlignTop, QString::number(static_cast<int>(level)));
    }
}

/// The name of each direction, below it what the marked scenario has and the base.
void PolarChart::draw_names(QPainter& painter, const Place& place, const QRectF& area) {
    QFont bold = font();
    bold.setBold(true);
    const QFontMetricsF metrics(bold);
    const auto rounded = [&](double value) { return qt(table_number(value, shown_.language, 0)); };
    for (int axis = 0; axis < 5; ++axis) {
        const auto i = static_cast<std::size_t>(axis);
        QString figure;
        QColor ink = colors().text;
        const PolarOutline *strong = nullptr, *ghost = nullptr;
        for (const auto& outline : data_.outlines) {
            if (outline.strong) strong = &outline;
            if (outline.ghost) ghost = &outline;
        }
        if (const auto* one = strong ? strong : ghost; one && one->values[i]) {
            figure = rounded(*one->values[i]);
            if (strong && ghost && strong != ghost && ghost->values[i]) {
                const double change = std::round(*strong->values[i]) - std::round(*ghost->values[i]);
                ink = change > 0.0 ? colors().good : change < 0.0 ? colors().bad : colors().muted;
                if (!place.narrow || axis == 0)
                    figure += change > 0.0   ? QStringLiteral("  ↑+") + QString::number(static_cast<int>(change))
                              : change < 0.0 ? QStringLiteral("  ↓") + rounded(change)
                                             : QStringLiteral("  ±0");
            }
        }
        const QPointF corner = place.at(axis, 100.0);
        const bool top = axis == 0;  // name and figure in one line above the web, else one below the other beside it
        const double beside = (axis == 1 || axis == 2 ? area.right() - corner.x() : corner.x() - area.left()) - 8.0;
        QString text = data_.axes[i];
        if (!top && metrics.horizontalAdvance(text) > beside) text.replace(QLatin1Char(' '), QLatin1Char('\n'));
        double name = 0.0;
        const QStringList parts = text.split(QLatin1Char('\n'));
        for (const auto& part : parts) name = std::max(name, metrics.horizontalAdvance(part));
        const double number = metrics.horizontalAdvance(figure);
        const double width = (top ? name + 8.0 + number : std::max(name, number)) + 2.0;
        const double height = (top ? 1.0 : 1.0 + static_cast<double>(parts.size())) * metrics.height();
        QRectF box(0, 0, width, height);
        if (top) box.moveCenter(corner - QPointF(0.0, height / 2.0 + 4.0));
        else if (axis == 1) box.moveBottomLeft(corner + QPointF(8.0, height * 0.5));
        else if (axis == 4) box.moveBottomRight(corner + QPointF(-8.0, height * 0.5));
        else if (axis == 2) box.moveBottomLeft(corner + QPointF(10.0, 5.0));
        else box.moveBottomRight(corner + QPointF(-10.0, 5.0));
        if (place.narrow && (axis == 2 || axis == 3) && corner.y() + 4.0 + height <= area.bottom()) {
            // Below the web, where there is room: beside it stand the names above.
            if (axis == 2) box.moveTopLeft(corner + QPointF(-4.0, 4.0));
            else box.moveTopRight(corner + QPointF(4.0, 4.0));
        }
        box.moveLeft(std::clamp(box.left(), area.left(), std::max(area.left(), area.right() - width)));
        painter.setFont(font());
        painter.setPen(colors().muted);
        painter.drawText(box, static_cast<int>(Qt::AlignTop) | static_cast<int>(top ? Qt::AlignLeft : Qt::AlignHCenter),
                         text);
        painter.setFont(bold);
        painter.setPen(ink);
        painter.drawText(
            box, static_cast<int>(Qt::AlignBottom) | static_cast<int>(top ? Qt::AlignRight : Qt::AlignHCenter), figure);
    }
}

void PolarChart::draw(QPainter& painter, const QRectF& area) {
    const Place place = place_of(area);
    draw_web(painter, place);
    for (const bool strong : {false, true}) {  // the marked scenario above the others
        for (const auto& outline : data_.outlines) {
            if (outline.strong != strong) continue;
            QPolygonF shape;
            for (int axis = 0; axis < 5; ++axis)
                shape << place.at(axis, outline.values[static_cast<std::size_t>(axis)].value_or(0.0));
            QColor fill = outline.color;
            fill.setAlphaF(outline.strong ? 0.16F : outline.ghost ? 0.07F : 0.0F);
            painter.setBrush(fill);
            painter.setPen(QPen(outline.color, outline.strong ? 2.4 : 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter.drawPolygon(shape);
            if (!outline.strong) continue;
            painter.setBrush(outline.color);
            painter.setPen(QPen(colors().panel, 1.2));
            for (const QPointF& corner : shape) painter.drawEllipse(corner, 3.6, 3.6);
        }
    }
    draw_names(painter, place, area);
}

void PolarChart::mousePressEvent(QMouseEvent* event) {
    const Place place = place_of(QRectF(rect()));
    int best = 0;
    double distance = 1e9;
    for (int axis = 0; axis < 5; ++axis) {
        const QPointF off = place.at(axis, 100.0) - event->position();
        const double d = std::hypot(off.x(), off.y());
        if (d < distance) distance = d, best = axis;
    }
    Q_EMIT picked(best, -1);
}

}  // namespace goho::gui
