#include "charts/waterfall_chart.hpp"

#include "charts/ticks.hpp"

#include <QMouseEvent>
#include <algorithm>

namespace goho::gui {

void WaterfallChart::show_data(WaterfallData data) {
    data_ = std::move(data);
    update();
}

void WaterfallChart::draw(QPainter& painter, const QRectF& area) {
    if (data_.steps.empty()) return;
    painter.setFont(small_font());
    const QFontMetricsF metrics(painter.font());
    double low = 0.0, high = 0.0, running = 0.0;
    for (const auto& step : data_.steps) {
        running = step.total ? step.value : running + step.value;
        low = std::min(low, running);
        high = std::max(high, running);
    }
    const double size = data_.measure.size();
    const Ticks ticks = nice_ticks(low / size, high / size, 4);
    const QRectF inner = area.adjusted(8.0, metrics.height() + 8.0, -8.0, -2.0 * metrics.height() - 10.0);
    const auto y_of = [&](double v) {
        return inner.bottom() - (v / size - ticks.low) / (ticks.high - ticks.low) * inner.height();
    };
    for (const double tick : ticks.at()) {
        painter.setPen(QPen(tick == 0.0 ? colors().zero : colors().grid, 1.0));
        painter.drawLine(QPointF(inner.left(), y_of(tick * size)), QPointF(inner.right(), y_of(tick * size)));
    }
    const double slot = inner.width() / static_cast<double>(data_.steps.size()), bar = std::min(slot * 0.62, 64.0);
    running = 0.0;
    for (std::size_t i = 0; i < data_.steps.size(); ++i) {
        const auto& step = data_.steps[i];
        const double from = step.total ? 0.0 : running, to = step.total ? step.value : running + step.value;
        const double x = inner.left() + slot * (static_cast<double>(i) + 0.5);
        const double top = std::min(y_of(from), y_of(to)), bottom = std::max(y_of(from), y_of(to));
        const QColor color = step.total ? step.color : step.value >= 0.0 ? colors().good : colors().bad;
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawRoundedRect(QRectF(x - bar / 2.0, top, bar, std::max(1.5, bottom - top)), 2.0, 2.0);
        if (i + 1 < data_.steps.size()) {
            painter.setPen(QPen(colors().zero, 1.0, Qt::DotLine));
            painter.drawLine(QPointF(x + bar / 2.0, y_of(to)), QPointF(x + slot - bar / 2.0, y_of(to)));
        }
        painter.setPen(step.total ? colors().text : color);
        const QString number = step.total ? data_.measure.value(step.value) : data_.measure.difference(step.value);
        painter.drawText(QRectF(x - slot, top - metrics.height() - 2.0, 2.0 * slot, metrics.height()), Qt::AlignCenter,
                         number);
        painter.setPen(colors().muted);
        const QStringList lines = wrapped_text(metrics, step.label, slot - 6.0, 2);
        double y = inner.bottom() + 6.0;
        for (const auto& line : lines) {
            painter.drawText(QRectF(x - slot / 2.0, y, slot, metrics.height()), Qt::AlignCenter, line);
            y += metrics.height();
        }
        running = to;
    }
}

void WaterfallChart::mousePressEvent(QMouseEvent* event) {
    if (data_.steps.empty() || event->button() != Qt::LeftButton) return;
    const double slot = (width() - 16.0) / static_cast<double>(data_.steps.size());
    const int i = static_cast<int>((event->position().x() - 8.0) / slot);
    if (i >= 0 && i < static_cast<int>(data_.steps.size())) Q_EMIT picked(i, -1);
}

}  // namespace goho::gui
