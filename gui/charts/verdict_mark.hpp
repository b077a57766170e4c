// The sign of a verdict: a disc with a tick, a cross or a dash, never colour alone.
#pragma once

#include "charts/colors.hpp"
#include "stakeholders/gates.hpp"

#include <QPainter>

namespace goho::gui {

void draw_verdict(QPainter& painter, const Colors& colors, const QRectF& place, stakeholders::Verdict verdict);

}  // namespace goho::gui
