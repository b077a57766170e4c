// Where labels stand in a chart: near what they speak of, apart from each other, and on as few lines as can be.
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <vector>

namespace goho::gui {

/// A point of a line that a label should leave free, and how much that matters.
struct Obstacle {
    QPointF at;
    int weight = 1;
};

/// Points along a line, a few pixels apart, so that no label is laid between two of its ends.
void add_obstacles(std::vector<Obstacle>& into, const std::vector<QPointF>& line, int weight);

/// The box of a label of that size for the point `at`: inside `area`, clear of `taken`; null where there is no room.
QRectF place_label(QPointF at, const QSizeF& size, const QRectF& area, const std::vector<QRectF>& taken,
                   const std::vector<Obstacle>& obstacles);

}  // namespace goho::gui
