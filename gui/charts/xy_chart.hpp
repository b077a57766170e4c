// Any figure over any other: lines with points, or points alone with their names; intervals as whiskers.
#pragma once

#include "charts/chart.hpp"
#include "charts/plot.hpp"
#include "charts/ticks.hpp"

#include <vector>

namespace goho::gui {

struct XyPoint {
    double x = 0.0, y = 0.0;
    std::optional<double> low, high;  // an interval about y
    QString label;
};

struct XySeries {
    QString name;
    QColor color;
    std::vector<XyPoint> points;
};

struct XyData {
    Measure x, y;
    QString x_name, y_name;  // with their units
    bool joined = true;
    std::vector<XySeries> series;
};

class XyChart : public Chart {
    Q_OBJECT

public:
    using Chart::Chart;
    void show_data(XyData data);
    void draw(QPainter& painter, const QRectF& area) override;
    const XyData& data() const { return data_; }
    const Ticks& x_ticks() const { return x_ticks_; }
    const Ticks& y_ticks() const { return y_ticks_; }
    /// Where the names of points stand, for tests.
    const std::vector<QRectF>& label_places() const { return placed_; }
    QSize sizeHint() const override { return {420, 260}; }
    int rows() const override { return static_cast<int>(data_.series.size()); }
    int points(int row) const override { return static_cast<int>(data_.series[static_cast<std::size_t>(row)].points.size()); }
    Mark mark(int row, int point) const override;

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    QRectF inner_of(const QRectF& area) const;
    QPointF at(const XyPoint& point, const QRectF& inner) const { return plot_.at(point.x, point.y, inner); }
    double legend_height(double width) const;
    void draw_axes(QPainter& painter, const QRectF& area, const QRectF& inner) const;
    void draw_legend(QPainter& painter, const QRectF& area) const;
    void draw_points(QPainter& painter, const QRectF& inner) const;
    void draw_names(QPainter& painter, const QRectF& inner);

    XyData data_;
    Plot plot_;
    Ticks x_ticks_, y_ticks_;
    std::vector<QRectF> placed_;
};

}  // namespace goho::gui
