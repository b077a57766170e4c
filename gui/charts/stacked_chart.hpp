// Parts of a whole by year: stacked columns with a legend above them or beside, for hours, cost and effort. Figures
// below zero hang under the line.
#pragma once

#include "charts/chart.hpp"
#include "charts/ticks.hpp"

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
    QSize sizeHint() const override { return {420, 240}; }
    int rows() const override { return static_cast<int>(data_.parts.size()); }
    int points(int /*row*/) const override { return static_cast<int>(data_.columns.size()); }
    Mark mark(int row, int point) const override;

protected:
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    struct Legend {
        std::vector<QPointF> at;  // of each part's name
        double height = 0.0, width = 0.0;
        bool beside = false;
    };
    Legend legend_of(const QFontMetricsF& metrics, const QRectF& area) const;
    void draw_legend(QPainter& painter, const Legend& legend) const;
    void fit();
    void draw_axis(QPainter& painter, const QRectF& area) const;
    void draw_columns(QPainter& painter, const QRectF& area) const;
    void draw_hover(QPainter& painter, const QRectF& area) const;
    double y_of(double value) const;
    int column_at(double x) const;

    StackedData data_;
    Ticks ticks_;
    QRectF inner_;
    int hover_ = -1;
};

}  // namespace goho::gui
