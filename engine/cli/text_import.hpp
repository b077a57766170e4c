// An import on a terminal: what the files are, what was checked, the statements by month, and how each cost was classified.
#pragma once

#include "import/trial_balance.hpp"

namespace goho::cli {

std::string import_text(const imports::Import& imported, Language language, int width);

}  // namespace goho::cli
