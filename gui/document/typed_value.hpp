// What somebody types is read as a file would hold it, and tried out before it is set: what the engine would newly
// complain about is told instead, so that nothing is bent silently into what is allowed.
#pragma once

#include "document/workbook.hpp"

#include "core/calendar.hpp"

#include <optional>

namespace goho::gui {

/// 1200, "12百万円", "5%", "2027-04", true, or whatever stands in { }, [ ] or quotes; null for nothing but blanks.
Json as_in_files(std::string_view typed);
/// The same value as somebody would type it.
std::string as_typed(const Json& value);

/// The month that was typed: 2027-04, 2027/4, 2027年4月, 令和9年4月.
std::optional<Month> month_meant(std::string_view typed);

struct ValueAt {
    std::string pointer;
    std::optional<Json> value;  // nothing: taken out
};

/// What would newly be wrong with the scenario after these edits; empty when they may be made.
Problems trial(const Workbook& book, SheetId sheet, const std::vector<ValueAt>& values);

}  // namespace goho::gui
