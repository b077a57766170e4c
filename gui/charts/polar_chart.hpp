// The five directions as a pentagon from 0 to 100, one outline for each scenario, the base as a ghost. Painted by hand:
// names stand at the corners, readable in both languages.
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

protected:
    void mousePressEvent(QMouseEvent* event) override;

private:
    struct Place {
        QPointF centre;
        double radius = 0.0;
        bool narrow = false;  // no room for the changes beside the figures
        QPointF at(int axis, double value) const;
    };
    Place place_of(const QRectF& area) const;
    void draw_web(QPainter& painter, const Place& place);
    void draw_names(QPainter& painter, const Place& place, const QRectF& area);

    PolarData data_;
};

}  // namespace goho::gui
