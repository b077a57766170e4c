#include "statistics/tornado.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <vector>

using namespace goho::statistics;

namespace {

std::vector<std::size_t> order(const std::vector<Bar>& bars) {
    std::vector<std::size_t> parameters;
    for (const Bar& bar : bars) parameters.push_back(bar.parameter);
    return parameters;
}

}  // namespace

TEST_CASE("tornado: the longest bar first, whichever way it points") {
    const auto bars = tornado(std::vector<Ends>{{90.0, 110.0}, {140.0, 60.0}, {99.0, 102.0}}, 100.0);
    CHECK(order(bars) == std::vector<std::size_t>{1, 0, 2});
    CHECK(bars[0].swing == -80.0);
    CHECK(bars[0].at_low == 140.0);
    CHECK(bars[1].swing == 20.0);
}

TEST_CASE("tornado: equal bars keep their order") {
    const auto bars = tornado(std::vector<Ends>{{1.0, 3.0}, {3.0, 1.0}, {0.0, 5.0}, {1.0, 3.0}}, 2.0);
    CHECK(order(bars) == std::vector<std::size_t>{2, 0, 1, 3});
}

TEST_CASE("tornado: a bar without result comes last and says so") {
    const double nan = std::nan(""), infinity = std::numeric_limits<double>::infinity();
    const auto bars = tornado(std::vector<Ends>{{nan, 3.0}, {2.0, 2.0}, {1.0, infinity}, {1.0, 3.0}}, 2.0);
    CHECK(order(bars) == std::vector<std::size_t>{3, 1, 0, 2});
    CHECK(bars[2].missing);
    CHECK(std::isnan(bars[2].swing));
    CHECK(bars[3].missing);
    CHECK_FALSE(bars[0].missing);
}

TEST_CASE("tornado: a parameter that changes nothing, and one that only ever harms") {
    const auto bars = tornado(std::vector<Ends>{{2.0, 2.0}, {1.0, 1.5}, {1.0, 1.0}}, 2.0);
    CHECK(order(bars) == std::vector<std::size_t>{1, 0, 2});
    CHECK(bars[0].one_sided);
    CHECK(bars[1].constant);
    CHECK_FALSE(bars[1].one_sided);
    CHECK_FALSE(bars[2].constant);  // the same at both ends, but less than planned
    CHECK(bars[2].one_sided);
    CHECK_FALSE(tornado(std::vector<Ends>{{2.0, 3.0}}, 2.0)[0].one_sided);
}

TEST_CASE("tornado: a bar is one-sided only where both of its ends are on one side") {
    const auto one_sided = [](double low, double high) { return tornado(std::vector<Ends>{{low, high}}, 2.0)[0].one_sided; };
    CHECK(one_sided(3.0, 4.0));
    CHECK(one_sided(1.0, 0.0));
    for (const auto& [low, high] : {Ends{3.0, 1.0}, Ends{1.0, 3.0}, Ends{3.0, 2.0}, Ends{2.0, 3.0}, Ends{1.0, 2.0}, Ends{2.0, 1.0}}) {
        CAPTURE(low);
        CAPTURE(high);
        CHECK_FALSE(one_sided(low, high));
        CHECK_FALSE(tornado(std::vector<Ends>{{low, high}}, 2.0)[0].constant);
    }
}

TEST_CASE("tornado: without a result as planned nothing is said of sides") {
    for (const double plan : {std::nan(""), std::numeric_limits<double>::infinity()}) {
        for (const auto& bar : tornado(std::vector<Ends>{{2.0, 2.0}, {1.0, 3.0}}, plan)) {
            CHECK_FALSE(bar.constant);
            CHECK_FALSE(bar.one_sided);
            CHECK_FALSE(bar.missing);
        }
    }
}
