// One lever: slider with a tick where the base stands, exact entry, unit, a word for the zone, and reset.
#pragma once

#include "charts/colors.hpp"
#include "document/levers.hpp"

#include <QSlider>
#include <QWheelEvent>
#include <QWidget>
#include <optional>
#include <string>

class QLabel;
class QLineEdit;
class QToolButton;

namespace goho::gui {

/// A slider of thousandths that paints its own groove, handle and base tick; a click goes there at once.
class LeverSlider : public QSlider {
    Q_OBJECT

public:
    explicit LeverSlider(Theme theme, QWidget* parent = nullptr);
    void set_base(std::optional<double> fraction);
    QSize sizeHint() const override { return {120, 22}; }
    QSize minimumSizeHint() const override { return {60, 22}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }  // the list scrolls instead

private:
    int value_at(double x) const;
    Theme theme_;
    std::optional<double> base_;
};

/// Tells levers apart: one that moves several items together from the one of the first item alone.
inline std::string key_of(const Lever& lever) { return lever.pointers.front() + (lever.scaled ? "*" : ""); }

class LeverRow : public QWidget {
    Q_OBJECT

public:
    LeverRow(const Lever& lever, const Shown& shown, QWidget* parent = nullptr);
    /// Its values anew; the lever must be the same one.
    void show_lever(const Lever& lever);
    LeverSlider& slider() { return *slider_; }
    QLineEdit& entry() { return *entry_; }

Q_SIGNALS:
    void began();
    void moved(const std::string& key, double value);
    void ended();
    void reset(const std::string& key);

private:
    double value_of(int position) const;
    void enter();

    Lever lever_;
    Shown shown_;
    LeverSlider* slider_;
    QLineEdit* entry_;
    QLabel* zone_;
    QToolButton* reset_;
    bool showing_ = false;
};

}  // namespace goho::gui
