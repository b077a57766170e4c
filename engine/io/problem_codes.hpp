// The codes that problems carry, for programs that read them, each with its meaning. A test holds that the list and
// the messages in this folder agree.
#pragma once

#include "core/label.hpp"

#include <span>
#include <string_view>

namespace goho::io {

struct ProblemCode {
    std::string_view code;
    bool only_a_note;  // the scenario is read all the same
    Label meaning;
};

std::span<const ProblemCode> problem_codes();

}  // namespace goho::io
