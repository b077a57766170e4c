// The first step of an import: from the bytes that an accounting program wrote to text. Which characters stand where is
// ICU's affair; which encoding a file has is told by its first bytes, else by whether it is UTF-8.
#pragma once

#include "core/problem.hpp"

#include <string>
#include <string_view>

namespace goho::imports {

enum class Encoding { utf8, utf8_with_mark, utf16, cp932 };

Label label_of(Encoding encoding);

struct Decoded {
    std::string text;  // UTF-8 without byte-order mark
    Encoding encoding = Encoding::utf8;
};

/// The text of a file: UTF-8, UTF-16 with its mark, or CP932 (Shift_JIS as Windows writes it). Bytes that are neither
/// are reported with line and column (in characters); `shown` is the name that problems carry.
Result<Decoded> decode(std::string_view bytes, const std::string& shown);

/// Compatibility normalisation (NFKC), so that ＡＢ１ and ab1, ｶﾅ and カナ are written alike; no blanks at the ends.
std::string normalised(std::string_view utf8);

/// What two names are compared by: normalised, without blanks, small letters.
std::string key_of(std::string_view name);

}  // namespace goho::imports
