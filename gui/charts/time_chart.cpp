#include "charts/time_chart.hpp"

#include "charts/labels.hpp"

#include <QMouseEvent>
#include <algorithm>
#include <cmath>
#include <limits>

namespace goho::gui {

QString fiscal_year_text(Month month, int fiscal_year_start, Language language) {
    const QString year = QString::number(goho::fiscal_year_start(month, fiscal_year_start).year());
    return language == Language::japanese ? year + QStringLiteral("年度") : QStringLiteral("FY") + year;
}

int year_stride(double label_width, double year_width) {
    for (const int stride : {1, 2, 3, 5, 10}) {
        if (label_width + 10.0 <= year_width * stride) return stride;
    }
    return 20;
}

TimeChart::TimeChart(const Shown& shown, QWidget* parent) : Chart(shown, parent) {}

void TimeChart::show_data(TimeData data) {
    data_ = std::move(data);
    back_ = middle(data_);
    fit();
    std::vector<PlotBand> bands;
    std::vector<PlotLine> lines;
    const auto points = [](const std::vector<double>& level) {
        QList<QPointF> out;
        out.reserve(static_cast<qsizetype>(level.size()));
        for (std::size_t t = 0; t < level.size(); ++t) out.append({static_cast<double>(t) + 1.0, level[t]});
        return out;
    };
    if (!data_.fan.empty()) {
        QColor outer = data_.fan.color, inner = data_.fan.color;
        outer.setAlphaF(0.14F);
        inner.setAlphaF(0.24F);
        bands.push_back({outer, points(data_.fan.p5), points(data_.fan.p95)});
        bands.push_back({inner, points(data_.fan.p25), points(data_.fan.p75)});
    }
    lines.push_back({data_.fan.color, 1.2, true, !data_.fan.empty(),
                     points(data_.fan.p50)});  // always first: the others keep their series
    for (const auto& line : data_.lines) {
        const QColor color = line.color;
        QList<QPointF> at = line.points;
        for (auto& p : at) p.rx() -= back_;
        lines.push_back({color, line.strong ? 2.6 : line.ghost ? 1.6 : 1.8, false, true, at});
    }
    plot_.replace(lines, bands);
    update();
}

/// What is told of a whole year stands in its middle, over the label of that year, though it is known at its end.
double TimeChart::middle(const TimeData& data) {
    return std::any_of(data.lines.begin(), data.lines.end(), [](const auto& l) { return l.markers; }) ? 6.0 : 0.0;
}

QPointF TimeChart::at(double month, double value, const QRectF& inner) const {
    return plot_.at(month - back_, value, inner);
}

QString TimeChart::time_text(int month) const {
    const QString text = qt(goho::shown(data_.start + month, shown_.language));
    return back_ > 0.0 ? words()("Year to ", "") + text + words()("", "までの1年") : text;
}

/// The axis covers all lines, targets and bands, and zero when it is near or crossed.
void TimeChart::fit() {
    double low = data_.low.value_or(std::numeric_limits<double>::infinity()),
           high = data_.high.value_or(-std::numeric_limits<double>::infinity());
    const auto take = [&](double v) {
        if (!std::isfinite(v)) return;
        low = std::min(low, v);
        high = std::max(high, v);
    };
    for (const auto& line : data_.lines) {
        for (const auto& p : line.points) take(p.y());
    }
    for (const auto& target : data_.targets) take(target.value);
    for (const double v : data_.fan.p5) take(v);
    for (const double v : data_.fan.p95) take(v);
    if (low > high) low = 0.0, high = data_.measure.size();
    if (low > 0.0 && low < (high - low) * 0.6) low = 0.0;  // zero is near: show it
    const double size = data_.measure.size();
    const int wanted = std::clamp(height() / 44, 3, 7);
    ticks_ = nice_ticks(low / size, high / size, wanted);
    // A level line on the floor of the chart would be taken for its axis.
    const bool on_floor = low != 0.0 && !data_.low && std::abs(low / size - ticks_.low) < 1e-6 * ticks_.step;
    if (on_floor && std::any_of(data_.lines.begin(), data_.lines.end(), [&](const TimeLine& line) {
            return !line.points.isEmpty() && std::all_of(line.points.begin(), line.points.end(),
                                                         [&](const QPointF& p) { return p.y() == low; });
        }))
        ticks_.low -= ticks_.step;
    plot_.set_span(0.0, std::max(1, data_.months), ticks_.low * size, ticks_.high * size);
}

QRectF TimeChart::inner_of(const QRectF& area) const {
    const QFontMetricsF metrics(small_font());
    double widest = 0.0;
    for (const double tick : ticks_.at()) {
        widest = std::max(widest,
                          metrics.horizontalAdvance(data_.measure.axis(tick * data_.measure.size(), ticks_.decimals)));
    }
    return area.adjusted(widest + 10.0, metrics.height() * 0.6 + 2.0, -10.0, -metrics.height() - 8.0);
}

void TimeChart::draw_axes(QPainter& painter, const QRectF& inner) {
    const double size = data_.measure.size();
    const QFontMetricsF metrics(painter.font());
    double last = std::numeric_limits<double>::infinity();
    for (const double tick : ticks_.at()) {
        const double y = plot_.at(0.0, tick * size, inner).y();
        const bool zero = tick == 0.0 && ticks_.low < 0.0;
        painter.setPen(QPen(zero ? colors().zero : colors().grid, zero ? 1.4 : 1.0));
        painter.drawLine(QPointF(inner.left(), y), QPointF(inner.right(), y));
        if (last - y < metrics.height() && !zero) continue;
        last = y;
        painter.setPen(colors().muted);
        painter.drawText(QRectF(inner.left() - 208.0, y - 10.0, 200.0, 20.0), Qt::AlignRight | Qt::AlignVCenter,
                         data_.measure.axis(tick * size, ticks_.decimals));
    }
}

/// Each label stands in the middle of its year; a thin line where the year begins.
void TimeChart::draw_years(QPainter& painter, const QRectF& inner) {
    const QFontMetricsF metrics(painter.font());
    const double width =
        metrics.horizontalAdvance(fiscal_year_text(data_.start, data_.fiscal_year_start, shown_.language));
    const double year = inner.width() * 12.0 / std::max(1, data_.months);
    const int stride = year_stride(width, year);
    const Month first = goho::fiscal_year_start(data_.start, data_.fiscal_year_start);
    double free_from = inner.left() - 20.0;
    for (int n = 0; first + 12 * n < data_.start + data_.months; n += stride) {
        const double month = static_cast<double>((first + 12 * n) - data_.start);
        const double x = plot_.at(month, 0.0, inner).x();
        if (month > 0.0) {
            painter.setPen(QPen(colors().grid, 1.0));
            painter.drawLine(QPointF(x, inner.top()), QPointF(x, inner.bottom()));
        }
        QRectF place(x + (year - width) / 2.0, inner.bottom() + 5.0, width, metrics.height());
        if (place.right() > inner.right() + 8.0 && place.left() < inner.right() - 12.0)
            place.moveRight(inner.right() + 8.0);
        if (place.left() < free_from || place.right() > inner.right() + 8.0) continue;
        painter.setPen(colors().muted);
        painter.drawText(place, Qt::AlignCenter,
                         fiscal_year_text(first + 12 * n, data_.fiscal_year_start, shown_.language));
        free_from = place.right() + 6.0;
    }
}

void TimeChart::draw_marks(QPainter& painter, const QRectF& inner) {
    for (const auto& line : data_.lines) {
        if (!line.markers) continue;
        painter.setPen(QPen(colors().panel, 1.2));
        painter.setBrush(line.color);
        const double r = line.strong ? 3.6 : 2.6;
        for (const auto& p : line.points) painter.drawEllipse(at(p.x(), p.y(), inner), r, r);
    }
    for (const auto& target : data_.targets) {
        const QPointF spot = at(target.month, target.value, inner);
        painter.setPen(QPen(target.met ? colors().good : colors().bad, 1.8));
        painter.setBrush(target.met ? colors().good : colors().panel);
        const QPointF diamond[] = {spot + QPointF(0, -6), spot + QPointF(6, 0), spot + QPointF(0, 6), spot + QPointF(-6, 0)};
        painter.drawConvexPolygon(diamond, 4);
    }
}

/// A thin line leads to a label that had to move away from its point.
void TimeChart::draw_label(QPainter& painter, const QRectF& place, QPointF at, const QString& text,
                           const QColor& ink) {
    const QPointF end(std::clamp(at.x(), place.left(), place.right()), std::clamp(at.y(), place.top(), place.bottom()));
    if (std::hypot(end.x() - at.x(), end.y() - at.y()) > 16.0) {
        QColor thin = ink;
        thin.setAlphaF(0.55F);
        painter.setPen(QPen(thin, 1.0));
        painter.drawLine(at, end);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors().panel);
    painter.drawRoundedRect(place, 3.0, 3.0);
    painter.setPen(ink);
    painter.drawText(place, Qt::AlignCenter, text);
}

/// What stands beside targets and callouts; a label that finds no room is left out, its mark stays.
void TimeChart::draw_labels(QPainter& painter, const QRectF& inner) {
    placed_.clear();
    if (data_.callouts.empty() && data_.targets.empty()) return;
    const QFont plain = painter.font();
    QFont bold = plain;
    bold.setBold(true);
    painter.setFont(bold);
    const QFontMetricsF metrics(bold);
    std::vector<Obstacle> obstacles;
    for (const auto& line : data_.lines) {
        std::vector<QPointF> points;
        for (const auto& p : line.points) points.push_back(at(p.x(), p.y(), inner));
        add_obstacles(obstacles, points, line.strong ? 3 : 1);
    }
    std::vector<QRectF> taken;
    for (const auto& target : data_.targets)
        taken.emplace_back(at(target.month, target.value, inner) - QPointF(7.0, 7.0), QSizeF(14.0, 14.0));
    for (const auto& callout : data_.callouts)
        taken.emplace_back(at(callout.month, callout.value, inner) - QPointF(4.0, 4.0), QSizeF(8.0, 8.0));
    const QRectF room = inner.adjusted(2.0, -6.0, 8.0, 2.0);
    const auto label = [&](QPointF at, const QString& text, const QColor& ink) {
        const QSizeF size(metrics.horizontalAdvance(text) + 6.0, metrics.height() - 2.0);
        const QRectF place = text.isEmpty() ? QRectF() : place_label(at, size, room, taken, obstacles);
        if (place.isNull()) return;
        taken.push_back(place);
        placed_.push_back(place);
        draw_label(painter, place, at, text, ink);
    };
    for (const auto& callout : data_.callouts)
        label(at(callout.month, callout.value, inner), callout.text, callout.color);
    for (const auto& target : data_.targets)
        label(at(target.month, target.value, inner), target.text, target.met ? colors().good : colors().bad);
    for (const auto& callout : data_.callouts) {
        painter.setPen(QPen(colors().panel, 1.5));
        painter.setBrush(callout.color);
        painter.drawEllipse(at(callout.month, callout.value, inner), 4.0, 4.0);
    }
    painter.setFont(plain);
}

int TimeChart::points(int row) const {
    return static_cast<int>(data_.lines[static_cast<std::size_t>(row)].points.size());
}

Chart::Mark TimeChart::mark(int row, int point) const {
    const auto& line = data_.lines[static_cast<std::size_t>(row)];
    const QPointF p = line.points[point];
    const int month = std::clamp(static_cast<int>(std::lround(p.x())) - 1, 0, std::max(0, data_.months - 1));
    return {line.name, time_text(month) + QStringLiteral("  ") +
                           data_.measure.with_unit(p.y()),
            at(p.x(), p.y(), inner_of(QRectF(rect()))), row, month};
}

const QPointF* TimeChart::nearest(const TimeLine& line, double month) const {
    const QPointF* best = nullptr;
    for (const auto& p : line.points) {
        if (!best || std::abs(p.x() - month) < std::abs(best->x() - month)) best = &p;
    }
    return best;
}

void TimeChart::draw_hover(QPainter& painter, const QRectF& area, const QRectF& inner) {
    double month = hover_;
    for (const auto& line : data_.lines) {
        if (const auto* p = nearest(line, hover_); p && line.markers) month = p->x();
    }
    const QPointF foot = at(month, 0.0, inner);
    painter.setPen(QPen(colors().zero, 1.0));
    painter.drawLine(QPointF(foot.x(), inner.top()), QPointF(foot.x(), inner.bottom()));
    std::vector<NoteLine> notes;
    double top = inner.bottom();
    for (const auto& line : data_.lines) {
        const auto* p = nearest(line, month);
        if (!p || std::abs(p->x() - month) > 12.0) continue;
        const QPointF spot = at(p->x(), p->y(), inner);
        top = std::min(top, spot.y());
        painter.setPen(QPen(colors().panel, 1.5));
        painter.setBrush(line.color);
        painter.drawEllipse(spot, 4.0, 4.0);
        notes.push_back({line.color, line.name, data_.measure.with_unit(p->y())});
    }
    for (const auto& target : data_.targets) {
        if (std::abs(target.month - month) < 6.0)
            notes.push_back(
                {target.met ? colors().good : colors().bad, target.words, data_.measure.with_unit(target.value)});
    }
    const int index = std::clamp(static_cast<int>(std::lround(month)) - 1, 0, std::max(0, data_.months - 1));
    draw_note(painter, colors(), area, {foot.x(), top}, time_text(index), notes);
}

void TimeChart::draw(QPainter& painter, const QRectF& area) {
    painter.setFont(small_font());
    const QRectF inner = inner_of(area);
    if (inner.width() < 20.0 || inner.height() < 20.0) return;
    draw_years(painter, inner);
    draw_axes(painter, inner);
    plot_.draw(painter, inner);
    draw_marks(painter, inner);
    draw_labels(painter, inner);
    if (hover_ >= 0.0 && !data_.lines.empty()) draw_hover(painter, area, inner);
}

void TimeChart::mouseMoveEvent(QMouseEvent* event) {
    const QRectF inner = inner_of(QRectF(rect()));
    const double month = std::round(plot_.x_of(event->position().x(), inner) + back_);
    hover_ = month < 0.0 || month > data_.months + back_ ? -1.0 : month;
    update();
}

void TimeChart::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const QRectF inner = inner_of(QRectF(rect()));
    const double month = plot_.x_of(event->position().x(), inner) + back_;
    int best = -1, best_month = 0;
    double distance = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < data_.lines.size(); ++i) {
        const auto* p = nearest(data_.lines[i], month);
        if (!p) continue;
        const double off = std::abs(at(p->x(), p->y(), inner).y() - event->position().y());
        if (off >= distance) continue;
        distance = off;
        best = static_cast<int>(i);
        best_month = std::clamp(static_cast<int>(std::lround(p->x())) - 1, 0, std::max(0, data_.months - 1));
    }
    if (best >= 0) Q_EMIT picked(best, best_month);
}

void TimeChart::resizeEvent(QResizeEvent*) { fit(); }

void TimeChart::leaveEvent(QEvent*) {
    hover_ = -1.0;
    update();
}

}  // namespace goho::gui
