// From one figure to another step by step: columns, or lying bars where names are long, for both ends, between them what each line adds or takes.
#pragma once

#include "charts/chart.hpp"

#include <vector>

namespace goho::gui {

struct WaterfallStep {
    QString label;
    double value = 0.0;
    bool total = false;  // stands on zero; otherwise on what came before
    QColor color;        // of a total
};

struct WaterfallData {
    Measure measure;
    std::vector<WaterfallStep> steps;
};

class WaterfallChart : public Chart {
    Q_OBJECT

public:
    using Chart::Chart;
    void show_data(WaterfallData data);
    void draw(QPainter& painter, const QRectF& area) override;
    const WaterfallData& data() const { return data_; }
    QSize sizeHint() const override { return {420, 240}; }
    int rows() const override { return data_.steps.empty() ? 0 : 1; }
    int points(int /*row*/) const override { return static_cast<int>(data_.steps.size()); }
    Mark mark(int row, int point) const override;

protected:
    void mousePressEvent(QMouseEvent* event) override;

private:
    /// Columns from left to right, or bars from top to bottom where the names would not fit below columns.
    struct Place {
        bool lying = false;
        double left = 0.0, names = 0.0;  // of the names beside lying bars: where they begin, how wide
        QRectF inner;
        double low = 0.0, high = 1.0, slot = 1.0;
        std::vector<double> ticks;
    };
    Place place_of(const QRectF& area) const;
    QString number_of(const WaterfallStep& step) const;
    QColor color_of(const WaterfallStep& step) const;
    void draw_standing(QPainter& painter, const Place& place) const;
    void draw_lying(QPainter& painter, const Place& place) const;

    WaterfallData data_;
};

}  // namespace goho::gui
