// What of a plan can be fitted to its actual months, what is proposed at first, and how a result is taken over.
#pragma once

#include "calibration/calibration.hpp"
#include "document/workbook.hpp"

namespace goho::gui {

/// A quantity that can be ticked.
struct Fittable {
    std::string pointer;
    Text label;
    std::string_view unit;
    double value = 0.0;
    bool proposed = false;  // what actual months usually speak of, and can tell apart
};

/// Prices, volumes and unit costs of segments, cost lines and pay: what a month brings. Empty without actual months.
std::vector<Fittable> fittables(const simulation::Scenario& scenario);

/// Writes the fitted values and, for each item, where they come from, as one step of undo. Quantities that the history does
/// not move are left as they are.
Problems take_over(Workbook& book, SheetId sheet, const calibration::Calibration& result);

}  // namespace goho::gui
