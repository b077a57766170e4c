#include "batch/sweep.hpp"

#include <doctest/doctest.h>
#include <set>

namespace goho::batch {

namespace {

std::string why_not(std::string_view written) {
    const auto axis = read_axis(written);
    return axis ? "" : to_string(axis.problems.front(), Language::english);
}

std::vector<double> values_of(std::string_view written) {
    const auto axis = read_axis(written);
    REQUIRE(axis);
    std::vector<double> values;
    for (std::uint64_t i = 0; i < static_cast<std::uint64_t>(axis.value->count); ++i) values.push_back(axis.value->at(i));
    return values;
}

}  // namespace

TEST_CASE("sweep: ranges and lists give the values a person expects") {
    CHECK(values_of("/a/b=90:110:5") == std::vector<double>{90, 95, 100, 105, 110});
    CHECK(values_of("/a/b=0:0.3:0.1") == std::vector<double>{0.0, 0.1, 0.2, 0.3});  // not 0.30000000000000004
    CHECK(values_of("/a/b=0:1:0.3") == std::vector<double>{0.0, 0.3, 0.6, 0.9});
    CHECK(values_of("/a/b=3,1,2") == std::vector<double>{3, 1, 2});
    CHECK(values_of("/a/b=1%:3%:1%") == std::vector<double>{0.01, 0.02, 0.03});
    CHECK(values_of("/a/b=100万円,120万円") == std::vector<double>{1000000, 1200000});
    CHECK(values_of("/a/b=-5:5:5") == std::vector<double>{-5, 0, 5});
}

TEST_CASE("sweep: what makes no sense is refused with the way out") {
    CHECK(why_not("/a/b=90:110:0") == "--sweep: /a/b=90:110:0: the step 0 does not lead upwards (a step is larger than 0)");
    CHECK(why_not("/a/b=110:90:5") == "--sweep: /a/b=110:90:5: the range runs backwards or is empty: from 110 to 90 (the lower end comes first)");
    for (const char* number : {"nan", "inf", "-inf", "1e999", "ten", "", "1:2:nan", "1:inf:1", "5x"}) {
        CAPTURE(number);
        CHECK(why_not(std::string("/a/b=") + number).find("is no number") != std::string::npos);
    }
    CHECK(why_not("/a/b") != "");
    CHECK(why_not("=1,2") != "");
    CHECK(why_not("/a/b=1:2:3:4") != "");
    CHECK(why_not("/a/b=1:2:-1") != "");
    CHECK(why_not("/a/b=1:2:3") != "");
    CHECK(why_not("/a/b=1,2,1") != "");
}

TEST_CASE("sweep: every combination, the last axis fastest") {
    const Sweep sweep({*read_axis("/a=1,2").value, *read_axis("/b=10:30:10").value});
    REQUIRE(sweep.points() == 6);
    CHECK(sweep.point(0) == std::vector<double>{1, 10});
    CHECK(sweep.point(2) == std::vector<double>{1, 30});
    CHECK(sweep.point(3) == std::vector<double>{2, 10});
    CHECK(Sweep().points() == 1);
    CHECK(Sweep().point(0).empty());
}

TEST_CASE("sweep: a Latin hypercube meets each part of every axis once, and the seed alone decides") {
    const std::vector<Axis> axes{*read_axis("/a=0:1").value, *read_axis("/b=100:200").value, *read_axis("/c=1,2,3,4").value};
    const std::uint64_t points = 100;
    const Sweep sweep(axes, points, 7), again(axes, points, 7), other(axes, points, 8);
    std::set<int> first, second;
    std::vector<int> third(5);
    bool differs = false;
    for (std::uint64_t i = 0; i < points; ++i) {
        const auto at = sweep.point(i);
        first.insert(static_cast<int>(at[0] * 100.0));
        second.insert(static_cast<int>(at[1] - 100.0));
        ++third[static_cast<std::size_t>(at[2])];
        CHECK(at == again.point(i));
        differs = differs || at != other.point(i);
    }
    CHECK(first.size() == points);
    CHECK(second.size() == points);
    CHECK(third == std::vector<int>{0, 25, 25, 25, 25});
    CHECK(differs);
}

TEST_CASE("sweep: absurd sizes are refused with the count, however large") {
    const std::vector<Axis> axes{*read_axis("/a=0:1000000:1").value, *read_axis("/b=0:1e300:1e-9").value};
    const auto problems = problems_of(axes, 0, 1);
    REQUIRE(problems.size() == 1);
    CHECK(to_string(problems[0], Language::english).find("at most 10,000,000 are allowed") != std::string::npos);
    CHECK(problems_of({*read_axis("/a=0:9:1").value}, 0, 1'000'000).empty());
    CHECK(to_string(problems_of({*read_axis("/a=0:9:1").value}, 0, 1'000'001)[0], Language::english).find("10,000,010 runs") != std::string::npos);
    CHECK(problems_of({*read_axis("/a=0:9:1").value, *read_axis("/a=1,2").value}, 0, 1).size() == 1);
    CHECK(problems_of({*read_axis("/a=0:9").value}, 0, 1).size() == 1);
    CHECK(problems_of({*read_axis("/a=0:9").value}, 10, 1).empty());
    CHECK(problems_of({}, 10, 1).size() == 1);
}

}  // namespace goho::batch
