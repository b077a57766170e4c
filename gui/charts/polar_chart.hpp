// The five directions as a pentagon from 0 to 100, one outline for each scenario, the base as a ghost. Painted by hand:
// names and figures stand at the corners, readable in both languages, and the web is as large as they let it be.
#pragma once

#include "charts/chart.hpp"

#include <array>
#include <vector>

namespace goho::gui {

struct PolarOutline {
    QString name;
    QColor color;
    bool ghost = false, strong = false;
    std::array<std::optional<double>, 5> values{};  // 0 to 100
};

struct PolarData {
    std::array<QString, 5> axes;
    std::vector<PolarOutline> outlines;
};

class PolarChart : public Chart {
    Q_OBJECT

public:
    using Chart::Chart;
    void show_data(PolarData data);
    void draw(QPainter& painter, const QRectF& area) override;
    const PolarData& data() const { return data_; }
    QSize sizeHint() const override { return {320, 300}; }
    int rows() const override { return static_cast<int>(data_.outlines.size()); }
    int points(int /*row*/) const override { return 5; }
    Mark mark(int row, int point) const override;

    /// What stands at a corner: the name in one line or two, below it the figure and its change.
    struct Corner {
        QStringList name;
        QString figure, change;
        QColor ink;
        QRectF box;
        bool flat = false;  // all of it in one line
    };
    struct Place {
        QPointF centre;
        double radius = 0.0;
        std::array<Corner, 5> corners;
        QPointF at(int axis, double value) const;
    };
    /// The largest web whose corners all have room for their words.
    Place place_of(const QRectF& area) const;

protected:
    void mousePressEvent(QMouseEvent* event) override;

private:
    Corner corner(int axis) const;
    bool settle(Place& place, const QRectF& area) const;
    QSizeF size_of(const Corner& corner) const;
    void draw_web(QPainter& painter, const Place& place);
    void draw_corner(QPainter& painter, const Corner& corner) const;

    PolarData data_;
};

}  // namespace goho::gui
