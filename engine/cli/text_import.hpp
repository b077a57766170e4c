// An import on a terminal: what the files are, what was checked, the statements by month, and how each cost was classified.
#pragma once

#include "import/company.hpp"

namespace goho::cli {

std::string import_text(const imports::Import& imported, Language language, int width);

/// What became of it: the scenario's file, what was assumed, and what to do next.
std::string company_text(const imports::Company& company, const imports::Import& imported, const std::string& file, Language language,
                         int width);

}  // namespace goho::cli
