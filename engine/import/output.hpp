// An import for programs: all of it as JSON, its accounts as CSV.
#pragma once

#include "import/trial_balance.hpp"

namespace goho::imports {

std::string to_json(const Import& imported, Language language);

/// One row for each account, one column for each month.
std::string to_csv(const Import& imported);

}  // namespace goho::imports
