// The charts of a telling, each by the chart of the window that shows its kind.
#pragma once

#include "charts/bar_chart.hpp"
#include "charts/waterfall_chart.hpp"
#include "charts/xy_chart.hpp"
#include "decision/telling.hpp"

namespace goho::gui {

BarData bar_data(const decision::TellingChart& chart, const Shown& shown);
WaterfallData waterfall_data(const decision::TellingChart& chart, const Shown& shown);
XyData xy_data(const decision::TellingChart& chart, const Shown& shown);

/// What stands above it: its title, with the unit of its figures where the chart does not name it.
QString chart_heading(const decision::TellingChart& chart, const Shown& shown);
/// Null where there is nothing to draw. As high as what it shows needs.
Chart* make_chart(const decision::TellingChart& chart, const Shown& shown);

}  // namespace goho::gui
