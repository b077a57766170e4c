// What a figure of a recorded run is called where a person reads it, in both languages, and which figures have no name.
#pragma once

#include "analysis/recording.hpp"

namespace goho::analysis {

/// Whether an equation ends at this entry: it has a name, or is carried over from an earlier month without one.
bool is_named(const Recording& recording, Tape::Id id);
bool is_carried_over(const Recording& recording, Tape::Id id, int month);

/// 1, 2, ... of a figure of a year of the plan, else 0.
int plan_year(const Recording& recording, const Name& name);
/// "year 3"
Text shown_year(int year);

/// The name with its item and month where they differ from those of `beside`.
Text shown_name(const Recording& recording, Tape::Id id, const Name& beside);
/// The label with what belongs to it (the month in which a sum is due), without item and month.
Text plain_label(const Recording& recording, const Name& name);
/// The item as the scenario names it; empty for the company.
Text item_name(const Recording& recording, const Name& name);

}  // namespace goho::analysis
