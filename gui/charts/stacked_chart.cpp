#include "charts/stacked_chart.hpp"

#include <QMouseEvent>
#include <algorithm>
#include <cmath>
#include <limits>

namespace goho::gui {

void StackedChart::show_data(StackedData data) {
    data_ = std::move(data);
    update();
}

/// Names of the parts in rows above the columns; one below the other beside them where rows would take their height.
StackedChart::Legend StackedChart::legend_of(const QFontMetricsF& metrics, const QRectF& area) const {
    Legend rows, list;
    const double row = metrics.height() + 2.0;
    double x = area.left(), y = area.top();
    for (const auto& part : data_.parts) {
        const double width = metrics.horizontalAdvance(part.name) + 15.0;
        if (x + width > area.right() && x > area.left()) {
            x = area.left();
            y += row;
        }
        rows.at.emplace_back(x, y);
        x += width + 13.0;
        list.width = std::max(list.width, width);
    }
    rows.height = y + row - area.top() + 4.0;
    list.width += 14.0;
    list.beside = true;
    if (rows.height <= 2.0 * row + 4.0 || list.width > 0.5 * area.width()) return rows;
    const double most = (area.height() - row) / static_cast<double>(data_.parts.size());
    if (most < metrics.height() - 6.0) return rows;
    const double step = std::min(row + 3.0, most);
    y = area.top() + std::max(0.0, (area.height() - row - step * static_cast<double>(data_.parts.size())) / 2.0);
    for (std::size_t i = data_.parts.size(); i-- > 0; y += step)  // as they lie upon each other
        list.at.insert(list.at.begin(), QPointF(area.right() - list.width + 14.0, y));
    return list;
}

void StackedChart::draw_legend(QPainter& painter, const Legend& legend) const {
    const double row = QFontMetricsF(painter.font()).height() + 2.0;
    for (std::size_t i = 0; i < data_.parts.size(); ++i) {
        const QPointF at = legend.at[i];
        painter.setPen(Qt::NoPen);
        painter.setBrush(data_.parts[i].color);
        painter.drawRoundedRect(QRectF(at.x(), at.y() + row / 2.0 - 5.0, 10.0, 10.0), 2.0, 2.0);
        painter.setPen(colors().muted);
        painter.drawText(QRectF(at.x() + 15.0, at.y(), 600.0, row), Qt::AlignLeft | Qt::AlignVCenter,
                         data_.parts[i].name);
    }
}

void StackedChart::fit() {
    double low = 0.0, high = data_.whole.value_or(0.0);
    for (std::size_t c = 0; c < data_.columns.size(); ++c) {
        double up = 0.0, down = 0.0;
        for (const auto& part : data_.parts) (part.values[c] >= 0.0 ? up : down) += part.values[c];
        low = std::min(low, down);
        high = std::max(high, data_.whole ? std::min(up, *data_.whole) : up);
    }
    const double size = data_.measure.size();
    ticks_ = nice_ticks(low / size, std::max(high, low + size * 1e-3) / size, 5);
}

double StackedChart::y_of(double value) const {
    return inner_.bottom() - (value / data_.measure.size() - ticks_.low) / (ticks_.high - ticks_.low) * inner_.height();
}

void StackedChart::draw_axis(QPainter& painter, const QRectF& area) const {
    const double size = data_.measure.size(), line = QFontMetricsF(painter.font()).height();
    double last = std::numeric_limits<double>::infinity();
    for (const double tick : ticks_.at()) {
        painter.setPen(QPen(tick == 0.0 ? colors().zero : colors().grid, 1.0));
        painter.drawLine(QPointF(inner_.left(), y_of(tick * size)), QPointF(inner_.right(), y_of(tick * size)));
        if (last - y_of(tick * size) < line - 3.0) continue;
        last = y_of(tick * size);
        painter.setPen(colors().muted);
        painter.drawText(QRectF(area.left(), y_of(tick * size) - 10.0, inner_.left() - area.left() - 6.0, 20.0),
                         Qt::AlignRight | Qt::AlignVCenter, data_.measure.axis(tick * size, ticks_.decimals));
    }
}

void StackedChart::draw_columns(QPainter& painter, const QRectF& area) const {
    const QFontMetricsF metrics(painter.font());
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
}

void StackedChart::draw_hover(QPainter& painter, const QRectF& area) const {
    if (hover_ < 0 || hover_ >= static_cast<int>(data_.columns.size())) return;
    const double slot = inner_.width() / static_cast<double>(data_.columns.size()), bar = std::min(slot * 0.66, 54.0);
    std::vector<NoteLine> notes;
    for (auto part = data_.parts.rbegin(); part != data_.parts.rend(); ++part) {
        notes.push_back(
            {part->color, part->name, data_.measure.with_unit(part->values[static_cast<std::size_t>(hover_)])});
    }
    draw_note(painter, colors(), area, {inner_.left() + slot * (hover_ + 0.5) + bar / 2.0, inner_.top() + 20.0},
              data_.columns[static_cast<std::size_t>(hover_)], notes);
}

void StackedChart::draw(QPainter& painter, const QRectF& area) {
    if (data_.columns.empty()) return;
    painter.setFont(small_font());
    const QFontMetricsF metrics(painter.font());
    const Legend legend = legend_of(metrics, area);
    draw_legend(painter, legend);
    fit();
    double widest = 0.0;
    for (const double tick : ticks_.at())
        widest =
            std::max(widest, metrics.horizontalAdvance(data_.measure.axis(tick * data_.measure.size(), ticks_.decimals)));
    inner_ = area.adjusted(widest + 10.0, (legend.beside ? 8.0 : legend.height) + 4.0,
                           legend.beside ? -legend.width : -6.0, -metrics.height() - 8.0);
    draw_axis(painter, area);
    draw_columns(painter, legend.beside ? area.adjusted(0.0, 0.0, 10.0 - legend.width, 0.0) : area);
    draw_hover(painter, area);
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

Chart::Mark StackedChart::mark(int row, int point) const {
    const auto& part = data_.parts[static_cast<std::size_t>(row)];
    const auto column = static_cast<std::size_t>(point);
    double from = 0.0;  // what lies between this part and zero
    for (int i = 0; i < row; ++i) {
        const double below = data_.parts[static_cast<std::size_t>(i)].values[column];
        if ((below >= 0.0) == (part.values[column] >= 0.0)) from += below;
    }
    const double slot = inner_.width() / static_cast<double>(std::max<std::size_t>(1, data_.columns.size()));
    return {part.name, data_.columns[column] + QStringLiteral("  ") + data_.measure.with_unit(part.values[column]),
            QPointF(inner_.left() + slot * (point + 0.5), y_of(from + part.values[column] / 2.0)), -1, point};
}

}  // namespace goho::gui
