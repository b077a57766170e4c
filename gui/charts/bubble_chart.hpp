// Effect against ease, one bubble for each initiative: what to begin with. Lines part the four fields, whose names stand
// in the corners.
#pragma once

#include "charts/chart.hpp"

#include <array>
#include <vector>

namespace goho::gui {

struct Bubble {
    QString name;
    double x = 0.0, y = 0.0;  // x from 0 to 1
    QColor color;
};

struct BubbleData {
    Measure measure;  // of y
    QString x_name, y_name;
    double x_border = 0.5, y_border = 0.0;
    std::array<QString, 4> fields;  // upper left, upper right, lower left, lower right
    std::vector<Bubble> bubbles;
};

class BubbleChart : public Chart {
    Q_OBJECT

public:
    using Chart::Chart;
    void show_data(BubbleData data);
    void draw(QPainter& painter, const QRectF& area) override;
    const BubbleData& data() const { return data_; }
    int rows() const override { return data_.bubbles.empty() ? 0 : 1; }
    int points(int /*row*/) const override { return static_cast<int>(data_.bubbles.size()); }
    Mark mark(int row, int point) const override;

private:
    BubbleData data_;
    std::vector<QPointF> centres_;  // as last drawn
};

}  // namespace goho::gui
