// The quantile of a beta distribution as a table. Between the log-odds of a probability, w = log(u / (1 - u)), and the
// log-odds of the share it belongs to, t = log(x / (1 - x)), the curve is smooth and nearly straight at both ends,
// where the quantile itself is steep or flat. Nodes lie at equal distances of w, found by integrating the density from
// the tail inwards; between them a polynomial of the fifth degree takes value, slope and curvature of both.
#include "chance/distribution.hpp"
#include "core/number.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <mutex>
#include <utility>

namespace goho::chance {

namespace {

constexpr double reach = 38.0;  // the smallest uniform, 2^-54, has the log-odds -37.4
constexpr double step = 0.125;
constexpr auto nodes_of_half = static_cast<std::size_t>(reach / step) + 1;

/// The density of the log-odds of a share, as a multiple of its peak.
struct Density {
    double alpha, beta, peak = 0.0, height = 0.0;

    Density(double a, double b) : alpha(a), beta(b), peak(goho::log(a / b)), height(logarithm(peak)) {}

    double logarithm(double t) const {
        const double outward = t < 0.0 ? alpha * t : -beta * t;
        return outward - (alpha + beta) * goho::log(1.0 + goho::exp(-goho::abs(t)));
    }
    double operator()(double t) const { return goho::exp(logarithm(t) - height); }
    /// Of the density's logarithm.
    double slope(double t) const { return alpha - (alpha + beta) * goho::logistic(t); }
    double bend(double t) const { return -(alpha + beta) * goho::logistic(t) * goho::logistic(-t); }

    /// By the trapezium rule, whose error on such a bell is far below a double's once the step is half its width.
    double total() const {
        const double width = goho::min(0.25, 0.5 * goho::sqrt(1.0 / alpha + 1.0 / beta));
        double sum = 1.0;
        for (const double side : {-width, width}) {
            for (int i = 1;; ++i) {
                const double term = (*this)(peak + i * side);
                sum += term;
                if (term < 1e-18 * width * goho::min(alpha, goho::min(beta, 1.0))) break;
            }
        }
        return sum * width;
    }

    /// By Gauss and Legendre's rule with five points.
    double between(double from, double to) const {
        constexpr std::pair<double, double> points[] = {{-0.90617984593866399280, 0.23692688505618908751},
                                                        {-0.53846931010568309104, 0.47862867049936646804},
                                                        {0.0, 0.56888888888888888889},
                                                        {0.53846931010568309104, 0.47862867049936646804},
                                                        {0.90617984593866399280, 0.23692688505618908751}};
        const double middle = 0.5 * (from + to), half = 0.5 * (to - from);
        double sum = 0.0;
        for (const auto& [place, weight] : points) sum += weight * (*this)(middle + half * place);
        return sum * half;
    }
};

struct Node {
    double value, slope, curvature;  // of t over w
};

/// Nodes for w = -reach, ..., 0: the half of the curve with the probabilities up to one half.
std::vector<Node> lower_half(const Density& density, double total) {
    constexpr int before = 96;  // so many steps further out the march begins
    const double start = -reach - before * step;
    // There the tail is nearly the density divided by its slope.
    double far = density.peak - 400.0 / density.alpha - 100.0, near = density.peak;
    for (int i = 0; i < 100; ++i) {
        const double t = 0.5 * (far + near), slope = density.slope(t);
        const bool beyond = slope > 0.0 && density.logarithm(t) - density.height - goho::log(slope * total) < start;
        (beyond ? far : near) = t;
    }
    double t = far;
    // What is wrong with this beginning counts e^-12 of itself at the first node, and less at each further one.
    double below = density(t) / density.slope(t) * (1.0 + density.bend(t) / (density.slope(t) * density.slope(t)));

    std::vector<Node> nodes;
    for (int k = -before;; ++k) {
        const double u = below / total;
        const double slope = u * (total - below) / density(t);
        const double curvature = slope * ((1.0 - 2.0 * u) - density.slope(t) * slope);
        if (k >= 0) nodes.push_back({t, slope, curvature});
        if (nodes.size() == nodes_of_half) return nodes;
        const double wanted = total / (1.0 + goho::exp(reach - (k + 1) * step));
        double next = t + step * slope + 0.5 * step * step * curvature;
        for (int i = 0; i < 2; ++i) {  // Newton's method on the logarithm of the odds
            const double there = below + density.between(t, next);
            const double odds = there * (total - wanted) / (wanted * (total - there));
            next -= goho::log(odds) * there * (total - there) / (total * density(next));
        }
        below = wanted;
        t = next;
    }
}

}  // namespace

std::vector<Quantile::Piece> Quantile::beta_table(double alpha, double beta) {
    const Density density(alpha, beta), mirrored(beta, alpha);
    const double total = density.total();
    auto nodes = lower_half(density, total);
    auto upper = lower_half(mirrored, total);
    upper.pop_back();  // w = 0 is there already
    for (auto node = upper.rbegin(); node != upper.rend(); ++node) {
        nodes.push_back({-node->value, node->slope, -node->curvature});
    }
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i + 1 < nodes.size(); ++i) {
        const double f = nodes[i].value, rise = nodes[i + 1].value - f;
        const double d = step * nodes[i].slope, e = step * nodes[i + 1].slope;
        const double c = step * step * nodes[i].curvature, g = step * step * nodes[i + 1].curvature;
        pieces.push_back({f, d, 0.5 * c, 10.0 * rise - 6.0 * d - 4.0 * e - 1.5 * c + 0.5 * g,
                          -15.0 * rise + 8.0 * d + 7.0 * e + 1.5 * c - g, 6.0 * rise - 3.0 * (d + e) - 0.5 * (c - g)});
    }
    return pieces;
}

std::shared_ptr<const Quantile::Table> Quantile::shared_beta_table(double alpha, double beta) {
    constexpr std::size_t most = 512;  // shapes, of some 30 kB each
    static std::mutex guard;
    static std::map<std::pair<double, double>, std::shared_ptr<const Table>> tables;
    {
        const std::lock_guard lock(guard);
        if (const auto found = tables.find({alpha, beta}); found != tables.end()) return found->second;
    }
    auto made = std::make_shared<const Table>(beta_table(alpha, beta));
    const std::lock_guard lock(guard);
    if (tables.size() >= most) tables.clear();
    return tables.emplace(std::pair{alpha, beta}, std::move(made)).first->second;
}

namespace {
/// Log-odds of the share at `place` of a piece, from 0 at its beginning to 1 at its end.
double inside_piece(const std::array<double, 6>& c, double place) {
    return ((((c[5] * place + c[4]) * place + c[3]) * place + c[2]) * place + c[1]) * place + c[0];
}
}  // namespace

double Quantile::beta(Tails t) const {
    const double w = goho::clamp(goho::log(t.below / t.above), -reach, reach);
    const double place = (w + reach) / step;
    const auto piece = std::min(static_cast<std::size_t>(place), table_->size() - 1);
    const double odds = inside_piece((*table_)[piece], place - static_cast<double>(piece));
    return low_ + (high_ - low_) * goho::logistic(odds);
}

/// The table read the other way, so that a truncated distribution begins and ends where it was told to.
Tails Quantile::beta_tails(double share) const {
    const double odds = goho::log(share / (1.0 - share));
    const auto after = std::upper_bound(table_->begin() + 1, table_->end(), odds,
                                        [](double x, const Piece& piece) { return x < piece[0]; });
    const auto piece = static_cast<std::size_t>(after - table_->begin()) - 1;
    double from = 0.0, to = 1.0;
    for (int i = 0; i < 60; ++i) {
        const double place = 0.5 * (from + to);
        (inside_piece((*table_)[piece], place) < odds ? from : to) = place;
    }
    const double w = (static_cast<double>(piece) + from) * step - reach;
    return {goho::logistic(w), goho::logistic(-w)};
}

}  // namespace goho::chance
