// Collects what is wrong while a document is read, so that everything is said at once: at most a hundred problems,
// then how many more there are.
#pragma once

#include "core/problem.hpp"
#include "io/wording.hpp"

#include <utility>

namespace goho::io {

/// The JSON Pointer of a member, safe to print.
std::string member_of(std::string_view pointer, std::string_view key);
/// That of an item of a section, and of a key in it. The id may be one that was refused.
std::string item_at(std::string_view section, std::string_view id);
std::string item_at(std::string_view section, std::string_view id, std::string_view key);

/// The value at a JSON Pointer, or null.
const Json* value_at(const Json& document, std::string_view pointer);

class Report {
public:
    static constexpr std::size_t most = 100;

    void add(Problem problem) {
        if (full()) ++left_out_;
        else problems_.push_back(std::move(problem));
    }
    void add(std::string code, std::string pointer, Text message, Hint hint = {}) {
        add(Problem{std::move(code), {}, std::move(pointer), 0, 0, std::move(message), std::move(hint.text), std::move(hint.proposal)});
    }
    void add(const Problems& problems) {
        for (const Problem& problem : problems) add(problem);
    }
    /// Once it is full a further problem is only counted, so its message need not be made.
    bool full() const { return problems_.size() >= most; }
    void count_only() { ++left_out_; }
    bool empty() const { return problems_.empty(); }

    /// Whether a problem was found at a pointer or below it.
    bool concerns(std::string_view pointer) const;

    /// The problems, and a last one that says how many more there are.
    Problems take(const std::string& file);

    /// Brings the problems into the order of their values in the document.
    void sort_as_in(const Json& document);

    const Problems& problems() const { return problems_; }

private:
    Problems problems_;
    std::size_t left_out_ = 0;
};

}  // namespace goho::io
