#include "charts/xy_chart.hpp"

#include "charts/labels.hpp"

#include <QMouseEvent>
#include <algorithm>
#include <cmath>
#include <limits>

namespace goho::gui {

namespace {

/// What is counted has no ticks between whole numbers.
bool counted(const Measure& measure) { return measure.unit == "years" || measure.unit == "months" || measure.unit == "year" || measure.unit == "month"; }

struct Span {
    double low = std::numeric_limits<double>::infinity(), high = -std::numeric_limits<double>::infinity();
    void take(double v) {
        if (std::isfinite(v)) low = std::min(low, v), high = std::max(high, v);
    }
    bool empty() const { return low > high; }
};

constexpr std::size_t most_markers = 40;  // of a line; more would cover it

}  // namespace

void XyChart::show_data(XyData data) {
    data_ = std::move(data);
    std::vector<PlotLine> lines;
    for (const auto& series : data_.series) {
        PlotLine line{series.color, 2.0, false, data_.joined, {}};
        for (const auto& point : series.points) line.points.append({point.x, point.y});
        lines.push_back(std::move(line));
    }
    plot_.replace(lines);
    fit();
    update();
}

void XyChart::fit() {
    Span x, y;
    for (const auto& series : data_.series) {
        for (const auto& point : series.points) {
            x.take(point.x);
            for (const double v : {point.y, point.low.value_or(point.y), point.high.value_or(point.y)}) y.take(v);
        }
    }
    if (x.empty()) x = {0.0, 1.0}, y = {0.0, data_.y.size()};
    if (y.low > 0.0 && y.low < (y.high - y.low) * 0.6) y.low = 0.0;  // zero is near: show it
    if (y.high < 0.0 && y.high > (y.low - y.high) * 0.6) y.high = 0.0;
    if (!data_.joined) {  // points stand clear of the edges
        const double dx = 0.06 * std::max(x.high - x.low, 1e-9), dy = 0.08 * std::max(y.high - y.low, 1e-9);
        x = {x.low - dx, x.high + dx};
        y = {y.low == 0.0 ? 0.0 : y.low - dy, y.high == 0.0 ? 0.0 : y.high + dy};
    }
    const double x_size = data_.x.size(), y_size = data_.y.size();
    x_ticks_ = nice_ticks(x.low / x_size, x.high / x_size, std::clamp(width() / 90, 3, 10));
    if (counted(data_.x) && x_ticks_.step < 1.0) x_ticks_ = {std::floor(x.low), std::ceil(std::max(x.high, x.low + 1.0)), 1.0, 0};
    y_ticks_ = nice_ticks(y.low / y_size, y.high / y_size, std::clamp(height() / 44, 3, 7));
    // Lines fill the width that they have; ticks need not.
    plot_.set_span(data_.joined && x.high > x.low ? x.low : x_ticks_.low * x_size, data_.joined && x.high > x.low ? x.high : x_ticks_.high * x_size,
                   y_ticks_.low * y_size, y_ticks_.high * y_size);
}

double XyChart::legend_height(double width) const {
    if (data_.series.size() < 2) return 0.0;
    const QFontMetricsF metrics(small_font());
    double x = 0.0, rows = 1.0;
    for (const auto& series : data_.series) {
        const double wide = std::min(metrics.horizontalAdvance(series.name) + 32.0, width);
        if (x > 0.0 && x + wide > width) x = 0.0, rows += 1.0;
        x += wide;
    }
    return rows * (metrics.height() + 2.0);
}

QRectF XyChart::inner_of(const QRectF& area) const {
    const QFontMetricsF metrics(small_font());
    double widest = 0.0;
    for (const double tick : y_ticks_.at())
        widest = std::max(widest, metrics.horizontalAdvance(data_.y.axis(tick * data_.y.size(), y_ticks_.decimals)));
    const double top = (data_.y_name.isEmpty() ? 4.0 : metrics.height() + 6.0) + legend_height(area.width());
    return area.adjusted(widest + 12.0, top + 4.0, -16.0, -(data_.x_name.isEmpty() ? 1.0 : 2.0) * metrics.height() - 8.0);
}

void XyChart::draw_axes(QPainter& painter, const QRectF& area, const QRectF& inner) const {
    const QFontMetricsF metrics(painter.font());
    for (const double tick : y_ticks_.at()) {
        const double y = plot_.at(0.0, tick * data_.y.size(), inner).y();
        const bool zero = tick == 0.0 && y_ticks_.low < 0.0;
        painter.setPen(QPen(zero ? colors().zero : colors().grid, zero ? 1.4 : 1.0));
        painter.drawLine(QPointF(inner.left(), y), QPointF(inner.right(), y));
        painter.setPen(colors().muted);
        painter.drawText(QRectF(area.left(), y - 10.0, inner.left() - area.left() - 6.0, 20.0), Qt::AlignRight | Qt::AlignVCenter,
                         data_.y.axis(tick * data_.y.size(), y_ticks_.decimals));
    }
    double free_from = area.left();
    for (const double tick : x_ticks_.at()) {
        const double x = plot_.at(tick * data_.x.size(), 0.0, inner).x();
        if (x < inner.left() - 0.5 || x > inner.right() + 0.5) continue;
        const QString text = data_.x.axis(tick * data_.x.size(), x_ticks_.decimals);
        const double wide = metrics.horizontalAdvance(text);
        const QRectF place(std::min(x - wide / 2.0, area.right() - wide), inner.bottom() + 4.0, wide + 1.0, metrics.height());
        painter.setPen(QPen(colors().grid, 1.0));
        painter.drawLine(QPointF(x, inner.top()), QPointF(x, inner.bottom()));
        if (place.left() < free_from) continue;
        painter.setPen(colors().muted);
        painter.drawText(place, Qt::AlignCenter, text);
        free_from = place.right() + 6.0;
    }
    painter.setPen(colors().muted);
    painter.drawText(QRectF(area.left(), area.top() + legend_height(area.width()), area.width(), metrics.height() + 2.0), Qt::AlignLeft | Qt::AlignTop,
                     fitted_text(metrics, data_.y_name, area.width()));
    painter.drawText(QRectF(area.left(), inner.bottom() + 4.0 + metrics.height(), area.width(), metrics.height() + 2.0), Qt::AlignHCenter | Qt::AlignTop,
                     fitted_text(metrics, data_.x_name, area.width()));
}

void XyChart::draw_legend(QPainter& painter, const QRectF& area) const {
    if (data_.series.size() < 2) return;
    const QFontMetricsF metrics(painter.font());
    double x = 0.0, y = area.top();
    for (const auto& series : data_.series) {
        const double wide = std::min(metrics.horizontalAdvance(series.name) + 32.0, area.width());
        if (x > 0.0 && x + wide > area.width()) x = 0.0, y += metrics.height() + 2.0;
        painter.setPen(Qt::NoPen);
        painter.setBrush(series.color);
        painter.drawRoundedRect(QRectF(area.left() + x, y + metrics.height() / 2.0 - 4.0, 8.0, 8.0), 2.0, 2.0);
        painter.setPen(colors().text);
        painter.drawText(QRectF(area.left() + x + 14.0, y, wide - 14.0, metrics.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         fitted_text(metrics, series.name, wide - 14.0));
        x += wide;
    }
}

void XyChart::draw_points(QPainter& painter, const QRectF& inner) const {
    for (const auto& series : data_.series) {
        const bool markers = !data_.joined || series.points.size() <= most_markers;
        for (const auto& point : series.points) {
            if (point.low || point.high) {
                const double x = at(point, inner).x(), low = plot_.at(point.x, point.low.value_or(point.y), inner).y(),
                             high = plot_.at(point.x, point.high.value_or(point.y), inner).y();
                painter.setPen(QPen(series.color, 1.4));
                painter.drawLine(QPointF(x, low), QPointF(x, high));
                for (const double y : {low, high}) painter.drawLine(QPointF(x - 4.0, y), QPointF(x + 4.0, y));
            }
            if (!markers) continue;
            painter.setPen(QPen(colors().panel, 1.2));
            painter.setBrush(series.color);
            const double r = data_.joined ? 3.2 : 6.0;
            painter.drawEllipse(at(point, inner), r, r);
        }
    }
}

void XyChart::draw_names(QPainter& painter, const QRectF& inner) {
    placed_.clear();
    const QFontMetricsF metrics(painter.font());
    std::vector<Obstacle> obstacles;
    std::vector<QRectF> taken;
    for (const auto& series : data_.series) {
        std::vector<QPointF> line;
        for (const auto& point : series.points) line.push_back(at(point, inner));
        if (data_.joined) add_obstacles(obstacles, line, 1);
        else for (const auto& p : line) taken.emplace_back(p - QPointF(7.0, 7.0), QSizeF(14.0, 14.0));
    }
    for (const auto& series : data_.series) {
        for (const auto& point : series.points) {
            if (point.label.isEmpty()) continue;
            const QString text = fitted_text(metrics, point.label, inner.width() * 0.5);
            const QSizeF size(metrics.horizontalAdvance(text) + 6.0, metrics.height());
            const QRectF place = place_label(at(point, inner), size, inner.adjusted(0.0, 0.0, 12.0, 0.0), taken, obstacles);
            if (place.isNull()) continue;  // its mark stays, and keys read it out
            taken.push_back(place);
            placed_.push_back(place);
            painter.setPen(Qt::NoPen);
            painter.setBrush(colors().panel);
            painter.drawRoundedRect(place, 3.0, 3.0);
            painter.setPen(colors().text);
            painter.drawText(place, Qt::AlignCenter, text);
        }
    }
}

void XyChart::draw(QPainter& painter, const QRectF& area) {
    painter.setFont(small_font());
    const QRectF inner = inner_of(area);
    if (inner.width() < 20.0 || inner.height() < 20.0) return;
    draw_axes(painter, area, inner);
    draw_legend(painter, area);
    if (data_.joined) plot_.draw(painter, inner);
    draw_points(painter, inner);
    draw_names(painter, inner);
}

Chart::Mark XyChart::mark(int row, int index) const {
    const auto& series = data_.series[static_cast<std::size_t>(row)];
    const auto& point = series.points[static_cast<std::size_t>(index)];
    QString said = data_.x_name + QLatin1Char(' ') + data_.x.axis(point.x, counted(data_.x) ? 0 : data_.x.decimals()) + words()(", ", "、") + data_.y.with_unit(point.y);
    if (point.low && point.high) said += words()(" (", "（") + data_.y.value(*point.low) + words()(" to ", "〜") + data_.y.value(*point.high) + words()(")", "）");
    return {point.label.isEmpty() ? series.name : point.label, said, at(point, inner_of(QRectF(rect()))), row, -1};
}

void XyChart::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const QRectF inner = inner_of(QRectF(rect()));
    double nearest = 14.0;
    int item = -1;
    for (std::size_t i = 0; i < data_.series.size(); ++i) {
        for (const auto& point : data_.series[i].points) {
            const QPointF off = at(point, inner) - event->position();
            if (std::hypot(off.x(), off.y()) < nearest) nearest = std::hypot(off.x(), off.y()), item = static_cast<int>(i);
        }
    }
    if (item >= 0) Q_EMIT picked(item, -1);
}

void XyChart::resizeEvent(QResizeEvent*) { fit(); }

}  // namespace goho::gui
