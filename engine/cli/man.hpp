// The few words of roff that manual pages are written with.
#pragma once

#include "core/label.hpp"

#include <string>
#include <string_view>

namespace goho::cli {

/// Text as roff shows it letter by letter, in the shape that can be copied to a command line.
std::string roff(std::string_view text);
/// How a page begins: its name ("goho run"), section, and the date and version of the source.
std::string roff_head(std::string_view name, int section, Language language);
std::string roff_section(std::string_view title);
std::string roff_example(std::string_view command);

}  // namespace goho::cli
