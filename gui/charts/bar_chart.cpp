#include "charts/bar_chart.hpp"

#include <QMouseEvent>
#include <algorithm>
#include <cmath>

namespace goho::gui {

void BarChart::show_data(BarData data) {
    data_ = std::move(data);
    updateGeometry();
    update();
}

void BarChart::draw(QPainter& painter, const QRectF& area) {
    if (data_.bars.empty()) return;
    painter.setFont(font());
    const QFontMetricsF metrics(painter.font());
    double names = 0.0, words = 0.0;
    for (const auto& bar : data_.bars) {
        names = std::max(names, metrics.horizontalAdvance(bar.label));
        words = std::max(words, metrics.horizontalAdvance(bar.words));
    }
    names = std::min(names, area.width() * 0.34);
    words = std::min(words, area.width() * 0.36);
    const QRectF inner = area.adjusted(names + 16.0, 4.0, -words - 18.0, -4.0);
    const auto x_of = [&](double v) {
        return inner.left() + std::clamp((v - data_.low) / (data_.high - data_.low), 0.0, 1.0) * inner.width();
    };
    const double row = inner.height() / static_cast<double>(data_.bars.size()), thick = std::min(18.0, row * 0.5);
    painter.setPen(QPen(colors().grid, 1.0));
    for (const double mark : data_.marks)
        painter.drawLine(QPointF(x_of(mark), inner.top()), QPointF(x_of(mark), inner.bottom()));
    painter.setPen(QPen(colors().zero, 1.0));
    const double zero = x_of(std::max(0.0, data_.low));
    painter.drawLine(QPointF(zero, inner.top()), QPointF(zero, inner.bottom()));
    double y = inner.top() + row / 2.0;
    for (const auto& bar : data_.bars) {
        painter.setPen(colors().text);
        painter.drawText(QRectF(area.left(), y - row / 2.0, names + 4.0, row), Qt::AlignLeft | Qt::AlignVCenter,
                         fitted_text(metrics, bar.label, names + 2.0));
        double end = zero;
        painter.setPen(Qt::NoPen);
        if (bar.value) {
            end = x_of(*bar.value);
            painter.setBrush(bar.color);
            painter.drawRoundedRect(
                QRectF(std::min(zero, end), y - thick / 2.0, std::max(2.0, std::abs(end - zero)), thick), 2.5, 2.5);
        }
        if (bar.from || bar.to) {
            const double from = x_of(bar.from.value_or(bar.value.value_or(0.0))), to = x_of(bar.to.value_or(bar.value.value_or(0.0)));
            painter.setPen(QPen(colors().text, 1.4));
            painter.drawLine(QPointF(from, y), QPointF(to, y));
            for (const double x : {from, to}) painter.drawLine(QPointF(x, y - thick / 4.0), QPointF(x, y + thick / 4.0));
            painter.setPen(Qt::NoPen);
        }
        if (bar.before) {
            const double x = x_of(*bar.before);
            painter.setBrush(colors().text);
            painter.drawRect(QRectF(x - 1.25, y - thick / 2.0 - 4.0, 2.5, thick + 8.0));
        }
        painter.setPen(colors().text);
        painter.drawText(QRectF(inner.right() + 12.0, y - row / 2.0, words + 6.0, row),
                         Qt::AlignLeft | Qt::AlignVCenter, fitted_text(metrics, bar.words, words + 4.0));
        y += row;
    }
}

void BarChart::mousePressEvent(QMouseEvent* event) {
    if (data_.bars.empty() || event->button() != Qt::LeftButton) return;
    const int i = static_cast<int>(event->position().y() / height() * static_cast<double>(data_.bars.size()));
    if (i >= 0 && i < static_cast<int>(data_.bars.size())) Q_EMIT picked(i, -1);
}

Chart::Mark BarChart::mark(int, int point) const {
    const auto& bar = data_.bars[static_cast<std::size_t>(point)];
    const double row = (height() - 8.0) / static_cast<double>(data_.bars.size());
    return {bar.label, bar.words, QPointF(width() / 2.0, 4.0 + row * (point + 0.5)), point, -1};
}

}  // namespace goho::gui
