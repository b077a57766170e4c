// Keys walk over the points of a chart, as the pointer does.
#include "charts/chart.hpp"

#include <QAccessible>
#include <QKeyEvent>
#include <algorithm>

namespace goho::gui {

std::optional<Chart::Mark> Chart::current() const {
    if (row_ < 0 || row_ >= rows() || points(row_) == 0) return {};
    return mark(row_, std::clamp(point_, 0, points(row_) - 1));
}

/// One step: whether the key is one that walks.
bool Chart::walk(int key) {
    const int last = points(row_) - 1;
    point_ = std::clamp(point_, 0, std::max(0, last));
    switch (key) {
        case Qt::Key_Left:
            point_ = std::max(0, point_ - 1);
            return true;
        case Qt::Key_Right:
            point_ = std::min(last, point_ + 1);
            return true;
        case Qt::Key_PageUp:
            point_ = std::max(0, point_ - 12);
            return true;
        case Qt::Key_PageDown:
            point_ = std::min(last, point_ + 12);
            return true;
        case Qt::Key_Home:
            point_ = 0;
            return true;
        case Qt::Key_End:
            point_ = last;
            return true;
        case Qt::Key_Up:
            row_ = (row_ + rows() - 1) % rows();
            return true;
        case Qt::Key_Down:
            row_ = (row_ + 1) % rows();
            return true;
        default:
            return false;
    }
}

void Chart::keyPressEvent(QKeyEvent* event) {
    if (rows() == 0) return QWidget::keyPressEvent(event);
    if (row_ < 0 || row_ >= rows()) row_ = rows() - 1;
    const bool asks = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (asks) {
        if (const auto here = current()) Q_EMIT picked(here->item, here->month);
        return;
    }
    if (!walk(event->key())) return QWidget::keyPressEvent(event);
    tell();
    update();
}

/// The last row is the one that lies above the others: the scenario that is looked at.
void Chart::focusInEvent(QFocusEvent* event) {
    if (row_ < 0 || row_ >= rows()) row_ = rows() - 1;
    tell();
    QWidget::focusInEvent(event);
    update();
}

void Chart::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

void Chart::tell() const {
    const auto here = current();
    auto* self = const_cast<Chart*>(this);
    self->setAccessibleDescription(here ? here->title + QStringLiteral(": ") + here->words : QString());
    QAccessibleEvent changed(self, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void Chart::draw_current(QPainter& painter) const {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colors().accent, 1.0));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4.0, 4.0);
    const auto here = current();
    if (!here) return;
    painter.setPen(QPen(colors().accent, 2.2));
    painter.drawEllipse(here->at, 6.5, 6.5);
    painter.setFont(small_font());
    // The note stands in the other half of the chart, so that it never covers the point that it speaks of.
    const QPointF away(here->at.x(), here->at.y() > height() / 2.0 ? 14.0 : static_cast<double>(height()));
    draw_note(painter, colors(), QRectF(rect()).adjusted(2, 2, -2, -2), away, here->title,
              {{QColor(), here->words, {}}});
}

}  // namespace goho::gui
