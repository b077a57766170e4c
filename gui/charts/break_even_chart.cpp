#include "charts/break_even_chart.hpp"

#include "charts/labels.hpp"

#include <algorithm>
#include <cmath>

namespace goho::gui {

void BreakEvenChart::show_data(BreakEvenData data) {
    data_ = std::move(data);
    const double size = data_.measure.size();
    double most = std::max(data_.now.sales, data_.now.break_even_sales.value_or(0.0));
    if (data_.base) most = std::max({most, data_.base->sales, data_.base->break_even_sales.value_or(0.0)});
    most = std::min(most, 3.0 * std::max(size, data_.now.sales));  // a point far away would flatten everything
    ticks_ = nice_ticks(0.0, std::max(size, most * 1.15) / size, 5);
    const double end = ticks_.high * size;
    plot_.set_span(0.0, end, 0.0, end);
    const auto total = [&](const BreakEvenState& s) {
        const double slope = s.sales > 0.0 ? s.variable_cost / s.sales : 0.0;
        return QList<QPointF>{{0.0, s.fixed_cost}, {end, s.fixed_cost + slope * end}};
    };
    QColor area = data_.color;
    area.setAlphaF(0.10F);
    const BreakEvenState& base = data_.base.value_or(data_.now);
    plot_.replace({{colors().base, 1.6, true, data_.base.has_value(), total(base)},
                   {colors().text, 2.0, false, true, {{0.0, 0.0}, {end, end}}},
                   {colors().faint, 1.6, true, true, {{0.0, data_.now.fixed_cost}, {end, data_.now.fixed_cost}}},
                   {data_.color, 2.4, false, true, total(data_.now)}},
                  {{area, {{0.0, 0.0}, {end, 0.0}}, {{0.0, data_.now.fixed_cost}, {end, data_.now.fixed_cost}}}});
    update();
}

std::vector<QPointF> BreakEvenChart::ends_of(const BreakEvenState& state, const QRectF& inner) const {
    const double end = plot_.y_high(), slope = state.sales > 0.0 ? state.variable_cost / state.sales : 0.0;
    return {plot_.at(0.0, state.fixed_cost, inner), plot_.at(end, state.fixed_cost + slope * end, inner)};
}

/// Each label stands where it covers no line; a thin line leads back from afar.
void BreakEvenChart::draw_notes(QPainter& painter, const QRectF& inner, const std::vector<Note>& notes) const {
    const QFontMetricsF metrics(painter.font());
    const double end = plot_.y_high(), fixed = data_.now.fixed_cost;
    std::vector<Obstacle> obstacles;
    add_obstacles(obstacles, {plot_.at(0.0, 0.0, inner), plot_.at(end, end, inner)}, 3);
    add_obstacles(obstacles, {plot_.at(0.0, fixed, inner), plot_.at(end, fixed, inner)}, 3);
    add_obstacles(obstacles, {plot_.at(data_.now.sales, 0.0, inner), plot_.at(data_.now.sales, data_.now.sales, inner)}, 3);
    add_obstacles(obstacles, ends_of(data_.now, inner), 3);
    if (data_.base) add_obstacles(obstacles, ends_of(*data_.base, inner), 3);
    std::vector<QRectF> taken;
    for (const auto& one : notes)
        if (one.marked) taken.emplace_back(one.at - QPointF(6.0, 6.0), QSizeF(12.0, 12.0));
    for (const auto& one : notes) {
        const QSizeF size(metrics.horizontalAdvance(one.text) + 8.0, metrics.height());
        const QRectF place = place_label(one.at, size, inner.adjusted(2.0, 1.0, -2.0, -1.0), taken, obstacles);
        if (place.isNull()) continue;
        taken.push_back(place);
        const QPointF foot(std::clamp(one.at.x(), place.left() + 4.0, place.right() - 4.0),
                           std::clamp(one.at.y(), place.top(), place.bottom()));
        painter.setPen(QPen(one.ink, 0.8));
        if (std::hypot(foot.x() - one.at.x(), foot.y() - one.at.y()) > 16.0) painter.drawLine(one.at, foot);
        painter.setPen(readable(one.ink, colors().panel));
        painter.drawText(place, Qt::AlignCenter, one.text);
    }
}

void BreakEvenChart::draw(QPainter& painter, const QRectF& area) {
    painter.setFont(small_font());
    const QFontMetricsF metrics(painter.font());
    const double size = data_.measure.size();
    const auto text = [&](double tick) { return data_.measure.axis(tick * size, ticks_.decimals); };
    double widest = 0.0;
    for (const double tick : ticks_.at()) widest = std::max(widest, metrics.horizontalAdvance(text(tick)));
    const QRectF inner = area.adjusted(widest + 12.0, 6.0, -widest / 2.0 - 6.0, -2.0 * metrics.height() - 8.0);
    inner_ = inner;
    if (inner.width() < 40.0 || inner.height() < 40.0) return;
    const double apart = plot_.at(ticks_.step * size, 0.0, inner).x() - plot_.at(0.0, 0.0, inner).x();
    const int stride = std::max(1, static_cast<int>(std::ceil((widest + 8.0) / std::max(1.0, apart))));
    int n = 0;
    for (const double tick : ticks_.at()) {
        const QPointF at = plot_.at(tick * size, tick * size, inner);
        painter.setPen(QPen(tick == 0.0 ? colors().zero : colors().grid, 1.0));
        painter.drawLine(QPointF(inner.left(), at.y()), QPointF(inner.right(), at.y()));
        painter.drawLine(QPointF(at.x(), inner.top()), QPointF(at.x(), inner.bottom()));
        painter.setPen(colors().muted);
        painter.drawText(QRectF(area.left(), at.y() - 10.0, inner.left() - area.left() - 6.0, 20.0),
                         Qt::AlignRight | Qt::AlignVCenter, text(tick));
        if (n++ % stride == 0)
            painter.drawText(QRectF(at.x() - 60.0, inner.bottom() + 4.0, 120.0, metrics.height()), Qt::AlignCenter,
                             text(tick));
    }
    painter.setPen(colors().muted);
    painter.drawText(
        QRectF(inner.left(), inner.bottom() + 4.0 + metrics.height(), inner.width(), metrics.height() + 2.0),
        Qt::AlignCenter, labelled(words()("Net sales", "売上高"), data_.measure));
    plot_.draw(painter, inner);
    const auto mark = [&](double x, double y, const QColor& color) {
        painter.setPen(QPen(colors().panel, 1.5));
        painter.setBrush(color);
        painter.drawEllipse(plot_.at(x, y, inner), 5.0, 5.0);
    };
    if (data_.base && data_.base->break_even_sales)
        mark(*data_.base->break_even_sales, *data_.base->break_even_sales, colors().base);
    const double sales = data_.now.sales;
    painter.setPen(QPen(colors().muted, 1.2, Qt::DashLine));
    painter.drawLine(plot_.at(sales, 0.0, inner), plot_.at(sales, sales, inner));
    mark(sales, sales, colors().text);
    std::vector<Note> notes;
    notes.push_back({plot_.at(sales, sales, inner), words()("Sales ", "売上高 ") + data_.measure.value(sales),
                     colors().text, true});
    if (data_.now.break_even_sales && *data_.now.break_even_sales <= ticks_.high * size) {
        const double point = *data_.now.break_even_sales;
        mark(point, point, data_.color);
        notes.push_back({plot_.at(point, point, inner),
                         words()("Break-even ", "損益分岐点 ") + data_.measure.value(point), data_.color, true});
    }
    notes.push_back({plot_.at(0.25 * ticks_.high * size, data_.now.fixed_cost, inner),
                     words()("Fixed cost ", "固定費 ") + data_.measure.value(data_.now.fixed_cost), colors().muted, false});
    if (data_.base) {
        const auto ends = ends_of(*data_.base, inner);
        notes.push_back({0.4 * ends[0] + 0.6 * ends[1], words()("Total cost, base", "総費用（基準）"), colors().base, false});
    }
    draw_notes(painter, inner, notes);
}

/// Fixed cost, sales and, where there is one, the point of break-even.
Chart::Mark BreakEvenChart::mark(int, int point) const {
    const auto& now = data_.now;
    if (point == 0)
        return {words()("Fixed cost", "固定費"), data_.measure.with_unit(now.fixed_cost),
                plot_.at(0.0, now.fixed_cost, inner_), -1, -1};
    const double sales = point == 1 ? now.sales : now.break_even_sales.value_or(now.sales);
    return {point == 1 ? words()("Sales", "売上高") : words()("Break-even", "損益分岐点"),
            data_.measure.with_unit(sales), plot_.at(sales, sales, inner_), -1, -1};
}

}  // namespace goho::gui
