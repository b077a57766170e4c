#include "charts/labels.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace goho::gui {

void add_obstacles(std::vector<Obstacle>& into, const std::vector<QPointF>& line, int weight) {
    constexpr double apart = 6.0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        into.push_back({line[i], weight});
        if (i + 1 == line.size()) break;
        const QPointF step = line[i + 1] - line[i];
        const int between = static_cast<int>(std::hypot(step.x(), step.y()) / apart);
        for (int n = 1; n <= between; ++n) into.push_back({line[i] + step * n / (between + 1.0), weight});
    }
}

QRectF place_label(QPointF at, const QSizeF& size, const QRectF& area, const std::vector<QRectF>& taken,
                   const std::vector<Obstacle>& obstacles) {
    const double low = area.left(), high = std::max(low, area.right() - size.width());
    std::vector<Obstacle> near;  // the others no label of this point can reach
    for (const auto& one : obstacles) {
        if (std::abs(one.at.x() - at.x()) < 2.2 * size.width() || high == low) near.push_back(one);
    }
    QRectF best;
    double least = std::numeric_limits<double>::infinity();
    for (const double aside : {0.0, -0.55, 0.55, -1.1, 1.1}) {
        const double left = std::clamp(at.x() + (aside - 0.5) * size.width(), low, high);
        for (int step = 0; step < 12; ++step) {
            const double off = 8.0 + (step / 2) * 0.7 * size.height();
            const double top = step % 2 == 0 ? at.y() - off - size.height() : at.y() + off;
            const QRectF place(QPointF(left, top), size);
            if (top < area.top() || place.bottom() > area.bottom()) continue;
            if (std::any_of(taken.begin(), taken.end(), [&](const QRectF& r) { return r.intersects(place); })) continue;
            const QRectF wide = place.adjusted(-1.0, -2.0, 1.0, 2.0);
            double cost = 0.10 * off + 3.0 * std::abs(aside);
            for (const auto& one : near) {
                if (cost >= least) break;
                cost += wide.contains(one.at) ? one.weight : 0;
            }
            if (cost < least) least = cost, best = place;
        }
    }
    return best;
}

}  // namespace goho::gui
