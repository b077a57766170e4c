// What is told of an import in a sentence or a few words, wherever it is told.
#pragma once

#include "import/company.hpp"

namespace goho::imports {

/// The months of a file; "opening balances" where it has none.
Text months_text(const Source& source);
/// What was checked, and how often.
Text checks_text(const Checked& checked);
/// What the scenario holds: segments, cost lines ..., months as in the books and planned.
Text contents_text(const Company& company, const Import& imported);

}  // namespace goho::imports
