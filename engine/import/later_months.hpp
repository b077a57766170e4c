// Later months of a company that was imported before: the months of new files are added to what has happened already, so
// that its plan goes on from the latest of them. Items are found by id, or by name and place; nothing is guessed.
#pragma once

#include "import/company.hpp"

namespace goho::imports {

/// The scenario with the new months, or all reasons why it cannot have them: a gap, nothing new, items that the plan does
/// not hold, or books that the run with the new months does not give to the yen.
Result<simulation::Scenario> with_later_months(const simulation::Scenario& scenario, const Import& imported);

}  // namespace goho::imports
