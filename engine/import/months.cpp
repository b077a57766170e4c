#include "import/months.hpp"

#include "import/taking.hpp"
#include "import/text_decoding.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace goho::imports {

namespace {

std::optional<int> take_number(std::string_view& text, std::size_t most_digits) {
    std::size_t size = 0;
    while (size < text.size() && '0' <= text[size] && text[size] <= '9') ++size;
    if (size == 0 || size > most_digits) return {};
    int value = 0;
    std::from_chars(text.data(), text.data() + size, value);
    text.remove_prefix(size);
    return value;
}

struct Era {
    std::string_view word;
    int before;  // the western year before its first
};
constexpr auto eras =
    std::to_array<Era>({{"令和", 2018}, {"平成", 1988}, {"昭和", 1925}, {"r", 2018}, {"h", 1988}, {"s", 1925}});

/// Takes "2026", "令和8", "R08", "令和元"; zero when no year stands there.
int take_year(std::string_view& text) {
    std::string_view rest = text;
    for (const Era& era : eras) {
        if (!take(rest, era.word)) continue;
        take(rest, ".");
        std::optional<int> year = take(rest, "元") ? std::optional(1) : take_number(rest, 2);
        if (!year || *year == 0) return 0;
        text = rest;
        return era.before + *year;
    }
    const auto year = take_number(rest, 4);
    if (!year || *year < 1900 || *year > 2199) return 0;
    text = rest;
    return *year;
}

bool take_mark(std::string_view& text) {
    for (const std::string_view mark : {"年", "/", "-", "."}) {
        if (take(text, mark)) return true;
    }
    return false;
}

bool valid(int month) { return month >= 1 && month <= 12; }

/// Takes a year, a mark and a month, and what closes them; nothing (and the text as it was) when they are not there.
std::optional<MonthCell> take_dated(std::string_view& text) {
    std::string_view rest = text;
    const int year = take_year(rest);
    if (year == 0 || !take_mark(rest)) return {};
    const auto month = take_number(rest, 2);
    if (!month || !valid(*month)) return {};
    text = rest;
    return MonthCell{year, *month};
}

/// Drops the day behind a month: "/01", "-30", ".1", "月1日".
void drop_day(std::string_view& text) {
    const bool in_words = take(text, "月");
    std::string_view rest = text;
    const bool marked = in_words || take(rest, "/") || take(rest, "-") || take(rest, ".");
    if (!marked) return;
    const auto day = take_number(rest, 2);
    if (!day || *day < 1 || *day > 31 || (in_words && !take(rest, "日"))) return;
    text = rest;
}

/// Takes the first day of a month as Excel shows a month that it took for a date: "/1", "-01", "月1日".
bool take_first_day(std::string_view& text) {
    std::string_view rest = text;
    const bool in_words = take(rest, "月");
    if (!in_words && !take(rest, "/") && !take(rest, "-") && !take(rest, ".")) return false;
    if (take_number(rest, 2) != 1 || (in_words && !take(rest, "日"))) return false;
    text = rest;
    return true;
}

/// "apr-26", "apr2026", "april/2026"; without a mark two digits could be a day.
std::optional<MonthCell> english_month(std::string_view text) {
    constexpr auto names = std::to_array<std::string_view>({"january", "february", "march", "april", "may", "june", "july",
                                                            "august", "september", "october", "november", "december"});
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (!take(text, names[i]) && !take(text, names[i].substr(0, 3))) continue;
        const bool marked = take(text, "-") || take(text, "/") || take(text, ".");
        const std::size_t digits = text.size();
        const auto year = take_number(text, 4);
        if (!year || !text.empty()) return {};
        const int whole = marked && digits == 2 ? 2000 + *year : *year;
        return whole >= 1900 && whole <= 2199 ? std::optional(MonthCell{whole, static_cast<int>(i) + 1}) : std::nullopt;
    }
    return {};
}

}  // namespace

std::optional<MonthCell> month_cell(std::string_view written) {
    if (written.size() > 60) return {};
    const std::string plain = key_of(written);
    std::string_view text = plain;
    if (plain.size() == 6 && std::all_of(plain.begin(), plain.end(), [](char c) { return '0' <= c && c <= '9'; })) {
        const auto digits = *take_number(text, 6);
        return digits / 100 >= 1900 && digits / 100 <= 2199 && valid(digits % 100)
                   ? std::optional(MonthCell{digits / 100, digits % 100})
                   : std::nullopt;
    }
    if (const auto english = english_month(text)) return english;
    if (const auto dated = take_dated(text)) {
        if (take_first_day(text)) return text.empty() ? dated : std::nullopt;
        take(text, "月");
        take(text, "度");
        return text.empty() ? dated : std::nullopt;
    }
    const auto month = take_number(text, 2);
    if (!month || !valid(*month)) return {};
    if (text == "月1日") return MonthCell{0, *month};
    if (!take(text, "月")) return {};
    take(text, "度");
    return text.empty() ? std::optional(MonthCell{0, *month}) : std::nullopt;
}

std::optional<Period> period_in(std::string_view line) {
    if (line.size() > 1000) return {};
    const std::string plain = key_of(line);
    std::vector<Month> found;
    bool inside_number = false;
    for (std::string_view text = plain; !text.empty();) {
        const bool digit = '0' <= text.front() && text.front() <= '9';
        const auto dated = inside_number ? std::nullopt : take_dated(text);
        if (!dated) {
            inside_number = digit;
            text.remove_prefix(1);
            continue;
        }
        drop_day(text);
        found.push_back(Month::of(dated->year, dated->month));
    }
    if (found.empty() || found.size() > 2 || found.back() < found.front()) return {};
    return Period{found.front(), found.back()};
}

MonthRow months_of(const std::vector<MonthCell>& cells, Month fiscal_year_start) {
    MonthRow out;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const MonthCell& cell = cells[i];
        Month month;
        if (cell.year != 0) {
            month = Month::of(cell.year, cell.month);
        } else if (!out.months.empty()) {
            month = out.months.back() + 1;
        } else if (fiscal_year_start.given()) {
            month = fiscal_year_start + (cell.month - fiscal_year_start.month() + 12) % 12;
        } else {
            out.year_missing = true;
            return out;
        }
        const bool follows = out.months.empty() || month == out.months.back() + 1;
        if (!follows || month.month() != cell.month) {
            out.months.clear();
            out.out_of_order = i;
            return out;
        }
        out.months.push_back(month);
    }
    return out;
}

}  // namespace goho::imports
