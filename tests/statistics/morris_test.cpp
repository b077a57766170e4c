#include "statistics/morris.hpp"

#include "statistics/stream.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <vector>

using namespace goho::statistics;

namespace {

const Bootstrap bootstrap{
    [](std::uint64_t draw, std::uint32_t which) { return testing::uniform(draw + 1000000, which); }};

std::vector<double> run(std::span<const double> points, std::size_t parameters,
                        const std::function<double(std::span<const double>)>& model) {
    std::vector<double> outputs;
    for (std::size_t i = 0; i < points.size(); i += parameters) outputs.push_back(model(points.subspan(i, parameters)));
    return outputs;
}

}  // namespace

TEST_CASE("morris: a trajectory moves every parameter once, by the step, inside the cube") {
    constexpr std::size_t parameters = 7, trajectories = 200;
    for (const int levels : {2, 4, 6}) {
        CAPTURE(levels);
        const double step = levels / (2.0 * (levels - 1));
        const auto points = morris::design(parameters, trajectories, levels, testing::uniform);
        REQUIRE(points.size() == morris::cost(parameters, trajectories) * parameters);
        std::map<long, int> met;
        for (std::size_t t = 0; t < trajectories; ++t) {
            std::vector<int> moves(parameters, 0);
            for (std::size_t row = t * (parameters + 1); row + 1 < (t + 1) * (parameters + 1); ++row) {
                for (std::size_t j = 0; j < parameters; ++j) {
                    const double change = points[(row + 1) * parameters + j] - points[row * parameters + j];
                    if (change == 0.0) continue;
                    ++moves[j];
                    CHECK(std::abs(change) == doctest::Approx(step).epsilon(1e-15));
                }
            }
            CHECK(moves == std::vector<int>(parameters, 1));
        }
        for (const double x : points) {
            CHECK(x >= 0.0);
            CHECK(x <= 1.0);
            CHECK(std::abs(x * (levels - 1) - std::round(x * (levels - 1))) < 1e-12);
            ++met[std::lround(x * (levels - 1))];
        }
        // Every level is met about equally often.
        for (const auto& [level, times] : met) {
            CHECK(times == doctest::Approx(static_cast<double>(points.size()) / levels).epsilon(0.15));
        }
    }
}

TEST_CASE("morris: more trajectories leave the first ones as they are") {
    const auto few = morris::design(5, 3, 4, testing::uniform), many = morris::design(5, 10, 4, testing::uniform);
    CHECK(std::equal(few.begin(), few.end(), many.begin()));
}

TEST_CASE("morris: the order of the parameters varies") {
    const auto points = morris::design(3, 100, 4, testing::uniform);
    std::map<std::size_t, int> first;
    for (std::size_t t = 0; t < 100; ++t) {
        for (std::size_t j = 0; j < 3; ++j) {
            if (points[t * 12 + 3 + j] != points[t * 12 + j]) ++first[j];
        }
    }
    for (const auto& [parameter, times] : first) CHECK(times > 20);
    CHECK(first.size() == 3);
}

TEST_CASE("morris: a linear model has its slopes, and no spread") {
    const auto points = morris::design(4, 10, 4, testing::uniform);
    const auto outputs = run(points, 4, [](auto x) { return 7.0 + 3.0 * x[0] - 2.0 * x[1] + 0.5 * x[2]; });
    const auto found = morris::analyse(points, outputs, 4, bootstrap);
    const std::vector<double> slopes = {3.0, -2.0, 0.5, 0.0};
    for (std::size_t j = 0; j < 4; ++j) {
        CHECK(std::abs(found.effects[j].mean - slopes[j]) < 1e-13);
        CHECK(std::abs(found.effects[j].mean_absolute - std::abs(slopes[j])) < 1e-13);
        CHECK(found.effects[j].deviation < 1e-13);
        CHECK(std::abs(found.effects[j].low - std::abs(slopes[j])) < 1e-13);
        CHECK(std::abs(found.effects[j].high - std::abs(slopes[j])) < 1e-13);
        CHECK(found.effects[j].used == 10);
    }
    CHECK_FALSE(found.constant);
}

TEST_CASE("morris: the published example") {
    // Saltelli et al. (2008), Global Sensitivity Analysis: The Primer, exercise 4, p. 138, as the tests of SALib (MIT)
    // repeat it: mu 0.66 and 0.21, mu* 1.62 and 0.35, sigma 1.79 and 0.41, reckoned there from rounded effects.
    constexpr double a = 1.0 / 3.0, b = 2.0 / 3.0;
    const std::vector<double> points = {0, a, 0, 1, b, 1, 0, a, b, a, b, 1, b, 0, b, b, 0, b,
                                        a, 1, 1, 1, 1, a, a, 1, a, a, 1, a, a, b, a, 0, 1, 0};
    const std::vector<double> outputs = {0.97, 0.71, 2.39, 0.97, 2.30, 2.39, 1.87, 2.40, 0.87,
                                         2.15, 1.71, 1.54, 2.15, 2.17, 1.54, 2.20, 1.87, 1.0};
    const auto found = morris::analyse(points, outputs, 2, bootstrap);
    CHECK(found.effects[0].mean == doctest::Approx(0.66).epsilon(0.01));
    CHECK(found.effects[0].mean_absolute == doctest::Approx(1.62).epsilon(0.01));
    CHECK(found.effects[0].deviation == doctest::Approx(1.79).epsilon(0.01));
    CHECK(found.effects[1].mean == doctest::Approx(0.21).epsilon(0.01));
    CHECK(found.effects[1].mean_absolute == doctest::Approx(0.35).epsilon(0.01));
    CHECK(found.effects[1].deviation == doctest::Approx(0.41).epsilon(0.01));
    for (const auto& effect : found.effects) {
        CHECK(effect.low < effect.mean_absolute);
        CHECK(effect.high > effect.mean_absolute);
    }
}

TEST_CASE("morris: effects that cancel are seen in mu*, and a bend in sigma") {
    // The first parameter's effect, (x0 before + x0 after - 1)(x1 - 1/2), has either sign and hangs on the second.
    const auto points = morris::design(2, 400, 4, testing::uniform);
    const auto outputs = run(points, 2, [](auto x) { return (x[0] - 0.5) * (x[0] - 0.5) * (x[1] - 0.5); });
    const auto found = morris::analyse(points, outputs, 2, bootstrap);
    CHECK(std::abs(found.effects[0].mean) < 0.03);
    CHECK(found.effects[0].mean_absolute > 0.1);
    CHECK(found.effects[0].deviation > 0.1);
    CHECK(found.effects[0].low > 0.9 * found.effects[0].mean_absolute);
}

TEST_CASE("morris: an output that never changes") {
    const auto points = morris::design(3, 5, 4, testing::uniform);
    const auto found = morris::analyse(points, std::vector<double>(20, 4.2), 3, bootstrap);
    CHECK(found.constant);
    for (const auto& effect : found.effects) {
        CHECK(effect.mean == 0.0);
        CHECK(effect.mean_absolute == 0.0);
        CHECK(effect.deviation == 0.0);
        CHECK(effect.high == 0.0);
    }
}

TEST_CASE("morris: trials without result take their effects away and are counted") {
    const auto points = morris::design(3, 5, 4, testing::uniform);
    auto outputs = run(points, 3, [](auto x) { return x[0] + 2.0 * x[1] + 4.0 * x[2]; });
    outputs[1] = std::nan("");                             // two effects of the first trajectory
    outputs[4] = std::numeric_limits<double>::infinity();  // the first of the second
    const auto found = morris::analyse(points, outputs, 3, bootstrap);
    CHECK(found.missing == 2);
    std::size_t used = 0, dropped = 0;
    for (std::size_t j = 0; j < 3; ++j) {
        used += found.effects[j].used;
        dropped += found.effects[j].dropped;
        CHECK(found.effects[j].mean == doctest::Approx(std::pow(2.0, static_cast<double>(j))));
    }
    CHECK(used == 12);
    CHECK(dropped == 3);
    const auto none = morris::analyse(points, std::vector<double>(20, std::nan("")), 3, bootstrap);
    CHECK(none.missing == 20);
    CHECK_FALSE(none.constant);
    CHECK(std::isnan(none.effects[0].mean_absolute));
    CHECK(none.effects[0].dropped == 5);
}

TEST_CASE("morris: one trajectory gives effects but no interval") {
    const auto points = morris::design(2, 1, 4, testing::uniform);
    const auto found = morris::analyse(points, run(points, 2, [](auto x) { return x[0]; }), 2, bootstrap);
    CHECK(found.effects[0].mean == doctest::Approx(1.0));
    CHECK(std::isnan(found.effects[0].low));
}

namespace {

/// One parameter, at 0 and at 1, in each trajectory: the effect is what the output rises by.
morris::Screening of_rises(const std::vector<double>& rises, const Bootstrap& draws) {
    std::vector<double> points, outputs;
    for (const double rise : rises) {
        points.insert(points.end(), {0.0, 1.0});
        outputs.insert(outputs.end(), {10.0, 10.0 + rise});
    }
    return morris::analyse(points, outputs, 1, draws);
}

}  // namespace

TEST_CASE("morris: the interval leaves out 2.5% of the resamples on either side") {
    // 41 resamples of the effects 1 and 3: one draws 1 twice, one draws both, the others 3 twice. One of forty steps
    // from the lowest mean is the second one.
    const Bootstrap draws{[](std::uint64_t draw, std::uint32_t which) { return draw == 0 || (draw == 1 && which == 0) ? 0.0 : 0.5; }, 41};
    const auto effect = of_rises({1.0, 3.0}, draws).effects[0];
    CHECK(effect.low == doctest::Approx(2.0));
    CHECK(effect.high == doctest::Approx(3.0));
    const Bootstrap other{[](std::uint64_t draw, std::uint32_t which) { return draw == 0 || (draw == 1 && which == 0) ? 0.5 : 0.0; }, 41};
    CHECK(of_rises({1.0, 3.0}, other).effects[0].high == doctest::Approx(2.0));
}

TEST_CASE("morris: a resample without any effect is passed over, and one effect is enough for its mean") {
    const double nan = std::nan("");
    // Three trajectories, the last without result. Resample 0 draws it alone, resample 1 once the first besides.
    const Bootstrap draws{[](std::uint64_t draw, std::uint32_t which) { return draw == 1 && which == 0 ? 0.0 : 0.9; }, 2};
    const auto effect = of_rises({5.0, 9.0, nan}, draws).effects[0];
    CHECK(effect.used == 2);
    CHECK(effect.low == 5.0);
    CHECK(effect.high == 5.0);
}

TEST_CASE("morris: each trajectory asks for the coordinates of its draw from 0 on, each once") {
    std::vector<std::vector<std::uint32_t>> asked(3);
    morris::design(4, 3, 4, [&](std::uint64_t draw, std::uint32_t which) {
        asked[draw].push_back(which);
        return 0.5;
    });
    for (const auto& of_one : asked) CHECK(of_one == std::vector<std::uint32_t>{0, 1, 2, 3, 4, 5, 6});  // four levels, three swaps
}

TEST_CASE("morris: a single result does not vary") {
    const double nan = std::nan("");
    CHECK(morris::analyse(std::vector{0.0, 1.0}, std::vector{4.0, nan}, 1, bootstrap).constant);
}
