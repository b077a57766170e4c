#include "statistics/sobol_indices.hpp"

#include "statistics/stream.hpp"

#include <doctest/doctest.h>
#include <boost/random/sobol.hpp>
#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <functional>
#include <limits>
#include <numbers>
#include <vector>

using namespace goho::statistics;
using sobol::FirstOrder, sobol::Standing;

namespace {

using Model = std::function<double(std::span<const double>)>;

const Bootstrap bootstrap{
    [](std::uint64_t draw, std::uint32_t which) { return testing::uniform(draw + 7000000, which); }, 500};

/// Base points a and b side by side; a fresh one at each call.
using Points = std::function<std::vector<double>()>;

Points sobol_points(std::size_t parameters) {
    return [engine = boost::random::sobol(2 * parameters), parameters]() mutable {
        std::vector<double> both;
        for (std::size_t j = 0; j < 2 * parameters; ++j) both.push_back(static_cast<double>(engine() >> 11) * 0x1p-53);
        return both;
    };
}

Points random_points(std::size_t parameters, std::uint64_t start) {
    return [parameters, draw = start]() mutable {
        std::vector<double> both;
        for (std::uint32_t j = 0; j < 2 * parameters; ++j) both.push_back(testing::uniform(draw, j));
        ++draw;
        return both;
    };
}

std::vector<double> run(Points points, std::size_t parameters, std::size_t base, const Model& model) {
    std::vector<double> outputs, both, point(parameters);
    for (std::size_t trial = 0; trial < sobol::cost(parameters, base); ++trial) {
        const auto row = sobol::row_of(trial, parameters);
        if (row.place == 0) both = points();
        sobol::fill(row, std::span(both).first(parameters), std::span(both).last(parameters), point);
        outputs.push_back(model(point));
    }
    return outputs;
}

double ishigami(std::span<const double> u) {
    const auto angle = [&](std::size_t j) { return std::numbers::pi * (2.0 * u[j] - 1.0); };
    return std::sin(angle(0)) + 7.0 * std::pow(std::sin(angle(1)), 2.0) +
           0.1 * std::pow(angle(2), 4.0) * std::sin(angle(0));
}

Model g_function(std::vector<double> a) {
    return [a](std::span<const double> u) {
        double product = 1.0;
        for (std::size_t j = 0; j < a.size(); ++j) product *= (std::abs(4.0 * u[j] - 2.0) + a[j]) / (1.0 + a[j]);
        return product;
    };
}

const nlohmann::json& published() {
    static const auto file = nlohmann::json::parse(std::ifstream(GOHO_SOURCE_DIR "/tests/data/sobol_indices.json"));
    return file;
}

void check_against(const nlohmann::json& truth, const sobol::Indices& found) {
    const auto first = truth.at("S1").get<std::vector<double>>(), total = truth.at("ST").get<std::vector<double>>();
    CHECK(found.variance == doctest::Approx(truth.at("variance").get<double>()).epsilon(0.02));
    for (std::size_t j = 0; j < first.size(); ++j) {
        CAPTURE(j);
        CHECK(found.first[j].low <= first[j]);
        CHECK(first[j] <= found.first[j].high);
        CHECK(found.total[j].low <= total[j]);
        CHECK(total[j] <= found.total[j].high);
        CHECK(std::abs(found.first[j].value - first[j]) < 0.02);
        CHECK(std::abs(found.total[j].value - total[j]) < 0.02);
    }
}

}  // namespace

TEST_CASE("sobol indices: where the trials of the design take their coordinates") {
    CHECK(sobol::cost(3, 100) == 500);
    const std::vector<double> a = {1, 2, 3}, b = {10, 20, 30};
    const std::vector<std::vector<double>> expected = {{1, 2, 3}, {10, 20, 30}, {10, 2, 3}, {1, 20, 3}, {1, 2, 30}};
    for (std::size_t trial = 0; trial < 10; ++trial) {
        std::vector<double> point(3);
        const auto row = sobol::row_of(trial, 3);
        CHECK(row.base == trial / 5);
        sobol::fill(row, a, b, point);
        CHECK(point == expected[trial % 5]);
    }
}

TEST_CASE("sobol indices: two rows by hand, beyond what an index can be") {
    // a gives 1 and 3, b gives 3 and 1, and so does a with its only parameter from b. Mean 2, variance 1.
    // Saltelli: mean of b (ab - a) = (1 x 2 + 1 x 2) / 2 = 2. Jansen: mean of (a - ab)² / 2 = 2. Janon: 1 / 1.
    const std::vector<double> outputs = {1, 3, 3, 3, 1, 1};
    const auto found = sobol::analyse(outputs, 1, {bootstrap});
    CHECK(found.mean == 2.0);
    CHECK(found.variance == 1.0);
    CHECK(found.first[0].value == 2.0);
    CHECK(found.total[0].value == 2.0);
    CHECK(found.first[0].standing == Standing::beyond_noise);
    CHECK(found.sum_of_first.standing == Standing::beyond_noise);
    CHECK(sobol::analyse(outputs, 1, {bootstrap, FirstOrder::janon}).first[0].value == 1.0);
}

TEST_CASE("sobol indices: Ishigami's function") {
    const auto outputs = run(sobol_points(3), 3, 4096, ishigami);
    for (const auto estimator : {FirstOrder::saltelli, FirstOrder::janon}) {
        const auto found = sobol::analyse(outputs, 3, {bootstrap, estimator});
        check_against(published().at("ishigami"), found);
        CHECK(found.mean == doctest::Approx(3.5).epsilon(0.01));
        CHECK(found.rows == 4096);
    }
}

TEST_CASE("sobol indices: Sobol's g-function") {
    const auto& truth = published().at("g_function");
    const auto a = truth.at("a").get<std::vector<double>>();
    const auto outputs = run(sobol_points(a.size()), a.size(), 4096, g_function(a));
    check_against(truth, sobol::analyse(outputs, a.size(), {bootstrap}));
}

TEST_CASE("sobol indices: a shift of the output changes nothing") {
    const auto outputs = run(sobol_points(3), 3, 256, ishigami);
    auto shifted = outputs;
    for (double& y : shifted) y += 1e9;
    const auto found = sobol::analyse(outputs, 3, {bootstrap}), other = sobol::analyse(shifted, 3, {bootstrap});
    for (std::size_t j = 0; j < 3; ++j) {
        CHECK(other.first[j].value == doctest::Approx(found.first[j].value).epsilon(1e-5));
        CHECK(other.total[j].value == doctest::Approx(found.total[j].value).epsilon(1e-5));
    }
}

TEST_CASE("sobol indices: the intervals cover about as often as they say") {
    // x0 + 2 x1: the variances are as 1 to 4, so the indices are 0.2 and 0.8, first and total.
    constexpr std::uint64_t studies = 300;
    const Bootstrap quick{bootstrap.uniform, 200};
    for (const auto estimator : {FirstOrder::saltelli, FirstOrder::janon}) {
        std::vector<int> covered(4, 0);
        for (std::uint64_t study = 0; study < studies; ++study) {
            const auto outputs = run(random_points(2, study * 1000), 2, 200, [](auto x) { return x[0] + 2.0 * x[1]; });
            const auto found = sobol::analyse(outputs, 2, {quick, estimator});
            std::size_t k = 0;
            for (const auto& [index, truth] : {std::pair{found.first[0], 0.2}, std::pair{found.first[1], 0.8},
                                               std::pair{found.total[0], 0.2}, std::pair{found.total[1], 0.8}}) {
                covered[k++] += index.low <= truth && truth <= index.high ? 1 : 0;
            }
        }
        for (const int count : covered) {
            CHECK(count >= 0.90 * studies);
            CHECK(count <= 0.99 * studies);
        }
    }
}

TEST_CASE("sobol indices: indices below nought stay there, and are called noise") {
    // Few random rows of a function of which the second parameter has no first-order effect.
    int negative = 0;
    for (std::uint64_t study = 0; study < 20; ++study) {
        const auto outputs = run(random_points(3, study * 1000), 3, 64, ishigami);
        const auto third = sobol::analyse(outputs, 3, {bootstrap}).first[2];
        if (third.value >= 0.0) continue;
        ++negative;
        CHECK(third.standing != Standing::possible);
        CHECK((third.standing == Standing::within_noise) == (third.high >= 0.0));
    }
    CHECK(negative > 3);
}

TEST_CASE("sobol indices: converged when the widest interval is narrow enough") {
    const auto outputs = run(sobol_points(3), 3, 1024, ishigami);
    const auto found = sobol::analyse(outputs, 3, {bootstrap});
    double widest = 0.0;
    for (const auto& indices : {found.first, found.total}) {
        for (const auto& i : indices) widest = std::max(widest, i.high - i.low);
    }
    CHECK(found.widest == widest);
    CHECK(sobol::analyse(outputs, 3, {bootstrap, FirstOrder::saltelli, widest * 1.001}).converged);
    CHECK_FALSE(sobol::analyse(outputs, 3, {bootstrap, FirstOrder::saltelli, widest}).converged);
}

TEST_CASE("sobol indices: an output that never changes explains nothing") {
    for (const double y : {0.0, 4.2}) {
        auto outputs = std::vector<double>(50, y);
        outputs[7] += 1e-14 * y;  // the last bits of a sum
        const auto found = sobol::analyse(outputs, 3, {bootstrap});
        CHECK(found.constant);
        CHECK_FALSE(found.converged);
        CHECK(found.first[0].value == 0.0);
        CHECK(found.total[2].high == 0.0);
    }
}

TEST_CASE("sobol indices: rows without result are dropped whole, and counted") {
    const double nan = std::nan("");
    auto outputs = run(sobol_points(3), 3, 512, ishigami);
    std::vector<double> kept(outputs.begin() + 10, outputs.end());
    outputs[0] = nan;
    outputs[9] = std::numeric_limits<double>::infinity();
    const auto found = sobol::analyse(outputs, 3, {bootstrap}), other = sobol::analyse(kept, 3, {bootstrap});
    CHECK(found.dropped == 2);
    CHECK(found.rows == 510);
    CHECK(found.first[0].value == other.first[0].value);
    CHECK(found.total[2].high == other.total[2].high);
    const auto none = sobol::analyse(std::vector<double>(50, nan), 3, {bootstrap});
    CHECK(none.dropped == 10);
    CHECK(std::isnan(none.first[0].value));
    CHECK_FALSE(none.converged);
}

namespace {

/// Two rows of one parameter, a, b and a with its parameter from b; resamples that draw as they are told to.
struct TwoRows {
    std::vector<double> outputs;
    Uniform draws = [](std::uint64_t, std::uint32_t) { return 0.0; };
    FirstOrder first_order = FirstOrder::saltelli;
    int resamples = 1;

    sobol::Indices analysed() const { return sobol::analyse(outputs, 1, {{draws, resamples}, first_order}); }
};

double first_row_alone(std::uint64_t, std::uint32_t) { return 0.0; }
double second_row_alone(std::uint64_t, std::uint32_t) { return 0.5; }

}  // namespace

TEST_CASE("sobol indices: a resample is estimated about its own mean") {
    // Mean of 0, 2, 4 and 10: 4. From it a is -4 and 0, b is -2 and 6, ab is -3 and 2.
    const std::vector<double> outputs{0.0, 2.0, 1.0, 4.0, 10.0, 6.0};
    const auto whole = TwoRows{outputs}.analysed();
    CHECK(whole.mean == 4.0);
    CHECK(whole.variance == 14.0);                                // (16 + 4 + 0 + 36) / 4
    CHECK(whole.first[0].value == doctest::Approx(5.0 / 14.0));   // b (ab - a): -2 x 1 and 6 x 2
    CHECK(whole.total[0].value == doctest::Approx(1.25 / 14.0));  // (a - ab)² / 2: 1/2 and 2
    CHECK(whole.sum_of_first.value == whole.first[0].value);
    CHECK(whole.first[0].standing == Standing::possible);
    // The first row alone: mean -3, variance 1; the second: mean 3, variance 9.
    const auto first = TwoRows{outputs, first_row_alone}.analysed(), second = TwoRows{outputs, second_row_alone}.analysed();
    CHECK(first.first[0].low == doctest::Approx(-2.0));
    CHECK(first.first[0].high == doctest::Approx(-2.0));
    CHECK(first.total[0].low == doctest::Approx(0.5));
    CHECK(second.first[0].low == doctest::Approx(12.0 / 9.0));
    CHECK(second.total[0].low == doctest::Approx(2.0 / 9.0));
    // Janon's: b and ab about their common mean. -2 and -3: mean -2.5, (6 - 6.25) / 0.25. 6 and 2: (12 - 16) / 4.
    // Both: mean 0.75, (9 - 0.5625) / (13.25 - 0.5625).
    CHECK(TwoRows{outputs, first_row_alone, FirstOrder::janon}.analysed().first[0].low == doctest::Approx(-1.0));
    const auto janon = TwoRows{outputs, second_row_alone, FirstOrder::janon}.analysed();
    CHECK(janon.first[0].low == doctest::Approx(-1.0));
    CHECK(janon.first[0].value == doctest::Approx(8.4375 / 12.6875));
    // Where b and ab do not vary there is nothing that a parameter could explain.
    CHECK(TwoRows{{0.0, 2.0, 2.0, 4.0, 10.0, 6.0}, first_row_alone, FirstOrder::janon}.analysed().first[0].low == 0.0);
}

TEST_CASE("sobol indices: the interval leaves out 2.5% of the resamples on either side") {
    // 41 resamples: one draws the first row alone, -2, one both, 5/14, the others the second alone, 12/9.
    const auto draws = [](std::uint64_t draw, std::uint32_t which) { return draw == 0 || (draw == 1 && which == 0) ? 0.0 : 0.5; };
    const auto found = TwoRows{{0.0, 2.0, 1.0, 4.0, 10.0, 6.0}, draws, FirstOrder::saltelli, 41}.analysed();
    CHECK(found.first[0].low == doctest::Approx(5.0 / 14.0));
    CHECK(found.first[0].high == doctest::Approx(12.0 / 9.0));
}

TEST_CASE("sobol indices: without variance in the points there are no indices, neither of all rows nor of a resample") {
    const auto none = TwoRows{{1.0, 1.0, 5.0, 1.0, 1.0, 6.0}}.analysed();
    CHECK(none.variance == 0.0);
    CHECK(std::isnan(none.first[0].value));
    CHECK_FALSE(none.constant);
    // The first row does not vary; resamples of it alone are passed over.
    const auto passed = TwoRows{{1.0, 1.0, 5.0, 4.0, 10.0, 6.0}, first_row_alone}.analysed();
    CHECK_FALSE(std::isnan(passed.first[0].value));
    CHECK(std::isnan(passed.first[0].low));
    CHECK_FALSE(passed.converged);
}

TEST_CASE("sobol indices: a single row tells nothing but its mean") {
    const auto single = sobol::analyse(std::vector{1.0, 3.0, 2.0}, 1, {bootstrap});
    CHECK(single.rows == 1);
    CHECK(single.mean == 2.0);
    CHECK(std::isnan(single.variance));
    CHECK(std::isnan(single.first[0].value));
    CHECK_FALSE(single.converged);
}

TEST_CASE("sobol indices: an index is called noise as long as its interval reaches what an index can be") {
    // About the mean of nought, a and b are 1 and -1 or the other way round, so that the variance is 1 however the rows
    // are drawn; ab = a + b x leads to the index x of a row.
    const auto index = [](double first, double second, Uniform draws) {
        return TwoRows{{1.0, -1.0, 1.0 - first, -1.0, 1.0, -1.0 + second}, draws}.analysed().first[0];
    };
    const auto standing = [&](double first, double second, Uniform draws) { return index(first, second, draws).standing; };
    CHECK(index(0.5, 0.25, first_row_alone).value == doctest::Approx(0.375));
    CHECK(index(0.5, 0.25, first_row_alone).low == doctest::Approx(0.5));
    CHECK(standing(0.5, 0.25, first_row_alone) == Standing::possible);
    // Nought and one are possible, whatever the interval.
    CHECK(standing(1.0, -1.0, second_row_alone) == Standing::possible);
    CHECK(standing(0.5, 1.5, second_row_alone) == Standing::possible);
    // Below nought.
    CHECK(standing(0.0, -1.0, first_row_alone) == Standing::within_noise);  // to nought itself
    CHECK(standing(0.25, -1.0, first_row_alone) == Standing::within_noise);
    CHECK(standing(0.25, -1.0, second_row_alone) == Standing::beyond_noise);
    CHECK(standing(-0.125, -1.0, first_row_alone) == Standing::beyond_noise);
    // Above one; 17/16 already is.
    CHECK(standing(1.0, 1.125, first_row_alone) == Standing::within_noise);  // to one itself
    CHECK(standing(0.5, 2.0, first_row_alone) == Standing::within_noise);
    CHECK(standing(0.5, 2.0, second_row_alone) == Standing::beyond_noise);
    CHECK(standing(1.0625, 1.0625, first_row_alone) == Standing::beyond_noise);
    // From 1/2 to 2: one end of the interval is possible, the other is not.
    const auto both = [](std::uint64_t draw, std::uint32_t) { return draw % 2 == 0 ? 0.0 : 0.5; };
    const auto wide = TwoRows{{1.0, -1.0, 0.5, -1.0, 1.0, 1.0}, both, FirstOrder::saltelli, 40}.analysed().first[0];
    CHECK(wide.low == doctest::Approx(0.5));
    CHECK(wide.high == doctest::Approx(2.0));
    CHECK(wide.standing == Standing::within_noise);
}
