#include "statistics/information.hpp"

#include "core/number.hpp"
#include "statistics/moments.hpp"
#include "statistics/quantile.hpp"
#include "statistics/spline.hpp"

#include <algorithm>
#include <optional>

namespace goho::statistics {

namespace {

constexpr std::size_t groups = 20;        // of trials that are left out in turn
constexpr double outermost = 0.005;       // beyond this quantile of the draws no turn is looked for
constexpr double shown_from = 0.025;      // the curve
constexpr std::size_t searched = 200, shown = 41;

/// Groups follow one another, so that each is a fair sample under every way of sampling.
std::size_t begin_of(std::size_t group, std::size_t trials) { return group * trials / groups; }

/// Jackknife: the spread of what is found without one group.                                                   VI-4
double error_of(std::span<const double> without) {
    const Moments m = moments_of(without);
    const double k = static_cast<double>(m.count);
    return goho::sqrt((k - 1.0) / k * m.squares);
}

/// What knowing adds, from sums over trials: of the best in each, and of each alternative.
double added(double best, std::span<const double> sums, double trials) {
    const double now = *std::max_element(sums.begin(), sums.end());
    return std::max(0.0, (best - now) / trials);
}

/// What an alternative is expected to bring beyond the best one, as a curve over the quantity.
class Curve {
public:
    Curve(SplineBasis basis, std::span<const double> points) : basis_(std::move(basis)), points_(points), share_(basis_.size()) {
        for (std::size_t i = 0; i < points.size(); ++i) add(share_, i, 1.0);
    }

    double at(double x) const {
        std::vector<double> functions(basis_.size());
        basis_.at(x, functions);
        return product(functions, share_);
    }
    double of_trial(std::size_t trial, std::span<const double> shares) const { return product(row(trial), shares); }
    std::span<const double> shares() const { return share_; }

    /// Fitted anew without the trials of one group.
    std::vector<double> shares_without(std::size_t first, std::size_t last) const {
        const std::size_t p = basis_.size();
        std::vector<double> matrix(p * p), right = share_;
        for (std::size_t j = 0; j < p; ++j) matrix[j * p + j] = 1.0;
        for (std::size_t i = first; i < last; ++i) {
            add(right, i, -1.0);
            for (std::size_t a = 0; a < p; ++a) {
                for (std::size_t b = 0; b < p; ++b) matrix[a * p + b] -= row(i)[a] * row(i)[b];
            }
        }
        return solved(matrix, std::move(right));
    }

private:
    std::span<const double> row(std::size_t trial) const { return basis_.rows().subspan(trial * basis_.size(), basis_.size()); }
    static double product(std::span<const double> a, std::span<const double> b) {
        double sum = 0.0;
        for (std::size_t j = 0; j < a.size(); ++j) sum += a[j] * b[j];
        return sum;
    }
    void add(std::vector<double>& shares, std::size_t trial, double sign) const {
        for (std::size_t j = 0; j < shares.size(); ++j) shares[j] += sign * row(trial)[j] * points_[trial];
    }

    /// A symmetric matrix above zero, near the identity; a function that only the group left out could tell gets nothing.
    static std::vector<double> solved(std::vector<double>& m, std::vector<double> right) {
        const std::size_t p = right.size();
        for (std::size_t k = 0; k < p; ++k) {
            if (m[k * p + k] < 1e-9) {
                for (std::size_t i = 0; i < p; ++i) m[i * p + k] = m[k * p + i] = 0.0;
                m[k * p + k] = 1.0;
                right[k] = 0.0;
            }
            for (std::size_t i = k + 1; i < p; ++i) {
                const double factor = m[i * p + k] / m[k * p + k];
                for (std::size_t j = k; j < p; ++j) m[i * p + j] -= factor * m[k * p + j];
                right[i] -= factor * right[k];
            }
        }
        for (std::size_t k = p; k-- > 0;) {
            for (std::size_t j = k + 1; j < p; ++j) right[k] -= m[k * p + j] * right[j];
            right[k] /= m[k * p + k];
        }
        return right;
    }

    SplineBasis basis_;
    std::span<const double> points_;
    std::vector<double> share_;
};

/// All alternatives beside the best one on average.
class Curves {
public:
    Curves(Gains gains, std::span<const double> quantity) : best_(best_on_average(gains)), trials_(quantity.size()) {
        beyond_.resize(gains.size());
        curves_.resize(gains.size());
        for (std::size_t d = 0; d < gains.size(); ++d) {
            if (d == best_) continue;
            for (std::size_t i = 0; i < trials_; ++i) beyond_[d].push_back(gains[d][i] - gains[best_][i]);
            auto basis = chosen_basis(quantity, beyond_[d]);
            if (!basis) return;  // the quantity never varies
            curves_[d].emplace(std::move(*basis), beyond_[d]);
        }
        varies_ = gains.size() > 1;
    }

    bool varies() const { return varies_; }
    std::size_t best() const { return best_; }

    Worth worth() const {
        const auto all = value({}, trials_, trials_);
        std::vector<double> without;
        for (std::size_t g = 0; g < groups; ++g) without.push_back(value(g, begin_of(g, trials_), begin_of(g + 1, trials_)));
        return {all, error_of(without)};
    }
    std::vector<double> expected(double x) const {
        std::vector<double> out;
        for (const auto& curve : curves_) out.push_back(curve ? curve->at(x) : 0.0);
        return out;
    }
    std::size_t best_at(double x) const {
        const auto gains = expected(x);
        return static_cast<std::size_t>(std::max_element(gains.begin(), gains.end()) - gains.begin());
    }

private:
    double value(std::optional<std::size_t> group, std::size_t first, std::size_t last) const {
        std::vector<std::vector<double>> shares;
        for (const auto& curve : curves_) {
            if (!curve) shares.emplace_back();
            else if (group) shares.push_back(curve->shares_without(first, last));
            else shares.emplace_back(curve->shares().begin(), curve->shares().end());
        }
        double best = 0.0, kept = 0.0;
        std::vector<double> sums(curves_.size());
        for (std::size_t i = 0; i < trials_; ++i) {
            if (i >= first && i < last) continue;
            double highest = 0.0;
            for (std::size_t d = 0; d < curves_.size(); ++d) {
                if (!curves_[d]) continue;
                const double gain = curves_[d]->of_trial(i, shares[d]);
                sums[d] += gain;
                highest = std::max(highest, gain);
            }
            best += highest;
            kept += 1.0;
        }
        return added(best, sums, kept);                                                             // VI-2
    }

    std::size_t best_, trials_;
    std::vector<std::vector<double>> beyond_;
    std::vector<std::optional<Curve>> curves_;
    bool varies_ = false;
};

double turn_between(const Curves& curves, double low, double high, std::size_t at_low) {
    for (int step = 0; step < 60; ++step) {
        const double middle = 0.5 * (low + high);
        (curves.best_at(middle) == at_low ? low : high) = middle;
    }
    return 0.5 * (low + high);
}

std::vector<Turn> turns_of(const Curves& curves, std::vector<double> sorted) {
    std::vector<double> levels, points(searched + 1);
    for (std::size_t k = 0; k <= searched; ++k) levels.push_back(outermost + (1.0 - 2.0 * outermost) * static_cast<double>(k) / searched);
    quantiles(sorted, levels, points);
    std::vector<Turn> turns;
    for (std::size_t k = 1; k <= searched; ++k) {
        const std::size_t below = curves.best_at(points[k - 1]), above = curves.best_at(points[k]);
        if (below == above || (below != curves.best() && above != curves.best())) continue;
        turns.push_back({turn_between(curves, points[k - 1], points[k], below), below, above});
    }
    return turns;
}

}  // namespace

std::size_t best_on_average(Gains gains) {
    std::size_t best = 0;
    double highest = moments_of(gains.front()).mean;
    for (std::size_t d = 1; d < gains.size(); ++d) {
        const double mean = moments_of(gains[d]).mean;
        if (mean > highest) highest = mean, best = d;
    }
    return best;
}

Worth perfect_information(Gains gains) {
    const std::size_t trials = gains.front().size(), reference = best_on_average(gains);
    std::vector<double> all(gains.size() + 1);
    std::vector<std::vector<double>> of_group(groups, all);  // sums of each alternative, then of the best in each trial
    for (std::size_t g = 0; g < groups; ++g) {
        for (std::size_t i = begin_of(g, trials); i < begin_of(g + 1, trials); ++i) {
            double highest = 0.0;
            for (std::size_t d = 0; d < gains.size(); ++d) {
                const double beyond = gains[d][i] - gains[reference][i];
                of_group[g][d] += beyond;
                highest = std::max(highest, beyond);
            }
            of_group[g].back() += highest;
        }
        for (std::size_t d = 0; d < all.size(); ++d) all[d] += of_group[g][d];
    }
    const auto value = [&](const std::vector<double>& sums, std::size_t kept) {
        return added(sums.back(), std::span(sums).first(gains.size()), static_cast<double>(kept));  // VI-1
    };
    std::vector<double> without;
    for (std::size_t g = 0; g < groups; ++g) {
        auto rest = all;
        for (std::size_t d = 0; d < all.size(); ++d) rest[d] -= of_group[g][d];
        without.push_back(value(rest, trials - (begin_of(g + 1, trials) - begin_of(g, trials))));
    }
    return {value(all, trials), error_of(without)};
}

PartialInformation partial_information(Gains gains, std::span<const double> quantity) {
    const Curves curves(gains, quantity);
    PartialInformation out;
    if (!curves.varies()) return out;
    out.worth = curves.worth();
    std::vector<double> sorted(quantity.begin(), quantity.end());
    out.turns = turns_of(curves, sorted);
    const double from = statistics::quantile(sorted, shown_from), to = statistics::quantile(sorted, 1.0 - shown_from);
    for (std::size_t k = 0; k < shown; ++k) {
        const double x = from + (to - from) * static_cast<double>(k) / (shown - 1);
        out.curve.push_back({x, curves.expected(x)});
    }
    return out;
}

}  // namespace goho::statistics
