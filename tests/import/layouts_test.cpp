// The same company in every layout and encoding gives the same books, to the yen.
#include "import/samples.hpp"

#include <doctest/doctest.h>
#include <algorithm>

using namespace goho;
using namespace goho::imports;

namespace {

struct Expected {
    std::string folder;
    std::string_view layout;
    Encoding encoding;
};
const std::vector<Expected> samples = {
    {"freee_1", "freee-1", Encoding::cp932},          {"freee_2", "freee-2", Encoding::utf8_with_mark}, {"money_forward", "money-forward", Encoding::cp932},
    {"yayoi_months", "yayoi", Encoding::cp932},       {"yayoi_year", "yayoi", Encoding::cp932},         {"goho_ja", "goho", Encoding::utf8},
    {"goho_en", "goho", Encoding::utf8},
};

ImportReading read_sample(const std::string& folder) { return read(sample(folder), options_from(Month::of(2026, 4))); }

}  // namespace

TEST_CASE("layouts: every sample is recognised by its head and first bytes") {
    for (const Expected& expected : samples) {
        CAPTURE(expected.folder);
        const auto reading = read_sample(expected.folder);
        CHECK(said(reading.problems) == "");
        REQUIRE(reading);
        for (const Source& source : reading.value->sources) {
            CHECK(source.layout->id == expected.layout);
            CHECK(source.encoding == expected.encoding);
            CHECK(source.unit == MoneyUnit::yen);
        }
    }
}

TEST_CASE("layouts: all layouts give the same books, to the yen") {
    const auto first = read_sample("freee_1");
    REQUIRE(first);
    CHECK(first.value->ledger.months.front() == Month::of(2026, 4));
    REQUIRE(first.value->books.size() == 12);
    for (const Expected& expected : samples) {
        const auto reading = read_sample(expected.folder);
        REQUIRE(reading);
        REQUIRE(reading.value->ledger.months == first.value->ledger.months);
        for (std::size_t m = 0; m < 12; ++m) {
            for (const auto& variable : accounting::variables<double>) {
                CAPTURE(expected.folder);
                CAPTURE(variable.name);
                CAPTURE(m);
                CHECK(reading.value->books[m].*variable.field == first.value->books[m].*variable.field);
            }
        }
    }
}

TEST_CASE("layouts: the totals of the files come back from the books") {
    const auto reading = read_sample("freee_1");
    REQUIRE(reading);
    const auto& march = reading.value->books.back();
    // The lines 売上高 計, 営業損益金額, 当期純損益金額 and 資産合計 of the files, last month.
    CHECK(march.net_sales == 55'449'500.0);
    CHECK(march.net_sales - march.cost_of_sales - march.sga_expenses == march.operating_income);
    CHECK(march.total_assets == march.total_liabilities + march.net_assets);
    CHECK(march.accumulated_depreciation == 149'860'000.0);
    CHECK(reading.value->checked.subtotals == 25);
    CHECK(reading.value->checked.sums == 111);
    CHECK(reading.value->checked.balances == 12);
}

TEST_CASE("layouts: opening balances stand beside the months that follow them") {
    auto files = sample("freee_1");
    files.push_back(sample("freee_opening").front());
    const auto reading = read(files);
    CHECK(said(reading.problems) == "");
    REQUIRE(reading);
    CHECK(reading.value->ledger.has_opening);
    const auto own = read_sample("goho_ja");  // its balance sheet has a column of opening balances
    REQUIRE(own);
    for (const LedgerLine& line : own.value->ledger.lines) {
        if (line.opening.value_or(0) == 0) continue;
        const auto& lines = reading.value->ledger.lines;
        const auto same = std::find_if(lines.begin(), lines.end(), [&](const LedgerLine& other) { return other.section == line.section && other.name == line.name; });
        REQUIRE(same != lines.end());
        CHECK(same->opening == line.opening);
    }
}

TEST_CASE("layouts: months without a year need the start of the fiscal year") {
    const auto reading = read(sample("money_forward"));
    CHECK_FALSE(reading);
    CHECK(said(reading.problems).find("the months have no year (4月) (give the first month of the fiscal year, for example --fiscal-year-start 2026-04)") != std::string::npos);
}

TEST_CASE("layouts: closing entries are counted to the last month, and it is said") {
    const auto reading = read_sample("money_forward");
    REQUIRE(reading);
    REQUIRE(reading.value->notes.size() >= 1);
    CHECK(reading.value->books.back().corporate_taxes > 0.0);
    CHECK(std::any_of(reading.value->notes.begin(), reading.value->notes.end(), [](const Text& note) { return note.ja.find("決算整理は2027年3月に含めました") != std::string::npos; }));
}

TEST_CASE("layouts: a forced layout that does not fit is refused") {
    ImportOptions options;
    options.sheet.layout = "yayoi";
    const auto reading = read(sample("goho_ja"), options);
    CHECK(said(reading.problems).find("the head of the table is not that of Yayoi text export") != std::string::npos);
}

TEST_CASE("layouts: the order of the files does not matter") {
    auto files = sample("freee_2");
    const auto forward = read(files);
    std::reverse(files.begin(), files.end());
    const auto backward = read(files);
    REQUIRE(forward);
    REQUIRE(backward);
    for (std::size_t m = 0; m < 12; ++m) {
        for (const auto& variable : accounting::variables<double>) CHECK(forward.value->books[m].*variable.field == backward.value->books[m].*variable.field);
    }
}
