#include "charts/plot.hpp"

#include <QGraphicsScene>
#include <QPen>
#include <QtCharts/QAreaSeries>
#include <QtCharts/QChart>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

namespace goho::gui {

struct Plot::Parts {
    struct Band {
        QAreaSeries* area;
        QLineSeries *low, *high;
    };

    QGraphicsScene scene;
    QChart* chart = new QChart;
    QValueAxis *x = new QValueAxis, *y = new QValueAxis;
    std::vector<QLineSeries*> lines;
    std::vector<Band> bands;
    QRectF area;

    Parts() {
        scene.addItem(chart);
        chart->legend()->hide();
        chart->setBackgroundVisible(false);
        chart->setPlotAreaBackgroundVisible(false);
        chart->setMargins(QMargins());
        chart->setAnimationOptions(QChart::NoAnimation);
        chart->addAxis(x, Qt::AlignBottom);
        chart->addAxis(y, Qt::AlignLeft);
        for (QValueAxis* axis : {x, y}) {
            axis->setVisible(false);
            axis->setTickCount(2);
            axis->setLabelsVisible(false);
        }
    }

    void attach(QAbstractSeries* series) {
        chart->addSeries(series);
        series->attachAxis(x);
        series->attachAxis(y);
    }
};

Plot::Plot() : parts_(std::make_unique<Parts>()) {}
Plot::~Plot() = default;

void Plot::replace(const std::vector<PlotLine>& lines, const std::vector<PlotBand>& bands) {
    auto& p = *parts_;
    while (p.bands.size() < bands.size()) {
        auto* low = new QLineSeries(p.chart);
        auto* high = new QLineSeries(p.chart);
        auto* area = new QAreaSeries(high, low);
        area->setPen(Qt::NoPen);
        p.attach(area);
        p.bands.push_back({area, low, high});
    }
    while (p.lines.size() < lines.size()) {
        auto* line = new QLineSeries;
        p.attach(line);
        p.lines.push_back(line);
    }
    for (std::size_t i = 0; i < p.bands.size(); ++i) {
        const bool used = i < bands.size();
        auto& band = p.bands[i];
        if (band.area->isVisible() != used) band.area->setVisible(used);
        if (!used) continue;
        if (band.area->color() != bands[i].fill) band.area->setColor(bands[i].fill);
        if (band.low->points() != bands[i].low) band.low->replace(bands[i].low);
        if (band.high->points() != bands[i].high) band.high->replace(bands[i].high);
    }
    for (std::size_t i = 0; i < p.lines.size(); ++i) {
        const bool used = i < lines.size() && lines[i].visible;
        auto* series = p.lines[i];
        if (series->isVisible() != used) series->setVisible(used);
        if (!used) continue;
        QPen pen(lines[i].color, lines[i].width, lines[i].dashed ? Qt::DashLine : Qt::SolidLine, Qt::FlatCap,
                 Qt::BevelJoin);
        if (series->pen() != pen) series->setPen(pen);
        if (series->points() != lines[i].points) series->replace(lines[i].points);
    }
}

void Plot::set_span(double x_low, double x_high, double y_low, double y_high) {
    x_low_ = x_low;
    x_high_ = x_high;
    y_low_ = y_low;
    y_high_ = y_high;
}

/// A little beyond the area on all sides, so that a line along its edge keeps its width.
void Plot::draw(QPainter& painter, const QRectF& area) {
    auto& p = *parts_;
    constexpr double beyond = 3.0;
    const QRectF outer = area.adjusted(-beyond, -beyond, beyond, beyond);
    const QRectF local(QPointF(0.0, 0.0), outer.size());
    if (p.area != local) {
        p.area = local;
        p.scene.setSceneRect(local);
        p.chart->resize(local.size());
        p.chart->setPlotArea(local);
    }
    const double dx = beyond * (x_high_ - x_low_) / area.width(), dy = beyond * (y_high_ - y_low_) / area.height();
    if (p.x->min() != x_low_ - dx || p.x->max() != x_high_ + dx) p.x->setRange(x_low_ - dx, x_high_ + dx);
    if (p.y->min() != y_low_ - dy || p.y->max() != y_high_ + dy) p.y->setRange(y_low_ - dy, y_high_ + dy);
    p.scene.render(&painter, outer, local);
}

QPointF Plot::at(double x, double y, const QRectF& area) const {
    return {area.left() + (x - x_low_) / (x_high_ - x_low_) * area.width(),
            area.bottom() - (y - y_low_) / (y_high_ - y_low_) * area.height()};
}

double Plot::x_of(double position, const QRectF& area) const {
    return x_low_ + (position - area.left()) / area.width() * (x_high_ - x_low_);
}

int Plot::lines_shown() const {
    int shown = 0;
    for (const auto* line : parts_->lines) shown += line->isVisible() ? 1 : 0;
    return shown;
}

QList<QPointF> Plot::points_of(int line) const { return parts_->lines[static_cast<std::size_t>(line)]->points(); }
const void* Plot::series_of(int line) const { return parts_->lines[static_cast<std::size_t>(line)]; }

}  // namespace goho::gui
