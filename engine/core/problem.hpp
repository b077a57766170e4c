// What is wrong with an input, said so that a person can mend it: where, which value, what is allowed, in which
// unit, and the likely fix. Poor business outcomes are results, never problems.
#pragma once

#include "core/label.hpp"

#include <optional>
#include <string>
#include <vector>

namespace goho {

/// What a program can do about a problem, given where the hint is made: the hint says it to people, this to programs.
struct Proposal {
    enum class Kind { none, number, text, rename, remove } kind = Kind::none;
    std::string value;    // to put there: a number without separators, or a text; of `rename` the right key
    std::string pointer;  // where, when it is not the problem's own value

    friend bool operator==(const Proposal&, const Proposal&) = default;
};

/// The likely fix of a problem, in words, and where it can be told exactly as a proposal.
struct Hint {
    Text text;
    Proposal proposal;

    Hint() = default;
    Hint(Text words, Proposal what = {}) : text(std::move(words)), proposal(std::move(what)) {}
    Hint(std::string en, std::string ja) : text{std::move(en), std::move(ja)} {}
    Hint(std::string en, std::string ja, Proposal what) : text{std::move(en), std::move(ja)}, proposal(std::move(what)) {}
    bool empty() const { return text.empty(); }
};

struct Problem {
    std::string code;     // stable, for programs: "unknown-key", "out-of-range", ...; listed in docs/reference
    std::string file;     // as the user named it
    std::string pointer;  // JSON Pointer of the value, empty for the file as a whole
    int line = 0;         // 1-based where the syntax is broken, else 0
    int column = 0;
    Text message;
    Text hint;              // the likely fix; empty when there is none
    Proposal proposal = {};  // the same for programs, where it can be told exactly

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
