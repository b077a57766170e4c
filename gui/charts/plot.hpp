// The one place that knows Qt Charts: lines and bands in a rectangle, drawn by Qt Charts without its axes, which are
// slow to lay out and overlap; ours are painted around it. Series are kept and refilled in bulk, never made anew while
// a lever moves.
#pragma once

#include <QColor>
#include <QList>
#include <QPainter>
#include <QPointF>
#include <QRectF>
#include <memory>
#include <vector>

namespace goho::gui {

struct PlotLine {
    QColor color;
    double width = 2.0;
    bool dashed = false, visible = true;
    QList<QPointF> points;
};

struct PlotBand {
    QColor fill;
    QList<QPointF> low, high;
};

class Plot {
public:
    Plot();
    ~Plot();

    /// Bands lie below lines, as Qt Charts stacks them; later ones above earlier ones.
    void replace(const std::vector<PlotLine>& lines, const std::vector<PlotBand>& bands = {});
    void set_span(double x_low, double x_high, double y_low, double y_high);
    void draw(QPainter& painter, const QRectF& area);

    QPointF at(double x, double y, const QRectF& area) const;  // where a value lies
    double x_of(double position, const QRectF& area) const;
    double y_low() const { return y_low_; }
    double y_high() const { return y_high_; }

    // For tests: what the series hold, and that they are the same objects after a change.
    int lines_shown() const;
    QList<QPointF> points_of(int line) const;
    const void* series_of(int line) const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
    double x_low_ = 0.0, x_high_ = 1.0, y_low_ = 0.0, y_high_ = 1.0;
};

}  // namespace goho::gui
