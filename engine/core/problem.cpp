#include "core/problem.hpp"

#include <fmt/format.h>

namespace goho {

std::string to_string(const Problem& problem, Language language) {
    std::string out = problem.file;
    if (problem.line > 0) out += fmt::format(":{}:{}", problem.line, problem.column);
    if (!out.empty()) out += ": ";
    if (!problem.pointer.empty()) out += problem.pointer + ": ";
    out += problem.message.in(language);
    if (!problem.hint.empty()) {
        out += language == Language::japanese ? fmt::format("（{}）", problem.hint.in(language))
                                              : fmt::format(" ({})", problem.hint.in(language));
    }
    return out;
}

}  // namespace goho
