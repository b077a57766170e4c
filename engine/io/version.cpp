#include "io/version.hpp"

namespace goho::io {

std::string_view version() { return GOHO_VERSION; }

}  // namespace goho::io
