// A figure over the months of the plan, one line for each scenario: the base as a ghost, fiscal years below, targets as
// marks, chance as bands, and what a scenario gains or loses at chosen months written beside its line.
#pragma once

#include "charts/chart.hpp"
#include "charts/plot.hpp"
#include "charts/ticks.hpp"
#include "core/calendar.hpp"

#include <vector>

namespace goho::gui {

struct TimeLine {
    QString name;
    QColor color;
    bool ghost = false, strong = false, markers = false;
    QList<QPointF> points;  // month of the plan (0 = its start, 1 = end of the first month), figure
};

struct TargetMark {
    double month = 0.0, value = 0.0;
    bool met = false, at_least = true;
    QString words, text;  // in full, and beside the mark
};

struct TimeCallout {
    double month = 0.0, value = 0.0;
    QString text;
    QColor color;
};

/// Levels of a fan by month, from the first month on.
struct TimeFan {
    std::vector<double> p5, p25, p50, p75, p95;
    QColor color;
    bool empty() const { return p50.empty(); }
};

struct TimeData {
    Month start;
    int months = 120, fiscal_year_start = 4;
    Measure measure;
    std::vector<TimeLine> lines;
    std::vector<TargetMark> targets;
    std::vector<TimeCallout> callouts;
    TimeFan fan;
    std::optional<double> low, high;  // the axis reaches at least here
};

class TimeChart : public Chart {
    Q_OBJECT

public:
    explicit TimeChart(const Shown& shown, QWidget* parent = nullptr);
    void show_data(TimeData data);
    void draw(QPainter& painter, const QRectF& area) override;

    const Plot& plot() const { return plot_; }
    const TimeData& data() const { return data_; }
    const Ticks& ticks() const { return ticks_; }
    QSize sizeHint() const override { return {320, 200}; }
    int rows() const override { return static_cast<int>(data_.lines.size()); }
    int points(int row) const override;
    Mark mark(int row, int point) const override;
    /// Where the labels beside lines and targets stand, for tests.
    const std::vector<QRectF>& label_places() const { return placed_; }

protected:
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void fit();
    static double middle(const TimeData& data);
    QPointF at(double month, double value, const QRectF& inner) const;
    QString time_text(int month) const;
    void draw_axes(QPainter& painter, const QRectF& inner);
    void draw_years(QPainter& painter, const QRectF& inner);
    void draw_marks(QPainter& painter, const QRectF& inner);
    void draw_labels(QPainter& painter, const QRectF& inner);
    void draw_label(QPainter& painter, const QRectF& place, QPointF at, const QString& text, const QColor& ink);
    void draw_hover(QPainter& painter, const QRectF& area, const QRectF& inner);
    QRectF inner_of(const QRectF& area) const;
    const QPointF* nearest(const TimeLine& line, double month) const;

    TimeData data_;
    Plot plot_;
    Ticks ticks_;
    std::vector<QRectF> placed_;
    double back_ = 0.0;  // months that points stand before the end of what they tell
    double hover_ = -1.0;  // month under the pointer
};

/// The fiscal year that holds a month: "2027年度", "FY2027".
QString fiscal_year_text(Month month, int fiscal_year_start, Language language);
/// Every how many years a label fits, when each is so wide.
int year_stride(double label_width, double year_width);

}  // namespace goho::gui
