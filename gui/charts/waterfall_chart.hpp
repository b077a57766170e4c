// From one figure to another step by step: columns for both ends, between them what each line adds or takes.
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

protected:
    void mousePressEvent(QMouseEvent* event) override;

private:
    WaterfallData data_;
};

}  // namespace goho::gui
