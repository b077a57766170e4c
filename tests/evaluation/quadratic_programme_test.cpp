#include "evaluation/quadratic_programme.hpp"

#include "accounting/lanes_agree.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <doctest/doctest.h>
#include <random>
#include <vector>

using namespace goho;
using namespace goho::evaluation;

namespace {

struct Problem {
    int n = 4;
    Matrix<double> cost{};
    Vector<double> gain{}, habit{};
};

/// Costs as the evaluation module makes them: 1/(kappa habit) on the diagonal, conflict beside it.
Problem problem(const std::vector<double>& habit, const std::vector<double>& gain, double response, double conflict) {
    Problem p;
    p.n = static_cast<int>(habit.size());
    for (int i = 0; i < p.n; ++i) {
        p.gain[i] = gain[i];
        p.habit[i] = habit[i];
        for (int j = 0; j < p.n; ++j) {
            p.cost[i][j] = (i == j ? 1.0 : conflict) / (response * std::sqrt(habit[i] * habit[j]));
        }
    }
    return p;
}

double uniform(std::mt19937_64& random, double from, double to) {
    return from + (to - from) * static_cast<double>(random() >> 11) * 0x1p-53;
}

Problem random_problem(std::mt19937_64& random) {
    const int n = 4 + static_cast<int>(random() % 5);
    const double steepness = uniform(random, 0.0, 1.0) < 0.3 ? 0.2 : uniform(random, 0.5, 4.0);
    std::vector<double> habit, gain;
    double sum = 0.0;
    for (int i = 0; i < n; ++i) {
        habit.push_back(uniform(random, 0.01, 1.0));
        gain.push_back(uniform(random, -steepness, steepness));
        sum += habit.back();
    }
    for (double& h : habit) h /= sum;
    const double conflict = random() % 4 == 0 ? 0.0 : uniform(random, 0.0, 0.5);
    return problem(habit, gain, uniform(random, 0.3, 3.0), conflict);
}

double objective(const Problem& p, const Eigen::VectorXd& e) {
    double value = 0.0;
    for (int i = 0; i < p.n; ++i) {
        value += p.gain[i] * e[i];
        for (int j = 0; j < p.n; ++j) value -= 0.5 * (e[i] - p.habit[i]) * p.cost[i][j] * (e[j] - p.habit[j]);
    }
    return value;
}

/// Every set of tasks that may be done at all is tried; the best division among those that are possible is the answer.
Eigen::VectorXd by_enumeration(const Problem& p) {
    Eigen::VectorXd best;
    double best_value = 0.0;
    for (unsigned doing = 1; doing < (1u << p.n); ++doing) {
        std::vector<int> free;
        for (int i = 0; i < p.n; ++i) {
            if (doing >> i & 1u) free.push_back(i);
        }
        const int m = static_cast<int>(free.size());
        Eigen::MatrixXd kkt = Eigen::MatrixXd::Zero(m + 1, m + 1);
        Eigen::VectorXd right = Eigen::VectorXd::Zero(m + 1);
        for (int a = 0; a < m; ++a) {
            right[a] = p.gain[free[a]];
            for (int j = 0; j < p.n; ++j) right[a] += p.cost[free[a]][j] * p.habit[j];
            for (int b = 0; b < m; ++b) kkt(a, b) = p.cost[free[a]][free[b]];
            kkt(a, m) = kkt(m, a) = 1.0;
        }
        right[m] = 1.0;
        const Eigen::VectorXd solved = kkt.fullPivLu().solve(right);
        Eigen::VectorXd effort = Eigen::VectorXd::Zero(p.n);
        for (int a = 0; a < m; ++a) effort[free[a]] = solved[a];
        if (effort.minCoeff() < 0.0) continue;
        const double value = objective(p, effort);
        if (best.size() == 0 || value > best_value) {
            best = effort;
            best_value = value;
        }
    }
    return best;
}

/// What one more unit of effort on task i is worth.
double marginal(const Problem& p, const Vector<double>& effort, int i) {
    double value = p.gain[i];
    for (int j = 0; j < p.n; ++j) value -= p.cost[i][j] * (effort[j] - p.habit[j]);
    return value;
}

}  // namespace

TEST_CASE("effort programme: two thousand problems agree with trying every set of tasks") {
    std::mt19937_64 random(20261121);
    int with_corner = 0, wrong = 0;
    double furthest = 0.0;
    for (int trial = 0; trial < 2000; ++trial) {
        const Problem p = random_problem(random);
        const Vector<double> effort = best_effort(p.cost, p.gain, p.habit, p.n);
        const Eigen::VectorXd expected = by_enumeration(p);
        double away = 0.0;
        for (int i = 0; i < p.n; ++i) away = std::max(away, std::abs(effort[i] - expected[i]));
        with_corner += expected.minCoeff() == 0.0;
        wrong += !(away < 1e-9);
        furthest = std::max(furthest, away);
    }
    MESSAGE("corner solutions: ", with_corner, ", largest difference: ", furthest);
    CHECK(wrong == 0);
    CHECK(with_corner > 500);
    CHECK(with_corner < 1900);
}

TEST_CASE("effort programme: every task that is done is worth the same, none that is left is worth more") {
    std::mt19937_64 random(7);
    for (int trial = 0; trial < 500; ++trial) {
        const Problem p = random_problem(random);
        const Vector<double> effort = best_effort(p.cost, p.gain, p.habit, p.n);
        double sum = 0.0, lowest = 1e9, highest = -1e9;
        for (int i = 0; i < p.n; ++i) {
            sum += effort[i];
            CHECK(effort[i] >= 0.0);
            if (effort[i] == 0.0) continue;
            lowest = std::min(lowest, marginal(p, effort, i));
            highest = std::max(highest, marginal(p, effort, i));
        }
        CHECK(sum == doctest::Approx(1.0).epsilon(1e-12));
        CHECK(highest - lowest < 1e-8);
        for (int i = 0; i < p.n; ++i) {
            if (effort[i] == 0.0) CHECK(marginal(p, effort, i) < highest + 1e-8);
        }
    }
}

TEST_CASE("effort programme: without a change of gain nothing moves") {
    std::mt19937_64 random(11);
    for (int trial = 0; trial < 200; ++trial) {
        Problem p = random_problem(random);
        p.gain = {};
        const Vector<double> effort = best_effort(p.cost, p.gain, p.habit, p.n);
        for (int i = 0; i < p.n; ++i) CHECK(effort[i] == p.habit[i]);
    }
}

TEST_CASE("effort programme: what favours all tasks alike moves nothing") {
    const Problem p = problem({0.4, 0.3, 0.15, 0.15}, {0.7, 0.7, 0.7, 0.7}, 1.2, 0.0);
    const Vector<double> effort = best_effort(p.cost, p.gain, p.habit, p.n);
    for (int i = 0; i < 4; ++i) CHECK(effort[i] == doctest::Approx(p.habit[i]).epsilon(1e-12));
}

TEST_CASE("effort programme: a hand-made case inside and one at a corner") {
    // kappa = 1, gains (0.2, 0, 0, 0), habit a quarter each. Price = sum(h b)/sum(h) = 0.05, so the shares are
    // 0.25 x (1 + 0.15) = 0.2875 and three times 0.25 x (1 - 0.05) = 0.2375.
    const Problem inside = problem({0.25, 0.25, 0.25, 0.25}, {0.2, 0.0, 0.0, 0.0}, 1.0, 0.0);
    const Vector<double> a = best_effort(inside.cost, inside.gain, inside.habit, 4);
    CHECK(a[0] == doctest::Approx(0.2875));
    CHECK(a[1] == doctest::Approx(0.2375));
    CHECK(a[3] == doctest::Approx(0.2375));
    // Gains (0, 0, 0, -4): at a price of -1 the last task would take 0.25 x (1 - 3) < 0. It is given up; the others share
    // its quarter: 1/3 each.
    const Problem corner = problem({0.25, 0.25, 0.25, 0.25}, {0.0, 0.0, 0.0, -4.0}, 1.0, 0.0);
    const Vector<double> b = best_effort(corner.cost, corner.gain, corner.habit, 4);
    CHECK(b[3] == 0.0);
    for (int i = 0; i < 3; ++i) CHECK(b[i] == doctest::Approx(1.0 / 3.0));
}

TEST_CASE("effort programme: an overwhelming gain takes all effort") {
    const Problem p = problem({0.25, 0.25, 0.25, 0.25}, {1000.0, 0.0, 0.0, 0.0}, 2.0, 0.3);
    const Vector<double> effort = best_effort(p.cost, p.gain, p.habit, 4);
    CHECK(effort[0] == doctest::Approx(1.0).epsilon(1e-12));
    for (int i = 1; i < 4; ++i) CHECK(effort[i] == 0.0);
}

TEST_CASE("effort programme: lanes agree with single runs, also where they end at different corners") {
    test::check_lanes_agree({-3.0, -1.0, -0.2, 0.0, 0.1, 0.9, 2.5, 40.0}, []<class Real>(Real x) {
        const std::array<double, 6> habit{0.3, 0.25, 0.2, 0.1, 0.1, 0.05};
        const std::array<double, 6> direction{1.0, -0.5, 0.3, 0.7, -1.0, 0.1};
        Matrix<Real> cost{};
        Vector<Real> gain{}, at{};
        for (int i = 0; i < 6; ++i) {
            at[i] = habit[i];
            gain[i] = direction[i] * x;
            for (int j = 0; j < 6; ++j) cost[i][j] = (i == j ? 1.0 : 0.35) / sqrt(Real(habit[i] * habit[j]));
        }
        const Vector<Real> effort = best_effort(cost, gain, at, 6);
        return std::vector<Real>(effort.begin(), effort.begin() + 6);
    });
}
