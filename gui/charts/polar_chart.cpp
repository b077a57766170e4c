#include "charts/polar_chart.hpp"

#include <QMouseEvent>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace goho::gui {

namespace {

constexpr double gap = 5.0;  // between the web and what stands at its corners

QPointF direction(int axis) {
    const double angle = 2.0 * std::numbers::pi * axis / 5.0 - std::numbers::pi / 2.0;
    return {std::cos(angle), std::sin(angle)};
}

/// Whether a box lies beyond one side of the web, and so touches it nowhere.
bool clear_of_web(const QRectF& box, const PolarChart::Place& place) {
    if (box.bottom() <= place.centre.y() - place.radius - 1.0) return true;
    if (box.top() >= place.at(2, 100.0).y() + 1.0) return true;
    for (int axis = 0; axis < 5; ++axis) {
        const QPointF out = -direction((axis + 3) % 5);  // the side from this corner to the next faces that way
        const double side = place.radius * std::cos(std::numbers::pi / 5.0) + 2.0;
        bool beyond = true;
        for (const QPointF& corner : {box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight()})
            beyond = beyond && QPointF::dotProduct(corner - place.centre, out) >= side;
        if (beyond) return true;
    }
    return false;
}

}  // namespace

QPointF PolarChart::Place::at(int axis, double value) const {
    return centre + direction(axis) * radius * std::clamp(value, 0.0, 100.0) / 100.0;
}

void PolarChart::show_data(PolarData data) {
    data_ = std::move(data);
    update();
}

/// Name of the direction, and what the marked scenario has against the base.
PolarChart::Corner PolarChart::corner(int axis) const {
    const auto i = static_cast<std::size_t>(axis);
    Corner out{data_.axes[i].split(QLatin1Char(' ')), {}, {}, colors().text, {}};
    const PolarOutline *strong = nullptr, *ghost = nullptr;
    for (const auto& outline : data_.outlines) {
        if (outline.strong) strong = &outline;
        if (outline.ghost) ghost = &outline;
    }
    const auto* one = strong ? strong : ghost;
    if (!one || !one->values[i]) return out;
    const auto rounded = [&](double value) { return qt(table_number(value, shown_.language, 0)); };
    out.figure = rounded(*one->values[i]);
    if (!strong || !ghost || strong == ghost || !ghost->values[i] || shown_.difference == DifferenceMode::off)
        return out;
    const double change = std::round(*strong->values[i]) - std::round(*ghost->values[i]);
    out.ink = change > 0.0 ? colors().good : change < 0.0 ? colors().bad : colors().muted;
    out.change = change > 0.0   ? QLatin1Char('+') + rounded(change)
                 : change < 0.0 ? rounded(change)
                                : QStringLiteral("±0");
    return out;
}

QSizeF PolarChart::size_of(const Corner& corner) const {
    QFont bold = font();
    bold.setBold(true);
    const QFontMetricsF plain(small_font()), heavy(bold);
    double width = heavy.horizontalAdvance(corner.figure) +
                   (corner.change.isEmpty() ? 0.0 : 7.0 + plain.horizontalAdvance(corner.change));
    if (corner.flat)
        return {width + 8.0 + plain.horizontalAdvance(corner.name.join(QLatin1Char(' '))), heavy.height() - 1.0};
    for (const auto& line : corner.name) width = std::max(width, plain.horizontalAdvance(line));
    return {width + 2.0,
            static_cast<double>(corner.name.size()) * (plain.height() - 2.0) + (heavy.height() - 2.0)};
}

/// Finds a box for each corner; false where one has no room with a web of this size.
bool PolarChart::settle(Place& place, const QRectF& area) const {
    std::vector<QRectF> taken;
    for (const int axis : {0, 1, 4, 2, 3}) {
        Corner& corner = place.corners[static_cast<std::size_t>(axis)];
        const QSizeF size = size_of(corner);
        const QPointF at = place.at(axis, 100.0);
        const bool right = axis == 1 || axis == 2;
        bool found = false;
        // Beside the corner where that goes, else further up or down along the side of the web.
        for (const double up : {0.5, 0.65, 0.35, 0.8, 0.2, 1.0, 0.0, 1.25, -0.15, 1.5}) {
            for (const double in : {0.0, -0.1, -0.2, -0.3, -0.45, 0.15, 0.3, 0.45, 0.6}) {
                const double left = axis == 0 ? at.x() - size.width() / 2.0
                                    : right   ? at.x() + gap - in * size.width()
                                              : at.x() - gap - (1.0 - in) * size.width();
                const double top = axis == 0 ? at.y() - size.height() - 3.0 : at.y() - up * size.height();
                const QRectF box(QPointF(left, top), size);
                if (!area.adjusted(-1.0, -1.0, 1.0, 1.0).contains(box) || !clear_of_web(box, place)) continue;
                if (std::any_of(taken.begin(), taken.end(), [&](const QRectF& r) { return r.intersects(box); }))
                    continue;
                corner.box = box;
                found = true;
                break;
            }
            if (found) break;
        }
        if (!found) return false;
        taken.push_back(corner.box.adjusted(-3.0, 0.0, 3.0, 0.0));
    }
    return true;
}

PolarChart::Place PolarChart::place_of(const QRectF& area) const {
    Place place;
    for (int axis = 0; axis < 5; ++axis) place.corners[static_cast<std::size_t>(axis)] = corner(axis);
    const double below = 1.0 + std::cos(std::numbers::pi / 5.0);  // height of the web in radii
    Corner& top = place.corners[0];
    top.name = {top.name.join(QLatin1Char(' '))};
    top.flat = area.height() < 220.0;
    const double head = size_of(top).height() + 3.0;
    const double most = std::min((area.height() - head - 2.0) / below, area.width() / 2.0);
    for (double radius = most; radius > 16.0; radius -= 2.0) {
        place.radius = radius;
        // The middle of what is drawn stands in the middle of the area; words below the web may need some of the rest.
        const double spare = std::max(0.0, area.height() - head - below * radius);
        for (const double share : {0.5, 0.25, 0.0}) {
            place.centre = {area.center().x(), area.top() + head + radius + share * spare};
            if (settle(place, area)) return place;
        }
    }
    place.radius = 0.0;
    return place;
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
}

void PolarChart::draw_corner(QPainter& painter, const Corner& corner) const {
    QFont bold = font();
    bold.setBold(true);
    const QFontMetricsF plain(small_font()), heavy(bold);
    double y = corner.box.top();
    painter.setFont(small_font());
    painter.setPen(colors().muted);
    if (corner.flat)
        painter.drawText(corner.box, Qt::AlignLeft | Qt::AlignVCenter, corner.name.join(QLatin1Char(' ')));
    for (const auto& line : corner.flat ? QStringList() : corner.name) {
        painter.drawText(QRectF(corner.box.left(), y, corner.box.width(), plain.height() - 2.0), Qt::AlignCenter, line);
        y += plain.height() - 2.0;
    }
    const double figure = heavy.horizontalAdvance(corner.figure);
    const double width = figure + (corner.change.isEmpty() ? 0.0 : 5.0 + plain.horizontalAdvance(corner.change));
    const double left = corner.flat ? corner.box.right() - width - 2.0 : corner.box.center().x() - width / 2.0;
    const QRectF row(left, y, width + 2.0, heavy.height() - 2.0);
    painter.setPen(colors().text);
    painter.setFont(bold);
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, corner.figure);
    QFont change = small_font();
    change.setBold(true);
    painter.setFont(change);
    painter.setPen(corner.ink);
    painter.drawText(row.adjusted(figure + 5.0, 0.0, 8.0, 0.0), Qt::AlignLeft | Qt::AlignVCenter, corner.change);
}

void PolarChart::draw(QPainter& painter, const QRectF& area) {
    const Place place = place_of(area);
    if (place.radius <= 0.0) return;
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
    for (const auto& corner : place.corners) draw_corner(painter, corner);
}

Chart::Mark PolarChart::mark(int row, int point) const {
    const auto& outline = data_.outlines[static_cast<std::size_t>(row)];
    const auto value = outline.values[static_cast<std::size_t>(point)];
    return {outline.name,
            data_.axes[static_cast<std::size_t>(point)] + QStringLiteral("  ") +
                (value ? qt(table_number(*value, shown_.language, 0)) : words()("n/a", "計算不能")),
            place_of(QRectF(rect())).at(point, value.value_or(0.0)), point, -1};
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
