#include "core/calendar.hpp"

#include <doctest/doctest.h>
#include <initializer_list>

using goho::fiscal_year_start;
using goho::Month;
using goho::month_of_fiscal_year;
using goho::parse_month;

TEST_CASE("calendar: a month counts on across the end of a year") {
    const Month december = Month::of(2026, 12);
    CHECK(december + 1 == Month::of(2027, 1));
    CHECK(december + -12 == Month::of(2025, 12));
    CHECK(Month::of(2036, 12) - december == 120);
    CHECK(december.year() == 2026);
    CHECK(december.month() == 12);
    CHECK(Month::of(2026, 3) < Month::of(2026, 4));
}

TEST_CASE("calendar: a month that was not given is told from every month of the calendar") {
    CHECK_FALSE(Month{}.given());
    CHECK(Month::of(0, 1).given());
    CHECK(Month::of(1900, 1).given());
}

TEST_CASE("calendar: a fiscal year may start in any of the twelve months") {
    for (int first = 1; first <= 12; ++first) {
        CAPTURE(first);
        for (int i = 0; i < 36; ++i) {
            const Month month = Month::of(2026, 1) + i;
            CAPTURE(to_string(month));
            const Month start = fiscal_year_start(month, first);
            const int place = month_of_fiscal_year(month, first);
            CHECK(start.month() == first);
            CHECK(place >= 0);
            CHECK(place <= 11);
            CHECK(start + place == month);
            CHECK(month_of_fiscal_year(start, first) == 0);
            CHECK(fiscal_year_start(start + 11, first) == start);
            CHECK(fiscal_year_start(start + 12, first) == start + 12);
        }
    }
}

TEST_CASE("calendar: the Japanese fiscal year of January to March began in April of the year before") {
    CHECK(fiscal_year_start(Month::of(2027, 3), 4) == Month::of(2026, 4));
    CHECK(fiscal_year_start(Month::of(2027, 4), 4) == Month::of(2027, 4));
    CHECK(month_of_fiscal_year(Month::of(2027, 3), 4) == 11);
    CHECK(fiscal_year_start(Month::of(2027, 1), 1) == Month::of(2027, 1));
    CHECK(fiscal_year_start(Month::of(2027, 11), 12) == Month::of(2026, 12));
}

TEST_CASE("calendar: a month is written as it is read") {
    for (const char* text : {"1900-01", "2026-04", "2027-12", "2199-12"}) {
        CAPTURE(text);
        const auto month = parse_month(text);
        REQUIRE(month.has_value());
        CHECK(to_string(*month) == text);
    }
    CHECK(parse_month("2027-04") == Month::of(2027, 4));
}

TEST_CASE("calendar: what is not a month is not read as one") {
    for (const char* text : {"", "2027", "2027-", "2027-4", "2027-00", "2027-13", "2027/04", "2027-04-01", " 2027-04",
                             "2027-04 ", "27-04", "1899-12", "2200-01", "-027-04", "+027-04", "2027--4", "2027-+4",
                             "2027- 4", "20x7-04", "2027-0x", "２０２７", "0x7E-04"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_month(text).has_value());
    }
}
