// Few trials and gains that are straight in the quantity, so that all that is reckoned can be told beforehand.
#include "statistics/information.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <vector>

using namespace goho::statistics;

namespace {

using Line = std::function<double(double)>;

std::vector<double> even(int count) {
    std::vector<double> values;
    for (int i = 0; i < count; ++i) values.push_back(i);
    return values;
}

/// Each alternative by its gain at each value, on top of what is common to all.
std::vector<std::vector<double>> gains_of(const std::vector<double>& values, const std::vector<Line>& alternatives) {
    std::vector<std::vector<double>> gains;
    for (const auto& line : alternatives) {
        gains.emplace_back();
        for (const double x : values) gains.back().push_back(1000.0 + 7.0 * std::sin(x) + line(x));
    }
    return gains;
}

double nothing(double) { return 0.0; }

std::vector<double> turning_values(const PartialInformation& found) {
    std::vector<double> values;
    for (const auto& turn : found.turns) values.push_back(turn.value);
    return values;
}

double mean(const std::vector<double>& x) { return std::accumulate(x.begin(), x.end(), 0.0) / static_cast<double>(x.size()); }

/// The error of twenty figures that were found by leaving out a twentieth in turn: sqrt(19/20 × squared distances).
double jackknife(const std::vector<double>& without) {
    double squares = 0.0;
    for (const double x : without) squares += (x - mean(without)) * (x - mean(without));
    return std::sqrt(19.0 / 20.0 * squares);
}

}  // namespace

TEST_CASE("information: of everything, where one is better in five trials of twenty") {
    // It loses 1 in the other fifteen. Knowing brings 1 in a quarter of the trials. The jackknife of a mean of p = 1/4
    // over n = 20 is its usual error, sqrt(p (1 - p) / (n - 1)).
    for (const double of_both : {50.0, -50.0}) {
        const std::vector<double> plain(20, of_both);
        std::vector<double> other;
        for (int i = 0; i < 20; ++i) other.push_back(of_both + (i % 4 == 1 ? 1.0 : -1.0));
        for (const auto& gains : {std::vector{plain, other}, std::vector{other, plain}}) {
            const Worth worth = perfect_information(gains);
            CHECK(worth.value == doctest::Approx(0.25).epsilon(1e-14));
            CHECK(worth.standard_error == doctest::Approx(std::sqrt(0.1875 / 19.0)).epsilon(1e-12));
            CHECK(worth.tells());
        }
    }
}

TEST_CASE("information: of everything, where leaving out a trial changes what is the best on average") {
    // +1 in ten trials, -1 in ten: 10 / 20. Without a +1 nine of nineteen are won, the plain one is the best; without
    // a -1 ten are won, and the other one's own 1 is taken off: nine again.
    std::vector<double> plain(20, 0.0), other;
    for (int i = 0; i < 20; ++i) other.push_back(i % 2 == 0 ? 1.0 : -1.0);
    const Worth worth = perfect_information(std::vector{plain, other});
    CHECK(worth.value == doctest::Approx(0.5).epsilon(1e-14));
    CHECK(worth.standard_error < 1e-15);
}

TEST_CASE("information: of everything, three alternatives, in groups of two trials and of one") {
    // Of thirty trials the groups hold 1, 2, 1, 2, ... The second wins 3 in trial 0 (a group alone), the third wins 6
    // in trial 1 (one of two); both lose else.
    std::vector<double> plain(30, 5.0), second(30, 4.0), third(30, 3.0);
    second[0] = 8.0;
    third[1] = 11.0;
    std::vector<double> without(20, 9.0 / 28.0);
    for (std::size_t g = 0; g < 20; g += 2) without[g] = 9.0 / 29.0;
    without[0] = 6.0 / 29.0;
    without[1] = 3.0 / 28.0;
    const Worth worth = perfect_information(std::vector{plain, second, third});
    CHECK(worth.value == doctest::Approx(9.0 / 30.0).epsilon(1e-14));
    CHECK(worth.standard_error == doctest::Approx(jackknife(without)).epsilon(1e-12));
}

TEST_CASE("information: the first of equals is the best on average") {
    CHECK(best_on_average(std::vector<std::vector<double>>{{1.0, 3.0}, {2.0, 2.0}, {0.0, 0.0}}) == 0);
    CHECK(best_on_average(std::vector<std::vector<double>>{{0.0, 0.0}, {1.0, 3.0}, {2.0, 2.0}}) == 1);
}

TEST_CASE("information: of one quantity on which the gain hangs in a straight line") {
    // x = 0 ... 19, the other gains x - 15: 1 + 2 + 3 + 4 of it are won, in twenty trials.
    const auto values = even(20);
    const auto gains = gains_of(values, {nothing, [](double x) { return x - 15.0; }});
    const Worth worth = partial_information(gains, values).worth;
    CHECK(worth.value == doctest::Approx(10.0 / 20.0).epsilon(1e-10));
    // One trial a group, and the line stays the same without it: what is left out is missed, and no more.
    std::vector<double> without(16, 10.0 / 19.0);
    for (const double won : {1.0, 2.0, 3.0, 4.0}) without.push_back((10.0 - won) / 19.0);
    CHECK(worth.standard_error == doctest::Approx(jackknife(without)).epsilon(1e-9));
}

TEST_CASE("information: without a group of trials a line is fitted anew to the others") {
    // Sixty trials, three a group; noise that no bend follows.
    std::vector<double> values, other;
    for (int i = 0; i < 60; ++i) {
        values.push_back(i * 17 % 60);
        other.push_back(0.5 * values.back() - 20.0 + (i % 2 == 0 ? 6.0 : -6.0) * (i % 5 + 1));
    }
    const std::vector<double> plain(60, 0.0);
    const auto without = [&](std::size_t group) {
        std::vector<double> x, y;
        for (std::size_t i = 0; i < 60; ++i) {
            if (i / 3 != group) x.push_back(values[i]), y.push_back(other[i]);
        }
        double xy = 0.0, xx = 0.0;
        for (std::size_t i = 0; i < x.size(); ++i) {
            xy += (x[i] - mean(x)) * (y[i] - mean(y));
            xx += (x[i] - mean(x)) * (x[i] - mean(x));
        }
        std::vector<double> won, fitted;
        for (const double at : x) {
            fitted.push_back(mean(y) + xy / xx * (at - mean(x)));
            won.push_back(std::max(0.0, fitted.back()));
        }
        return mean(won) - std::max(0.0, mean(fitted));
    };
    std::vector<double> each;
    for (std::size_t g = 0; g < 20; ++g) each.push_back(without(g));
    const Worth worth = partial_information(std::vector{plain, other}, values).worth;
    CHECK(worth.value == doctest::Approx(without(20)).epsilon(1e-9));
    CHECK(worth.standard_error == doctest::Approx(jackknife(each)).epsilon(1e-9));
}

TEST_CASE("information: what only one group of trials could tell is not told without it") {
    // The other loses 2, wins 1 or wins 6 as the quantity is 0, 1 or 2, which takes a bend. Only one group of two trials
    // has a 2; in each of the others one trial loses and one wins. Without the group there is no bend to be told.
    std::vector<double> values, other;
    for (int i = 0; i < 40; ++i) values.push_back(i / 2 == 3 ? 2.0 : i % 2);
    for (const double x : values) other.push_back(x == 0.0 ? -2.0 : x == 1.0 ? 1.0 : 6.0);
    const Worth worth = partial_information(std::vector{std::vector<double>(40, 0.0), other}, values).worth;
    CHECK(worth.value == doctest::Approx(31.0 / 40.0).epsilon(1e-9));
    std::vector<double> without(20, 30.0 / 38.0);
    without[3] = 19.0 / 38.0;
    CHECK(worth.standard_error == doctest::Approx(jackknife(without)).epsilon(1e-9));
}

TEST_CASE("information: a curve with as many bends as its quantity has values goes through the mean at each value") {
    // Five values, twenty trials of each; so five trials a group, and without it means of those that are kept. Both are
    // nearly equal on average, so that some groups decide which one is the better.
    const double at[] = {-30.0, 40.0, -20.0, 50.0, -34.9};
    std::vector<double> values, other;
    for (int i = 0; i < 100; ++i) {
        values.push_back(i * 7 % 5);
        other.push_back(at[i * 7 % 5] + i * i * 37 % 11 - 5.0);
    }
    bool plain_wins = false, other_wins = false;
    const auto without = [&](std::size_t group) {
        double sum[5] = {}, number[5] = {}, won = 0.0, all = 0.0, kept = 0.0;
        for (std::size_t i = 0; i < 100; ++i) {
            const auto level = static_cast<std::size_t>(values[i]);
            if (i / 5 != group) sum[level] += other[i], number[level] += 1.0;
        }
        for (std::size_t k = 0; k < 5; ++k) won += std::max(0.0, sum[k]), all += sum[k], kept += number[k];
        (all > 0.0 ? other_wins : plain_wins) = true;
        return (won - std::max(0.0, all)) / kept;
    };
    std::vector<double> each;
    for (std::size_t g = 0; g < 20; ++g) each.push_back(without(g));
    CHECK(plain_wins);
    CHECK(other_wins);
    const Worth worth = partial_information(std::vector{std::vector<double>(100, 0.0), other}, values).worth;
    CHECK(worth.value == doctest::Approx(without(20)).epsilon(1e-9));
    CHECK(worth.standard_error == doctest::Approx(jackknife(each)).epsilon(1e-8));
}

TEST_CASE("information: a worth tells above twice its error") {
    CHECK(Worth{2.1, 1.0}.tells());
    CHECK_FALSE(Worth{2.0, 1.0}.tells());
    CHECK_FALSE(Worth{1.0, 1.0}.tells());
    CHECK_FALSE(Worth{}.tells());
}

TEST_CASE("information: the choice turns where the lines cross, to the last digits") {
    const auto values = even(1001);
    const auto found = partial_information(gains_of(values, {nothing, [](double x) { return 0.25 * (x - 700.3); }}), values);
    REQUIRE(found.turns.size() == 1);
    CHECK(found.turns[0].value == doctest::Approx(700.3).epsilon(1e-9));
    CHECK(found.turns[0].below == 0);
    CHECK(found.turns[0].above == 1);
}

TEST_CASE("information: turns of the best on average alone are told, on both of its sides") {
    // The first is the best in the middle. Below 200 the second is, above 800 the third, and above 950 the fourth; that
    // the fourth takes over from the third is no turn of the first. Below 50 the fifth takes over from the second.
    const auto values = even(1001);
    const std::vector<Line> lines{nothing, [](double x) { return 200.0 - x; }, [](double x) { return x - 800.0; },
                                  [](double x) { return 3.0 * (x - 900.0); }, [](double x) { return 4.0 * (87.5 - x); }};
    const auto found = partial_information(gains_of(values, lines), values);
    REQUIRE(found.turns.size() == 2);
    CHECK(found.turns[0].value == doctest::Approx(200.0).epsilon(1e-9));
    CHECK(found.turns[0].below == 1);
    CHECK(found.turns[0].above == 0);
    CHECK(found.turns[1].value == doctest::Approx(800.0).epsilon(1e-9));
    CHECK(found.turns[1].below == 0);
    CHECK(found.turns[1].above == 2);
}

TEST_CASE("information: turns are looked for within 99% of the draws") {
    const auto values = even(1001);
    const auto turns = [&](double at) {
        return turning_values(partial_information(gains_of(values, {nothing, [at](double x) { return at < 500.0 ? at - x : x - at; }}), values));
    };
    CHECK(turns(4.5).empty());
    CHECK(turns(995.5).empty());
    REQUIRE(turns(5.5).size() == 1);
    CHECK(turns(5.5)[0] == doctest::Approx(5.5).epsilon(1e-9));
    REQUIRE(turns(994.5).size() == 1);
    CHECK(turns(994.5)[0] == doctest::Approx(994.5).epsilon(1e-9));
}

TEST_CASE("information: the curve goes evenly over 95% of the draws") {
    const auto values = even(1001);
    const auto found = partial_information(gains_of(values, {[](double x) { return 600.0 - x; }, nothing}), values);
    REQUIRE(found.curve.size() == 41);
    for (std::size_t k = 0; k < 41; ++k) {
        const double x = 25.0 + 23.75 * static_cast<double>(k);
        CHECK(found.curve[k].at == doctest::Approx(x).epsilon(1e-12));
        CHECK(found.curve[k].gains[1] == doctest::Approx(x - 600.0).epsilon(1e-9));  // beyond the first, the best
        CHECK(found.curve[k].gains[0] == 0.0);
    }
}

TEST_CASE("information: no choice, no curve") {
    const auto values = even(40);
    const auto found = partial_information(gains_of(values, {[](double x) { return x; }}), values);
    CHECK(found.curve.empty());
    CHECK(found.turns.empty());
    CHECK(found.worth.value == 0.0);
}
