#include "simulation/period.hpp"

#include <doctest/doctest.h>

using namespace goho;
using namespace goho::simulation;

namespace {

/// Month t (from 0) sells t + 1 yen and ends with t + 1 yen of cash; its one segment sells the same.
Trajectory<double> counting(Month start, int months, int fiscal_year_start) {
    Trajectory<double> run;
    run.start = start;
    run.fiscal_year_start = fiscal_year_start;
    run.segments = Grid<accounting::SegmentBooks<double>>(months, 1);
    for (int t = 0; t < months; ++t) {
        accounting::Books<double> b;
        b.net_sales = b.cash = t + 1.0;
        run.months.push_back(b);
        run.segments.at(t, 0).net_sales = t + 1.0;
    }
    return run;
}

}  // namespace

TEST_CASE("period: flows of a fiscal year add up, stocks are those of its end") {
    const auto years = fiscal_years(counting(Month::of(2027, 4), 24, 4));
    REQUIRE(years.size() == 2);
    CHECK(years[0].books.net_sales == 78.0);   // 1 + 2 + ... + 12
    CHECK(years[1].books.net_sales == 222.0);  // 13 + ... + 24 = 300 - 78
    CHECK(years[0].books.cash == 12.0);
    CHECK(years[1].books.cash == 24.0);
    CHECK(years[0].closes_year);
    CHECK(years[0].label == Text{"FY2027", "2027年度（2028年3月期）"});
}

TEST_CASE("period: a part year says how long it is") {
    // From November 2027 with years from April: 5 months to March, 12 months, then 3 of FY2029 would remain of 20.
    const auto years = fiscal_years(counting(Month::of(2027, 11), 20, 4));
    REQUIRE(years.size() == 3);
    CHECK(years[0].label == Text{"FY2027 (5 months)", "2027年度（2028年3月期）（5か月）"});
    CHECK(years[1].label == Text{"FY2028", "2028年度（2029年3月期）"});
    CHECK(years[2].label == Text{"FY2029 (3 months)", "2029年度（2030年3月期）（3か月）"});
    CHECK(years[0].closes_year);
    CHECK_FALSE(years[2].closes_year);
    CHECK(years[2].first == Month::of(2029, 4));
    CHECK(years[2].last == Month::of(2029, 6));
}

TEST_CASE("period: one month is not several") {
    CHECK(fiscal_years(counting(Month::of(2028, 3), 1, 4))[0].label.en == "FY2027 (1 month)");
}

TEST_CASE("period: a year from January is named by the year it lies in") {
    CHECK(fiscal_year_label(Month::of(2027, 7), 1) == Text{"FY2027", "2027年度（2027年12月期）"});
}

TEST_CASE("period: all twelve starts of the fiscal year part the plan into whole years with part years at its ends") {
    for (int start = 1; start <= 12; ++start) {
        CAPTURE(start);
        const auto run = counting(Month::of(2027, 4), 120, start);
        const auto years = fiscal_years(run);
        const int first_length = (start - 4 + 11) % 12 + 1;  // from April to the month before the start
        CHECK(years.front().months == first_length);
        CHECK(years.size() == (start == 4 ? 10 : 11));
        double sales = 0.0;
        int months = 0;
        for (std::size_t i = 0; i < years.size(); ++i) {
            if (i > 0) {
                CHECK(years[i].first == years[i - 1].last + 1);
                CHECK(years[i].first.month() == start);
            }
            if (i + 1 < years.size()) CHECK(years[i].last.month() == (start + 10) % 12 + 1);
            CHECK(years[i].closes_year == (years[i].last.month() == (start + 10) % 12 + 1));
            sales += years[i].books.net_sales;
            months += years[i].months;
        }
        CHECK(months == 120);
        CHECK(sales == 7260.0);  // 120 * 121 / 2
    }
}

TEST_CASE("period: plan years are months 1 to 12, 13 to 24, whenever the fiscal year starts") {
    const auto years = plan_years(counting(Month::of(2027, 11), 30, 4));
    REQUIRE(years.size() == 3);
    CHECK(years[0].label == Text{"Year 1", "1年目"});
    CHECK(years[0].books.net_sales == 78.0);
    CHECK(years[0].closes_year);  // March lies in it
    CHECK(years[2].label == Text{"Year 3 (6 months)", "3年目（6か月）"});
}

TEST_CASE("period: segments are read over the same years") {
    const auto run = counting(Month::of(2027, 11), 20, 4);
    const auto years = fiscal_years(run);
    const auto segments = segment_fiscal_years(run);
    REQUIRE(segments.size() == years.size());
    for (std::size_t i = 0; i < years.size(); ++i) {
        CHECK(segments[i].label == years[i].label);
        CHECK(segments[i].first == years[i].first);
        CHECK(segments[i].last == years[i].last);
        CHECK(segments[i].months == years[i].months);
        CHECK(segments[i].segments[0].net_sales == years[i].books.net_sales);
    }
    CHECK(segment_plan_years(run).size() == 2);
}

TEST_CASE("period: the twelfth year is the twelfth") {
    const auto years = plan_years(counting(Month::of(2027, 4), 133, 4));
    REQUIRE(years.size() == 12);
    CHECK(years[10].label.en == "Year 11");
    CHECK(years[11].label.en == "Year 12 (1 month)");
}
