#include "statistics/shapley.hpp"

#include <doctest/doctest.h>
#include <cmath>
#include <numeric>
#include <random>

using namespace goho::statistics;

namespace {

using Game = std::function<double(Coalition)>;

std::vector<double> results_of(int members, const Game& game) {
    std::vector<double> out;
    for (Coalition c = 0; c < (Coalition{1} << members); ++c) out.push_back(game(c));
    return out;
}

Game random_game(int members, unsigned seed) {
    std::mt19937 bits(seed);
    std::uniform_real_distribution<double> uniform(-100.0, 100.0);
    std::vector<double> results(std::size_t{1} << members);
    for (auto& one : results) one = uniform(bits);
    return [results](Coalition c) { return results[c]; };
}

double sum(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

}  // namespace

TEST_CASE("shapley: who adds a fixed amount gets that amount") {
    const double adds[] = {3.0, -5.0, 0.25, 40.0};
    const auto game = [&](Coalition c) {
        double total = 7.0;
        for (int i = 0; i < 4; ++i) total += c >> i & 1U ? adds[i] : 0.0;
        return total;
    };
    const auto shares = shapley_values(4, results_of(4, game));
    for (std::size_t i = 0; i < 4; ++i) CHECK(shares[i] == doctest::Approx(adds[i]).epsilon(1e-12));
    for (const double pair : shapley_interactions(4, results_of(4, game))) CHECK(pair == doctest::Approx(0.0).epsilon(1e-12));
}

TEST_CASE("shapley: two factors share their product by hand") {
    // 100 × 1.1 × 1.2: alone they bring 10 and 20, together 32; the 2 that neither brings alone is parted in halves.
    const auto game = [](Coalition c) { return 100.0 * (c & 1U ? 1.1 : 1.0) * (c & 2U ? 1.2 : 1.0); };
    const auto shares = shapley_values(2, results_of(2, game));
    CHECK(shares[0] == doctest::Approx(11.0));
    CHECK(shares[1] == doctest::Approx(21.0));
    CHECK(shapley_interactions(2, results_of(2, game))[1] == doctest::Approx(2.0));
}

TEST_CASE("shapley: three factors, the closed form") {
    const double factor[] = {1.5, 0.8, 2.0};
    const auto game = [&](Coalition c) {
        double product = 60.0;
        for (int i = 0; i < 3; ++i) product *= c >> i & 1U ? factor[i] : 1.0;
        return product;
    };
    const auto shares = shapley_values(3, results_of(3, game));
    for (int i = 0; i < 3; ++i) {
        const double x = factor[i] - 1.0, b = factor[(i + 1) % 3], c = factor[(i + 2) % 3];
        CHECK(shares[static_cast<std::size_t>(i)] == doctest::Approx(60.0 * x * (2.0 + b + c + 2.0 * b * c) / 6.0).epsilon(1e-12));
    }
}

TEST_CASE("shapley: gloves (Shapley 1953): one left glove against two right ones") {
    const auto game = [](Coalition c) { return (c & 1U) != 0 && (c & 6U) != 0 ? 1.0 : 0.0; };
    const auto shares = shapley_values(3, results_of(3, game));
    CHECK(shares[0] == doctest::Approx(2.0 / 3.0));
    CHECK(shares[1] == doctest::Approx(1.0 / 6.0));
    CHECK(shares[2] == doctest::Approx(1.0 / 6.0));
}

TEST_CASE("shapley: shares add up, equals are alike, idlers get nothing, sums add") {
    for (unsigned seed = 1; seed <= 40; ++seed) {
        const int n = 2 + static_cast<int>(seed % 6);
        const auto a = random_game(n, seed), b = random_game(n, seed + 1000);
        const auto results = results_of(n, a);
        CAPTURE(seed);
        CHECK(sum(shapley_values(n, results)) == doctest::Approx(results.back() - results.front()).epsilon(1e-9));

        // The last member changes nothing.
        const Coalition others = (Coalition{1} << (n - 1)) - 1U;
        const auto idle = shapley_values(n, results_of(n, [&](Coalition c) { return a(c & others); }));
        CHECK(idle.back() == doctest::Approx(0.0).epsilon(1e-9));

        // Members 0 and 1 are exchangeable where a game sees only how many of them there are.
        const auto counts = [&](Coalition c) {
            const bool one = (c & 1U) != 0, two = (c & 2U) != 0;
            return a((c & ~Coalition{3}) | (one && two ? 3U : one || two ? 1U : 0U));
        };
        const auto alike = shapley_values(n, results_of(n, counts));
        CHECK(alike[0] == doctest::Approx(alike[1]).epsilon(1e-9));

        const auto together = shapley_values(n, results_of(n, [&](Coalition c) { return 2.0 * a(c) + b(c); }));
        const auto first = shapley_values(n, results), second = shapley_values(n, results_of(n, b));
        for (std::size_t i = 0; i < together.size(); ++i)
            CHECK(together[i] == doctest::Approx(2.0 * first[i] + second[i]).epsilon(1e-9));
    }
}

TEST_CASE("shapley: sampled shares add up exactly and hold the true ones within their errors") {
    constexpr int n = 8;
    const auto game = random_game(n, 5);
    const auto exact = shapley_values(n, results_of(n, game));
    std::mt19937 bits(9);
    std::vector<Order> orders(400, Order(n));
    for (auto& order : orders) {
        std::iota(order.begin(), order.end(), 0);
        std::shuffle(order.begin(), order.end(), bits);
    }
    const auto shares = sampled_shapley(n, orders, game);
    double total = 0.0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        total += shares[i].value;
        CHECK(std::abs(shares[i].value - exact[i]) < 4.0 * shares[i].standard_error);
        CHECK(shares[i].standard_error < 6.0);
    }
    CHECK(total == doctest::Approx(game(255) - game(0)).epsilon(1e-9));
}

TEST_CASE("shapley: all orders give the exact shares, and what is asked about is known beforehand") {
    const auto game = random_game(4, 3);
    std::vector<Order> orders;
    Order order{0, 1, 2, 3};
    do orders.push_back(order);
    while (std::next_permutation(order.begin(), order.end()));
    const auto coalitions = coalitions_of(4, orders);
    CHECK(coalitions.size() == 16);
    const auto shares = sampled_shapley(4, orders, [&](Coalition c) {
        CHECK(std::find(coalitions.begin(), coalitions.end(), c) != coalitions.end());
        return game(c);
    });
    const auto exact = shapley_values(4, results_of(4, game));
    for (std::size_t i = 0; i < 4; ++i) CHECK(shares[i].value == doctest::Approx(exact[i]).epsilon(1e-9));
    CHECK(coalitions_of(32, std::vector<Order>{}).back() == 0xFFFFFFFFU);
}

TEST_CASE("shapley: a single member gets all") {
    const double results[] = {4.0, 9.5};
    CHECK(shapley_values(1, results) == std::vector<double>{5.5});
    CHECK(shapley_interactions(1, results) == std::vector<double>{0.0});
}

TEST_CASE("shapley: three factors: what each pair makes together, in both halves of the table") {
    // Of 60 × 1.5 × 0.8 × 2: 60 x_a x_b without the third or with it, (1 + c) / 2 on average.
    const double factor[] = {1.5, 0.8, 2.0};
    const auto pairs = shapley_interactions(3, results_of(3, [&](Coalition c) {
        return 60.0 * (c & 1U ? factor[0] : 1.0) * (c & 2U ? factor[1] : 1.0) * (c & 4U ? factor[2] : 1.0);
    }));
    const double first = 60.0 * 0.5 * -0.2 * 1.5, second = 60.0 * 0.5 * 1.0 * 0.9, third = 60.0 * -0.2 * 1.0 * 1.25;
    const double expected[] = {0.0, first, second, first, 0.0, third, second, third, 0.0};
    REQUIRE(pairs.size() == 9);
    for (std::size_t i = 0; i < 9; ++i) CHECK(pairs[i] == doctest::Approx(expected[i]).epsilon(1e-12));
}

TEST_CASE("shapley: two orders by hand, with their error") {
    // Gloves again. Joining as 0 1 2 and back as 2 1 0 the left glove brings 0 and 1, the first right one 1 and 0. As
    // 1 0 2 and 2 0 1 the left one brings 1 both times. So 1/2 and 1: mean 3/4, error (1 - 1/2) / 2; the first right
    // one 1/2 and 0.
    const auto game = [](Coalition c) { return (c & 1U) != 0 && (c & 6U) != 0 ? 1.0 : 0.0; };
    const auto shares = sampled_shapley(3, std::vector<Order>{{0, 1, 2}, {1, 0, 2}}, game);
    CHECK(shares[0].value == 0.75);
    CHECK(shares[0].standard_error == doctest::Approx(0.25));
    CHECK(shares[1].value == 0.25);
    CHECK(shares[1].standard_error == doctest::Approx(0.25));
    CHECK(shares[2].value == 0.0);
    CHECK(shares[2].standard_error == 0.0);
    // Of four orders two and two are alike: the same mean, 4/3 x 1/16 for the variance, and half its root.
    const auto twice = sampled_shapley(3, std::vector<Order>{{0, 1, 2}, {1, 0, 2}, {0, 1, 2}, {1, 0, 2}}, game);
    CHECK(twice[0].value == 0.75);
    CHECK(twice[0].standard_error == doctest::Approx(std::sqrt(1.0 / 12.0) / 2.0));
    const auto single = sampled_shapley(3, std::vector<Order>{{0, 1, 2}}, game);
    CHECK(single[0].value == 0.5);
    CHECK(single[0].standard_error == 0.0);
}
