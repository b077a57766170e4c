#include "import/table_reading.hpp"

#include "import/layouts.hpp"

#include <doctest/doctest.h>

using namespace goho;
using namespace goho::imports;

namespace {

Result<Table> table(const std::string& text) { return read_table({text, Encoding::utf8}, "a.csv"); }

}  // namespace

TEST_CASE("tables: comma, tab and semicolon") {
    for (const std::string mark : {",", "\t", ";"}) {
        const auto read = table("題名\n勘定科目" + mark + "2026/04" + mark + "2026/05\n\"売上" + mark + "高\"" + mark + "1" + mark + "2\n");
        REQUIRE(read);
        CHECK(read.value->delimiter == mark[0]);
        CHECK(read.value->head().line == 2);
        REQUIRE(read.value->rows.size() == 3);
        CHECK(read.value->rows[2].cells == std::vector<std::string>{"売上" + mark + "高", "1", "2"});
    }
}

TEST_CASE("tables: thousands in quotes do not make a comma table of a tab table") {
    const auto read = table("勘定科目\t2026/04\t2026/05\n売上高\t\"1,000\"\t\"2,000\"\n");
    REQUIRE(read);
    CHECK(read.value->delimiter == '\t');
    CHECK(read.value->rows[1].cells[1] == "1,000");
}

TEST_CASE("tables: lines are counted over line breaks inside of cells, blank lines and any line end") {
    for (const std::string end : {"\n", "\r\n", "\r"}) {
        const auto read = table("題名" + end + end + "勘定科目,2026/04" + end + "\"売上" + end + "高\",1" + end + "仕入高,2");
        REQUIRE(read);
        CHECK(read.value->rows.back().cells.front() == "仕入高");
        CHECK(read.value->rows.back().line == 6);
        CHECK(read.value->rows[read.value->rows.size() - 2].line == 4);
    }
}

TEST_CASE("tables: columns are found by their headings in any order") {
    const auto read = table("勘定科目,期首残高,2026/04,2026/05,決算整理,合計,構成比\n現金,1,2,3,4,5,6\n");
    REQUIRE(read);
    const Columns columns = columns_of(*read.value);
    CHECK(columns.account == 0);
    CHECK(columns.opening == 1u);
    CHECK(columns.months == std::vector<std::size_t>{2, 3});
    CHECK(columns.adjustment == 4u);
    CHECK(columns.total == 5u);
    CHECK(columns.unread == std::vector<std::size_t>{6});
}
