// Least squares against closed forms and certified values; bounds, and what cannot be told apart.
#include "calibration/least_squares.hpp"

#include <Eigen/Dense>
#include <cmath>
#include <doctest/doctest.h>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

using namespace goho;
using namespace goho::calibration;

namespace {

LeastSquaresProblem problem(std::vector<Unknown> unknowns, std::vector<double> observed, Model model) {
    LeastSquaresProblem out;
    out.series = {{0, observed.size(), 1.0, 0.0}};
    out.unknowns = std::move(unknowns);
    out.observed = std::move(observed);
    out.model = std::move(model);
    return out;
}

/// y = a + b x.
Model line(std::vector<double> x) {
    return [x](std::span<const double> p) {
        std::vector<double> y;
        for (const double at : x) y.push_back(p[0] + p[1] * at);
        return y;
    };
}

const std::vector<double> x{1, 2, 3, 4, 5, 6, 7, 8}, y{2.9, 5.2, 6.8, 9.3, 10.9, 13.1, 14.8, 17.4};

using Curve = double (*)(std::span<const double>, double);
const std::map<std::string, Curve> curves{
    {"Misra1a", [](std::span<const double> b, double at) { return b[0] * (1.0 - std::exp(-b[1] * at)); }},
    {"BoxBOD", [](std::span<const double> b, double at) { return b[0] * (1.0 - std::exp(-b[1] * at)); }},
    {"Rat42", [](std::span<const double> b, double at) { return b[0] / (1.0 + std::exp(b[1] - b[2] * at)); }},
    {"MGH09", [](std::span<const double> b, double at) { return b[0] * (at * at + at * b[1]) / (at * at + at * b[2] + b[3]); }},
};

}  // namespace

TEST_CASE("least squares: a straight line is that of the normal equations, with its standard errors") {
    const Fit fit = least_squares(problem({{0.0}, {0.0}}, y, line(x)));
    Eigen::MatrixXd design(8, 2);
    Eigen::VectorXd seen(8);
    for (int i = 0; i < 8; ++i) design(i, 0) = 1.0, design(i, 1) = x[static_cast<std::size_t>(i)], seen[i] = y[static_cast<std::size_t>(i)];
    const Eigen::Matrix2d normal = design.transpose() * design;
    const Eigen::Vector2d solved = normal.inverse() * (design.transpose() * seen);
    const double variance = (seen - design * solved).squaredNorm() / 6.0;
    const Eigen::Matrix2d covariance = variance * normal.inverse();
    for (int j = 0; j < 2; ++j) {
        const Estimate& e = fit.estimates[static_cast<std::size_t>(j)];
        CHECK(e.value == doctest::Approx(solved[j]).epsilon(1e-9));
        CHECK(e.error == doctest::Approx(std::sqrt(covariance(j, j))).epsilon(1e-7));
        CHECK(e.freedom == doctest::Approx(6.0));
        CHECK(e.high - e.value == doctest::Approx(2.446911851 * e.error).epsilon(1e-7));  // Student's t with 6 degrees
    }
    CHECK(fit.correlations[1] == doctest::Approx(covariance(0, 1) / std::sqrt(covariance(0, 0) * covariance(1, 1))).epsilon(1e-7));
    CHECK(fit.residual_deviation == doctest::Approx(std::sqrt(variance)).epsilon(1e-9));
    CHECK(fit.converged);
}

TEST_CASE("least squares: certified values and standard errors of NIST, from both of its starts") {
    std::ifstream file(GOHO_SOURCE_DIR "/tests/data/nist_strd_nonlinear.json");
    const auto sets = nlohmann::json::parse(file).at("sets");
    for (const auto& [name, set] : sets.items()) {
        for (const std::vector<double> start : set.at("starts")) {
            CAPTURE(name);
            CAPTURE(start.front());
            const std::vector<double> at = set.at("x"), certified = set.at("certified"), errors = set.at("errors");
            std::vector<Unknown> unknowns;
            for (std::size_t j = 0; j < start.size(); ++j) {
                unknowns.push_back({start[j]});
                unknowns.back().step = 1e-5 * std::abs(certified[j]);
            }
            const Curve curve = curves.at(name);
            const Fit fit = least_squares(problem(unknowns, set.at("y"), [&](std::span<const double> b) {
                std::vector<double> out;
                for (const double here : at) out.push_back(curve(b, here));
                return out;
            }));
            for (std::size_t j = 0; j < start.size(); ++j) {
                CHECK(fit.estimates[j].value == doctest::Approx(certified[j]).epsilon(1e-6));
                CHECK(fit.estimates[j].error == doctest::Approx(errors[j]).epsilon(1e-5));
            }
            CHECK(fit.residual_deviation == doctest::Approx(set.at("residual_deviation").get<double>()).epsilon(1e-8));
        }
    }
}

TEST_CASE("least squares: a bound is kept, the others are fitted beside it, and a start at a bound is left again") {
    const Fit held = least_squares(problem({{1.5, 1.5, 5.0}, {0.0}}, y, line(x)));  // the free line begins at 0.9
    CHECK(held.estimates[0].value == 1.5);
    CHECK(held.estimates[0].standing == Standing::at_low);
    CHECK(std::isnan(held.estimates[0].error));
    double xy = 0.0, xx = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) xy += x[i] * (y[i] - 1.5), xx += x[i] * x[i];
    CHECK(held.estimates[1].value == doctest::Approx(xy / xx).epsilon(1e-9));

    const Fit left = least_squares(problem({{0.0, 0.0, 5.0}, {9.0, 0.0, 9.0}}, y, line(x)));
    const Fit free = least_squares(problem({{0.0}, {0.0}}, y, line(x)));
    CHECK(left.estimates[0].standing == Standing::free);
    CHECK(left.estimates[0].value == doctest::Approx(free.estimates[0].value).epsilon(1e-8));
}

TEST_CASE("least squares: what only a product tells is tied together, what stands apart is known all the same") {
    const auto model = [](std::span<const double> p) {
        std::vector<double> out;
        for (const double at : x) out.push_back(p[0] * p[1] + p[2] * at);
        return out;
    };
    const Fit fit = least_squares(problem({{1.0}, {1.0}, {0.0}}, y, model));
    REQUIRE(fit.tied.size() == 1);
    CHECK(fit.tied.front() == std::vector<std::size_t>{0, 1});
    CHECK(fit.estimates[0].standing == Standing::together);
    CHECK(std::isnan(fit.estimates[0].error));
    CHECK(fit.rank == 2);
    const Fit plain = least_squares(problem({{0.0}, {0.0}}, y, line(x)));
    CHECK(fit.estimates[2].value == doctest::Approx(plain.estimates[1].value).epsilon(1e-6));
    CHECK(fit.estimates[2].error == doctest::Approx(plain.estimates[1].error).epsilon(1e-6));
    CHECK(fit.estimates[0].value * fit.estimates[1].value == doctest::Approx(plain.estimates[0].value).epsilon(1e-6));
}

TEST_CASE("least squares: what moves nothing stays where it was") {
    const Fit fit = least_squares(problem({{0.0}, {0.0}, {7.0}}, y, line(x)));
    CHECK(fit.estimates[2].value == 7.0);
    CHECK(fit.estimates[2].standing == Standing::idle);
    CHECK(fit.estimates[1].standing == Standing::free);
}

TEST_CASE("least squares: a noisy series counts for less than a calm one") {
    // Both say the same constant; the calm one around 10, the wild one around 12.
    LeastSquaresProblem p = problem({{0.0}}, {9.9, 10.1, 10.0, 9.9, 10.1, 10.0, 2.0, 22.0, 12.0, 7.0, 17.0, 12.0},
                                    [](std::span<const double> v) { return std::vector<double>(12, v[0]); });
    p.series = {{0, 6, 10.0, 0.0}, {6, 6, 10.0, 0.0}};
    const Fit fit = least_squares(p);
    CHECK(fit.estimates[0].value == doctest::Approx(10.0).epsilon(0.001));
    CHECK(fit.series[0].noise == doctest::Approx(0.0894).epsilon(0.02));
    CHECK(fit.series[1].noise > 6.0);
    CHECK(fit.estimates[0].freedom < 6.0);  // those of the calm series, not of all rows
}
