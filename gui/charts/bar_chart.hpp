// Horizontal bars from 0 to a common end, each with its words: how split, how much. A second, thinner bar shows where it
// stood before, whiskers how sure it is.
#pragma once

#include "charts/chart.hpp"

#include <vector>

namespace goho::gui {

struct Bar {
    QString label;
    std::optional<double> value, before;
    QString words;  // behind the bar
    QColor color;
    std::optional<double> from = {}, to = {};  // an interval about the value
};

struct BarData {
    double low = 0.0, high = 100.0;
    std::vector<double> marks;  // faint lines between
    std::vector<Bar> bars;
};

class BarChart : public Chart {
    Q_OBJECT

public:
    using Chart::Chart;
    void show_data(BarData data);
    void draw(QPainter& painter, const QRectF& area) override;
    const BarData& data() const { return data_; }
    QSize sizeHint() const override {
        return {420, 44 * static_cast<int>(std::max<std::size_t>(3, data_.bars.size()))};
    }
    int rows() const override { return data_.bars.empty() ? 0 : 1; }
    int points(int /*row*/) const override { return static_cast<int>(data_.bars.size()); }
    Mark mark(int row, int point) const override;

protected:
    void mousePressEvent(QMouseEvent* event) override;

private:
    BarData data_;
};

}  // namespace goho::gui
