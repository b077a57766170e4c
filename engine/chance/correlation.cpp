#include "chance/correlation.hpp"

#include "chance/distribution.hpp"
#include "chance/uniform.hpp"
#include "core/number.hpp"

#include <fmt/format.h>
#include <Eigen/Eigenvalues>
#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <utility>

namespace goho::chance {

namespace {

CorrelationFault fault(std::string_view code, std::size_t pair, std::string en, std::string ja) {
    return {.code = std::string(code), .pair = static_cast<int>(pair), .message = {std::move(en), std::move(ja)}};
}

bool same_pair(const Correlation& x, const Correlation& y) { return std::minmax(x.a, x.b) == std::minmax(y.a, y.b); }

/// What is wrong with each correlation by itself.
std::vector<CorrelationFault> pair_faults(int dimensions, std::span<const Correlation> all) {
    std::vector<CorrelationFault> faults;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto& [a, b, rho] = all[i];
        const auto known = [&](int dimension) { return 0 <= dimension && dimension < dimensions; };
        if (!known(a) || !known(b)) {
            faults.push_back(
                fault("dimension-unknown", i,
                      fmt::format("A correlation names the dimensions {} and {}; there are {}.", a, b, dimensions),
                      fmt::format("相関が次元 {} と {} を指していますが、次元は {} 個です。", a, b, dimensions)));
        } else if (a == b) {
            faults.push_back(fault("with-itself", i, fmt::format("Dimension {} cannot be correlated with itself.", a),
                                   fmt::format("次元 {} に自分自身との相関は設定できません。", a)));
        } else if (std::any_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(i),
                               [&](const auto& earlier) { return same_pair(earlier, all[i]); })) {
            faults.push_back(fault("pair-twice", i, fmt::format("The correlation of {} and {} is given twice.", a, b),
                                   fmt::format("次元 {} と {} の相関が二重に指定されています。", a, b)));
        }
        if (!(-1.0 < rho && rho < 1.0)) {  // NaN too
            faults.push_back(fault(
                "rho-range", i, fmt::format("A correlation is {}; it must lie between -1 and 1, both left out.", rho),
                fmt::format("相関係数が {} です。-1より大きく1より小さい値にしてください。", rho)));
        }
    }
    return faults;
}

std::vector<int> touched_dimensions(std::span<const Correlation> all) {
    std::vector<int> touched;
    for (const auto& c : all) touched.insert(touched.end(), {c.a, c.b});
    std::sort(touched.begin(), touched.end());
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    return touched;
}

int place_of(int dimension, const std::vector<int>& touched) {
    return static_cast<int>(std::lower_bound(touched.begin(), touched.end(), dimension) - touched.begin());
}

Eigen::MatrixXd matrix_of(std::span<const Correlation> all, const std::vector<int>& touched) {
    const auto n = static_cast<Eigen::Index>(touched.size());
    Eigen::MatrixXd matrix = Eigen::MatrixXd::Identity(n, n);
    for (const auto& c : all) {
        const int i = place_of(c.a, touched), k = place_of(c.b, touched);
        matrix(i, k) = matrix(k, i) = c.rho;
    }
    return matrix;
}

/// Lower triangle, empty where the matrix is not positive definite. In plain loops rather than by Eigen's LLT, whose
/// sums are taken in another order on another machine, which would change the last bits of every draw.
std::vector<std::vector<double>> cholesky(const Eigen::MatrixXd& matrix) {
    constexpr double least_pivot = 1e-10;
    std::vector<std::vector<double>> rows(static_cast<std::size_t>(matrix.rows()));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t k = 0; k <= i; ++k) {
            double rest = matrix(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(k));
            for (std::size_t j = 0; j < k; ++j) rest -= rows[i][j] * rows[k][j];
            if (k < i) {
                rows[i].push_back(rest / rows[k][k]);
            } else if (rest < least_pivot) {
                return {};
            } else {
                rows[i].push_back(goho::sqrt(rest));
            }
        }
    }
    return rows;
}

/// Which correlation must give way most, and what would be possible.
CorrelationFault contradiction(std::span<const Correlation> all, const std::vector<int>& touched,
                               const Eigen::MatrixXd& given) {
    const Eigen::MatrixXd nearest = nearest_correlation_matrix(given);
    const auto n = static_cast<int>(touched.size());
    // The nearest matrix lies on the edge of what is possible; so far inside, rounding to four decimals cannot leave it.
    const auto possible = [&](int i, int k) { return std::round(nearest(i, k) * (1.0 - n * 1e-4) * 1e4) / 1e4; };

    std::size_t worst = 0;
    double furthest = -1.0;
    std::vector<Correlation> suggestion;
    for (std::size_t c = 0; c < all.size(); ++c) {
        const int i = place_of(all[c].a, touched), k = place_of(all[c].b, touched);
        suggestion.push_back({all[c].a, all[c].b, possible(i, k)});
        const double move = std::abs(nearest(i, k) - all[c].rho);
        if (move > furthest + 1e-6) {  // of equals the first, whatever the last bits
            furthest = move;
            worst = c;
        }
    }
    for (int i = 0; i < n; ++i) {
        for (int k = i + 1; k < n; ++k) {
            const Correlation further{touched[static_cast<std::size_t>(i)], touched[static_cast<std::size_t>(k)],
                                      possible(i, k)};
            const bool is_given =
                std::any_of(all.begin(), all.end(), [&](const auto& c) { return same_pair(c, further); });
            if (!is_given && further.rho != 0.0) suggestion.push_back(further);
        }
    }
    const auto& [a, b, rho] = all[worst];
    auto result =
        fault("contradiction", worst,
              fmt::format("The correlation {} of {} and {} contradicts the others; {} would be possible, with "
                          "the others moved less.",
                          rho, a, b, suggestion[worst].rho),
              fmt::format(
                  "次元 {1} と {2} の相関 {0} は他の相関と両立しません。他をより小さく動かした場合、{3} なら可能です。",
                  rho, a, b, suggestion[worst].rho));
    result.nearest = std::move(suggestion);
    return result;
}

Eigen::MatrixXd nearest_positive_semidefinite(const Eigen::MatrixXd& matrix) {
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> parts(matrix);
    const Eigen::MatrixXd& vectors = parts.eigenvectors();
    return vectors * parts.eigenvalues().cwiseMax(0.0).asDiagonal() * vectors.transpose();
}

}  // namespace

Eigen::MatrixXd nearest_correlation_matrix(const Eigen::MatrixXd& given) {
    constexpr int most_rounds = 5000;
    constexpr double close_enough = 1e-10;
    Eigen::MatrixXd unit_diagonal = given, correction = Eigen::MatrixXd::Zero(given.rows(), given.cols());
    for (int round = 0; round < most_rounds; ++round) {
        const Eigen::MatrixXd corrected = unit_diagonal - correction;  // Dykstra's correction
        const Eigen::MatrixXd semidefinite = nearest_positive_semidefinite(corrected);
        correction = semidefinite - corrected;
        const Eigen::MatrixXd before = std::exchange(unit_diagonal, semidefinite);
        unit_diagonal.diagonal().setOnes();
        const double moved = (unit_diagonal - before).norm() + (unit_diagonal - semidefinite).norm();
        if (moved < close_enough * unit_diagonal.norm()) break;
    }
    return unit_diagonal;
}

Prepared prepare(int dimensions, std::span<const Correlation> correlations) {
    Prepared result{.faults = pair_faults(dimensions, correlations)};
    if (!result.faults.empty()) return result;
    auto touched = touched_dimensions(correlations);
    const auto matrix = matrix_of(correlations, touched);
    auto rows = cholesky(matrix);
    if (rows.size() == touched.size()) {
        result.factor = Factor{.dimensions = dimensions, .touched = std::move(touched), .rows = std::move(rows)};
    } else {
        result.faults.push_back(contradiction(correlations, touched, matrix));
    }
    return result;
}

void correlate(const Factor& factor, std::span<double> uniforms, std::size_t count) {
    constexpr std::size_t block = 64;  // trials, so that the normals stay close at hand
    assert(uniforms.size() == static_cast<std::size_t>(factor.dimensions) * count);
    const std::size_t n = factor.touched.size();
    std::vector<std::array<double, block>> normals(n);
    for (std::size_t first = 0; first < count; first += block) {
        const std::size_t size = std::min(block, count - first);
        const auto own = [&](std::size_t i) {
            return uniforms.subspan(static_cast<std::size_t>(factor.touched[i]) * count + first, size);
        };
        for (std::size_t i = 0; i < n; ++i) normal_quantiles(own(i), std::span(normals[i]).first(size));
        for (std::size_t i = 0; i < n; ++i) {
            const auto& row = factor.rows[i];
            if (std::all_of(row.begin(), row.end() - 1, [](double weight) { return weight == 0.0; })) continue;
            std::array<double, block> sum{};
            for (std::size_t k = 0; k <= i; ++k) {
                for (std::size_t t = 0; t < size; ++t) sum[t] += row[k] * normals[k][t];
            }
            const auto out = own(i);
            for (std::size_t t = 0; t < size; ++t) {
                out[t] = goho::clamp(normal_tails(sum[t]).below, smallest_uniform, largest_uniform);
            }
        }
    }
}

}  // namespace goho::chance
