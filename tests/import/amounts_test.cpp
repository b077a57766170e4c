#include "import/amounts.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <random>

using namespace goho;
using namespace goho::imports;

TEST_CASE("amounts: all ways in which statements write them") {
    for (const char* text : {"-1234", "-1,234", "△1,234", "▲1,234", "△ 1,234", "(1,234)", "（1,234）", "−1,234", "－１，２３４", "¥-1,234", "-¥1,234", "△1,234円", "△１２３４"}) {
        CAPTURE(text);
        CHECK(parse_amount(text) == -1234);
    }
    for (const char* text : {"1234", "1,234", "１，２３４", "¥1,234", "￥1,234", "1,234円", " 1,234 ", "01234", "1,234.0", "\\1,234"}) {
        CAPTURE(text);
        CHECK(parse_amount(text) == 1234);
    }
    CHECK(parse_amount("") == 0);
    CHECK(parse_amount("　") == 0);
    CHECK(parse_amount("△0") == 0);
}

TEST_CASE("amounts: anything else is none") {
    for (const char* text : {"-", "―", "n/a", "#REF!", "1,23", "12,34", "1,,234", ",123", "1.5", "1,234.5", "1e6", "0x10", "(1,234", "1,234)", "--1", "△△1", "(-5)", "1 2 3 x", "売上高", "NaN",
                             "inf", "=1+1", "100000000000001", "99999999999999999999", "1.", ".5", "1円円", "二百"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_amount(text));
    }
    CHECK_FALSE(parse_amount(std::string(10'000, '1')));
}

TEST_CASE("amounts: units are exact") {
    CHECK(parse_amount("1,234", MoneyUnit::thousand) == 1'234'000);
    CHECK(parse_amount("1,234.5", MoneyUnit::thousand) == 1'234'500);
    CHECK(parse_amount("0.1", MoneyUnit::million) == 100'000);
    CHECK(parse_amount("△12.345678", MoneyUnit::million) == -12'345'678);
    CHECK_FALSE(parse_amount("1.2345", MoneyUnit::thousand));  // half a yen
    CHECK(parse_amount("1.23400", MoneyUnit::thousand) == 1'234);
    CHECK(parse_amount("2.5", MoneyUnit::hundred_million) == 250'000'000);
}

TEST_CASE("amounts: a line names the unit") {
    CHECK(unit_named_in("（単位：千円）") == MoneyUnit::thousand);
    CHECK(unit_named_in("単位:円") == MoneyUnit::yen);
    CHECK(unit_named_in("[単位 百万円]") == MoneyUnit::million);
    CHECK(unit_named_in("Unit: thousand yen") == MoneyUnit::thousand);
    CHECK_FALSE(unit_named_in("損益計算書"));
    CHECK_FALSE(unit_named_in("千円"));
}

TEST_CASE("amounts: what is written in any way is read back (5,000 drawn amounts)") {
    std::mt19937_64 random(20260401);
    for (int i = 0; i < 5'000; ++i) {
        const int digits = static_cast<int>(random() % 14) + 1;
        Yen bound = 1;
        for (int d = 0; d < digits; ++d) bound *= 10;
        const Yen amount = static_cast<Yen>(random() % static_cast<std::uint64_t>(bound)) * (random() % 2 == 0 ? 1 : -1);
        const std::string plain = std::to_string(amount < 0 ? -amount : amount), grouped = group_thousands(static_cast<double>(amount < 0 ? -amount : amount));
        for (const std::string& body : {plain, grouped}) {
            for (const char* pattern : {"-{}", "△{}", "▲{}", "({})", "（{}）", "－{}", "△{}円"}) {
                const std::string text = amount < 0 ? fmt::format(fmt::runtime(pattern), body) : body;
                CAPTURE(text);
                CHECK(parse_amount(text) == amount);
            }
        }
        CHECK(parse_amount(grouped, MoneyUnit::yen) == (amount < 0 ? -amount : amount));
        if (plain.size() <= 11) CHECK(parse_amount(plain, MoneyUnit::thousand) == (amount < 0 ? -amount : amount) * 1000);
    }
}

TEST_CASE("amounts: drawn bytes are read or refused, never more") {
    std::mt19937_64 random(7);
    const std::string marks = "0123456789,.()-+ \\\xe2\x96\xb3\xe5\x86\x86\xef\xbc\x91\xc2\xa5";
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        for (std::size_t size = random() % 20; size > 0; --size) text += marks[random() % marks.size()];
        const auto amount = parse_amount(text);
        CHECK((!amount || (*amount <= largest_amount && *amount >= -largest_amount)));
    }
}
