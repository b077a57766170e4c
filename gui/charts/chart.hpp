// What all charts have in common: colours, language, a title for the ear, keys that walk from point to point, and the picture of themselves as PNG, SVG or
// on the clipboard. A chart paints on any painter at any size, so that a file is as sharp as the screen.
#pragma once

#include "charts/colors.hpp"
#include "charts/measure.hpp"

#include <QPainter>
#include <QPixmap>
#include <QWidget>
#include <optional>

namespace goho::gui {

class Chart : public QWidget {
    Q_OBJECT

public:
    explicit Chart(const Shown& shown, QWidget* parent = nullptr);

    /// Draws the whole chart into `area`; used for the screen and for files.
    virtual void draw(QPainter& painter, const QRectF& area) = 0;

    QPixmap picture(double scale = 2.0);
    bool save_png(const QString& file, double scale = 2.0);
    bool save_svg(const QString& file);
    void copy_picture();

    /// Asks for a file and a form; shown by the menu of the right button.
    void save_as();
    const QString& heading() const { return heading_; }
    void set_heading(const QString& heading);

    /// What keys can walk over: rows of points, such as the lines of a chart and their months. Left and right go along
    /// a row, up and down to another; Return picks the point as a click does.
    struct Mark {
        QString title, words;  // where it is, and its figure
        QPointF at;            // on the widget, as it was last laid out
        int item = -1, month = -1;
    };
    virtual int rows() const { return 0; }
    virtual int points(int /*row*/) const { return 0; }
    virtual Mark mark(int /*row*/, int /*point*/) const { return {}; }
    /// The mark that keys stand on; nothing before the chart was entered by key.
    std::optional<Mark> current() const;

Q_SIGNALS:
    /// A mark was clicked: which line, bar or axis, and the month of the plan where there is one.
    void picked(int item, int month);

protected:
    void paintEvent(QPaintEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

    const Colors& colors() const { return colors_of(shown_.theme); }
    QFont small_font() const;  // of axes and notes
    Words words() const { return {shown_.language}; }

    Shown shown_;

private:
    bool walk(int key);
    void draw_current(QPainter& painter) const;
    void tell() const;

    QString heading_;
    int row_ = -1, point_ = 0;  // where keys stand; the row is found when the chart is first entered
};

/// Text cut with … where it does not fit.
QString fitted_text(const QFontMetricsF& metrics, const QString& text, double width);
/// Text in at most so many lines; Japanese breaks anywhere, English between words.
QStringList wrapped_text(const QFontMetricsF& metrics, const QString& text, double width, int most);
/// A box with lines of text beside a point, kept inside `area`; the first line is bold.
struct NoteLine {
    QColor mark;  // invalid: no mark
    QString left, right;
};
void draw_note(QPainter& painter, const Colors& colors, const QRectF& area, QPointF at, const QString& title,
               const std::vector<NoteLine>& lines);

}  // namespace goho::gui
