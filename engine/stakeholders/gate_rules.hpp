// What the judges of single gates share: thresholds by name, a result without a figure, and the comparison. Private to
// gates.cpp and programme_gates.cpp.
#pragma once

#include "stakeholders/gates.hpp"

namespace goho::stakeholders {

/// Null when there is none of that name.
const GateThreshold* threshold_named(std::string_view name);
inline const GateThreshold& threshold_of(std::string_view name) { return *threshold_named(name); }

inline GateResult result_of(std::string_view gate, Label label, Label definition, std::string_view unit, Bound bound) {
    GateResult r;
    r.gate = gate;
    r.label = label;
    r.definition = definition;
    r.unit = unit;
    r.bound = bound;
    return r;
}

inline void place(GateResult& r, const std::vector<YearView>& years, std::size_t year) {
    r.year = static_cast<int>(year);
    r.year_label = years[year].label;
}

inline void hold_against(GateResult& r, const GateThreshold& rule) {
    r.threshold = rule.value;
    r.source = rule.source;
    r.dated = rule.dated;
}

/// At least or at most; a figure on the threshold meets it.                                   KP-35
inline void judge(GateResult& r) {
    if (!r.figure || !r.threshold) return;
    const bool met = r.bound == Bound::at_least ? at_least(*r.figure, *r.threshold) : at_most(*r.figure, *r.threshold);
    r.verdict = met ? Verdict::met : Verdict::missed;
}

/// The gates of public programmes, in the third to fifth year after the base year.
void add_programmes(std::vector<GateResult>& results, const std::vector<YearView>& years);

}  // namespace goho::stakeholders
