#include "decision/search.hpp"

#include <doctest/doctest.h>
#include <algorithm>
#include <cmath>

using namespace goho::decision;

namespace {

// Deb, Thiele, Laumanns and Zitzler's, and Zitzler, Deb and Thiele's problems, as their papers write them (docs/sources.md).
double far_from_front(const Point& x) {
    double sum = 0.0;
    for (std::size_t i = 1; i < x.size(); ++i) sum += x[i];
    return 1.0 + 9.0 * sum / static_cast<double>(x.size() - 1);
}
std::vector<double> zdt1(const Point& x) {
    const double g = far_from_front(x);
    return {x[0], g * (1.0 - std::sqrt(x[0] / g))};
}
std::vector<double> zdt2(const Point& x) {
    const double g = far_from_front(x);
    return {x[0], g * (1.0 - x[0] / g * x[0] / g)};
}
std::vector<double> zdt3(const Point& x) {
    const double g = far_from_front(x);
    return {x[0], g * (1.0 - std::sqrt(x[0] / g) - x[0] / g * std::sin(10.0 * M_PI * x[0]))};
}
std::vector<double> dtlz2(const Point& x) {
    double g = 0.0;
    for (std::size_t i = 2; i < x.size(); ++i) g += (x[i] - 0.5) * (x[i] - 0.5);
    const double a = x[0] * M_PI / 2.0, b = x[1] * M_PI / 2.0;
    return {(1.0 + g) * std::cos(a) * std::cos(b), (1.0 + g) * std::cos(a) * std::sin(b), (1.0 + g) * std::sin(a)};
}

Landscape unit_box(std::size_t dimensions, int goals, std::vector<double> (*f)(const Point&)) {
    Landscape out;
    out.low.assign(dimensions, 0.0);
    out.high.assign(dimensions, 1.0);
    out.goals = goals;
    out.worth = [f](const Point& x) { return Worth{f(x), 0.0}; };
    return out;
}

/// Area below (1.1, 1.1) that the true front of ZDT3 dominates, by fine strips: its front is the lower envelope of the
/// curve over the whole range.
double zdt3_volume() {
    constexpr int strips = 2'000'000;
    double lowest = 1.1, area = 0.0;
    for (int i = 0; i < strips; ++i) {
        const double x = (i + 0.5) / strips;
        lowest = std::min(lowest, 1.0 - std::sqrt(x) - x * std::sin(10.0 * M_PI * x));
        area += (1.1 - lowest) / strips;
    }
    return area + 0.1 * (1.1 - lowest);
}

}  // namespace

TEST_CASE("search: the test problems are those of their papers") {  // figures: pagmo-zdt-tests
    CHECK(zdt1(Point(30, 0.25))[1] == doctest::Approx(2.3486121811340026).epsilon(1e-14));
    CHECK(zdt1(Point(13, 0.33))[1] == doctest::Approx(2.825404001404863).epsilon(1e-14));
    CHECK(zdt2(Point(30, 0.25))[1] == doctest::Approx(3.230769230769231).epsilon(1e-14));
    CHECK(zdt2(Point(13, 0.33))[1] == doctest::Approx(3.9425692695214107).epsilon(1e-14));
    CHECK(zdt3(Point(30, 0.25))[1] == doctest::Approx(2.0986121811340026).epsilon(1e-14));
    CHECK(zdt3(Point(13, 0.33))[1] == doctest::Approx(3.092379609548596).epsilon(1e-14));
}

TEST_CASE("search: the front of ZDT1 to 3 within 1% of the true volume") {
    const Effort effort{100, 350, 42, 0, {}};
    CHECK(hypervolume(search_front(unit_box(30, 2, zdt1), effort).best, {1.1, 1.1}) == doctest::Approx(1.1 * 1.1 - 1.0 / 3.0).epsilon(0.01));
    CHECK(hypervolume(search_front(unit_box(30, 2, zdt2), effort).best, {1.1, 1.1}) == doctest::Approx(1.1 * 1.1 - 2.0 / 3.0).epsilon(0.01));
    CHECK(hypervolume(search_front(unit_box(30, 2, zdt3), effort).best, {1.1, 1.1}) == doctest::Approx(zdt3_volume()).epsilon(0.01));
}

TEST_CASE("search: the front of DTLZ2 within 1% of the true volume") {
    const auto found = search_front(unit_box(12, 3, dtlz2), {100, 250, 42, 0, {}});
    CHECK(hypervolume(found.best, {1.1, 1.1, 1.1}) == doctest::Approx(1.331 - M_PI / 6.0).epsilon(0.01));
}

TEST_CASE("search: one goal with a condition ends where the condition binds") {
    // Nearest to (2, 2) within the quarter disc of radius 1: the middle of its arc.
    Landscape disc;
    disc.low = {0.0, 0.0};
    disc.high = {1.5, 1.5};
    disc.worth = [](const Point& x) {
        return Worth{{(x[0] - 2.0) * (x[0] - 2.0) + (x[1] - 2.0) * (x[1] - 2.0)}, std::max(0.0, x[0] * x[0] + x[1] * x[1] - 1.0)};
    };
    const auto found = search_best(disc, {96, 120, 7, 0, {}});
    REQUIRE(found.possible());
    CHECK(found.best.front().point[0] == doctest::Approx(std::sqrt(0.5)).epsilon(2e-3));
    CHECK(found.best.front().point[1] == doctest::Approx(std::sqrt(0.5)).epsilon(2e-3));
}

TEST_CASE("search: where nothing is possible, the least impossible point comes back") {
    Landscape never;
    never.low = {0.0};
    never.high = {1.0};
    never.worth = [](const Point& x) { return Worth{{x[0]}, 1.0 + (x[0] - 0.25) * (x[0] - 0.25)}; };
    const auto found = search_best(never, {64, 60, 7, 0, {}});
    CHECK_FALSE(found.possible());
    CHECK(found.nearest.point[0] == doctest::Approx(0.25).epsilon(0.01));
}

TEST_CASE("search: the same points on one thread and on four") {
    const auto box = unit_box(6, 2, zdt1);
    const auto one = search_front(box, {40, 20, 3, 1, {}}), four = search_front(box, {40, 20, 3, 4, {}});
    REQUIRE(one.best.size() == four.best.size());
    for (std::size_t i = 0; i < one.best.size(); ++i) CHECK(one.best[i].point == four.best[i].point);
}

TEST_CASE("search: representatives of a front hold the best of each goal") {
    const auto front = search_front(unit_box(6, 2, zdt1), {40, 40, 3, 0, {}}).best;
    const auto few = representatives(front, 5);
    REQUIRE(few.size() == 5);
    CHECK(few.front().worth.goals[0] == front.front().worth.goals[0]);
    CHECK(few.back().worth.goals[1] == front.back().worth.goals[1]);
}
