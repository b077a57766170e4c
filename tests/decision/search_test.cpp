#include "decision/search.hpp"

#include <doctest/doctest.h>
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
