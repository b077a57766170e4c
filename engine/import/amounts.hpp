// Amounts as Japanese statements write them, to whole yen. Exact: digits are put together as whole numbers and never
// pass through a binary fraction.
#pragma once

#include "core/format.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace goho::imports {

/// Whole yen. Statements of small companies are far below the limit that `parse_amount` sets.
using Yen = std::int64_t;
inline constexpr Yen largest_amount = 100'000'000'000'000;

/// "1,234", "△1,234", "▲1,234", "-1,234", "(1,234)", "¥1,234", "1,234円", "１，２３４"; in thousands or millions also with
/// a fraction. A blank is zero. Nothing when the text is no amount, no whole yen, or beyond `largest_amount`.
std::optional<Yen> parse_amount(std::string_view text, MoneyUnit unit = MoneyUnit::yen);

/// The unit that a line such as "（単位：千円）" names, if it names one.
std::optional<MoneyUnit> unit_named_in(std::string_view text);

}  // namespace goho::imports
