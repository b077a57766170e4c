// How numbers are written for people, in both languages: thousands apart, money in a chosen unit, percentages, and
// the names of the units that the tables use. Files for programs write plain numbers and do not come here.
#pragma once

#include "core/calendar.hpp"
#include "core/label.hpp"

#include <string>
#include <string_view>

namespace goho {

/// "1,234,567" or "-1,234.5"; a value that rounds to zero has no sign.
std::string group_thousands(double value, int decimals = 0);

/// As many decimals as the value needs, at most `most`: 12,000 and 0.85 and 12.5.
std::string plain_number(double value, int most = 4);

/// The same number as a table shows it: below zero "-1,234" in English and "△1,234" in Japanese.
std::string table_number(double value, Language language, int decimals = 0);

enum class MoneyUnit { yen, thousand, million, hundred_million };
inline constexpr MoneyUnit money_units[] = {MoneyUnit::yen, MoneyUnit::thousand, MoneyUnit::million, MoneyUnit::hundred_million};
double size_of(MoneyUnit unit);
Label label_of(MoneyUnit unit);        // "thousand yen", "千円"
int usual_decimals(MoneyUnit unit);    // 0, 0, 1, 2

/// Yen in the chosen unit, as a table shows it, without the unit's name.
std::string money(double yen, MoneyUnit unit, Language language);
std::string money(double yen, MoneyUnit unit, Language language, int decimals);

/// 0.0345 as "3.5%"; in a table below zero as table_number has it.
std::string percent(double fraction, int decimals = 1);
std::string table_percent(double fraction, Language language, int decimals = 1);
/// With its sign always: "+3.0%", "-15.0%".
std::string signed_percent(double fraction, int decimals = 1);

/// A month in a sentence: "2027-10", "2027年10月".
std::string shown(Month month, Language language);

/// The name of a unit of the tables ("yen/unit", "units/month", "fraction/year"); unknown units as they are.
std::string unit_name(std::string_view unit, Language language);

/// A value with its unit as a person reads it: "12,000 yen", "12,000 円", "3.0%", "年3.0%", "15 か月".
std::string with_unit(double value, std::string_view unit, Language language);
/// The value alone as with_unit writes it, and whether its unit is a percentage.
bool shown_as_percent(std::string_view unit);
std::string without_unit(double value, std::string_view unit);

}  // namespace goho
