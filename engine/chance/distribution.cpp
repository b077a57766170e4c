#include "chance/distribution.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <utility>

namespace goho::chance {

namespace {

using D = Distribution;

constexpr Member low{"low", &D::low, {"Lowest", "最小値"}, Need::required};
constexpr Member mode{"mode", &D::mode, {"Most likely", "最頻値"}, Need::required};
constexpr Member high{"high", &D::high, {"Highest", "最大値"}, Need::required};

constexpr Member three_points[] = {low, mode, high};
constexpr Member two_ends[] = {low, high};
constexpr Member normal_members[] = {{"mean", &D::mean, {"Mean", "平均"}, Need::required},
                                     {"sd", &D::sd, {"Standard deviation", "標準偏差"}, Need::required}};
constexpr Member lognormal_members[] = {
    {"median", &D::median, {"Median", "中央値"}, Need::required},
    {"sigma", &D::sigma, {"Standard deviation of the logarithm", "対数の標準偏差"}, Need::required}};
constexpr Member beta_members[] = {{"alpha", &D::alpha, {"Alpha", "α"}, Need::required},
                                   {"beta", &D::beta, {"Beta", "β"}, Need::required},
                                   {"low", &D::low, {"Lowest", "最小値"}, Need::optional},
                                   {"high", &D::high, {"Highest", "最大値"}, Need::optional}};

// The table of a beta distribution keeps its promise of 1e-9 within these shapes.
constexpr Range shapes{0.2, 1e6};

// A truncation that leaves less than this is a mistake: it keeps what happens once in a billion.
constexpr double least_mass = 1e-9;

class Findings {
public:
    void add(std::string_view code, std::string_view member, std::string en, std::string ja) {
        faults.push_back({std::string(code), std::string(member), {std::move(en), std::move(ja)}});
    }

    bool finite(std::string_view member, double x) {
        if (std::isfinite(x)) return true;
        add("not-finite", member, fmt::format("{} is no finite number.", member),
            fmt::format("{} が有限の数ではありません。", member));
        return false;
    }

    void positive(std::string_view member, double x) {
        if (x > 0.0) return;
        add("not-positive", member, fmt::format("{} is {}; it must be above 0.", member, x),
            fmt::format("{} が {} です。0より大きい必要があります。", member, x));
    }

    void shape(std::string_view member, double x) {
        if (shapes.holds(x)) return;
        add("shape-range", member,
            fmt::format("{} is {}; it must lie between {} and {}.", member, x, shapes.low, shapes.high),
            fmt::format("{} が {} です。{} から {} までの値にしてください。", member, x, shapes.low, shapes.high));
    }

    bool ordered(const D& d) {
        if (d.low < d.high) return true;
        add("low-high", "high", fmt::format("high is {}; it must be above low, {}.", d.high, d.low),
            fmt::format("high が {} です。low の {} より大きい必要があります。", d.high, d.low));
        return false;
    }

    void peaked(const D& d) {
        if (d.low <= d.mode && d.mode <= d.high) return;
        add("mode-outside", "mode",
            fmt::format("mode is {}; it must lie between low, {}, and high, {}.", d.mode, d.low, d.high),
            fmt::format("mode が {} です。low の {} から high の {} までの値にしてください。", d.mode, d.low, d.high));
    }

    void list(std::string_view member, const std::vector<double>& numbers, std::size_t least) {
        if (numbers.size() < least) {
            add("too-few", member,
                fmt::format("{} holds {} numbers; it needs at least {}.", member, numbers.size(), least),
                fmt::format("{} の数値は {} 個です。{} 個以上必要です。", member, numbers.size(), least));
        }
        for (const double x : numbers) {
            if (!finite(member, x)) return;
        }
    }

    void weights(const D& d) {
        if (d.weights.size() != d.values.size()) {
            add("lengths-differ", "weights",
                fmt::format("weights holds {} numbers and values {}; there must be a weight for each value.",
                            d.weights.size(), d.values.size()),
                fmt::format("weights は {} 個、values は {} 個です。値ごとに重みが必要です。", d.weights.size(),
                            d.values.size()));
        }
        double sum = 0.0;
        for (const double w : d.weights) {
            if (!finite("weights", w)) return;
            if (w < 0.0) {
                return add("weight-negative", "weights", fmt::format("A weight is {}; none may be below 0.", w),
                           fmt::format("重みに {} があります。0以上にしてください。", w));
            }
            sum += w;
        }
        if (!d.weights.empty() && !(sum > 0.0 && std::isfinite(sum))) {
            add("weights-zero", "weights", "The weights have no sum above 0, so nothing could be drawn.",
                "重みの合計が0より大きくないため、抽出できません。");
        }
    }

    void truncation(const D& d) {
        const auto [from, to] = *d.truncation;
        if (!(from <= to)) {  // NaN too
            return add("truncation-order", "truncation",
                       fmt::format("The truncation ends at {}, before it begins at {}.", to, from),
                       fmt::format("切断範囲の上限 {} が下限 {} を下回っています。", to, from));
        }
        if (!faults.empty() || Quantile(d).mass() >= least_mass) return;
        add("truncation-mass", "truncation",
            fmt::format("The truncation from {} to {} leaves nothing that could be drawn.", from, to),
            fmt::format("切断範囲 {} ～ {} には、抽出できる値がほとんどありません。", from, to));
    }

    std::vector<Fault> faults;
};

}  // namespace

std::span<const Member> members(Kind kind) {
    switch (kind) {
        case Kind::triangular:
        case Kind::pert:
            return three_points;
        case Kind::normal:
            return normal_members;
        case Kind::lognormal:
            return lognormal_members;
        case Kind::beta:
            return beta_members;
        case Kind::uniform:
            return two_ends;
        case Kind::discrete:
        case Kind::empirical:
            break;
    }
    return {};
}

std::vector<Fault> faults(const Distribution& d) {
    Findings found;
    for (const auto& member : members(d.kind)) found.finite(member.name, d.*member.field);
    if (found.faults.empty()) {
        switch (d.kind) {
            case Kind::triangular:
            case Kind::pert:
                if (found.ordered(d)) found.peaked(d);
                break;
            case Kind::normal:
                found.positive("sd", d.sd);
                break;
            case Kind::lognormal:
                found.positive("median", d.median);
                found.positive("sigma", d.sigma);
                break;
            case Kind::beta:
                found.shape("alpha", d.alpha);
                found.shape("beta", d.beta);
                found.ordered(d);
                break;
            case Kind::uniform:
                found.ordered(d);
                break;
            case Kind::discrete:
                found.list("values", d.values, 1);
                found.weights(d);
                break;
            case Kind::empirical:
                found.list("values", d.values, 2);
                break;
        }
    }
    if (d.truncation) found.truncation(d);
    return std::move(found.faults);
}

}  // namespace goho::chance
