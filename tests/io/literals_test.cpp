#include "io/literals.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace goho;
using namespace goho::io;

TEST_CASE("literals: money with Japanese units") {
    const std::pair<const char*, double> amounts[] = {
        {"12百万円", 12e6},
        {"0.5億円", 5e7},
        {"1,200千円", 1.2e6},
        {"3.5万円", 35000},
        {"1億2,000万円", 1.2e8},
        {"1億2000万円", 1.2e8},
        {"1200円", 1200},
        {"¥1,200", 1200},
        {"￥１，２００", 1200},
        {"１２百万円", 12e6},
        {"2兆円", 2e12},
        {"-3百万円", -3e6},
        {"△3百万円", -3e6},
        {"▲3百万円", -3e6},
        {"−3百万円", -3e6},
        {"－３百万円", -3e6},
        {"¥-5", -5},
        {"-¥5", -5},
        {"+5円", 5},
        {"1億500円", 100000500},
        {"1億2千万円", 1.2e8},
        {"3千億円", 3e11},
        {"十億円", -1},
        {"2百億円", 2e10},
        {"1,234,567円", 1234567},
        {" 12 百万円 ", 12e6},
        {"0円", 0},
        {"¥1,200円", 1200},
        {"1兆2億3万4円", 1000200030004},
        {"0.000001億円", 100},
        {"12.34千円", 12340},
    };
    for (const auto& [text, yen] : amounts) {
        CAPTURE(std::string(text));
        const auto read = parse_money(text);
        if (yen == -1) CHECK_FALSE(read);  // 十億円 has no figure
        else CHECK(read == yen);
    }
}

TEST_CASE("literals: what is not money is not taken for money") {
    for (const char* text :
         {"",           "円",    "¥",          "百万円", "12",        "12百万",   "1,20円",   "12,00円",
          ",200円",     "1,円",  "1.円",       ".5円",   "1.5.2億円", "2億3兆円", "1万2億円", "1億20000万円",
          "1.5億2万円", "5ドル", "12百万円円", "--3円",  "1e6円",     "3百万円5", "NaN円"}) {
        CAPTURE(std::string(text));
        CHECK_FALSE(parse_money(text));
    }
}

TEST_CASE("literals: an amount with a unit is the same number as its digits in yen") {
    // 0.1億 must be the double nearest to 10,000,000, and 0.7万 nearest to 7,000: no error of 0.7 * 10,000 may show.
    for (int i = 0; i <= 9999; ++i) {
        CHECK(parse_money(fmt::format("{}.{:03}万円", i / 1000, i % 1000)) == i * 10.0);
        CHECK(parse_money(fmt::format("{}.{:02}百万円", i / 100, i % 100)) == i * 10000.0);
        CHECK(parse_money(fmt::format("{}億{}万円", i, i)) == i * 100010000.0);
    }
}

TEST_CASE("literals: separators and full width do not change an amount") {
    for (long long yen = 1; yen < 1'000'000'000'000; yen = yen * 7 + 13) {
        const std::string digits = std::to_string(yen);
        std::string separated = digits, wide;
        for (std::size_t at = digits.size(); at > 3; at -= 3) separated.insert(at - 3, ",");
        for (const char c : separated)
            wide += c == ',' ? std::string("，") : fmt::format("\xEF\xBC{}", static_cast<char>(0x90 + c - '0'));
        CHECK(parse_money(digits + "円") == static_cast<double>(yen));
        CHECK(parse_money(separated + "円") == static_cast<double>(yen));
        CHECK(parse_money("△" + wide + "円") == -static_cast<double>(yen));
    }
}

TEST_CASE("literals: percentages are exact fractions") {
    CHECK(parse_percent("5%") == 0.05);
    CHECK(parse_percent("５％") == 0.05);
    CHECK(parse_percent("1.8%") == 0.018);
    CHECK(parse_percent("△2.5%") == -0.025);
    CHECK(parse_percent("100 %") == 1.0);
    for (const char* text : {"", "%", "5", "5%%", "five%", "1,00%", "5 % a year"}) CHECK_FALSE(parse_percent(text));
    for (int i = 0; i <= 10000; ++i) CHECK(parse_percent(fmt::format("{}.{:02}%", i / 100, i % 100)) == i / 10000.0);
}

TEST_CASE("literals: the month that was probably meant") {
    for (const char* text : {"2027/04", "2027/4", "2027-4", "2027.04", "2027年4月", "2027年04月", "202704",
                             "２０２７年４月", "R9.4", "令和9年4月", "2027-04-01", "2027年4月1日", "平成39年4月"}) {
        CAPTURE(std::string(text));
        CHECK(guess_month(text) == Month::of(2027, 4));
    }
    CHECK(guess_month("令和元年5月") == Month::of(2019, 5));
    for (const char* text :
         {"", "April 2027", "2027", "2027-13", "27/04", "4", "R9", "2027//", "2027-04-01-02", "99999999999999/4", "R2147483647/1"}) {
        CAPTURE(std::string(text));
        CHECK_FALSE(guess_month(text));
    }
}
