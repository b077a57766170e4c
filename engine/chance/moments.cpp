// Mean and standard deviation: exact where the density is made of straight strips, by formula for the smooth kinds, and
// by integrating the quantile where these are truncated.
#include "chance/distribution.hpp"
#include "core/number.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace goho::chance {

namespace {

struct Moments {
    double mean, sd;
};

/// A stretch with a straight density; `mass_from` and `mass_to` are the density at its ends times its length, so that a
/// stretch of no length can hold a probability too.
struct Strip {
    double from, to, mass_from, mass_to;

    double mass() const { return 0.5 * (mass_from + mass_to); }
    double first(double m) const {
        const double a = from - m, b = to - m;
        return (a * (2.0 * mass_from + mass_to) + b * (mass_from + 2.0 * mass_to)) / 6.0;
    }
    double second(double m) const {
        const double a = from - m, b = to - m;
        return (mass_from * (3.0 * a * a + 2.0 * a * b + b * b) + mass_to * (a * a + 2.0 * a * b + 3.0 * b * b)) / 12.0;
    }
    Strip inside(Range range) const {
        const double a = goho::max(from, range.low), b = goho::min(to, range.high);
        if (a > b) return {from, from, 0.0, 0.0};
        if (from == to) return *this;
        const double begin = (a - from) / (to - from), share = (b - a) / (to - from);
        const double slope = mass_to - mass_from;
        return {a, b, (mass_from + slope * begin) * share, (mass_from + slope * (begin + share)) * share};
    }
};

std::vector<Strip> strips(const Distribution& d) {
    std::vector<Strip> result;
    if (d.kind == Kind::uniform) result = {{d.low, d.high, 1.0, 1.0}};
    if (d.kind == Kind::triangular) {
        result = {{d.low, d.mode, 0.0, d.mode - d.low}, {d.mode, d.high, d.high - d.mode, 0.0}};
    }
    if (d.kind == Kind::discrete) {
        for (std::size_t i = 0; i < d.values.size(); ++i) {
            result.push_back({d.values[i], d.values[i], d.weights[i], d.weights[i]});
        }
    }
    if (d.kind == Kind::empirical) {
        auto data = d.values;
        std::sort(data.begin(), data.end());
        for (std::size_t i = 1; i < data.size(); ++i) result.push_back({data[i - 1], data[i], 1.0, 1.0});
    }
    if (d.truncation) {
        for (auto& strip : result) strip = strip.inside(*d.truncation);
    }
    return result;
}

Moments of_strips(const std::vector<Strip>& all) {
    double mass = 0.0, first = 0.0, second = 0.0;
    const double origin = all.front().from;  // near the data, so that little is lost in the differences
    for (const auto& strip : all) mass += strip.mass(), first += strip.first(origin);
    const double mean = origin + first / mass;
    for (const auto& strip : all) second += strip.second(mean);
    return {mean, goho::sqrt(second / mass)};
}

Moments of_beta(double low, double high, double alpha, double beta) {
    const double sum = alpha + beta;
    return {low + (high - low) * alpha / sum, (high - low) / sum * goho::sqrt(alpha * beta / (sum + 1.0))};
}

Moments by_formula(const Distribution& d) {
    const double width = d.high - d.low;
    switch (d.kind) {
        case Kind::normal:
            return {d.mean, d.sd};
        case Kind::lognormal: {
            const double spread = d.sigma * d.sigma, mean = d.median * goho::exp(0.5 * spread);
            return {mean, mean * goho::sqrt(goho::exp(spread) - 1.0)};
        }
        case Kind::beta:
            return of_beta(d.low, d.high, d.alpha, d.beta);
        default:
            return of_beta(d.low, d.high, 1.0 + 4.0 * (d.mode - d.low) / width, 1.0 + 4.0 * (d.high - d.mode) / width);
    }
}

/// The quantile over the log-odds of its uniform is smooth and fades at both ends, where the trapezium rule is at its
/// best.
Moments by_quantile(const Distribution& d) {
    constexpr int half = 288;
    constexpr double step = 0.125;
    std::array<double, 2 * half + 1> u{}, x{}, weight{};
    double all = 0.0, mean = 0.0, square = 0.0;
    for (std::size_t i = 0; i < u.size(); ++i) {
        u[i] = goho::logistic((static_cast<double>(i) - half) * step);
        weight[i] = u[i] * (1.0 - u[i]);
        all += weight[i];
    }
    quantiles(d, u, x);
    for (std::size_t i = 0; i < u.size(); ++i) mean += weight[i] / all * x[i];
    for (std::size_t i = 0; i < u.size(); ++i) square += weight[i] / all * (x[i] - mean) * (x[i] - mean);
    return {mean, goho::sqrt(square)};
}

Moments moments(const Distribution& d) {
    const bool smooth =
        d.kind == Kind::normal || d.kind == Kind::lognormal || d.kind == Kind::beta || d.kind == Kind::pert;
    if (!smooth) return of_strips(strips(d));
    return d.truncation ? by_quantile(d) : by_formula(d);
}

}  // namespace

double mean(const Distribution& distribution) { return moments(distribution).mean; }
double standard_deviation(const Distribution& distribution) { return moments(distribution).sd; }

}  // namespace goho::chance
