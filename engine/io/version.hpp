// The version of the program, as results and pins name it.
#pragma once

#include <string_view>

namespace goho::io {

std::string_view version();

}  // namespace goho::io
