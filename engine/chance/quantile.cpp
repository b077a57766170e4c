#include "chance/distribution.hpp"
#include "core/number.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>

namespace goho::chance {

namespace {
constexpr double infinity = std::numeric_limits<double>::infinity();
}

Quantile::Quantile(const Distribution& d) : kind_(d.kind), low_(d.low), mode_(d.mode), high_(d.high) {
    switch (d.kind) {
        case Kind::triangular:
        case Kind::uniform:
            break;
        case Kind::pert:
            table_ =
                shared_beta_table(1.0 + 4.0 * (mode_ - low_) / (high_ - low_), 1.0 + 4.0 * (high_ - mode_) / (high_ - low_));
            break;
        case Kind::beta:
            table_ = shared_beta_table(d.alpha, d.beta);
            break;
        case Kind::normal:
            centre_ = d.mean, spread_ = d.sd;
            low_ = -infinity, high_ = infinity;
            break;
        case Kind::lognormal:
            centre_ = d.median, spread_ = d.sigma;
            low_ = 0.0, high_ = infinity;
            break;
        case Kind::discrete: {
            std::vector<std::size_t> order;
            for (std::size_t i = 0; i < d.values.size(); ++i) {
                if (d.weights[i] > 0.0) order.push_back(i);
            }
            std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return d.values[a] < d.values[b]; });
            double sum = 0.0;
            for (const auto i : order) {
                values_.push_back(d.values[i]);
                cumulated_.push_back(sum += d.weights[i]);
            }
            low_ = values_.front(), high_ = values_.back();
            break;
        }
        case Kind::empirical:
            values_ = d.values;
            std::sort(values_.begin(), values_.end());
            low_ = values_.front(), high_ = values_.back();
            break;
    }
    bottom_ = low_, top_ = high_;
    if (d.truncation && kind_ == Kind::discrete) keep_values_inside(*d.truncation);
    else if (d.truncation) keep_inside(*d.truncation);
}

/// The uniform is spread over the probability inside, so that what remains keeps its proportions.
void Quantile::keep_inside(Range truncation) {
    const Tails from = tails(truncation.low, false), to = tails(truncation.high, true);
    below_ = from.below, above_ = to.above;
    // The difference is taken between the smaller numbers, which carry more digits.
    mass_ = from.below < 0.5 ? to.below - from.below : from.above - to.above;
    bottom_ = goho::max(low_, truncation.low), top_ = goho::min(high_, truncation.high);
}

void Quantile::keep_values_inside(Range truncation) {
    const double all = cumulated_.back();
    double sum = 0.0, before = 0.0;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < values_.size(); ++i) {
        const double weight = cumulated_[i] - before;
        before = cumulated_[i];
        if (!truncation.holds(values_[i])) continue;
        values_[kept] = values_[i];
        cumulated_[kept++] = sum += weight;
    }
    values_.resize(kept);
    cumulated_.resize(kept);
    mass_ = sum / all;
    if (kept > 0) bottom_ = values_.front(), top_ = values_.back();
}

/// Probabilities below and above x without truncation. Where data repeat a value, its probability belongs to both
/// sides: `data_from_above` counts it as below.
Tails Quantile::tails(double x, bool data_from_above) const {
    if (x < low_ || x == -infinity) return {0.0, 1.0};
    if (x > high_ || x == infinity) return {1.0, 0.0};
    switch (kind_) {
        case Kind::triangular: {
            const double width = high_ - low_;
            if (x <= mode_) {
                const double share = x == low_ ? 0.0 : (x - low_) / (mode_ - low_) * ((x - low_) / width);
                return {share, 1.0 - share};
            }
            const double share = (high_ - x) / (high_ - mode_) * ((high_ - x) / width);
            return {1.0 - share, share};
        }
        case Kind::uniform:
            return {(x - low_) / (high_ - low_), (high_ - x) / (high_ - low_)};
        case Kind::normal:
            return normal_tails((x - centre_) / spread_);
        case Kind::lognormal:
            return x > 0.0 ? normal_tails(goho::log(x / centre_) / spread_) : Tails{0.0, 1.0};
        case Kind::pert:
        case Kind::beta:
            if (x == low_) return {0.0, 1.0};
            if (x == high_) return {1.0, 0.0};
            return beta_tails((x - low_) / (high_ - low_));
        case Kind::discrete:
            break;  // loses the values outside instead
        case Kind::empirical: {
            const double place = data_position(x, data_from_above);
            return {place, 1.0 - place};
        }
    }
    return {};
}

/// Where x lies among the data, from 0 at the smallest to 1 at the largest.
double Quantile::data_position(double x, bool from_above) const {
    const auto last = static_cast<double>(values_.size() - 1);
    const auto next = from_above ? std::upper_bound(values_.begin(), values_.end(), x)
                                 : std::lower_bound(values_.begin(), values_.end(), x);
    if (next == values_.begin()) return 0.0;
    if (next == values_.end()) return 1.0;
    const double before = *(next - 1);
    return (static_cast<double>(next - 1 - values_.begin()) + (x - before) / (*next - before)) / last;
}

double Quantile::triangular(Tails t) const {
    const double width = high_ - low_;
    const double rising = low_ + goho::sqrt(t.below * width * (mode_ - low_));
    const double falling = high_ - goho::sqrt(t.above * width * (high_ - mode_));
    return select(t.below * width <= mode_ - low_, rising, falling);
}

double Quantile::discrete(Tails t) const {
    const auto found = std::lower_bound(cumulated_.begin(), cumulated_.end() - 1, t.below * cumulated_.back());
    return values_[static_cast<std::size_t>(found - cumulated_.begin())];
}

/// Linear between the data in their order (Hyndman and Fan 1996, definition 7).
double Quantile::empirical(Tails t) const {
    const double place = t.below * static_cast<double>(values_.size() - 1);
    const auto i = std::min(static_cast<std::size_t>(place), values_.size() - 2);
    return values_[i] + (place - static_cast<double>(i)) * (values_[i + 1] - values_[i]);
}

/// Rounding alone could carry a value over the end of what can be drawn.
double Quantile::ends(double x) const { return goho::clamp(x, bottom_, top_); }

template <class Function>
void Quantile::each(std::span<const double> u, std::span<double> out, Function quantile) const {
    assert(u.size() == out.size());
    for (std::size_t i = 0; i < u.size(); ++i) {
        assert(u[i] > 0.0 && u[i] < 1.0);
        const Tails t = kind_ == Kind::discrete ? Tails{u[i], 1.0 - u[i]} : restricted(u[i]);
        out[i] = ends(quantile(t));
    }
}

void Quantile::operator()(std::span<const double> u, std::span<double> out) const {
    switch (kind_) {
        case Kind::triangular:
            return each(u, out, [this](Tails t) { return triangular(t); });
        case Kind::normal:
            return each(u, out, [this](Tails t) { return centre_ + spread_ * normal_quantile(t); });
        case Kind::lognormal:
            return each(u, out, [this](Tails t) { return centre_ * goho::exp(spread_ * normal_quantile(t)); });
        case Kind::pert:
        case Kind::beta:
            return each(u, out, [this](Tails t) { return beta(t); });
        case Kind::uniform:
            return each(u, out, [this](Tails t) { return low_ + (high_ - low_) * t.below; });
        case Kind::discrete:
            return each(u, out, [this](Tails t) { return discrete(t); });
        case Kind::empirical:
            return each(u, out, [this](Tails t) { return empirical(t); });
    }
}

double Quantile::operator()(double u) const {
    double x = 0.0;
    (*this)({&u, 1}, {&x, 1});
    return x;
}

double quantile(const Distribution& distribution, double u) { return Quantile(distribution)(u); }

void quantiles(const Distribution& distribution, std::span<const double> u, std::span<double> out) {
    Quantile{distribution}(u, out);
}

}  // namespace goho::chance
