#include "statistics/spline.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <functional>
#include <vector>

using namespace goho::statistics;

namespace {

std::vector<double> even(int count) {
    std::vector<double> values;
    for (int i = 0; i < count; ++i) values.push_back(i);
    return values;
}

/// One function of the basis, anywhere.
std::function<double(double)> function(const SplineBasis& basis, std::size_t which) {
    return [&basis, which](double x) {
        std::vector<double> all(basis.size());
        basis.at(x, all);
        return all[which];
    };
}

/// f(x + 1) - 2 f(x) + f(x - 1): the second derivative at x where f is one cubic from x - 1 to x + 1.
double bend(const std::function<double(double)>& f, double x) { return f(x + 1.0) - 2.0 * f(x) + f(x - 1.0); }

double product(const SplineBasis& basis, std::size_t a, std::size_t b) {
    double sum = 0.0;
    const std::size_t p = basis.size();
    for (std::size_t i = 0; i < basis.rows().size() / p; ++i) sum += basis.rows()[i * p + a] * basis.rows()[i * p + b];
    return sum;
}

}  // namespace

TEST_CASE("spline: a straight line is a constant and a slope, of length one over the values") {
    // 1, 2, 6: mean 3, squares 4 + 1 + 9 = 14. The constant is 1 / sqrt(3), the slope (x - 3) / sqrt(14).
    const std::vector<double> values{1.0, 2.0, 6.0};
    const auto line = SplineBasis::over(values, 0);
    REQUIRE(line);
    CHECK(line->size() == 2);
    for (const double x : {-100.0, 1.0, 2.0, 6.0, 50.0}) {
        CHECK(function(*line, 0)(x) == doctest::Approx(1.0 / std::sqrt(3.0)).epsilon(1e-14));
        CHECK(function(*line, 1)(x) == doctest::Approx((x - 3.0) / std::sqrt(14.0)).epsilon(1e-13));
    }
    CHECK(line->rows()[5] == doctest::Approx(3.0 / std::sqrt(14.0)).epsilon(1e-14));
}

TEST_CASE("spline: one bend: the second derivative rises to the middle knot, falls to the last, and is nothing outside") {
    // Of 0, 1, ..., 100 the knots at 1%, 50% and 99% are 1, 50 and 99.
    const auto basis = SplineBasis::over(even(101), 1);
    REQUIRE(basis);
    REQUIRE(basis->size() == 3);
    const auto curved = function(*basis, 2);
    const double at_40 = bend(curved, 40.0);
    CHECK(std::abs(at_40) > 1e-4);
    CHECK(bend(curved, 20.0) / at_40 == doctest::Approx(19.0 / 39.0).epsilon(1e-9));
    CHECK(bend(curved, 3.0) / at_40 == doctest::Approx(2.0 / 39.0).epsilon(1e-8));
    CHECK(bend(curved, 49.0) / at_40 == doctest::Approx(48.0 / 39.0).epsilon(1e-9));
    CHECK(bend(curved, 60.0) / at_40 == doctest::Approx(1.0).epsilon(1e-9));
    CHECK(bend(curved, 97.0) / at_40 == doctest::Approx(2.0 / 39.0).epsilon(1e-8));
    for (const double x : {-300.0, -1.0, 0.0, 100.0, 101.0, 300.0}) CHECK(std::abs(bend(curved, x)) < 1e-12);
    for (const double x : {-5.0, 30.0, 120.0}) CHECK(std::abs(bend(function(*basis, 1), x)) < 1e-12);
}

TEST_CASE("spline: more bends: straight second derivatives between knots at even quantile levels") {
    // Four knots, at 1%, 33 2/3%, 66 1/3% and 99%, of values that stand three to the unit.
    std::vector<double> values;
    for (int i = 0; i <= 300; ++i) values.push_back(i / 3.0);
    const auto basis = SplineBasis::over(values, 2);
    REQUIRE(basis);
    REQUIRE(basis->size() == 4);
    const double first = 1.0, second = 100.0 / 3.0 + 1.0 / 3.0, third = 100.0 - second, last = 99.0;
    for (const std::size_t which : {2u, 3u}) {
        const auto curved = function(*basis, which);
        const auto straight = [&](double from, double to) {
            const double step = (to - from - 2.0) / 3.0;
            const double a = bend(curved, from + 1.0), b = bend(curved, from + 1.0 + step),
                         c = bend(curved, from + 1.0 + 2.0 * step), d = bend(curved, to - 1.0);
            CHECK(std::abs(a - 2.0 * b + c) < 1e-12);
            CHECK(std::abs(b - 2.0 * c + d) < 1e-12);
            CHECK(std::abs(a - d) > 1e-6);  // and not the same all along
        };
        straight(first, second);
        straight(second, third);
        straight(third, last);
        for (const double x : {-100.0, 0.0, 100.0, 200.0}) CHECK(std::abs(bend(curved, x)) < 1e-12);
    }
}

TEST_CASE("spline: the functions are of length one over the values and at right angles, and are found again at each value") {
    std::vector<double> values;
    for (int i = 0; i < 200; ++i) values.push_back(1e4 + 0.01 * i * i);
    for (int bends = 0; bends <= 6; ++bends) {
        CAPTURE(bends);
        const auto basis = SplineBasis::over(values, bends);
        REQUIRE(basis);
        const std::size_t p = basis->size();
        REQUIRE(p == static_cast<std::size_t>(bends) + 2);
        for (std::size_t a = 0; a < p; ++a) {
            for (std::size_t b = 0; b <= a; ++b) CHECK(std::abs(product(*basis, a, b) - (a == b ? 1.0 : 0.0)) < 1e-13);
        }
        std::vector<double> found(p);
        for (const std::size_t i : {0u, 57u, 199u}) {
            basis->at(values[i], found);
            for (std::size_t a = 0; a < p; ++a) CHECK(std::abs(found[a] - basis->rows()[i * p + a]) < 1e-11);
        }
    }
}

TEST_CASE("spline: values too few or too alike to tell") {
    const auto tells = [](const std::vector<double>& values, int bends) { return SplineBasis::over(values, bends).has_value(); };
    CHECK_FALSE(tells({}, 0));
    CHECK_FALSE(tells({5.0}, 0));
    CHECK_FALSE(tells({5.0, 5.0, 5.0}, 0));
    CHECK(tells({5.0, 6.0}, 0));
    CHECK_FALSE(tells({0.0, 0.0, 1.0, 1.0}, 1));  // the median, between both, is a knot that no value tells anything of
    CHECK(tells({0.0, 0.0, 1.0, 2.0, 2.0}, 1));
    std::vector<double> half_zero(50, 0.0);
    for (int i = 1; i <= 50; ++i) half_zero.push_back(i);
    CHECK(tells(half_zero, 0));
    CHECK_FALSE(tells(half_zero, 3));  // the knots at 1% and 25.5% are one
    CHECK_FALSE(chosen_basis(std::vector<double>(4, 1.0), std::vector<double>(4, 2.0)));
}

TEST_CASE("spline: the simplest curve that hits the points, wherever they are") {
    const auto values = even(101);
    std::vector<double> line, nothing(101, 0.0), constant(101, 7e5), bent, small;
    const auto basis = SplineBasis::over(values, 1);
    for (std::size_t i = 0; i < values.size(); ++i) {
        line.push_back(1e6 - 3.0 * values[i]);
        bent.push_back(40.0 + values[i] + 5.0 * basis->rows()[3 * i + 2]);
        small.push_back(1e-12 * bent.back());
    }
    CHECK(chosen_basis(values, line)->size() == 2);
    CHECK(chosen_basis(values, nothing)->size() == 2);
    CHECK(chosen_basis(values, constant)->size() == 2);
    CHECK(chosen_basis(values, bent)->size() == 3);
    CHECK(chosen_basis(values, small)->size() == 3);
}

TEST_CASE("spline: a bend has to lower the logarithm of the sum of squares by 4 / n") {
    // A bend of length a beyond noise of length b at right angles to it: n log((a² + b²) / b²) against 4.
    const auto values = even(101);
    const auto basis = SplineBasis::over(values, 1);
    std::vector<double> noise;
    for (std::size_t i = 0; i < values.size(); ++i) noise.push_back(i % 2 == 0 ? 0.1 : -0.1);
    for (std::size_t j = 0; j < 3; ++j) {
        double share = 0.0;
        for (std::size_t i = 0; i < noise.size(); ++i) share += noise[i] * basis->rows()[3 * i + j];
        for (std::size_t i = 0; i < noise.size(); ++i) noise[i] -= share * basis->rows()[3 * i + j];
    }
    double square = 0.0;
    for (const double x : noise) square += x * x;
    const double just = std::sqrt(square * (std::exp(4.0 / 101.0) - 1.0));
    const auto bends = [&](double length, double constant, double slope) {
        std::vector<double> points;
        for (std::size_t i = 0; i < noise.size(); ++i) {
            points.push_back(constant + slope * values[i] + length * basis->rows()[3 * i + 2] + noise[i]);
        }
        return chosen_basis(values, points)->size() - 2;
    };
    for (const double constant : {0.0, -30.0}) {
        for (const double slope : {0.0, 0.5}) {
            CAPTURE(constant);
            CAPTURE(slope);
            CHECK(bends(0.99 * just, constant, slope) == 0);
            CHECK(bends(1.01 * just, constant, slope) == 1);
            CHECK(bends(-1.01 * just, constant, slope) == 1);
        }
    }
}
