#include "statistics/spline.hpp"

#include "core/number.hpp"
#include "statistics/moments.hpp"
#include "statistics/quantile.hpp"

#include <algorithm>

namespace goho::statistics {

namespace {

constexpr int most_bends = 6;
constexpr double outer_level = 0.01;     // of the first and the last knot, as a quantile
constexpr double least_new_part = 1e-6;  // of a function, beyond what the others make up
constexpr double price_of_a_bend = 4.0;  // two standard errors, squared

/// At quantile levels evenly from 1% to 99%, each once; none without bends.
std::vector<double> knots_of(std::span<const double> scaled, int bends) {
    std::vector<double> knots;
    if (bends == 0) return knots;
    std::vector<double> levels, scratch(scaled.begin(), scaled.end());
    for (int k = 0; k <= bends + 1; ++k) levels.push_back(outer_level + (1.0 - 2.0 * outer_level) * k / (bends + 1));
    knots.resize(levels.size());
    quantiles(scratch, levels, knots);
    knots.erase(std::unique(knots.begin(), knots.end()), knots.end());
    return knots;
}

double cubed_part(double x) { return x > 0.0 ? x * x * x : 0.0; }

double sum_of_squares(std::span<const double> points) {
    const Moments m = moments_of(points);
    return m.squares + static_cast<double>(m.count) * m.mean * m.mean;
}

}  // namespace

void SplineBasis::raw(double x, std::span<double> out) const {
    const double z = (x - middle_) / width_;
    out[0] = 1.0;
    out[1] = z;
    if (knots_.empty()) return;
    const std::size_t last = knots_.size() - 1;
    const auto part = [&](std::size_t k) { return (cubed_part(z - knots_[k]) - cubed_part(z - knots_[last])) / (knots_[last] - knots_[k]); };
    for (std::size_t k = 0; k + 1 < last; ++k) out[k + 2] = part(k) - part(last - 1);
}

/// By Gram and Schmidt, twice over, in plain sums that every machine takes in the same order.
bool SplineBasis::orthonormalize(std::span<const double> values) {
    const std::size_t p = size(), n = values.size();
    rows_.resize(n * p);
    for (std::size_t i = 0; i < n; ++i) raw(values[i], std::span(rows_).subspan(i * p, p));
    into_.assign(p * p, 0.0);
    for (std::size_t j = 0; j < p; ++j) into_[j * p + j] = 1.0;
    const auto product = [&](std::size_t a, std::size_t b) {
        double sum = 0.0;
        for (std::size_t i = 0; i < n; ++i) sum += rows_[i * p + a] * rows_[i * p + b];
        return sum;
    };
    for (std::size_t j = 0; j < p; ++j) {
        const double before = goho::sqrt(product(j, j));
        for (int pass = 0; pass < 2; ++pass) {
            for (std::size_t k = 0; k < j; ++k) {
                const double share = product(j, k);
                for (std::size_t i = 0; i < n; ++i) rows_[i * p + j] -= share * rows_[i * p + k];
                for (std::size_t m = 0; m <= k; ++m) into_[j * p + m] -= share * into_[k * p + m];
            }
        }
        const double left = goho::sqrt(product(j, j));
        if (!(left > least_new_part * before)) return false;
        for (std::size_t i = 0; i < n; ++i) rows_[i * p + j] /= left;
        for (std::size_t m = 0; m <= j; ++m) into_[j * p + m] /= left;
    }
    return true;
}

std::optional<SplineBasis> SplineBasis::over(std::span<const double> values, int bends) {
    SplineBasis basis;
    const Moments m = moments_of(values);
    if (m.count < 2 || m.constant()) return {};
    basis.middle_ = m.mean;
    basis.width_ = m.deviation();
    std::vector<double> scaled;
    for (const double x : values) scaled.push_back((x - basis.middle_) / basis.width_);
    basis.knots_ = knots_of(scaled, bends);
    const bool distinct = bends == 0 || basis.knots_.size() == static_cast<std::size_t>(bends) + 2;
    if (!distinct || !basis.orthonormalize(values)) return {};
    return basis;
}

void SplineBasis::at(double x, std::span<double> out) const {
    const std::size_t p = size();
    std::vector<double> plain(p);
    raw(x, plain);
    for (std::size_t j = 0; j < p; ++j) {
        out[j] = 0.0;
        for (std::size_t m = 0; m <= j; ++m) out[j] += into_[j * p + m] * plain[m];
    }
}

std::optional<SplineBasis> chosen_basis(std::span<const double> values, std::span<const double> points) {
    std::optional<SplineBasis> best;
    double lowest = 0.0;
    const double all = sum_of_squares(points), count = static_cast<double>(values.size());
    for (int bends = 0; bends <= most_bends; ++bends) {
        auto basis = SplineBasis::over(values, bends);
        if (!basis) continue;
        const std::size_t p = basis->size();
        double explained = 0.0;
        for (std::size_t j = 0; j < p; ++j) {
            double share = 0.0;
            for (std::size_t i = 0; i < values.size(); ++i) share += basis->rows()[i * p + j] * points[i];
            explained += share * share;
        }
        const double left = std::max(all - explained, 1e-12 * all);
        const double criterion = left > 0.0 ? count * goho::log(left / all) + price_of_a_bend * static_cast<double>(p) : static_cast<double>(p);
        if (best && criterion >= lowest) continue;
        lowest = criterion;
        best = std::move(basis);
    }
    return best;
}

}  // namespace goho::statistics
