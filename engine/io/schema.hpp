// The JSON Schema (2020-12) of scenario files, made from the parameter tables, for editors and other programs.
// It says what can be said of single values; whether a scenario makes sense as a whole only the reader knows.
#pragma once

#include <string>

namespace goho::io {

std::string scenario_schema();

}  // namespace goho::io
