// SHA-256 (FIPS 180-4), so that a result can be told by what it was made from. No library of ours brings it, and the
// standard fits on a page; its own examples are the test.
#pragma once

#include <string>
#include <string_view>

namespace goho {

/// 64 hexadecimal digits.
std::string sha256(std::string_view bytes);

}  // namespace goho
