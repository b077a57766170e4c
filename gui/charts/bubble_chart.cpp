#include "charts/bubble_chart.hpp"

#include "charts/labels.hpp"
#include "charts/ticks.hpp"

#include <algorithm>

namespace goho::gui {

void BubbleChart::show_data(BubbleData data) {
    data_ = std::move(data);
    update();
}

void BubbleChart::draw(QPainter& painter, const QRectF& area) {
    painter.setFont(small_font());
    const QFontMetricsF metrics(painter.font());
    const double size = data_.measure.size();
    double high = data_.y_border * 2.0;
    for (const auto& bubble : data_.bubbles) high = std::max(high, bubble.y * 1.15);
    const Ticks ticks = nice_ticks(0.0, std::max(high, size) / size, 5);
    double widest = 0.0;
    for (const double tick : ticks.at())
        widest = std::max(widest, metrics.horizontalAdvance(data_.measure.axis(tick * size, ticks.decimals)));
    const QRectF inner = area.adjusted(widest + 12.0, metrics.height() + 10.0, -12.0, -2.0 * metrics.height() - 8.0);
    const auto at = [&](double x, double y) {
        return QPointF(inner.left() + std::clamp(x, 0.0, 1.0) * inner.width(),
                       inner.bottom() - y / size / ticks.high * inner.height());
    };
    for (const double tick : ticks.at()) {
        const double y = at(0.0, tick * size).y();
        painter.setPen(QPen(colors().grid, 1.0));
        painter.drawLine(QPointF(inner.left(), y), QPointF(inner.right(), y));
        painter.setPen(colors().muted);
        painter.drawText(QRectF(area.left(), y - 10.0, inner.left() - area.left() - 6.0, 20.0),
                         Qt::AlignRight | Qt::AlignVCenter, data_.measure.axis(tick * size, ticks.decimals));
    }
    painter.setPen(QPen(colors().zero, 1.0, Qt::DashLine));
    painter.drawLine(at(data_.x_border, 0.0), at(data_.x_border, ticks.high * size));
    painter.drawLine(at(0.0, data_.y_border), at(1.0, data_.y_border));
    painter.setPen(colors().muted);
    const double middle = at(data_.x_border, 0.0).x();
    for (int field = 0; field < 4; ++field) {
        const bool right = field % 2 == 1;
        const QRectF room(QPointF(right ? middle + 6.0 : inner.left() + 6.0, inner.top() + 3.0),
                          QPointF(right ? inner.right() - 6.0 : middle - 6.0, inner.bottom() - 3.0));
        painter.drawText(room,
                         static_cast<int>(right ? Qt::AlignRight : Qt::AlignLeft) |
                             static_cast<int>(field < 2 ? Qt::AlignTop : Qt::AlignBottom),
                         wrapped_text(metrics, data_.fields[static_cast<std::size_t>(field)], room.width(), 2)
                             .join(QLatin1Char('\n')));
    }
    painter.setPen(colors().muted);
    painter.drawText(QRectF(area.left(), area.top(), area.width(), metrics.height() + 2.0),
                     Qt::AlignLeft | Qt::AlignTop, data_.y_name);
    for (int i = 0; i <= 4; ++i) {
        painter.drawText(QRectF(at(i / 4.0, 0.0).x() - 30.0, inner.bottom() + 4.0, 60.0, metrics.height()),
                         Qt::AlignCenter, QString::number(25 * i));
    }
    painter.drawText(
        QRectF(inner.left(), inner.bottom() + 4.0 + metrics.height(), inner.width(), metrics.height() + 2.0),
        Qt::AlignCenter, data_.x_name);
    painter.setFont(font());
    const QFontMetricsF names(painter.font());
    std::vector<Obstacle> lines_at;
    add_obstacles(lines_at, {at(data_.x_border, 0.0), at(data_.x_border, ticks.high * size)}, 3);
    add_obstacles(lines_at, {at(0.0, data_.y_border), at(1.0, data_.y_border)}, 3);
    std::vector<QRectF> taken;
    for (const auto& bubble : data_.bubbles)
        taken.emplace_back(at(bubble.x, bubble.y) - QPointF(11.0, 11.0), QSizeF(22.0, 22.0));
    centres_.clear();
    for (const auto& bubble : data_.bubbles) {
        const QPointF centre = at(bubble.x, bubble.y);
        centres_.push_back(centre);
        QColor fill = bubble.color;
        fill.setAlphaF(0.75F);
        painter.setBrush(fill);
        painter.setPen(QPen(colors().panel, 1.5));
        painter.drawEllipse(centre, 10.0, 10.0);
        const QStringList lines = wrapped_text(names, bubble.name, inner.width() * 0.45, 2);
        double width = 0.0;
        for (const auto& line : lines) width = std::max(width, names.horizontalAdvance(line));
        const double height = names.height() * static_cast<double>(lines.size());
        const QSizeF size_of_name(width + 4.0, height);
        const bool left = centre.x() + 16.0 + width > inner.right();
        QRectF place(QPointF(left ? centre.x() - 18.0 - width : centre.x() + 14.0, centre.y() - height / 2.0), size_of_name);
        const auto free = [&](const QRectF& r) {
            return std::none_of(taken.begin(), taken.end(), [&](const QRectF& other) { return other.intersects(r); }) &&
                   std::none_of(lines_at.begin(), lines_at.end(),
                                [&](const Obstacle& line) { return r.contains(line.at); });
        };
        if (!free(place)) {
            const QRectF other = place_label(centre, size_of_name, inner, taken, lines_at);
            if (!other.isNull()) place = other;
        }
        taken.push_back(place);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors().panel);
        painter.drawRect(place);  // no line of the chart strikes a name through
        painter.setPen(colors().text);
        painter.drawText(place, Qt::AlignCenter, lines.join(QLatin1Char('\n')));
    }
}

Chart::Mark BubbleChart::mark(int, int point) const {
    const auto i = static_cast<std::size_t>(point);
    const auto& bubble = data_.bubbles[i];
    return {bubble.name, data_.measure.with_unit(bubble.y) + words()(", ", "、") + data_.x_name +
                             words()(": ", "：") + QString::number(static_cast<int>(bubble.x * 100.0 + 0.5)),
            i < centres_.size() ? centres_[i] : QPointF(), point, -1};
}

}  // namespace goho::gui
