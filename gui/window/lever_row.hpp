// One lever: slider with a tick where the base stands, exact entry, unit, a word for the zone, and reset.
#pragma once

#include "charts/colors.hpp"

#include <QSlider>
#include <QWheelEvent>
#include <QWidget>
#include <optional>
#include <string>

class QLabel;
class QLineEdit;
class QToolButton;

namespace goho::gui {

/// What a lever is, for showing; the document knows where it stands.
struct LeverFace {
    std::string pointer, unit;
    QString label, tip;
    double low = 0.0, high = 1.0;              // of the slider
    double least = 0.0, most = 1.0;            // that may be entered
    bool whole = false;                        // only whole numbers
};

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

class LeverRow : public QWidget {
    Q_OBJECT

public:
    LeverRow(LeverFace face, const Shown& shown, QWidget* parent = nullptr);
    const LeverFace& face() const { return face_; }
    void show_values(std::optional<double> value, std::optional<double> base, const QString& zone);
    bool matches(const QString& words) const;
    LeverSlider& slider() { return *slider_; }
    QLineEdit& entry() { return *entry_; }

Q_SIGNALS:
    void began(const std::string& pointer);
    void moved(const std::string& pointer, double value);
    void ended(const std::string& pointer);
    void reset(const std::string& pointer);

private:
    double value_of(int position) const;
    QString text_of(double value) const;
    void enter();

    LeverFace face_;
    Shown shown_;
    double value_ = 0.0, factor_ = 1.0;  // shown = value / factor
    int decimals_ = 0;
    LeverSlider* slider_;
    QLineEdit* entry_;
    QLabel* zone_;
    QToolButton* reset_;
    bool showing_ = false;
};

}  // namespace goho::gui
