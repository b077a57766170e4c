// Sales against cost: the line of fixed cost, total cost rising with sales, the point where they meet, and where the
// company stands. The base's cost line and point stand behind as a ghost.
#pragma once

#include "charts/chart.hpp"
#include "charts/plot.hpp"
#include "charts/ticks.hpp"

namespace goho::gui {

struct BreakEvenState {
    double sales = 0.0, fixed_cost = 0.0, variable_cost = 0.0;
    std::optional<double> break_even_sales;
};

struct BreakEvenData {
    Measure measure;
    BreakEvenState now;
    std::optional<BreakEvenState> base;
    QColor color;
};

class BreakEvenChart : public Chart {
    Q_OBJECT

public:
    using Chart::Chart;
    void show_data(BreakEvenData data);
    void draw(QPainter& painter, const QRectF& area) override;
    const BreakEvenData& data() const { return data_; }
    const Plot& plot() const { return plot_; }
    int rows() const override { return 1; }
    int points(int /*row*/) const override { return data_.now.break_even_sales ? 3 : 2; }
    Mark mark(int row, int point) const override;

private:
    struct Note {
        QPointF at;
        QString text;
        QColor ink;
        bool marked = false;  // a point is drawn there
    };
    std::vector<QPointF> ends_of(const BreakEvenState& state, const QRectF& inner) const;
    void draw_notes(QPainter& painter, const QRectF& inner, const std::vector<Note>& notes) const;

    BreakEvenData data_;
    Plot plot_;
    Ticks ticks_;
    QRectF inner_;  // as last drawn
};

}  // namespace goho::gui
