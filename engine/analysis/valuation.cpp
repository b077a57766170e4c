#include "analysis/valuation.hpp"

#include "core/lanes.hpp"
#include "core/number.hpp"

#include <algorithm>
#include <boost/math/tools/minima.hpp>
#include <boost/math/tools/roots.hpp>
#include <cmath>
#include <cstdint>

namespace goho::analysis {

namespace {

/// Flows, and their sizes, over any number type.
template <class Real> struct Flows {
    std::vector<Real> flow, size;
    explicit Flows(std::span<const double> flows) {
        for (const double x : flows) {
            flow.push_back(x);
            size.push_back(std::abs(x));
        }
    }
};

/// Present value as a share of the present size of all flows: between -1 and 1 at any rate, with the same roots. All rates
/// are at or above zero, or all are below: there one looks from the last flow, so that nothing grows without bound.
template <class Real> Real scaled_value(const Real& rate, bool below_zero, const Flows<Real>& flows) {
    const Real x = below_zero ? 1.0 + rate : 1.0 / (1.0 + rate);
    const std::size_t count = flows.flow.size();
    Real value = 0.0, size = 0.0;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t k = below_zero ? i : count - 1 - i;
        value = value * x + flows.flow[k];
        size = size * x + flows.size[k];
    }
    return divide_or(value, size, Real(0.0));
}
double scaled_value(double rate, const Flows<double>& flows) { return scaled_value(rate, rate < 0.0, flows); }

/// The same at many rates, eight at a time.
std::vector<double> scaled_values(const std::vector<double>& rates, std::span<const double> flows) {
    constexpr std::size_t width = Lanes::width;
    const Flows<double> single(flows);
    const Flows<Lanes> eightfold(flows);
    std::vector<double> values(rates.size());
    std::size_t i = 0;
    for (; i + width <= rates.size(); i += width) {
        const bool below = rates[i] < 0.0;
        if (below != (rates[i + width - 1] < 0.0)) {  // the eight that lie around zero
            for (std::size_t k = i; k < i + width; ++k) values[k] = scaled_value(rates[k], single);
        } else {
            store_lanes(&values[i], scaled_value(load_lanes<Lanes>(&rates[i]), below, eightfold));
        }
    }
    for (; i < rates.size(); ++i) values[i] = scaled_value(rates[i], single);
    return values;
}

/// Points from `low` to `high`, evenly spaced in log(1 + rate), with zero among them.
std::vector<double> grid(double low, double high) {
    constexpr int steps = 4096;
    std::vector<double> points;
    const double from = goho::log(1.0 + low), to = goho::log(1.0 + high);
    for (int i = 0; i <= steps; ++i) points.push_back(goho::exp(from + (to - from) * i / steps) - 1.0);
    points.front() = low;
    points.back() = high;
    points.insert(std::upper_bound(points.begin(), points.end(), 0.0), 0.0);
    return points;
}

double refined(double a, double b, double value_a, double value_b, const Flows<double>& flows) {
    std::uintmax_t steps = 200;
    const auto f = [&](double rate) { return scaled_value(rate, flows); };
    const auto bracket =
        boost::math::tools::toms748_solve(f, a, b, value_a, value_b, boost::math::tools::eps_tolerance<double>(50), steps);
    return (bracket.first + bracket.second) / 2.0;
}

/// Roots between the first and the last of the points, in the order of internal_rates.
std::vector<double> roots(std::span<const double> flows, const std::vector<double>& points) {
    const bool any_in = std::any_of(flows.begin(), flows.end(), [](double x) { return x > 0.0; });
    const bool any_out = std::any_of(flows.begin(), flows.end(), [](double x) { return x < 0.0; });
    if (!any_in || !any_out) return {};

    constexpr double touching = 1e-14;  // a curve that comes this near to zero without crossing it touches it
    const std::vector<double> values = scaled_values(points, flows);
    const Flows<double> one(flows);

    std::vector<double> found;
    for (std::size_t i = 1; i < points.size(); ++i) {
        if (values[i] == 0.0) {
            found.push_back(points[i]);
        } else if (values[i - 1] != 0.0 && (values[i - 1] < 0.0) != (values[i] < 0.0)) {
            found.push_back(refined(points[i - 1], points[i], values[i - 1], values[i], one));
        } else if (i + 1 < points.size() && values[i - 1] != 0.0 && values[i + 1] != 0.0 &&
                   (values[i] < 0.0) == (values[i + 1] < 0.0) && std::abs(values[i]) <= std::abs(values[i - 1]) &&
                   std::abs(values[i]) <= std::abs(values[i + 1])) {
            const double side = values[i] < 0.0 ? -1.0 : 1.0;
            const auto lowest = boost::math::tools::brent_find_minima(
                [&](double rate) { return side * scaled_value(rate, one); }, points[i - 1], points[i + 1], 40);
            if (lowest.second < 0.0) {  // two crossings between neighbouring points
                const double turn = lowest.first, at_turn = scaled_value(turn, one);
                found.push_back(refined(points[i - 1], turn, values[i - 1], at_turn, one));
                found.push_back(refined(turn, points[i + 1], at_turn, values[i + 1], one));
            } else if (lowest.second < touching) {
                found.push_back(lowest.first);
            }
        }
    }
    // Where rates of both signs solve the flows, a gain is the reading that is meant: those at or above zero come first.
    std::stable_sort(found.begin(), found.end(), [](double a, double b) {
        return (a < 0.0) != (b < 0.0) ? b < 0.0 : std::abs(a) < std::abs(b);
    });
    return found;
}

constexpr double lowest_rate = -0.99, highest_rate = 10.0;

}  // namespace

std::vector<double> internal_rates(std::span<const double> flows) {  // KP-38
    static const std::vector<double> points = grid(lowest_rate, highest_rate);
    return roots(flows, points);
}

std::optional<double> internal_rate(std::span<const double> flows) {
    const std::vector<double> rates = internal_rates(flows);
    return rates.empty() ? std::nullopt : std::optional(rates.front());
}

std::optional<double> modified_internal_rate(std::span<const double> flows, double finance_rate, double reinvest_rate) {
    std::vector<double> in(flows.begin(), flows.end()), out = in;
    for (double& flow : in) flow = std::max(flow, 0.0);
    for (double& flow : out) flow = std::min(flow, 0.0);
    const auto receipts = net_present_value(reinvest_rate, in);
    const auto outlays = net_present_value(finance_rate, out);
    if (!receipts || !outlays || *receipts <= 0.0 || *outlays >= 0.0 || flows.size() < 2) return {};
    const double periods = static_cast<double>(flows.size() - 1);
    return goho::pow(*receipts / -*outlays, 1.0 / periods) * (1.0 + reinvest_rate) - 1.0;  // KP-39
}

std::optional<int> payback_periods(std::span<const double> flows) {
    double sum = 0.0;
    int last_below = 0;  // position from 1
    bool any = false;
    for (std::size_t i = 0; i < flows.size(); ++i) {
        sum += flows[i];
        any = any || flows[i] != 0.0;
        if (sum < 0.0) last_below = static_cast<int>(i) + 1;
    }
    if (!any || sum < 0.0) return {};
    return last_below == 0 ? 0 : last_below + 1;  // KP-40
}

Valuation valuation(std::span<const double> differences, double annual_discount_rate, Month start) {
    Valuation v;
    v.npv = value_of_months(annual_discount_rate, differences);
    // The same range in terms of a month keeps the annual rates inside it.
    static const std::vector<double> points = grid(monthly_rate(lowest_rate), monthly_rate(highest_rate));
    const std::vector<double> rates = roots(differences, points);
    if (!rates.empty()) v.irr = annual_rate(rates.front());
    for (std::size_t i = 1; i < rates.size(); ++i) v.other_irrs.push_back(annual_rate(rates[i]));
    v.payback_months = payback_periods(differences);
    if (v.payback_months && *v.payback_months > 0) v.payback_month = start + (*v.payback_months - 1);
    for (const double difference : differences) {
        v.sum += difference;
        v.largest_outlay = std::max(v.largest_outlay, -v.sum);
    }
    return v;
}

std::optional<double> present_value(const simulation::Trajectory<double>& run, double annual_rate, std::optional<int> months) {
    std::vector<double> flows;
    for (const auto& month : run.months) {
        if (months && static_cast<int>(flows.size()) == *months) break;
        flows.push_back(month.free_cash_flow);
    }
    return value_of_months(annual_rate, flows);
}

}  // namespace goho::analysis
