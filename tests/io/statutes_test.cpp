#include "io/statutes.hpp"

#include "io/embedded.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>

using namespace goho;
using namespace goho::io;

TEST_CASE("statutes: the tables inside the program are read whole") {
    const auto statutes = load_statutes("japan-sme-2026", "japan-2012");
    REQUIRE(statutes);
    const auto& s = *statutes.value;
    CHECK(s.tax_table == "japan-sme-2026");
    REQUIRE(s.tax_periods.size() == 3);
    CHECK(s.taxes_of(Month::of(2010, 4)).from == Month::of(2019, 10));
    CHECK(s.taxes_of(Month::of(2026, 4)).corporate.defence_rate == 0.04);
    CHECK(s.taxes_of(Month::of(2027, 3)).corporate.small_income_rate == 0.15);
    CHECK(s.taxes_of(Month::of(2027, 4)).corporate.small_income_rate == 0.19);
    CHECK(s.taxes_of(Month::of(2030, 1)).consumption.interim_limit_3 == 48000000.0);
    CHECK(s.taxes_of(Month::of(2030, 1)).consumption.national_share == 0.78);
    REQUIRE(s.depreciation.size() == 51);
    CHECK(s.depreciation[10].straight_line == 0.1);
    CHECK(s.depreciation[10].guarantee == 0.06552);
    CHECK(s.depreciation[2].revised == 0.0);  // none in the law: 100% in the first full year
}

TEST_CASE("statutes: every rate of the data files is read") {
    const auto statutes = load_statutes("japan-sme-2026", "japan-2012");
    REQUIRE(statutes);
    for (const auto& period : statutes.value->tax_periods) {
        const auto& c = period.corporate;
        for (const double rate :
             {c.small_income_limit, c.small_income_rate, c.corporate_rate, c.local_corporate_rate, c.defence_deduction,
              c.inhabitants_rate, c.enterprise_limit_1, c.enterprise_limit_2, c.enterprise_rate_1, c.enterprise_rate_2,
              c.enterprise_rate_3, c.special_enterprise_rate, c.loss_usable_share, c.interim_minimum,
              period.consumption.interim_limit_1, period.consumption.interim_limit_2}) {
            CHECK(rate > 0.0);
        }
    }
    for (std::size_t life = 3; life < statutes.value->depreciation.size(); ++life) {
        const auto& r = statutes.value->depreciation[life];
        CHECK(r.straight_line > 0.0);
        CHECK(r.declining > 0.0);
        CHECK(r.revised > 0.0);
        CHECK(r.guarantee > 0.0);
    }
}

TEST_CASE("statutes: an unknown table is answered with the known ones") {
    const auto statutes = load_statutes("japan-1989", "japan-2012");
    CHECK_FALSE(statutes);
    REQUIRE(statutes.problems.size() == 1);
    CHECK(to_string(statutes.problems[0], Language::english) ==
          "/pins/tax_table: there is no table \"japan-1989\"; built in: japan-sme-2026 (or name a file of your own "
          "that ends in .json)");
}

TEST_CASE("statutes: a table of one's own is read from beside the scenario") {
    const auto folder = std::filesystem::temp_directory_path() / "goho-statutes-test";
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "own.json") << *embedded_file("tax/japan-sme-2026.json");
    CHECK(load_statutes("own.json", "japan-2012", folder));

    std::ofstream(folder / "own.json") << R"({"periods": [{"from": "2026-04", "corporate_rate": 2}]})";
    const auto statutes = load_statutes("own.json", "japan-2012", folder);
    CHECK_FALSE(statutes);
    CHECK(statutes.problems.size() == 19);  // one rate out of range, eighteen missing
    CHECK(statutes.problems[0].file == (folder / "own.json").generic_string());
    CHECK(statutes.problems[0].pointer == "/periods/0/small_income_limit");
    std::filesystem::remove_all(folder);
}
