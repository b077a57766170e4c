// Figures as people write them: money with Japanese units, percentages, months. Exact: the digits are put together
// as a decimal number and rounded to binary once, so "0.1億円" is ten million yen and not almost.
#pragma once

#include "core/calendar.hpp"

#include <optional>
#include <string_view>

namespace goho::io {

/// "12百万円", "1億2,000万円", "1,200円", "¥1,200", "△3百万円", in half or full width. Nothing when it is not money.
std::optional<double> parse_money(std::string_view text);

/// "5%" is 0.05, "△1.5％" is -0.015. Nothing when it is not a percentage.
std::optional<double> parse_percent(std::string_view text);

/// A plain number in half or full width, with or without separators: to tell what a text probably means.
std::optional<double> parse_plain_number(std::string_view text);

/// The month somebody probably meant: 2027/4, 2027年4月, 令和9年4月, R9.4, 202704, 2027-04-01.
std::optional<Month> guess_month(std::string_view text);

}  // namespace goho::io
