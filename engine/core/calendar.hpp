// Months and fiscal years. A plan counts months; a fiscal year may start in any of the twelve.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace goho {

/// A calendar month, counted from January of year 0. `Month{}` means "none given".
struct Month {
    int index = -1;

    static constexpr Month of(int year, int month) { return {year * 12 + month - 1}; }
    constexpr bool given() const { return index >= 0; }
    constexpr int year() const { return index / 12; }
    constexpr int month() const { return index % 12 + 1; }

    friend constexpr Month operator+(Month m, int months) { return {m.index + months}; }
    friend constexpr int operator-(Month a, Month b) { return a.index - b.index; }
    friend constexpr auto operator<=>(Month, Month) = default;
};

/// Reads "2027-04"; nothing when the text is not a month of the years 1900 to 2199.
std::optional<Month> parse_month(std::string_view text);
std::string to_string(Month month);

/// Place of a month in a fiscal year that starts in `first_month` (1 = January): 0 for its first month.
constexpr int month_of_fiscal_year(Month month, int first_month) { return (month.month() - first_month + 12) % 12; }

/// First month of the fiscal year that holds `month`.
constexpr Month fiscal_year_start(Month month, int first_month) {
    return month + -month_of_fiscal_year(month, first_month);
}

}  // namespace goho
