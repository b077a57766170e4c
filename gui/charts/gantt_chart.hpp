// Bars over the months of a plan, one row for each undertaking: a bar is dragged to another month, its end stretched;
// the keyboard does the same. The chart changes nothing itself: it says what is wished, and shows what it is given.
#pragma once

#include "charts/chart.hpp"
#include "core/calendar.hpp"

#include <vector>

namespace goho::gui {

struct GanttBar {
    QString name;    // "Pilot"
    int begins = 0;  // months from the start of the row
    int months = 0;  // 0: only a handle to pull on
    int lane = 0, style = 0;
};

struct GanttRow {
    QString name, words, tip;
    Month start;  // not given: no bars
    std::vector<GanttBar> bars;
    bool open_end = false;  // holds to the end of the plan
    bool heading = false;   // a line of text alone
    bool changed = false;   // differs from the base
};

struct GanttData {
    Month start;
    int months = 120, fiscal_year_start = 4;
    std::vector<GanttRow> rows;
    std::vector<QString> styles;  // what the colours stand for
};

class GanttChart : public Chart {
    Q_OBJECT

public:
    static constexpr int row_step = 28;  // height of its axis and of each row
    explicit GanttChart(const Shown& shown, QWidget* parent = nullptr);
    void show_data(GanttData data);
    const GanttData& data() const { return data_; }
    void draw(QPainter& painter, const QRectF& area) override;
    int current() const { return row_; }
    void set_current(int row);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {320, sizeHint().height()}; }

    /// Where a bar is drawn, and where a month begins: for the pointer, and for tests.
    QRectF bar_rect(int row, int bar) const;
    double x_of(double month) const;

Q_SIGNALS:
    void began(int row);                                // of a gesture that may move or stretch in several steps
    void move_wished(int row, int month);               // of the plan, from 0
    void stretch_wished(int row, int bar, int months);  // its whole length
    void ended();
    void remove_wished(int row);
    void edit_wished(int row);
    void current_changed(int row);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Hit {
        int row = -1, bar = -1;
        bool end = false;
    };
    Hit hit(QPointF at) const;
    QRectF row_rect(int row) const;
    double names_width() const;
    QColor style_color(int style) const;
    void draw_months(QPainter& painter) const;
    void draw_row(QPainter& painter, int row) const;
    void draw_axis(QPainter& painter, double top) const;
    void step(int by);
    void stretch(int by);
    bool keyboard_grab(QKeyEvent* event);

    GanttData data_;
    QRectF area_{0, 0, 640, 200};  // last drawn into
    double names_ = 0.0;           // width of the longest name, and of the legend above the names
    int row_ = -1, bar_ = 0;       // chosen
    Hit drag_;
    double grabbed_ = 0.0;  // months between what was grabbed and the pointer
    int last_ = 0;          // wished last, so that each month is asked for once
};

}  // namespace goho::gui
