#include "charts/break_even_chart.hpp"

#include <algorithm>

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
    QColor ghost = colors().base, area = data_.color;
    ghost.setAlphaF(0.6F);
    area.setAlphaF(0.10F);
    const BreakEvenState& base = data_.base.value_or(data_.now);
    plot_.replace({{ghost, 1.6, true, data_.base.has_value(), total(base)},
                   {colors().text, 2.0, false, true, {{0.0, 0.0}, {end, end}}},
                   {colors().faint, 1.6, true, true, {{0.0, data_.now.fixed_cost}, {end, data_.now.fixed_cost}}},
                   {data_.color, 2.4, false, true, total(data_.now)}},
                  {{area, {{0.0, 0.0}, {end, 0.0}}, {{0.0, data_.now.fixed_cost}, {end, data_.now.fixed_cost}}}});
    update();
}

void BreakEvenChart::note(QPainter& painter, const QRectF& inner, QPointF at, const QString& text, const QColor& ink,
                          bool below) const {
    const QFontMetricsF metrics(painter.font());
    const double width = metrics.horizontalAdvance(text) + 10.0, height = metrics.height() + 4.0;
    QRectF box(at.x() - width / 2.0, below ? at.y() + 10.0 : at.y() - height - 10.0, width, height);
    box.moveLeft(std::clamp(box.left(), inner.left() + 2.0, inner.right() - width - 2.0));
    box.moveTop(std::clamp(box.top(), inner.top(), inner.bottom() - height));
    QColor back = colors().panel;
    back.setAlphaF(0.88F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(back);
    painter.drawRoundedRect(box, 3.0, 3.0);
    painter.setPen(ink);
    painter.drawText(box, Qt::AlignCenter, text);
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
    for (const double tick : ticks_.at()) {
        const QPointF at = plot_.at(tick * size, tick * size, inner);
        painter.setPen(QPen(tick == 0.0 ? colors().zero : colors().grid, 1.0));
        painter.drawLine(QPointF(inner.left(), at.y()), QPointF(inner.right(), at.y()));
        painter.drawLine(QPointF(at.x(), inner.top()), QPointF(at.x(), inner.bottom()));
        painter.setPen(colors().muted);
        painter.drawText(QRectF(area.left(), at.y() - 10.0, inner.left() - area.left() - 6.0, 20.0),
                         Qt::AlignRight | Qt::AlignVCenter, text(tick));
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
    note(painter, inner, plot_.at(sales, sales, inner), words()("Sales ", "売上高 ") + data_.measure.value(sales),
         colors().text, false);
    if (data_.now.break_even_sales && *data_.now.break_even_sales <= ticks_.high * size) {
        const double point = *data_.now.break_even_sales;
        mark(point, point, data_.color);
        note(painter, inner, plot_.at(point, point, inner),
             words()("Break-even ", "損益分岐点 ") + data_.measure.value(point), data_.color, true);
    }
    painter.setPen(colors().muted);
    painter.drawText(
        QRectF(inner.left() + 6.0, plot_.at(0.0, data_.now.fixed_cost, inner).y() + 3.0, 200.0, metrics.height()),
        Qt::AlignLeft, words()("Fixed cost ", "固定費 ") + data_.measure.value(data_.now.fixed_cost));
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
