#include "core/format.hpp"

#include <doctest/doctest.h>

using namespace goho;
constexpr auto en = Language::english;
constexpr auto ja = Language::japanese;

TEST_CASE("format: thousands are set apart") {
    CHECK(group_thousands(0.0) == "0");
    CHECK(group_thousands(999.0) == "999");
    CHECK(group_thousands(1000.0) == "1,000");
    CHECK(group_thousands(-1234567.0) == "-1,234,567");
    CHECK(group_thousands(1234.56, 1) == "1,234.6");
    CHECK(group_thousands(999.96, 1) == "1,000.0");
}

TEST_CASE("format: what rounds to zero has no sign") {
    CHECK(group_thousands(-0.4) == "0");
    CHECK(group_thousands(-0.04, 1) == "0.0");
    CHECK(table_number(-0.4, ja) == "0");
}

TEST_CASE("format: plain numbers show the decimals they need") {
    CHECK(plain_number(12000.0) == "12,000");
    CHECK(plain_number(0.85) == "0.85");
    CHECK(plain_number(-12.5) == "-12.5");
}

TEST_CASE("format: losses are - in English and △ in Japanese tables") {
    CHECK(table_number(-1234.0, en) == "-1,234");
    CHECK(table_number(-1234.0, ja) == "△1,234");
    CHECK(table_percent(-0.0345, ja) == "△3.5%");
}

TEST_CASE("format: money in yen, thousand, million and 億") {
    CHECK(money(1234567.0, MoneyUnit::yen, en) == "1,234,567");
    CHECK(money(-1234567.0, MoneyUnit::thousand, ja) == "△1,235");
    CHECK(money(1234567.0, MoneyUnit::million, en) == "1.2");
    CHECK(money(1234567890.0, MoneyUnit::hundred_million, ja) == "12.35");
    CHECK(money(1234567890.0, MoneyUnit::million, ja, 0) == "1,235");
    CHECK(label_of(MoneyUnit::thousand).ja == "千円");
    CHECK(label_of(MoneyUnit::million).en == "million yen");
}

TEST_CASE("format: percentages have one decimal, changes a sign") {
    CHECK(percent(0.03) == "3.0%");
    CHECK(signed_percent(0.03) == "+3.0%");
    CHECK(signed_percent(-0.15) == "-15.0%");
}

TEST_CASE("format: a value with its unit") {
    CHECK(with_unit(12000.0, "yen/unit", en) == "12,000 yen/unit");
    CHECK(with_unit(12000.0, "yen/unit", ja) == "12,000 円/単位");
    CHECK(with_unit(0.0125, "fraction", en) == "1.25%");
    CHECK(with_unit(0.03, "fraction/year", en) == "3.0% a year");
    CHECK(with_unit(0.03, "fraction/year", ja) == "年3.0%");
    CHECK(with_unit(15.0, "months", ja) == "15 か月");
    CHECK(with_unit(1.2, "times", ja) == "1.2 倍");
    CHECK(with_unit(50.0, "points", en) == "50 points");
    CHECK(with_unit(1.0, "points/point", ja) == "1 点/点");
    CHECK(with_unit(5.0, "points/month", en) == "5 points/month");
    CHECK(with_unit(0.3, "1/10 points", en) == "0.3 per 10 points");
    CHECK(with_unit(0.3, "1/10 points", ja) == "0.3 （10点あたり）");
    CHECK(with_unit(0.15, "elasticity", en) == "0.15");
    CHECK(with_unit(1.0, "parsec", en) == "1 parsec");
}

TEST_CASE("format: months in sentences") {
    CHECK(shown(Month::of(2027, 4), en) == "2027-04");
    CHECK(shown(Month::of(2027, 4), ja) == "2027年4月");
}
