#include "stakeholders/local_benchmark.hpp"

#include "stakeholders/invented_year.hpp"

#include <doctest/doctest.h>

using namespace goho;
using namespace goho::stakeholders;

namespace {

BenchmarkIndustry invented_industry() {
    return {"invented", {"Invented", "架空"},
            {{{0.10, 0.04, -0.02, -0.09}, {0.08, 0.05, 0.025, 0.0}, {1600, 950, 450, 0}, {0.5, 2.5, 5.5, 11.0}, {0.8, 1.6, 2.5, 3.6},
              {0.60, 0.48, 0.34, 0.15}}}};
}

}  // namespace

TEST_CASE("local benchmark: a threshold belongs to the better side, where high is better") {
    const Thresholds t{0.10, 0.04, -0.02, -0.09};
    CHECK(benchmark_points(0.10, t, Better::higher) == 5);
    CHECK(benchmark_points(0.0999, t, Better::higher) == 4);
    CHECK(benchmark_points(0.04, t, Better::higher) == 4);
    CHECK(benchmark_points(0.0399, t, Better::higher) == 3);
    CHECK(benchmark_points(-0.02, t, Better::higher) == 3);
    CHECK(benchmark_points(-0.0201, t, Better::higher) == 2);
    CHECK(benchmark_points(-0.09, t, Better::higher) == 2);
    CHECK(benchmark_points(-0.0901, t, Better::higher) == 1);
}

TEST_CASE("local benchmark: a threshold belongs to the better side, where low is better") {
    const Thresholds t{0.5, 2.5, 5.5, 11.0};
    CHECK(benchmark_points(-3.0, t, Better::lower) == 5);
    CHECK(benchmark_points(0.5, t, Better::lower) == 5);
    CHECK(benchmark_points(0.51, t, Better::lower) == 4);
    CHECK(benchmark_points(2.5, t, Better::lower) == 4);
    CHECK(benchmark_points(2.51, t, Better::lower) == 3);
    CHECK(benchmark_points(5.5, t, Better::lower) == 3);
    CHECK(benchmark_points(5.51, t, Better::lower) == 2);
    CHECK(benchmark_points(11.0, t, Better::lower) == 2);
    CHECK(benchmark_points(11.01, t, Better::lower) == 1);
}

TEST_CASE("local benchmark: sales that fall by exactly 2% reach a threshold of -2%") {
    YearView y = invented_year();
    y.now.net_sales = 98e6;  // 98 / 100 - 1 is a hair below -0.02 in binary
    CHECK(local_benchmark(y, invented_industry()).rows[0].points == 3);
}

TEST_CASE("local benchmark: grades change at 24, 18 and 12 points") {
    CHECK(benchmark_grade(30) == 'A');
    CHECK(benchmark_grade(24) == 'A');
    CHECK(benchmark_grade(23) == 'B');
    CHECK(benchmark_grade(18) == 'B');
    CHECK(benchmark_grade(17) == 'C');
    CHECK(benchmark_grade(12) == 'C');
    CHECK(benchmark_grade(11) == 'D');
    CHECK(benchmark_grade(6) == 'D');
}

TEST_CASE("local benchmark: a company scored by hand") {
    const BenchmarkScore score = local_benchmark(invented_year(), invented_industry());
    CHECK(score.rows[0].points == 5);  // growth 0.2
    CHECK(score.rows[1].points == 5);  // margin 0.1
    CHECK(score.rows[2].points == 4);  // 1,200 thousand yen a head
    CHECK(score.rows[3].points == 4);  // 1.18 times
    CHECK(score.rows[4].points == 3);  // 2.0 months
    CHECK(score.rows[5].points == 3);  // 0.4
    CHECK(score.sum == 24);
    CHECK(score.grade == 'A');
}

TEST_CASE("local benchmark: without EBITDA the multiple has no figure and one point") {
    YearView y = invented_year();
    y.now.operating_income = -5e6;  // with depreciation of 5 million: zero
    const BenchmarkScore score = local_benchmark(y, invented_industry());
    CHECK_FALSE(score.rows[3].figure.has_value());
    CHECK(score.rows[3].points == 1);
    CHECK(score.sum == 5 + 1 + 1 + 1 + 3 + 3);
}

TEST_CASE("local benchmark: missing data give no points, no sum and no grade") {
    YearView y = invented_year();
    y.previous_sales.reset();
    const BenchmarkScore score = local_benchmark(y, invented_industry());
    CHECK_FALSE(score.rows[0].points.has_value());
    CHECK(score.rows[1].points == 5);
    CHECK_FALSE(score.sum.has_value());
    CHECK_FALSE(score.grade.has_value());
}

TEST_CASE("local benchmark: an industry is found by its name, or not at all") {
    Benchmark benchmark;
    CHECK(benchmark.find("invented") == nullptr);
    benchmark.industries = {invented_industry(), invented_industry()};
    benchmark.industries[1].id = "other";
    CHECK(benchmark.find("other") == &benchmark.industries[1]);
    CHECK(benchmark.find("none") == nullptr);
}
