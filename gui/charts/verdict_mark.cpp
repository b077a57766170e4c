#include "charts/verdict_mark.hpp"

namespace goho::gui {

void draw_verdict(QPainter& painter, const Colors& colors, const QRectF& place, stakeholders::Verdict verdict) {
    const QColor color = verdict == stakeholders::Verdict::met ? colors.good : verdict == stakeholders::Verdict::missed ? colors.bad : colors.faint;
    painter.setPen(QPen(color, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(place.adjusted(1, 1, -1, -1));
    const QPointF c = place.center();
    const double r = place.width() / 4.4;
    if (verdict == stakeholders::Verdict::met) {
        const QPointF tick[] = {c + QPointF(-r, 0.1 * r), c + QPointF(-0.2 * r, 0.8 * r), c + QPointF(r, -0.8 * r)};
        painter.drawPolyline(tick, 3);
    } else if (verdict == stakeholders::Verdict::missed) {
        painter.drawLine(c + QPointF(-0.8 * r, -0.8 * r), c + QPointF(0.8 * r, 0.8 * r));
        painter.drawLine(c + QPointF(-0.8 * r, 0.8 * r), c + QPointF(0.8 * r, -0.8 * r));
    } else {
        painter.drawLine(c + QPointF(-r, 0.0), c + QPointF(r, 0.0));
    }
}

}  // namespace goho::gui
