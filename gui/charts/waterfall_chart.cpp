#include "charts/waterfall_chart.hpp"

#include "charts/ticks.hpp"

#include <QMouseEvent>
#include <algorithm>
#include <cmath>

namespace goho::gui {

void WaterfallChart::show_data(WaterfallData data) {
    data_ = std::move(data);
    update();
}

QString WaterfallChart::number_of(const WaterfallStep& step) const {
    return step.total ? data_.measure.value(step.value) : data_.measure.difference(step.value);
}

QColor WaterfallChart::color_of(const WaterfallStep& step) const {
    if (step.total) return step.color;
    // What is shown as nothing is neither good nor bad.
    if (std::abs(step.value) < 0.5 * data_.measure.size() * std::pow(10.0, -data_.measure.decimals())) return colors().muted;
    return step.value > 0.0 ? colors().good : colors().bad;
}

WaterfallChart::Place WaterfallChart::place_of(const QRectF& area) const {
    Place place;
    const QFontMetricsF metrics(small_font());
    const auto count = static_cast<double>(std::max<std::size_t>(1, data_.steps.size()));
    double low = 0.0, high = 0.0, running = 0.0, numbers = 0.0;
    const double wide = (area.width() - 16.0) / count - 6.0;
    for (const auto& step : data_.steps) {
        running = step.total ? step.value : running + step.value;
        low = std::min(low, running);
        high = std::max(high, running);
        numbers = std::max(numbers, metrics.horizontalAdvance(number_of(step)));
        place.names = std::max(place.names, metrics.horizontalAdvance(step.label));
        const QStringList lines = wrapped_text(metrics, step.label, wide, 2);
        place.lying = place.lying || lines.join(QString()).remove(QLatin1Char(' ')) !=
                                         QString(step.label).remove(QLatin1Char(' '));
    }
    place.left = area.left();
    place.names = std::min(place.names + 4.0, area.width() * 0.45);
    const double size = data_.measure.size();
    const Ticks ticks = nice_ticks(low / size, high / size, 4);
    place.low = ticks.low * size;
    place.high = ticks.high * size;
    for (const double tick : ticks.at()) place.ticks.push_back(tick * size);
    place.inner = place.lying
                      ? area.adjusted(place.names + 10.0, 4.0, -8.0, -4.0)
                      : area.adjusted(8.0, metrics.height() + 8.0, -8.0, -2.0 * metrics.height() - 10.0);
    if (place.lying) {  // figures stand behind the bars, on whichever side there is room
        place.inner.adjust(low < 0.0 ? numbers + 6.0 : 0.0, 0.0, -numbers - 8.0, 0.0);
        place.low = low;
        place.high = std::max(high, low + size * 1e-3);
    }
    place.slot = (place.lying ? place.inner.height() : place.inner.width()) / count;
    return place;
}

void WaterfallChart::draw_standing(QPainter& painter, const Place& place) const {
    const QFontMetricsF metrics(painter.font());
    const QRectF& inner = place.inner;
    const auto y_of = [&](double v) {
        return inner.bottom() - (v - place.low) / (place.high - place.low) * inner.height();
    };
    for (const double tick : place.ticks) {
        painter.setPen(QPen(tick == 0.0 ? colors().zero : colors().grid, 1.0));
        painter.drawLine(QPointF(inner.left(), y_of(tick)), QPointF(inner.right(), y_of(tick)));
    }
    const double slot = place.slot, bar = std::min(slot * 0.62, 64.0);
    double running = 0.0;
    for (std::size_t i = 0; i < data_.steps.size(); ++i) {
        const auto& step = data_.steps[i];
        const double from = step.total ? 0.0 : running, to = step.total ? step.value : running + step.value;
        const double x = inner.left() + slot * (static_cast<double>(i) + 0.5);
        const double top = std::min(y_of(from), y_of(to)), bottom = std::max(y_of(from), y_of(to));
        painter.setPen(Qt::NoPen);
        painter.setBrush(color_of(step));
        painter.drawRoundedRect(QRectF(x - bar / 2.0, top, bar, std::max(1.5, bottom - top)), 2.0, 2.0);
        if (i + 1 < data_.steps.size()) {
            painter.setPen(QPen(colors().zero, 1.0, Qt::DotLine));
            painter.drawLine(QPointF(x + bar / 2.0, y_of(to)), QPointF(x + slot - bar / 2.0, y_of(to)));
        }
        const double wide = metrics.horizontalAdvance(number_of(step)) + 4.0;
        const QRectF number(x - wide / 2.0, top - metrics.height() - 2.0, wide, metrics.height());
        painter.fillRect(number.adjusted(0.0, 1.0, 0.0, 0.0), colors().panel);  // no line behind figures
        painter.setPen(step.total ? colors().text : color_of(step));
        painter.drawText(number, Qt::AlignCenter, number_of(step));
        painter.setPen(colors().muted);
        double y = inner.bottom() + 6.0;
        for (const auto& line : wrapped_text(metrics, step.label, slot - 6.0, 2)) {
            painter.drawText(QRectF(x - slot / 2.0, y, slot, metrics.height()), Qt::AlignCenter, line);
            y += metrics.height();
        }
        running = to;
    }
}

void WaterfallChart::draw_lying(QPainter& painter, const Place& place) const {
    const QFontMetricsF metrics(painter.font());
    const QRectF& inner = place.inner;
    const auto x_of = [&](double v) {
        return inner.left() + (v - place.low) / (place.high - place.low) * inner.width();
    };
    painter.setPen(QPen(colors().zero, 1.0));
    painter.drawLine(QPointF(x_of(0.0), inner.top()), QPointF(x_of(0.0), inner.bottom()));
    const double slot = place.slot, bar = std::min(slot * 0.62, 26.0);
    double running = 0.0;
    for (std::size_t i = 0; i < data_.steps.size(); ++i) {
        const auto& step = data_.steps[i];
        const double from = step.total ? 0.0 : running, to = step.total ? step.value : running + step.value;
        const double y = inner.top() + slot * (static_cast<double>(i) + 0.5);
        const double left = std::min(x_of(from), x_of(to)), right = std::max(x_of(from), x_of(to));
        painter.setPen(Qt::NoPen);
        painter.setBrush(color_of(step));
        painter.drawRoundedRect(QRectF(left, y - bar / 2.0, std::max(1.5, right - left), bar), 2.0, 2.0);
        if (i + 1 < data_.steps.size()) {
            painter.setPen(QPen(colors().zero, 1.0, Qt::DotLine));
            painter.drawLine(QPointF(x_of(to), y + bar / 2.0), QPointF(x_of(to), y + slot - bar / 2.0));
        }
        painter.setPen(step.total ? colors().text : color_of(step));
        const QString number = number_of(step);
        const double width = metrics.horizontalAdvance(number);
        const bool before = to < 0.0 && from <= 0.0;
        painter.drawText(QRectF(before ? left - width - 6.0 : right + 6.0, y - slot / 2.0, width + 2.0, slot),
                         Qt::AlignLeft | Qt::AlignVCenter, number);
        painter.setPen(colors().muted);
        const QStringList lines =
            wrapped_text(metrics, step.label, place.names, slot >= 2.0 * metrics.height() - 4.0 ? 2 : 1);
        painter.drawText(QRectF(place.left, y - slot / 2.0, place.names + 2.0, slot), Qt::AlignLeft | Qt::AlignVCenter,
                         lines.join(QLatin1Char('\n')));
        running = to;
    }
}

void WaterfallChart::draw(QPainter& painter, const QRectF& area) {
    if (data_.steps.empty()) return;
    painter.setFont(small_font());
    const Place place = place_of(area);
    place.lying ? draw_lying(painter, place) : draw_standing(painter, place);
}

Chart::Mark WaterfallChart::mark(int, int point) const {
    const Place place = place_of(QRectF(rect()));
    const double at = place.slot * (point + 0.5);
    const auto& step = data_.steps[static_cast<std::size_t>(point)];
    return {step.label, number_of(step) + QLatin1Char(' ') + data_.measure.name(),
            place.lying ? QPointF(place.inner.left(), place.inner.top() + at)
                        : QPointF(place.inner.left() + at, place.inner.bottom()),
            point, -1};
}

void WaterfallChart::mousePressEvent(QMouseEvent* event) {
    if (data_.steps.empty() || event->button() != Qt::LeftButton) return;
    const Place place = place_of(QRectF(rect()));
    const double along = place.lying ? event->position().y() - place.inner.top() : event->position().x() - place.inner.left();
    const int i = static_cast<int>(along / place.slot);
    if (along >= 0.0 && i < static_cast<int>(data_.steps.size())) Q_EMIT picked(i, -1);
}

}  // namespace goho::gui
