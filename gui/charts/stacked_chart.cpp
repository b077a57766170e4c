#include "charts/stacked_chart.hpp"

#include "charts/ticks.hpp"

#include <QMouseEvent>
#include <algorithm>
#include <cmath>

namespace goho::gui {

void StackedChart::show_data(StackedData data) {
    data_ = std::move(data);
    update();
}

/// Parts in the order of the stack, as many rows as they need; returns the height taken.
double StackedChart::draw_legend(QPainter& painter, const QRectF& area) {
    const QFontMetricsF metrics(painter.font());
    double x = area.left(), y = area.top();
    const double row = metrics.height() + 4.0;
    for (const auto& part : data_.parts) {
        const double width = metrics.horizontalAdvance(part.name) + 30.0;
        if (x + width > area.right() && x > area.left()) {
            x = area.left();
            y += row;
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(part.color);
        painter.drawRoundedRect(QRectF(x, y + row / 2.0 - 5.0, 10.0, 10.0), 2.0, 2.0);
        painter.setPen(colors().muted);
        painter.drawText(QRectF(x + 15.0, y, width, row), Qt::AlignLeft | Qt::AlignVCenter, part.name);
        x += width;
    }
    return y + row - area.top() + 6.0;
}

void StackedChart::draw(QPainter& painter, const QRectF& area) {
    if (data_.columns.empty()) return;
    painter.setFont(small_font());
    const QFontMetricsF metrics(painter.font());
    const double legend = draw_legend(painter, area);
    double low = 0.0, high = data_.whole.value_or(0.0);
    for (std::size_t c = 0; c < data_.columns.size(); ++c) {
        double up = 0.0, down = 0.0;
        for (const auto& part : data_.parts) (part.values[c] >= 0.0 ? up : down) += part.values[c];
        low = std::min(low, down);
        high = std::max(high, data_.whole ? std::min(up, *data_.whole) : up);
    }
    const double size = data_.measure.size();
    const Ticks ticks = nice_ticks(low / size, std::max(high, low + size * 1e-3) / size, 5);
    double widest = 0.0;
    for (const double tick : ticks.at())
        widest = std::max(widest, metrics.horizontalAdvance(data_.measure.axis(tick * size, ticks.decimals)));
    inner_ = area.adjusted(widest + 10.0, legend + 4.0, -6.0, -metrics.height() - 8.0);
    const auto y_of = [&](double v) {
        return inner_.bottom() - (v / size - ticks.low) / (ticks.high - ticks.low) * inner_.height();
    };
    for (const double tick : ticks.at()) {
        painter.setPen(QPen(tick == 0.0 ? colors().zero : colors().grid, 1.0));
        painter.drawLine(QPointF(inner_.left(), y_of(tick * size)), QPointF(inner_.right(), y_of(tick * size)));
        painter.setPen(colors().muted);
        painter.drawText(QRectF(area.left(), y_of(tick * size) - 10.0, inner_.left() - area.left() - 6.0, 20.0),
                         Qt::AlignRight | Qt::AlignVCenter, data_.measure.axis(tick * size, ticks.decimals));
    }
    const double slot = inner_.width() / static_cast<double>(data_.columns.size()), bar = std::min(slot * 0.66, 54.0);
    double label = 0.0;
    for (const auto& column : data_.columns) label = std::max(label, metrics.horizontalAdvance(column));
    const int stride = std::max(1, static_cast<int>(std::ceil((label + 8.0) / slot)));
    for (std::size_t c = 0; c < data_.columns.size(); ++c) {
        const double x = inner_.left() + slot * (static_cast<double>(c) + 0.5);
        double up = 0.0, down = 0.0;
        for (const auto& part : data_.parts) {
            double& from = part.values[c] >= 0.0 ? up : down;
            const double top = y_of(from + part.values[c]), bottom = y_of(from);
            painter.setPen(std::abs(bottom - top) > 4.0 ? QPen(colors().panel, 1.0) : QPen(Qt::NoPen));
            painter.setBrush(part.color);
            if (std::abs(bottom - top) > 0.3)
                painter.drawRect(QRectF(x - bar / 2.0, std::min(top, bottom), bar, std::abs(bottom - top)));
            from += part.values[c];
        }
        if (static_cast<int>(c) % stride != 0) continue;
        painter.setPen(colors().muted);
        QRectF place(x - label / 2.0 - 1.0, inner_.bottom() + 5.0, label + 2.0, metrics.height());
        if (place.right() > area.right()) place.moveRight(area.right());
        painter.drawText(place, Qt::AlignCenter, data_.columns[c]);
    }
    if (hover_ < 0 || hover_ >= static_cast<int>(data_.columns.size())) return;
    std::vector<NoteLine> notes;
    for (auto part = data_.parts.rbegin(); part != data_.parts.rend(); ++part) {
        notes.push_back(
            {part->color, part->name, data_.measure.with_unit(part->values[static_cast<std::size_t>(hover_)])});
    }
    draw_note(painter, colors(), area, {inner_.left() + slot * (hover_ + 0.5) + bar / 2.0, inner_.top() + 20.0},
              data_.columns[static_cast<std::size_t>(hover_)], notes);
}

int StackedChart::column_at(double x) const {
    if (data_.columns.empty() || inner_.width() <= 0.0 || x < inner_.left() || x > inner_.right()) return -1;
    return std::min(static_cast<int>((x - inner_.left()) / inner_.width() * static_cast<double>(data_.columns.size())),
                    static_cast<int>(data_.columns.size()) - 1);
}

void StackedChart::mouseMoveEvent(QMouseEvent* event) {
    hover_ = column_at(event->position().x());
    update();
}

void StackedChart::leaveEvent(QEvent*) {
    hover_ = -1;
    update();
}

void StackedChart::mousePressEvent(QMouseEvent* event) {
    const int column = column_at(event->position().x());
    if (column >= 0 && event->button() == Qt::LeftButton) Q_EMIT picked(-1, column);
}

}  // namespace goho::gui
