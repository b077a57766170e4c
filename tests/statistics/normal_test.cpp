#include "statistics/normal.hpp"

#include <doctest/doctest.h>
#include <boost/math/distributions/students_t.hpp>

#include <cmath>

using namespace goho::statistics;

TEST_CASE("normal: Student's points, by table and by expansion") {
    for (unsigned freedom = 1; freedom <= 10000; freedom += freedom < 60 ? 1 : 71) {
        CAPTURE(freedom);
        const double expected = boost::math::quantile(boost::math::students_t(freedom), 0.975);
        CHECK(std::abs(student_95(freedom) - expected) < (freedom <= 30 ? 1e-9 : 2e-6));
    }
    CHECK(std::abs(student_95(1000000000) - normal_95) < 1e-8);
}
