#include "io/csv.hpp"
#include "io/csv_reader.hpp"

#include <doctest/doctest.h>

using namespace goho;

TEST_CASE("csv: a text that begins like a formula is written with an apostrophe, a number is not") {
    for (const std::string text : {"=HYPERLINK(\"http://example.com\")", "+1", "-1", "@SUM(A1)", "＝A1", "＋1", "－1", "＠x", "\tx"}) {
        CAPTURE(text);
        CHECK(io::csv_text(text) == "'" + text);
    }
    CHECK(io::csv_text("Machined parts") == "Machined parts");
    CHECK(io::csv_text("5%") == "5%");
    CHECK(io::csv_text("△1,234") == "△1,234");
    CHECK(io::csv_number(-1.5) == "-1.5");
}

TEST_CASE("csv: our own reader gives back every text that was written") {
    for (const std::string text : {"=1+1", "+1", "-1", "@SUM", "'=1+1", "''-x", "'", "''", "'quoted'", "a,b \"c\"", "＝1", "部門 A", "two\nlines", "a tab\t"}) {
        CAPTURE(text);
        const auto read = io::read_csv(io::csv_line({io::csv_text(text), io::csv_number(-2.0)}), ',');
        REQUIRE(read.rows.size() == 1);
        REQUIRE(read.rows[0].cells.size() == 2);
        CHECK(read.rows[0].cells[0] == text);
        CHECK(read.rows[0].cells[1] == "-2");
    }
}
