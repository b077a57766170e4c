// What goho and goho-gui say of themselves: from which source they were built, how, and with what.
#pragma once

#include "core/label.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace goho::about {

/// What only the build knows. Neither stands in results: the same source gives the same figures with every commit.
struct Build {
    std::string_view commit;  // empty: not built from a checkout
    bool changed = false;     // files differed from that commit
    std::string_view date;    // 2026-11-22: of SOURCE_DATE_EPOCH, else of the commit; empty without both
};
extern const Build build;  // made anew with every commit, by cmake/BuildInfo.cmake

struct Fact {
    std::string_view key;  // of the JSON form
    Label label;
    Text value;
};

/// Commit, compiler, kernels that this machine can run, libraries, dated tables, licence; in this order.
std::vector<Fact> facts(std::string_view toolkit = {});

/// "goho 0.1.0" on the first line, which programs may read; then the facts, a line each. `toolkit` is one more library,
/// which only the window has.
std::string text(std::string_view program, Language language, std::string_view toolkit = {});

/// The same as an object, with lists where the text has commas.
std::string json(std::string_view program);

}  // namespace goho::about
