#include "import/months.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace goho;
using namespace goho::imports;

TEST_CASE("months: cells with a year") {
    for (const char* text : {"2026/04", "2026-04", "2026/4", "2026.4", "2026年4月", "2026年04月度", "令和8年4月", "令和8年4月度", "R8.4", "R08/04", "R8/4", "ｒ８年４月", "202604", "２０２６年４月", "令和 8年 4月"}) {
        CAPTURE(text);
        CHECK(month_cell(text) == MonthCell{2026, 4});
    }
    CHECK(month_cell("平成31年4月") == MonthCell{2019, 4});
    CHECK(month_cell("令和元年5月") == MonthCell{2019, 5});
    CHECK(month_cell("H30.12") == MonthCell{2018, 12});
    CHECK(month_cell("昭和64年1月") == MonthCell{1989, 1});
}

TEST_CASE("months: cells without a year, and what is no month") {
    CHECK(month_cell("4月") == MonthCell{0, 4});
    CHECK(month_cell("04月度") == MonthCell{0, 4});
    for (const char* text : {"", "13月", "0月", "4", "2026", "2026年", "2026/13", "202613", "月", "4月計", "合計", "決算整理", "期間累計", "R.4", "2026/04/02", "2026-04-30", "2026年4月30日", "4月2日", "4/1", "12か月", "1,234"}) {
        CAPTURE(text);
        CHECK_FALSE(month_cell(text));
    }
}

TEST_CASE("months: a line states the period") {
    const auto is = [](const char* line, Month first, Month last) {
        const auto period = period_in(line);
        return period && period->first == first && period->last == last;
    };
    const Month april = Month::of(2026, 4), march = Month::of(2027, 3);
    CHECK(is("月次推移：損益計算書（2026年4月～2027年3月）", april, march));
    CHECK(is("自 令和8年4月1日 至 令和9年3月31日", april, march));
    CHECK(is("集計期間：令和08年04月01日 令和09年03月31日 決算仕訳を含む", april, march));
    CHECK(is("2026/04/01 - 2027/03/31", april, march));
    CHECK(is("2026年4月度", april, april));
    CHECK(is("2026/04/01〜2026/04/30", april, april));
    CHECK_FALSE(period_in("株式会社 見本製作所"));
    CHECK_FALSE(period_in("電話 03-1234-5678"));
    CHECK_FALSE(period_in("2027年3月 2026年4月"));
    CHECK_FALSE(period_in("2026/04 2026/05 2026/06"));
}

TEST_CASE("months: every fiscal year, with or without years in the cells") {
    for (int start = 1; start <= 12; ++start) {
        const Month first = Month::of(2026, start);
        std::vector<MonthCell> bare, dated;
        for (int i = 0; i < 12; ++i) {
            bare.push_back({0, (first + i).month()});
            dated.push_back({(first + i).year(), (first + i).month()});
        }
        const auto with_years = months_of(dated, {}), without = months_of(bare, first);
        REQUIRE(with_years.months.size() == 12);
        CHECK(with_years.months == without.months);
        CHECK(with_years.months.front() == first);
        CHECK(months_of(bare, {}).year_missing);
    }
}

TEST_CASE("months: a year stated once counts on, gaps and repeats do not pass") {
    const auto row = months_of({{2026, 11}, {0, 12}, {0, 1}, {0, 2}}, {});
    REQUIRE(row.months.size() == 4);
    CHECK(row.months.back() == Month::of(2027, 2));
    CHECK(months_of({{2026, 4}, {2026, 6}}, {}).months.empty());
    CHECK(months_of({{2026, 4}, {2026, 6}}, {}).out_of_order == 1);
    CHECK(months_of({{0, 4}, {0, 4}}, Month::of(2026, 4)).months.empty());
    CHECK(months_of({{2026, 5}, {2026, 4}}, {}).months.empty());
}

TEST_CASE("months: all months of two centuries in all forms") {
    for (int year = 1990; year <= 2190; ++year) {
        for (int month = 1; month <= 12; ++month) {
            for (const char* form : {"{}/{}", "{}-{:02}", "{}年{}月", "{}.{:02}"}) {
                const std::string text = fmt::format(fmt::runtime(form), year, month);
                CAPTURE(text);
                CHECK(month_cell(text) == MonthCell{year, month});
            }
            if (year > 2018 && year < 2118) CHECK(month_cell(fmt::format("R{}.{}", year - 2018, month)) == MonthCell{year, month});
        }
    }
}

TEST_CASE("months: as Excel rewrites them, where only one month can be meant") {
    for (const char* text : {"2026/4/1", "2026/04/01", "2026-04-01", "2026年4月1日", "令和8年4月1日", "Apr-26", "apr-2026", "Apr 2026", "April 2026", "APR/26"}) {
        CAPTURE(text);
        CHECK(month_cell(text) == MonthCell{2026, 4});
    }
    CHECK(month_cell("4月1日") == MonthCell{0, 4});
    CHECK(month_cell("May-26") == MonthCell{2026, 5});
    CHECK(month_cell("Sep-30") == MonthCell{2030, 9});
    for (const char* text : {"26-Apr", "Apr 26", "Apr26", "Apr", "4月-26", "Apr-1", "Apr-026", "Apr-26-1", "Marketing", "Mayor-26", "2026/13/1", "2026/4/", "2026/4/1月"}) {
        CAPTURE(text);
        CHECK_FALSE(month_cell(text));
    }
}
