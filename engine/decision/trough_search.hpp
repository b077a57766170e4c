// Fills in what mends a trough that is known, with measures that are known.
#pragma once

#include "decision/trough.hpp"

namespace goho::decision {

/// Needs the low of the plan and the list of measures; leaves singles, those together, drafts, and the best run.
void search_remedies(const Base& base, const TroughRequest& request, Trough& into);

}  // namespace goho::decision
