// Parts of a whole by year: stacked columns with a legend, for hours, cost and effort. Figures below zero hang under the
// line.
#pragma once

#include "charts/chart.hpp"

#include <vector>

namespace goho::gui {

struct StackedPart {
    QString name;
    QColor color;
    std::vector<double> values;  // by column
};

struct StackedData {
    Measure measure;
    std::vector<QString> columns;
    std::vector<StackedPart> parts;
    std::optional<double> whole;  // the axis ends here, e.g. 1 for shares
};

class StackedChart : public Chart {
    Q_OBJECT

public:
    using Chart::Chart;
    void show_data(StackedData data);
    void draw(QPainter& painter, const QRectF& area) override;
    const StackedData& data() const { return data_; }

protected:
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    double draw_legend(QPainter& painter, const QRectF& area);
    int column_at(double x) const;

    StackedData data_;
    QRectF inner_;
    int hover_ = -1;
};

}  // namespace goho::gui
