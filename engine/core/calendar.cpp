#include "core/calendar.hpp"

#include <charconv>
#include <fmt/format.h>

namespace goho {

std::optional<Month> parse_month(std::string_view text) {
    if (text.size() != 7 || text[4] != '-') return {};
    int year = 0, month = 0;
    const char* const data = text.data();
    const auto y = std::from_chars(data, data + 4, year);
    const auto m = std::from_chars(data + 5, data + 7, month);
    if (y.ec != std::errc{} || y.ptr != data + 4 || m.ec != std::errc{} || m.ptr != data + 7) return {};
    if (year < 1900 || year > 2199 || month < 1 || month > 12) return {};
    return Month::of(year, month);
}

std::string to_string(Month month) { return fmt::format("{:04}-{:02}", month.year(), month.month()); }

}  // namespace goho
