#include "core/format.hpp"

#include <array>
#include <cmath>
#include <fmt/format.h>

namespace goho {

std::string group_thousands(double value, int decimals) {
    if (!std::isfinite(value)) return fmt::format("{}", value);
    std::string digits = fmt::format("{:.{}f}", std::abs(value), decimals);
    const std::size_t point = digits.find('.');
    for (int i = static_cast<int>(point == std::string::npos ? digits.size() : point) - 3; i > 0; i -= 3) {
        digits.insert(static_cast<std::size_t>(i), ",");
    }
    const bool zero = digits.find_first_not_of("0.,") == std::string::npos;
    return value < 0.0 && !zero ? "-" + digits : digits;
}

std::string plain_number(double value, int most) {
    std::string text = group_thousands(value, most);
    if (text.find('.') == std::string::npos) return text;
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

namespace {

std::string with_table_sign(std::string text, Language language) {
    if (language == Language::japanese && text.starts_with('-')) text.replace(0, 1, "△");
    return text;
}

struct MoneyName {
    double size;
    int decimals;
    Label label;
};
constexpr std::array<MoneyName, 4> money_names{{
    {1.0, 0, {"yen", "円"}},
    {1e3, 0, {"thousand yen", "千円"}},
    {1e6, 1, {"million yen", "百万円"}},
    {1e8, 2, {"hundred million yen", "億円"}},
}};
const MoneyName& name_of(MoneyUnit unit) { return money_names[static_cast<std::size_t>(unit)]; }

/// A unit as the tables write it, and as it follows a number.
struct UnitName {
    std::string_view unit;
    Label label;
};
constexpr auto unit_names = std::to_array<UnitName>({
    {"yen", {"yen", "円"}},
    {"thousand yen", {"thousand yen", "千円"}},
    {"yen/unit", {"yen/unit", "円/単位"}},
    {"yen/month", {"yen/month", "円/月"}},
    {"yen/year", {"yen/year", "円/年"}},
    {"yen/person", {"yen/person", "円/人"}},
    {"yen/person/month", {"yen/person/month", "円/人・月"}},
    {"yen/person/year", {"yen/person/year", "円/人・年"}},
    {"thousand yen/person/year", {"thousand yen/person/year", "千円/人・年"}},
    {"yen/hour", {"yen/hour", "円/時間"}},
    {"fraction", {"", ""}},
    {"fraction/year", {"a year", "（年率）"}},
    {"months", {"months", "か月"}},
    {"month", {"", ""}},
    {"years", {"years", "年"}},
    {"days", {"days", "日"}},
    {"people", {"people", "人"}},
    {"hours", {"hours", "時間"}},
    {"hours/person/month", {"hours/person/month", "時間/人・月"}},
    {"units", {"units", "単位"}},
    {"units/month", {"units/month", "単位/月"}},
    {"times", {"times", "倍"}},
    {"points", {"points", "点"}},
    {"points/point", {"points/point", "点/点"}},
    {"points/month", {"points/month", "点/月"}},
    {"1/10 points", {"per 10 points", "（10点あたり）"}},
    {"elasticity", {"", ""}},
    {"weight", {"", ""}},
    {"index", {"", ""}},
    {"stage", {"", ""}},
    {"1/month", {"a month", "/月"}},
    {"calendar month", {"", "月"}},
    {"as the variable", {"", ""}},
    {"choice", {"", ""}},
    {"text", {"", ""}},
    {"yes/no", {"", ""}},
});

}  // namespace

std::string table_number(double value, Language language, int decimals) {
    return with_table_sign(group_thousands(value, decimals), language);
}

double size_of(MoneyUnit unit) { return name_of(unit).size; }
Label label_of(MoneyUnit unit) { return name_of(unit).label; }
int usual_decimals(MoneyUnit unit) { return name_of(unit).decimals; }

std::string money(double yen, MoneyUnit unit, Language language) {
    return money(yen, unit, language, usual_decimals(unit));
}
std::string money(double yen, MoneyUnit unit, Language language, int decimals) {
    return table_number(yen / size_of(unit), language, decimals);
}

std::string percent(double fraction, int decimals) { return group_thousands(fraction * 100.0, decimals) + "%"; }
std::string table_percent(double fraction, Language language, int decimals) {
    return with_table_sign(percent(fraction, decimals), language);
}
std::string signed_percent(double fraction, int decimals) {
    const std::string text = percent(fraction, decimals);
    return text.starts_with('-') ? text : "+" + text;
}

std::string shown(Month month, Language language) {
    if (language == Language::english) return to_string(month);
    return fmt::format("{}年{}月", month.year(), month.month());
}

std::string unit_name(std::string_view unit, Language language) {
    for (const UnitName& row : unit_names) {
        if (row.unit == unit) return std::string(row.label.in(language));
    }
    return std::string(unit);
}

bool shown_as_percent(std::string_view unit) { return unit == "fraction" || unit == "fraction/year"; }

std::string without_unit(double value, std::string_view unit) {
    if (!shown_as_percent(unit)) return plain_number(value);
    const std::string text = plain_number(value * 100.0, 3);  // one decimal at least: 3.0%, 0.125%
    return (text.find('.') == std::string::npos ? group_thousands(value * 100.0, 1) : text) + "%";
}

std::string with_unit(double value, std::string_view unit, Language language) {
    const std::string number = without_unit(value, unit);
    if (unit == "fraction/year" && language == Language::japanese) return "年" + number;
    const std::string name = unit_name(unit, language);
    return name.empty() ? number : number + " " + name;
}

}  // namespace goho
