// The reference pages: parameters, results and indicators, written from the tables so that they never differ from
// what the program does. Each page is in both languages.
#pragma once

#include <string>

namespace goho::io {

std::string parameters_page();  // docs/reference/parameters.md
std::string results_page();     // docs/reference/results.md
std::string problems_page();    // docs/reference/problems.md

}  // namespace goho::io
