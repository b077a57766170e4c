// What is wrong with an input, said so that a person can mend it: where, which value, what is allowed, in which
// unit, and the likely fix. Poor business outcomes are results, never problems.
#pragma once

#include "core/label.hpp"

#include <optional>
#include <string>
#include <vector>

namespace goho {

struct Problem {
    std::string code;     // stable, for programs: "unknown-key", "out-of-range", ...; listed in docs/reference
    std::string file;     // as the user named it
    std::string pointer;  // JSON Pointer of the value, empty for the file as a whole
    int line = 0;         // 1-based where the syntax is broken, else 0
    int column = 0;
    Text message;
    Text hint;  // the likely fix; empty when there is none

    friend bool operator==(const Problem&, const Problem&) = default;
};

using Problems = std::vector<Problem>;

/// "file:line:column: /pointer: message (hint)", on one line.
std::string to_string(const Problem& problem, Language language);

/// A value, or the reasons why there is none.
template <class T> struct Result {
    std::optional<T> value;
    Problems problems;
    explicit operator bool() const { return value.has_value(); }
};

}  // namespace goho
