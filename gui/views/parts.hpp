// What pages are put together from: panels with a heading, cards with one figure, the legend of scenarios, and the
// buttons that choose a year. They paint what they are given.
#pragma once

#include "views/figures.hpp"

#include <QFrame>
#include <QLabel>
#include <QVBoxLayout>

class QButtonGroup;
class QHBoxLayout;

namespace goho::gui {

/// A line of text that ends in … where it has no room.
class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    using QLabel::QLabel;
    QSize minimumSizeHint() const override { return {24, QLabel::minimumSizeHint().height()}; }
    bool cut() const { return fontMetrics().horizontalAdvance(text()) > width(); }

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// A heading in one line, in smaller letters or in up to three lines where it has no room; cut only as the last resort, with
/// the whole of it as its tip.
class HeadingLabel : public QLabel {
    Q_OBJECT

public:
    explicit HeadingLabel(const QString& text, QWidget* parent = nullptr);
    QSize minimumSizeHint() const override { return {60, sizeHint().height()}; }
    QSize sizeHint() const override;
    /// What is painted, line by line.
    QStringList lines() const { return lines_for(width()).second; }
    bool cut() const { return lines().join(QString()).remove(QLatin1Char(' ')) != text().remove(QLatin1Char(' ')); }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    std::pair<QFont, QStringList> lines_for(int width) const;
};

/// A framed part of a page with a heading, a note beside it, and one widget or layout below.
class Panel : public QFrame {
    Q_OBJECT

public:
    explicit Panel(const QString& heading, QWidget* parent = nullptr);
    void set_heading(const QString& heading);
    void set_note(const QString& note);
    QString heading() const { return heading_->text(); }
    void put(QWidget* widget, int stretch = 1) { body_->addWidget(widget, stretch); }
    void put(QLayout* layout, int stretch = 0) { body_->addLayout(layout, stretch); }

private:
    HeadingLabel* heading_;
    QLabel* note_;
    QVBoxLayout* body_;
};

/// One quantity over time with its heading; a click asks why.
class QuantityPanel : public Panel {
    Q_OBJECT

public:
    QuantityPanel(std::string_view name, const Shown& shown, QWidget* parent = nullptr);
    void show_scene(const Scene& scene, bool callouts = true);
    void set_quantity(std::string_view name);
    TimeChart& chart() { return *chart_; }
    /// The axis reaches at least from low to high, in units of the table.
    void reach(double low, double high) { low_ = low, high_ = high; }

Q_SIGNALS:
    void why(const goho::gui::Figure& figure);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void place_heading();
    QString heading_, short_heading_;
    Quantity quantity_;
    Language language_;
    TimeChart* chart_;
    std::optional<double> low_, high_;
};

/// A figure large, its unit, and what it is against the base: sign, amount and word.
class KpiCard : public QWidget {
    Q_OBJECT

public:
    KpiCard(std::string_view name, const Shown& shown, QWidget* parent = nullptr);
    void show_scene(const Scene& scene, int year);
    QSize sizeHint() const override { return {150, 84}; }
    QSize minimumSizeHint() const override { return {64, 78}; }  // pages part them into rows before that
    QString text() const;  // everything on it, for reading aloud and tests
    /// What is written when the card is so wide: whether title, figure, unit and change all have room.
    bool all_fits() const;
    /// Pixels of its figure and lines of its title: as it would have them, and as the cards beside it need them.
    struct Level {
        int figure = 99, title_lines = 1;
        friend bool operator==(const Level&, const Level&) = default;
    };
    Level natural() const;
    void set_level(const Level& level);

Q_SIGNALS:
    void resized();
    void why(const goho::gui::Figure& figure);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// How its lines are set so that all of them fit.
    struct Setting {
        QFont title, value, unit;
        QStringList title_lines, unit_lines;
        bool fits = true;
        int width = 0;
    };
    const Setting& setting() const;
    Setting fitted(int most) const;
    void ask();

    mutable std::optional<Setting> set_;  // as long as width and figure stay
    mutable std::optional<std::pair<int, Level>> natural_;  // of a width
    Level level_;
    Quantity quantity_;
    Shown shown_;
    QString title_, value_, unit_, change_, word_;
    QColor ink_;
    int month_ = -1;
};

/// Names of the scenarios with their colours, the base first; in two rows of smaller letters where one row is too short.
class Legend : public QWidget {
    Q_OBJECT

public:
    explicit Legend(const Shown& shown, QWidget* parent = nullptr);
    void show_scene(const Scene& scene);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {80, sizeHint().height()}; }
    /// Whether two rows of this width hold all names.
    bool fits(int width) const;
    /// Names as they are painted, in order.
    QStringList names_shown() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Spot {
        QFont font;
        QString name;
        double x, y;
    };
    std::vector<Spot> spots() const;

    struct Entry {
        QString name;
        QColor color;
        bool strong, ghost;
        friend bool operator==(const Entry&, const Entry&) = default;
    };
    Shown shown_;
    std::vector<Entry> entries_;
};

/// Buttons for the plan years that a plan has: 3, 5, 10.
class YearButtons : public QWidget {
    Q_OBJECT

public:
    explicit YearButtons(const Shown& shown, QWidget* parent = nullptr);
    void offer(const std::vector<int>& years);
    int year() const { return year_; }
    /// As if its button were pressed; nothing where the plan has no such button.
    void choose(int year);

Q_SIGNALS:
    void chosen(int year);

private:
    Shown shown_;
    std::vector<int> years_;
    int year_ = 0;
    QHBoxLayout* row_;
    QButtonGroup* group_;
};

}  // namespace goho::gui
