// Says in plain words why a text is no JSON: where it breaks, what stands there, and what was probably meant.
#pragma once

#include "core/problem.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace goho::io {

/// The brackets that are open, outermost first: '{' or '['.
using Containers = std::vector<char>;

struct SyntaxError {
    std::string_view text;
    std::size_t position;      // bytes read when the parser gave up
    bool number_out_of_range;  // the last of them are a number that no double can hold
    bool colon_expected;       // a key was read just before
    Containers open;
};

Problem explain_syntax(const SyntaxError& error, const std::string& file);

/// The first byte that is not UTF-8 text, if there is one.
std::optional<Problem> encoding_problem(std::string_view text, const std::string& file);

}  // namespace goho::io
