// The five disconnects (五つの分断): where what should be one line is split, in purpose, finance, appraisal, executives and
// the long term; how badly, why in words, and what would join it. Definitions: docs/model/disconnects.md, FD-13 to FD-18.
#pragma once

#include "core/label.hpp"
#include "simulation/plan.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace goho::stakeholders {

struct DisconnectPart {
    Label label;
    double value = 0.0;  // 0 = split, 1 = joined
};

struct Disconnect {
    std::string_view name;  // "purpose", "finance", "appraisal", "executives", "long_term"
    Label label, definition;
    std::string_view equation;
    std::optional<double> severity;  // 0-100; nothing when it cannot be judged
    std::vector<DisconnectPart> parts;
    Text reason;  // which part is weakest, and what would join it
};

/// 20 or less connected, 40 watch, 60 tending to split, above that split.                      FD-18
Label grade_of(double severity);

/// What one more share of effort on selling, customer value, improvement and development is worth, in yen.
using EffortValue = std::array<double, 4>;

/// `today` reads the levers of today instead of the planned ones. `future_share` is research, training and IT as a share
/// of value added in the year looked at.
std::vector<Disconnect> disconnects(const simulation::Plan<double>& plan, bool today, const std::optional<EffortValue>& effort_value,
                                    double future_share);

}  // namespace goho::stakeholders
